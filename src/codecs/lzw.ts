import { InternalError } from '../base/errors.js'
import { codecKernels } from '../kernels/codec.js'
import type { Codec } from './codec.js'
import { checkDecoded } from './fail.js'

/** Scratch of the kernels: `lzwScratchBytes()`, rounded up. */
const scratchBytes = 40 * 1024

/** TIFF's LZW (TIFF 6.0 section 13), old bit order included when decoding. It has no levels. */
export const lzwCodec: Codec = {
  name: 'LZW',
  libraryBytes: 0,
  decodeScratchBytes: () => scratchBytes,
  encodeScratchBytes: () => scratchBytes,
  encodedBound: (decodedBytes) => decodedBytes + (decodedBytes >>> 1) + (decodedBytes >>> 10) + 32,
  decode(encoded, out, kit) {
    const answer = codecKernels(kit.kernels).lzwDecode(
      encoded.byteOffset,
      encoded.length,
      out.byteOffset,
      out.length,
      kit.scratch(scratchBytes),
    )
    return checkDecoded('LZW', answer, encoded, out)
  },
  encode(decoded, out, _level, kit) {
    const size = codecKernels(kit.kernels).lzwEncode(
      decoded.byteOffset,
      decoded.length,
      out.byteOffset,
      out.length,
      kit.scratch(scratchBytes),
    )
    if (size < 0) throw new InternalError(`LZW: ${decoded.length} bytes do not fit into ${out.length} encoded`)
    return size
  },
}
