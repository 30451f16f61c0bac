import zlib from 'node:zlib'
import type { Codec } from './codec.js'
import { overflowCode, undecodable } from './fail.js'
import { zstdFrames } from './zstd-frame.js'

/** A zstd implementation: one frame at a time, synchronously. */
interface ZstdEngine {
  /** Decodes a frame of at most `limit` bytes. */
  decode(frame: Uint8Array, limit: number): Uint8Array
  encode(bytes: Uint8Array, level: number): Uint8Array
}

/** What Node's zlib has from 22.15 on; its declarations here are of an older Node. */
interface ZlibZstd {
  readonly zstdDecompressSync?: (bytes: Uint8Array, options: object) => Uint8Array
  readonly zstdCompressSync?: (bytes: Uint8Array, options: object) => Uint8Array
  readonly constants: { readonly ZSTD_c_compressionLevel?: number }
}

function nodeEngine(): ZstdEngine | null {
  const { zstdDecompressSync, zstdCompressSync, constants } = zlib as unknown as ZlibZstd
  const levelKey = constants.ZSTD_c_compressionLevel
  if (zstdDecompressSync === undefined || zstdCompressSync === undefined || levelKey === undefined) return null
  return {
    decode: (frame, limit) => zstdDecompressSync(frame, { maxOutputLength: Math.max(1, limit) }),
    encode: (bytes, level) => zstdCompressSync(bytes, { params: { [levelKey]: level }, pledgedSrcSize: bytes.length }),
  }
}

async function wasmEngine(): Promise<ZstdEngine> {
  const zstd = await import('@bokuweb/zstd-wasm')
  await zstd.init()
  return {
    decode: (frame, limit) => zstd.decompress(frame, { defaultHeapSize: Math.max(1, limit) }),
    encode: (bytes, level) => zstd.compress(bytes, level),
  }
}

// Measured with chunks of 512 x 512 pixels: heap and module of the WebAssembly, contexts of Node's own.
const libraryBytes = 10 * 1024 * 1024

let loading: Promise<Codec> | undefined

/** The zstd codec (levels 1 to 19), on Node's own implementation where it has one, else on WebAssembly. Loaded once a thread. */
export function loadZstd(): Promise<Codec> {
  loading ??= (async () => zstdCodec(nodeEngine() ?? (await wasmEngine())))()
  return loading
}

function zstdCodec(engine: ZstdEngine): Codec {
  return {
    name: 'zstd',
    libraryBytes,
    decodeScratchBytes: () => 0,
    encodeScratchBytes: () => 0,
    // ZSTD_COMPRESSBOUND of zstd.h.
    encodedBound: (decodedBytes) => decodedBytes + (decodedBytes >>> 8) + 64 * 1024,
    decode(encoded, out) {
      let written = 0
      for (const { start, stop, contentBytes } of zstdFrames(encoded, out.length)) {
        const room = out.length - written
        if (contentBytes !== null && contentBytes > room) throw undecodable('zstd', overflowCode, encoded.length, out.length)
        const bytes = decodeFrame(engine, encoded, start, stop, room, out.length)
        out.set(bytes, written)
        written += bytes.length
      }
      return written
    },
    encode(decoded, out, level) {
      const bytes = engine.encode(decoded, level)
      out.set(bytes)
      return bytes.length
    },
  }
}

function decodeFrame(engine: ZstdEngine, encoded: Uint8Array, start: number, stop: number, room: number, expected: number): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = engine.decode(encoded.subarray(start, stop), room)
  } catch (cause) {
    throw undecodable('zstd', -2, encoded.length, expected, cause)
  }
  if (bytes.length > room) throw undecodable('zstd', overflowCode, encoded.length, expected)
  return bytes
}
