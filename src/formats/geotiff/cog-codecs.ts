import { OutputError, SourceError } from '../../base/errors.js'
import type { Codec, CodecKit } from '../../codecs/codec.js'

interface Kernels {
  deflateScratchBytes(): number
  deflateBound(length: number): number
  deflateZlib(source: number, length: number, target: number, capacity: number, scratch: number, sampleBytes: number): number
  inflateScratchBytes(): number
  inflateZlib(source: number, length: number, target: number, capacity: number, scratch: number): number
}

const of = (kit: CodecKit): Kernels => kit.kernels as unknown as Kernels
const scratchBytes = 1 << 20

const deflate: Codec = {
  name: 'deflate',
  decodeScratchBytes: () => scratchBytes,
  encodeScratchBytes: () => scratchBytes,
  encodedBound: (bytes) => bytes + (bytes >>> 10) + 128,
  decode(encoded, out, kit) {
    const scratch = kit.scratch(of(kit).inflateScratchBytes())
    const size = of(kit).inflateZlib(encoded.byteOffset, encoded.length, out.byteOffset, out.length, scratch)
    if (size < 0) throw new SourceError(`deflate stream is corrupt (${size})`)
    return size
  },
  encode(decoded, out, _level, kit) {
    const scratch = kit.scratch(of(kit).deflateScratchBytes())
    return of(kit).deflateZlib(decoded.byteOffset, decoded.length, out.byteOffset, out.length, scratch, 1)
  },
}

const none: Codec = {
  name: 'none',
  decodeScratchBytes: () => 0,
  encodeScratchBytes: () => 0,
  encodedBound: (bytes) => bytes,
  decode(encoded, out) {
    out.set(encoded)
    return encoded.length
  },
  encode(decoded, out) {
    out.set(decoded)
    return decoded.length
  },
}

/** The codec of a compression. */
export async function loadCodec(compress: string): Promise<Codec> {
  if (compress === 'none') return none
  if (compress === 'deflate') return deflate
  throw new OutputError(`no codec ${compress} yet`)
}
