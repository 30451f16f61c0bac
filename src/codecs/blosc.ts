import { InternalError } from '../base/errors.js'
import type { Codec } from './codec.js'
import { checkDecoded } from './fail.js'

/** The Blosc kernels, typed. Answers that are negative are the codes of `fail.ts`, and -5 for another compressor than LZ4. */
interface BloscKernels {
  bloscScratchBytes(length: number): number
  bloscEncode(source: number, length: number, target: number, capacity: number, scratch: number, typeSize: number): number
  bloscDecode(source: number, length: number, target: number, capacity: number, scratch: number): number
}

/** The largest block that the encoder makes. */
const mostBlockBytes = 262_144

/** What `bloscScratchBytes` answers; known before there is an instance. */
function kernelScratchBytes(decodedBytes: number): number {
  return Math.ceil(decodedBytes / 16) * 16 + 16 * 1024
}

/** The encoder's own blocks are small, so that it needs no more than one of them. */
function ownScratchBytes(decodedBytes: number): number {
  return kernelScratchBytes(Math.min(decodedBytes, mostBlockBytes))
}

function kernelScratch(kernels: BloscKernels, kit: Parameters<Codec['encode']>[3], bytes: number): number {
  const promised = kernelScratchBytes(bytes)
  const needed = kernels.bloscScratchBytes(bytes)
  if (needed > promised) throw new InternalError(`the blosc kernel wants ${needed} bytes of scratch, ${promised} are promised`)
  return kit.scratch(promised)
}

/**
 * Blosc 1 containers. Encodes with LZ4 behind the byte shuffle of elements of `typeSize` bytes, whatever the level; decodes LZ4 and, by
 * the libraries for them, zstd and zlib inside, shuffled by bytes, by bits or not. BloscLZ and Snappy throw `E_SOURCE`.
 */
export async function loadBlosc(typeSize: number): Promise<Codec> {
  // Loaded here: who only writes does without the libraries.
  const { decodeForeign, loadForeign, otherCodec, streamScratchBytes } = await import('./blosc-foreign.js')
  const foreign = await loadForeign()
  return {
    ...ownBlosc(typeSize),
    decodeScratchBytes: (decodedBytes) => kernelScratchBytes(decodedBytes) + streamScratchBytes,
    decode(encoded, out, kit) {
      const kernels = kit.kernels as unknown as BloscKernels
      const scratch = kernelScratch(kernels, kit, out.length)
      const answer = kernels.bloscDecode(encoded.byteOffset, encoded.length, out.byteOffset, out.length, scratch)
      if (answer === otherCodec) return decodeForeign(foreign, encoded, out, scratch, kit)
      return checkDecoded('blosc', answer, encoded, out)
    },
  }
}

/** The same for those who decode nothing but what they encoded themselves: needs no libraries, and scratch for one of its small blocks only. */
export function ownBlosc(typeSize: number): Codec {
  return {
    name: 'blosc',
    libraryBytes: 0,
    decodeScratchBytes: ownScratchBytes,
    encodeScratchBytes: ownScratchBytes,
    encodedBound: (decodedBytes) => decodedBytes + 16,
    decode(encoded, out, kit) {
      const kernels = kit.kernels as unknown as BloscKernels
      const scratch = kernelScratch(kernels, kit, Math.min(out.length, mostBlockBytes))
      const isOwn = encoded.length >= 16 && new DataView(encoded.buffer, encoded.byteOffset).getUint32(8, true) <= mostBlockBytes
      const corrupt = -2
      const answer = isOwn ? kernels.bloscDecode(encoded.byteOffset, encoded.length, out.byteOffset, out.length, scratch) : corrupt
      return checkDecoded('blosc', answer, encoded, out)
    },
    encode(decoded, out, _level, kit) {
      const kernels = kit.kernels as unknown as BloscKernels
      const scratch = kernelScratch(kernels, kit, Math.min(decoded.length, mostBlockBytes))
      const size = kernels.bloscEncode(decoded.byteOffset, decoded.length, out.byteOffset, out.length, scratch, typeSize)
      if (size < 0) throw new InternalError(`blosc: ${decoded.length} bytes do not fit into ${out.length} encoded`)
      return size
    },
  }
}
