import { codecKernels } from '../kernels/codec.js'
import type { Codec } from './codec.js'
import { checkDecoded } from './fail.js'

/** PackBits run lengths (TIFF 6.0 section 9). It has no levels. */
export const packbitsCodec: Codec = {
  name: 'PackBits',
  libraryBytes: 0,
  decodeScratchBytes: () => 0,
  encodeScratchBytes: () => 0,
  encodedBound: (decodedBytes) => decodedBytes + Math.ceil(decodedBytes / 128),
  decode(encoded, out, kit) {
    const answer = codecKernels(kit.kernels).packbitsDecode(encoded.byteOffset, encoded.length, out.byteOffset, out.length)
    return checkDecoded('PackBits', answer, encoded, out)
  },
  encode(decoded, out) {
    let at = 0
    let written = 0
    while (at < decoded.length) {
      const repeats = runLength(decoded, at)
      const literals = repeats >= 3 ? 0 : literalLength(decoded, at)
      if (literals === 0) {
        out[written++] = 257 - repeats
        out[written++] = decoded[at] as number
      } else {
        out[written++] = literals - 1
        out.set(decoded.subarray(at, at + literals), written)
        written += literals
      }
      at += literals === 0 ? repeats : literals
    }
    return written
  },
}

function runLength(bytes: Uint8Array, at: number): number {
  const end = Math.min(bytes.length, at + 128)
  let to = at + 1
  while (to < end && bytes[to] === bytes[at]) to++
  return to - at
}

/** Bytes up to the next run of three or more, at most 128. */
function literalLength(bytes: Uint8Array, at: number): number {
  const end = Math.min(bytes.length, at + 128)
  let to = at
  while (to < end && !(to + 2 < bytes.length && bytes[to] === bytes[to + 1] && bytes[to] === bytes[to + 2])) to++
  return to - at
}
