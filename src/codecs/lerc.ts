import { type Dtype, dtypes, type TypedArray, viewOf } from '../base/dtype.js'
import { SourceError } from '../base/errors.js'
import type { Codec, CodecKit } from './codec.js'
import { deflateCodec } from './deflate.js'
import { undecodable } from './fail.js'
import type { PixelCodec, PixelShape } from './pixel-codec.js'
import { loadZstd } from './zstd.js'

// Measured: the module and its heap at rest; then decoded samples twice, their blob, and masks.
const moduleBytes = 8 * 1024 * 1024

/** What LERC can hold, by its number for it. */
const lercDtypes: readonly Dtype[] = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float32', 'float64']

/** LERC 2 blobs, compressed once more or not. A blob's mask becomes NaN, the alpha sample that it was made of, or the shape's `fill`. */
export async function loadLerc(shape: PixelShape): Promise<PixelCodec> {
  const { width, rows: most, samples, dtype, coding } = shape
  if (!lercDtypes.includes(dtype)) throw new SourceError(`LERC holds no ${dtype}`, { codec: 'LERC' })
  const lerc = await import('lerc')
  await lerc.load()
  const outer = coding.lercOuter === 'none' ? null : coding.lercOuter === 'zstd' ? await loadZstd() : deflateCodec()
  const decodedBytes = width * most * samples * dtypes[dtype].bytes
  // Incompressible samples are stored as they are, behind a header and a mask.
  const blobBytes = decodedBytes + Math.ceil((width * most) / 4) + 4096
  return {
    name: 'LERC',
    libraryBytes: moduleBytes + 4 * decodedBytes + 3 * samples * width * most + (outer?.libraryBytes ?? 0),
    scratchBytes: outer === null ? 0 : blobBytes + outer.decodeScratchBytes(blobBytes) + 64,
    // In files of the other byte order libtiff compresses the turned bytes.
    isFinished: false,
    decode(encoded, out, rows, kit) {
      const blob = outer === null ? encoded : inner(outer, encoded, blobBytes, kit)
      const depth = checkHeader(blob, shape, rows)
      let decoded: ReturnType<typeof lerc.decode>
      try {
        decoded = lerc.decode(blob, { returnInterleaved: true })
      } catch (cause) {
        throw undecodable('LERC', -2, blob.length, out.length, cause)
      }
      const { pixels, mask } = decoded
      return place(pixels[0] as LercPixels, mask, depth, shape, out, rows)
    },
  }
}

function inner(outer: Codec, encoded: Uint8Array, blobBytes: number, kit: CodecKit): Uint8Array {
  const room = new Uint8Array(kit.memory.buffer, kit.scratch(blobBytes), blobBytes)
  return room.subarray(0, outer.decode(encoded, room, kit))
}

/**
 * Checks that a blob is one of the segment's size and dtype, so that nothing else is allocated for, and answers its samples a pixel. Source: the
 * header as LERC's specification has it.
 */
function checkHeader(blob: Uint8Array, { width, rows: most, samples, dtype, coding }: PixelShape, rows: number): number {
  const fail = (reason: string) => new SourceError(`the LERC blob of ${blob.length} bytes ${reason}`, { codec: 'LERC' })
  if (blob.length < 66) throw fail('ends early')
  if (String.fromCharCode(...blob.subarray(0, 6)) !== 'Lerc2 ') throw fail('does not begin as one of version 2')
  const view = new DataView(blob.buffer, blob.byteOffset, blob.length)
  const version = view.getInt32(6, true)
  if (version < 1 || version > 6) throw fail(`is of version 2.${version}; known are 2.1 to 2.6`)
  const at = version >= 3 ? 14 : 10
  const [height, across] = [view.getInt32(at, true), view.getInt32(at + 4, true)]
  const depth = version >= 4 ? view.getInt32(at + 8, true) : 1
  const rest = version >= 4 ? at + 12 : at + 8
  const [valid, bytes, type] = [view.getInt32(rest, true), view.getInt32(rest + 8, true), view.getInt32(rest + 12, true)]
  if (across !== width || height < rows || height > most)
    throw fail(`is ${across} x ${height} pixels where ${width} x ${rows} are expected`)
  const isMasked = coding.hasAlpha && samples > 1 && depth === samples - 1
  if (depth !== samples && !isMasked) throw fail(`has ${depth} samples a pixel where ${samples} are expected`)
  if (lercDtypes[type] !== dtype) throw fail(`holds ${lercDtypes[type] ?? `type ${type}`} where ${dtype} is expected`)
  if (valid < 0 || valid > across * height || bytes > blob.length) throw fail('is corrupt or ends early')
  return depth
}

type LercPixels = Exclude<TypedArray, BigInt64Array | BigUint64Array>

/** Writes decoded samples, and what the mask says as the dtype can. */
function place(
  pixels: LercPixels,
  mask: Uint8Array | null,
  depth: number,
  { width, samples, dtype, fill }: PixelShape,
  out: Uint8Array,
  rows: number,
): number {
  const count = width * rows
  const target = viewOf(dtype, out.buffer, out.byteOffset, count * samples) as LercPixels
  const { kind, bytes } = dtypes[dtype]
  if (mask === null && depth === samples) {
    target.set(pixels.subarray(0, count * samples))
    return count * samples * bytes
  }
  const invalid = kind === 'float' ? Number.NaN : fill === null ? null : Number(fill)
  for (let pixel = 0; pixel < count; pixel++) {
    const isValid = mask === null || mask[pixel] !== 0
    if (!isValid && depth === samples && invalid === null) throw unsaid()
    for (let sample = 0; sample < depth; sample++) {
      const value = isValid || depth < samples || invalid === null ? (pixels[pixel * depth + sample] as number) : invalid
      target[pixel * samples + sample] = value
    }
    if (depth < samples) target[pixel * samples + depth] = isValid ? 255 : 0
  }
  return count * samples * bytes
}

function unsaid(): SourceError {
  const message = 'the LERC blob marks pixels as invalid, which integers without a nodata value cannot say: give one with the option nodata'
  return new SourceError(message, { codec: 'LERC' })
}
