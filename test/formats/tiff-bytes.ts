import { deflateSync } from 'node:zlib'
import { type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'

/** One image of a TIFF to be written. */
export interface TiffImage {
  readonly width: number
  readonly height: number
  readonly samples?: number
  readonly dtype: Dtype
  /** Band-sequential pixels: sample, row, column. One byte a pixel for a mask of one bit. */
  readonly pixels: TypedArray
  /** Tile size, or rows of a strip. */
  readonly tile?: readonly [width: number, height: number]
  readonly rowsPerStrip?: number
  readonly planar?: boolean
  readonly compression?: 1 | 8 | 32773
  readonly predictor?: 1 | 2
  /** One bit a pixel. */
  readonly bits?: 1
  /** Segments that are left out. */
  readonly sparse?: (index: number) => boolean
  /** Further tags: shorts, doubles or text. */
  readonly tags?: readonly (readonly [tag: number, type: 'short' | 'long' | 'double' | 'ascii', value: readonly number[] | string])[]
}

/** How the file is written. */
export interface TiffShape {
  readonly bigEndian?: boolean
  readonly bigTiff?: boolean
}

type Field = readonly [tag: number, type: number, count: number, bytes: Uint8Array]

/** Writes a TIFF, directories behind the pixels. A plain writer for tests: what is in the file is what the tags say, nothing else. */
export function tiffBytes(images: readonly TiffImage[], shape: TiffShape = {}): Uint8Array {
  const little = shape.bigEndian !== true
  const big = shape.bigTiff === true
  const parts: Uint8Array[] = []
  let length = 0
  const append = (bytes: Uint8Array): number => {
    const at = length
    parts.push(bytes)
    length += bytes.length
    return at
  }
  append(new Uint8Array(big ? 16 : 8))
  const directories = images.map((image) => ({ fields: [...imageFields(image, append, little, big)] }))
  const header = parts[0] as Uint8Array
  let pointer = { view: new DataView(header.buffer), at: big ? 8 : 4 }
  for (const { fields } of directories) {
    if (length % 2 === 1) append(new Uint8Array(1))
    const { bytes, next } = directory(fields, append, little, big)
    const at = append(bytes)
    if (big) pointer.view.setBigUint64(pointer.at, BigInt(at), little)
    else pointer.view.setUint32(pointer.at, at, little)
    pointer = { view: new DataView(bytes.buffer), at: next }
  }
  writeHeader(header, little, big)
  const file = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    file.set(part, at)
    at += part.length
  }
  return file
}

function writeHeader(header: Uint8Array, little: boolean, big: boolean): void {
  const view = new DataView(header.buffer)
  header.fill(little ? 0x49 : 0x4d, 0, 2)
  view.setUint16(2, big ? 43 : 42, little)
  if (big) view.setUint16(4, 8, little)
}

function directory(fields: readonly Field[], append: (bytes: Uint8Array) => number, little: boolean, big: boolean) {
  const sorted = [...fields].sort((a, b) => a[0] - b[0])
  const inline = big ? 8 : 4
  const entry = big ? 20 : 12
  const head = big ? 8 : 2
  const placed = sorted.map(([, , , bytes]) => (bytes.length > inline ? append(bytes) : -1))
  const bytes = new Uint8Array(head + sorted.length * entry + inline)
  const view = new DataView(bytes.buffer)
  if (big) view.setBigUint64(0, BigInt(sorted.length), little)
  else view.setUint16(0, sorted.length, little)
  sorted.forEach(([tag, type, count, value], index) => {
    const at = head + index * entry
    view.setUint16(at, tag, little)
    view.setUint16(at + 2, type, little)
    if (big) view.setBigUint64(at + 4, BigInt(count), little)
    else view.setUint32(at + 4, count, little)
    const target = at + (big ? 12 : 8)
    const place = placed[index] as number
    if (place < 0) bytes.set(value, target)
    else if (big) view.setBigUint64(target, BigInt(place), little)
    else view.setUint32(target, place, little)
  })
  return { bytes, next: head + sorted.length * entry }
}

const types = { short: [3, 2], long: [4, 4], double: [12, 8], long8: [16, 8], ascii: [2, 1] } as const

function field(tag: number, type: keyof typeof types, value: readonly number[] | string, little: boolean): Field {
  const [code, size] = types[type]
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(`${value}\0`)
    return [tag, code, bytes.length, bytes]
  }
  const bytes = new Uint8Array(value.length * size)
  const view = new DataView(bytes.buffer)
  value.forEach((each, index) => {
    if (type === 'short') view.setUint16(index * 2, each, little)
    else if (type === 'long') view.setUint32(index * 4, each, little)
    else if (type === 'long8') view.setBigUint64(index * 8, BigInt(each), little)
    else view.setFloat64(index * 8, each, little)
  })
  return [tag, code, value.length, bytes]
}

const formats = { uint: 1, int: 2, float: 3 } as const

function* imageFields(image: TiffImage, append: (bytes: Uint8Array) => number, little: boolean, big: boolean): Generator<Field> {
  const { width, height, dtype, samples = 1, compression = 1, predictor = 1, tile, rowsPerStrip = height, sparse } = image
  const [segmentWidth, segmentHeight] = tile ?? [width, rowsPerStrip]
  const offsets: number[] = []
  const counts: number[] = []
  let index = 0
  for (let plane = 0; plane < (image.planar ? samples : 1); plane++) {
    for (let y = 0; y < height; y += segmentHeight) {
      for (let x = 0; x < width; x += segmentWidth) {
        const rows = tile === undefined ? Math.min(segmentHeight, height - y) : segmentHeight
        const bytes = sparse?.(index++) ? null : encode(segment(image, plane, x, y, segmentWidth, rows, little), compression)
        offsets.push(bytes === null ? 0 : append(bytes))
        counts.push(bytes?.length ?? 0)
      }
    }
  }
  const bits = new Array<number>(samples).fill(image.bits ?? dtypes[dtype].bytes * 8)
  yield field(256, 'long', [width], little)
  yield field(257, 'long', [height], little)
  yield field(258, 'short', bits, little)
  yield field(259, 'short', [compression], little)
  // Of a tag that stands twice readers take the first.
  if (!image.tags?.some(([tag]) => tag === 262)) yield field(262, 'short', [image.bits === 1 ? 4 : 1], little)
  yield field(277, 'short', [samples], little)
  yield field(284, 'short', [image.planar ? 2 : 1], little)
  yield field(317, 'short', [predictor], little)
  yield field(339, 'short', new Array<number>(samples).fill(formats[dtypes[dtype].kind]), little)
  if (tile !== undefined) {
    yield field(322, 'long', [tile[0]], little)
    yield field(323, 'long', [tile[1]], little)
  } else yield field(278, 'long', [rowsPerStrip], little)
  yield field(tile === undefined ? 273 : 324, big ? 'long8' : 'long', offsets, little)
  yield field(tile === undefined ? 279 : 325, big ? 'long8' : 'long', counts, little)
  for (const [tag, type, value] of image.tags ?? []) yield field(tag, type, value, little)
}

/** The samples of one segment in file order, with predictor 2 where asked. What lies outside the image is 0. */
function segment(image: TiffImage, plane: number, x0: number, y0: number, width: number, rows: number, little: boolean): Uint8Array {
  const { samples = 1, dtype, pixels, planar, predictor } = image
  if (image.bits === 1) return bitRows(image, x0, y0, width, rows)
  const { bytes: size } = dtypes[dtype]
  const perPixel = planar ? 1 : samples
  const bytes = new Uint8Array(width * rows * perPixel * size)
  const view = new DataView(bytes.buffer)
  const mask = (1n << BigInt(size * 8)) - 1n
  for (let row = 0; row < rows; row++) {
    const before = new Array<bigint>(perPixel).fill(0n)
    for (let column = 0; column < width; column++) {
      for (let s = 0; s < perPixel; s++) {
        const [x, y, sample] = [x0 + column, y0 + row, planar ? plane : s]
        const inside = x < image.width && y < image.height
        const value = inside ? bitsAt(pixels, (sample * image.height + y) * image.width + x) : 0n
        const stored = predictor === 2 ? (value - (before[s] as bigint)) & mask : value
        before[s] = value
        put(view, ((row * width + column) * perPixel + s) * size, size, stored, little)
      }
    }
  }
  return bytes
}

function bitRows(image: TiffImage, x0: number, y0: number, width: number, rows: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const bytes = new Uint8Array(rowBytes * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [x0 + column, y0 + row]
      const set = x < image.width && y < image.height && Number(image.pixels[y * image.width + x]) !== 0
      if (set) bytes[row * rowBytes + (column >> 3)] = (bytes[row * rowBytes + (column >> 3)] as number) | (0x80 >> (column & 7))
    }
  }
  return bytes
}

/** The bits of an element as an unsigned number. */
function bitsAt(pixels: TypedArray, index: number): bigint {
  const size = pixels.BYTES_PER_ELEMENT
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset + index * size, size)
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

function put(view: DataView, at: number, size: number, value: bigint, little: boolean): void {
  for (let i = 0; i < size; i++) view.setUint8(at + (little ? i : size - 1 - i), Number((value >> BigInt(8 * i)) & 0xffn))
}

function encode(bytes: Uint8Array, compression: 1 | 8 | 32773): Uint8Array {
  if (compression === 8) return new Uint8Array(deflateSync(bytes))
  if (compression === 1) return bytes
  const parts: number[] = []
  for (let at = 0; at < bytes.length; at += 128) {
    const part = bytes.subarray(at, at + 128)
    parts.push(part.length - 1, ...part)
  }
  return Uint8Array.from(parts)
}
