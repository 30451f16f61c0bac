import { type Dtype, dtypes, isBigInt, isDtype } from '../../base/dtype.js'
import type { Json, JsonObject } from '../../base/json.js'

/** What a compressor or checksum is called here. */
type PlainName = 'gzip' | 'deflate' | 'zstd' | 'blosc' | 'lz4' | 'bzip2' | 'crc32c'

/** What is undone of texts alone, which are no pixels. */
type TextName = 'vlen-utf8'

/** Checksums beside that of v3. */
export type ChecksumKind = 'crc32' | 'adler32' | 'fletcher32'

/** A step between the bytes of a chunk's elements and the bytes of its file. Filters say what they work on: plain JSON. */
export type ByteCodec =
  | { readonly name: PlainName | TextName }
  | { readonly name: 'shuffle'; readonly elementBytes: number }
  /** Differences of neighbours, of `dtype` before and `stored` after. */
  | { readonly name: 'delta'; readonly dtype: Dtype; readonly stored: Dtype }
  /** (value - offset) * scale, rounded, of `dtype` before and `stored` after. */
  | {
      readonly name: 'fixedscaleoffset'
      readonly dtype: Dtype
      readonly stored: Dtype
      readonly scale: number
      readonly offset: number
    }
  /** A checksum of four bytes before or behind the bytes that it is of. */
  | { readonly name: 'checksum'; readonly kind: ChecksumKind; readonly atStart: boolean }
  /** Numbers of another type. */
  | { readonly name: 'cast'; readonly dtype: Dtype; readonly stored: Dtype }
  /** Floats of 16 bits, which are float32 here. */
  | { readonly name: 'half'; readonly bigEndian: boolean }
  /** Eight bools to a byte, the first highest, behind a byte that tells how many at the end are none. */
  | { readonly name: 'bits' }
  /** What loses bits in encoding and needs nothing undone. */
  | { readonly name: 'bitround' }

/** Whether a codec works on numbers rather than on bytes. */
export function isElementFilter({ name }: ByteCodec): boolean {
  return name === 'delta' || name === 'fixedscaleoffset' || name === 'cast'
}

const plain: Readonly<Record<string, PlainName>> = {
  gzip: 'gzip',
  zlib: 'deflate',
  zstd: 'zstd',
  blosc: 'blosc',
  lz4: 'lz4',
  bz2: 'bzip2',
  crc32c: 'crc32c',
}

/** Which codecs can be read, as errors say it. */
export const knownCodecs =
  'those that can be read are bytes, transpose, gzip, zlib, zstd, blosc, lz4, bz2, crc32c, crc32, adler32, fletcher32, shuffle, delta, ' +
  'fixedscaleoffset, quantize, astype, packbits, bitround'

/** A codec by its name in the metadata, or why it cannot be read. Names may begin with `numcodecs.`, as in v3. */
export function byteCodec(name: string, configuration: JsonObject): ByteCodec | string {
  const id = name.replace(/^numcodecs\./, '')
  // CRC-32C of numcodecs stands before the bytes, that of v3 behind them.
  const found = id === 'crc32c' && id !== name ? undefined : Object.hasOwn(plain, id) ? plain[id] : undefined
  if (found !== undefined) return { name: found }
  if (id === 'bitround' || id === 'vlen-utf8') return { name: id }
  if (id === 'shuffle') {
    const size = configuration.elementsize ?? 4
    return typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 255
      ? { name: 'shuffle', elementBytes: size }
      : `"${name}" has elements of ${JSON.stringify(size)} bytes`
  }
  if (id === 'packbits') return { name: 'bits' }
  if (id === 'crc32' || id === 'adler32' || id === 'fletcher32')
    return { name: 'checksum', kind: id, atStart: id !== 'fletcher32' && configuration.location !== 'end' }
  if (id === 'quantize' || id === 'astype') return castOf(name, id, configuration)
  if (id !== 'delta' && id !== 'fixedscaleoffset') return `${JSON.stringify(name)} is not available yet; ${knownCodecs}`
  const dtype = numberType(configuration.dtype)
  const stored = configuration.astype === undefined || configuration.astype === null ? dtype : numberType(configuration.astype)
  if (dtype === null || stored === null) {
    return `"${name}" of ${JSON.stringify(configuration.dtype)} stored as ${JSON.stringify(configuration.astype)} is not available yet`
  }
  if (isBigInt(dtype) !== isBigInt(stored)) return `"${name}" of ${dtype} stored as ${stored} is not available yet`
  if (id === 'delta') return { name: 'delta', dtype, stored }
  const { scale, offset } = configuration
  if (typeof scale !== 'number' || typeof offset !== 'number' || scale === 0 || isBigInt(dtype)) {
    return `"${name}" of ${dtype} by scale ${JSON.stringify(scale)} and offset ${JSON.stringify(offset)} is not available yet`
  }
  return { name: 'fixedscaleoffset', dtype, stored, scale, offset }
}

function castOf(name: string, id: 'quantize' | 'astype', configuration: JsonObject): ByteCodec | string {
  const { dtype: own, astype, decode_dtype: decoded, encode_dtype: encoded } = configuration
  const [to, from] = id === 'quantize' ? [own, astype ?? own] : [decoded, encoded]
  const [dtype, stored] = [numberType(to), numberType(from)]
  if (dtype !== null && stored !== null && isBigInt(dtype) === isBigInt(stored)) return { name: 'cast', dtype, stored }
  return `"${name}" of ${JSON.stringify(to)} stored as ${JSON.stringify(from)} is not available yet`
}

/** How many times as large a codec may make what it encodes. */
export function growthOf(codec: ByteCodec): number {
  return codec.name === 'delta' || codec.name === 'fixedscaleoffset' || codec.name === 'cast'
    ? Math.max(1, dtypes[codec.stored].bytes / dtypes[codec.dtype].bytes)
    : 1
}

/** `<i2`, `|u1`, `i4`, `int32`: little-endian numbers. Null for anything else. */
function numberType(text: Json | undefined): Dtype | null {
  if (isDtype(text)) return text
  const match = typeof text === 'string' ? /^[<|=]?([iuf])(\d)$/.exec(text) : null
  if (match === null) return null
  const name = `${{ i: 'int', u: 'uint', f: 'float' }[match[1] as 'i' | 'u' | 'f']}${Number(match[2]) * 8}`
  return isDtype(name) ? name : null
}
