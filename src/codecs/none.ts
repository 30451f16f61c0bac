import type { Codec } from './codec.js'

/** Bytes as they are. Decoding takes what fits of them. */
export const noneCodec: Codec = {
  name: 'none',
  libraryBytes: 0,
  decodeScratchBytes: () => 0,
  encodeScratchBytes: () => 0,
  encodedBound: (decodedBytes) => decodedBytes,
  decode(encoded, out) {
    const bytes = encoded.length <= out.length ? encoded : encoded.subarray(0, out.length)
    out.set(bytes)
    return bytes.length
  },
  encode(decoded, out) {
    out.set(decoded)
    return decoded.length
  },
}
