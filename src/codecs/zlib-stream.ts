import { InternalError } from '../base/errors.js'
import { type CodecKernels, codecKernels } from '../kernels/codec.js'
import type { Codec, CodecKit } from './codec.js'
import { checkDecoded } from './fail.js'

/** Room for what the kernels and zlib's own `deflateBound` may need for incompressible bytes, whichever is more. */
function bound(decodedBytes: number): number {
  return decodedBytes + Math.ceil(decodedBytes / 1000) + 160
}

/** Scratch of the kernels, which is what their `...ScratchBytes()` answer; known before there is an instance. */
const inflateScratchBytes = 16 * 1024
const deflateScratchBytes = 560 * 1024

function scratchFor(kit: CodecKit, needed: number, promised: number): number {
  if (needed > promised) throw new InternalError(`a kernel wants ${needed} bytes of scratch, ${promised} are promised`)
  return kit.scratch(promised)
}

/** How one kind of deflate stream is made and read. */
export interface StreamKind {
  readonly name: string
  readonly inflate: (kernels: CodecKernels) => CodecKernels['inflateZlib']
  readonly deflate: (kernels: CodecKernels) => CodecKernels['deflateZlib']
  /** The encoder of levels 2 to 9. */
  readonly deflateSync: (bytes: Uint8Array, level: number, chunkSize: number) => Uint8Array
}

/**
 * A codec for deflate streams of one kind. Level 1 is our kernel, which compares samples of `sampleBytes`; 2 to 9 are zlib's. Bytes
 * behind the stream are ignored.
 */
export function streamCodec(kind: StreamKind, sampleBytes: number): Codec {
  return {
    name: kind.name,
    libraryBytes: 0,
    decodeScratchBytes: () => inflateScratchBytes,
    encodeScratchBytes: () => deflateScratchBytes,
    encodedBound: bound,
    decode(encoded, out, kit) {
      const kernels = codecKernels(kit.kernels)
      const scratch = scratchFor(kit, kernels.inflateScratchBytes(), inflateScratchBytes)
      const inflate = kind.inflate(kernels)
      return checkDecoded(kind.name, inflate(encoded.byteOffset, encoded.length, out.byteOffset, out.length, scratch), encoded, out)
    },
    encode(decoded, out, level, kit) {
      if (level > 1) {
        const bytes = kind.deflateSync(decoded, Math.min(9, level), bound(decoded.length))
        out.set(bytes)
        return bytes.length
      }
      const kernels = codecKernels(kit.kernels)
      const scratch = scratchFor(kit, kernels.deflateScratchBytes(), deflateScratchBytes)
      const deflate = kind.deflate(kernels)
      const size = deflate(decoded.byteOffset, decoded.length, out.byteOffset, out.length, scratch, sampleBytes)
      if (size < 0) throw new InternalError(`${kind.name}: ${decoded.length} bytes do not fit into ${out.length} encoded`)
      return size
    },
  }
}
