import type { WasmMemory } from '../base/wasm.js'

/** What a codec may use: the arena and the kernels on it. A `Kit` of graph/op.ts is one. */
export interface CodecKit {
  readonly memory: WasmMemory
  readonly kernels: Readonly<Record<string, unknown>>
  /** Pointer to `bytes` bytes of scratch, 16-byte aligned. */
  scratch(bytes: number): number
}

/** Bytes to bytes, synchronously, between views of the arena (`kit.memory`). */
export interface Codec {
  readonly name: string
  /** Bytes that a thread holds outside its arena once it uses the codec: the memory of a library. Measured; 0 for our own. */
  readonly libraryBytes: number
  /** Scratch that `decode` asks for, for a chunk of this many decoded bytes. */
  decodeScratchBytes(decodedBytes: number): number
  /** Scratch that `encode` asks for, for a chunk of this many decoded bytes. */
  encodeScratchBytes(decodedBytes: number): number
  /** Size that `encode` never exceeds. */
  encodedBound(decodedBytes: number): number
  /** Fills `out` from its start; answers the bytes written, never more than `out` holds. Throws `E_SOURCE` saying what is wrong with the bytes. */
  decode(encoded: Uint8Array, out: Uint8Array, kit: CodecKit): number
  /** Encodes into `out`, which holds at least `encodedBound`; answers the bytes written. A function of the bytes and `level` alone. */
  encode(decoded: Uint8Array, out: Uint8Array, level: number, kit: CodecKit): number
}
