import { InternalError } from '../base/errors.js'
import type { Codec, CodecKit } from './codec.js'
import { checkDecoded, overflowCode, undecodable } from './fail.js'

interface Lz4Kernels {
  lz4ScratchBytes(): number
  lz4Bound(length: number): number
  lz4Encode(source: number, length: number, target: number, capacity: number, scratch: number): number
  lz4Decode(source: number, length: number, target: number, capacity: number): number
}

/** Bytes of the length before a block. */
const headBytes = 4

/** Scratch of the kernel's encoder: its table. */
const scratchBytes = 64 * 1024

/** A block of LZ4 without anything around it, as Blosc holds it. Decodes only. Throws `E_SOURCE`. */
export function decodeLz4Block(encoded: Uint8Array, out: Uint8Array, kit: CodecKit): number {
  const answer = (kit.kernels as unknown as Lz4Kernels).lz4Decode(encoded.byteOffset, encoded.length, out.byteOffset, out.length)
  return checkDecoded('lz4', answer, encoded, out)
}

/** Scratch of {@link encodeLz4Block}: the table of the kernel. */
export const lz4BlockScratch = scratchBytes

/** The most bytes that {@link encodeLz4Block} makes of so many. */
export function lz4BlockBound(decodedBytes: number): number {
  return decodedBytes + Math.ceil(decodedBytes / 255) + 16
}

/** The inverse of {@link decodeLz4Block}, into `out` of at least {@link lz4BlockBound}; answers the bytes written. */
export function encodeLz4Block(decoded: Uint8Array, out: Uint8Array, kit: CodecKit): number {
  const kernels = kit.kernels as unknown as Lz4Kernels
  if (kernels.lz4ScratchBytes() > scratchBytes) throw new InternalError('the LZ4 kernel wants more scratch than is promised')
  const size = kernels.lz4Encode(decoded.byteOffset, decoded.length, out.byteOffset, out.length, kit.scratch(scratchBytes))
  if (size < 0) throw new InternalError(`lz4: ${decoded.length} bytes do not fit into ${out.length} encoded`)
  return size
}

/** LZ4 as numcodecs has it: the decoded length as a little-endian uint32, then one block. */
export const lz4Codec: Codec = {
  name: 'lz4',
  libraryBytes: 0,
  decodeScratchBytes: () => 0,
  encodeScratchBytes: () => scratchBytes,
  encodedBound: (decodedBytes) => headBytes + lz4BlockBound(decodedBytes),
  decode(encoded, out, kit) {
    if (encoded.length < headBytes) throw undecodable('lz4', -1, encoded.length, out.length)
    const length = new DataView(encoded.buffer, encoded.byteOffset, headBytes).getUint32(0, true)
    if (length > out.length) throw undecodable('lz4', overflowCode, encoded.length, out.length)
    const found = decodeLz4Block(encoded.subarray(headBytes), out.subarray(0, length), kit)
    if (found !== length) throw undecodable('lz4', -2, encoded.length, length)
    return length
  },
  encode(decoded, out, _level, kit) {
    new DataView(out.buffer, out.byteOffset, headBytes).setUint32(0, decoded.length, true)
    return headBytes + encodeLz4Block(decoded, out.subarray(headBytes), kit)
  },
}
