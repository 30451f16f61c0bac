import { crc32, deflateSync } from 'node:zlib'
import type { Canvas } from './canvas.js'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** A PNG of a picture. Up to 256 colours are stored as a palette, more as RGB or, where pixels are transparent, RGBA. */
export function encodePng(picture: Canvas): Uint8Array {
  const { width, height } = picture
  const form = formOf([picture])
  return file(width, height, form, [piece('IDAT', deflated(picture, form))])
}

/**
 * An animated PNG (the PNG specification's third edition, chunks acTL, fcTL, fdAT) of pictures of one size, shown again and again.
 * Programs that do not know of animation show the first picture.
 */
export function encodeApng(frames: readonly Canvas[], delayMs: number): Uint8Array {
  const { width, height } = frames[0] as Canvas
  const form = formOf(frames)
  let sequence = 0
  const pieces = [piece('acTL', words(frames.length, 0))]
  for (const [at, frame] of frames.entries()) {
    const delay = Buffer.alloc(6)
    delay.writeUInt16BE(Math.min(65535, Math.round(delayMs)), 0)
    delay.writeUInt16BE(1000, 2)
    pieces.push(piece('fcTL', Buffer.concat([words(sequence++, width, height, 0, 0), delay])))
    const data = deflated(frame, form)
    pieces.push(at === 0 ? piece('IDAT', data) : piece('fdAT', Buffer.concat([words(sequence++), data])))
  }
  return file(width, height, form, pieces)
}

/** How pixels are stored: as indices of a palette of 0xRRGGBBAA, or as 3 or 4 bytes. */
interface Form {
  readonly palette: ReadonlyMap<number, number> | null
  readonly bytes: 1 | 3 | 4
}

function formOf(frames: readonly Canvas[]): Form {
  const palette = new Map<number, number>()
  let isOpaque = true
  for (const { rgba } of frames) {
    for (let at = 0; at < rgba.length; at += 4) {
      if (rgba[at + 3] !== 255) isOpaque = false
      if (palette.size > 256) continue
      const color = colorAt(rgba, at)
      if (!palette.has(color)) palette.set(color, palette.size)
    }
  }
  if (palette.size <= 256) return { palette, bytes: 1 }
  return { palette: null, bytes: isOpaque ? 3 : 4 }
}

function colorAt(rgba: Uint8Array, at: number): number {
  return (
    (((rgba[at] as number) << 24) | ((rgba[at + 1] as number) << 16) | ((rgba[at + 2] as number) << 8) | (rgba[at + 3] as number)) >>> 0
  )
}

function file(width: number, height: number, { palette, bytes }: Form, pieces: readonly Uint8Array[]): Uint8Array {
  const kind = bytes === 1 ? 3 : bytes === 3 ? 2 : 6
  const header = Buffer.concat([words(width, height), Uint8Array.of(8, kind, 0, 0, 0)])
  const colors = [...(palette?.keys() ?? [])]
  const tables =
    palette === null ? [] : [piece('PLTE', Uint8Array.from(colors.flatMap((color) => [color >>> 24, color >>> 16, color >>> 8])))]
  if (colors.some((color) => (color & 255) !== 255)) tables.push(piece('tRNS', Uint8Array.from(colors)))
  return Buffer.concat([signature, piece('IHDR', header), ...tables, ...pieces, piece('IEND', new Uint8Array(0))])
}

function deflated({ width, height, rgba }: Canvas, { palette, bytes }: Form): Uint8Array {
  const stride = width * bytes
  const raw = new Uint8Array(stride * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (palette !== null) raw[pixel] = palette.get(colorAt(rgba, pixel * 4)) as number
    else for (let byte = 0; byte < bytes; byte++) raw[pixel * bytes + byte] = rgba[pixel * 4 + byte] as number
  }
  const rows = new Uint8Array((stride + 1) * height)
  for (let row = 0; row < height; row++) filterRow(raw, row, stride, bytes, rows.subarray(row * (stride + 1), (row + 1) * (stride + 1)))
  return deflateSync(rows, { level: 9 })
}

/** One row by the filter whose differences are smallest; palette rows as they are, since the differences of indices mean nothing. */
function filterRow(raw: Uint8Array, row: number, stride: number, bytes: number, out: Uint8Array): void {
  const from = row * stride
  if (bytes === 1) {
    out.set(raw.subarray(from, from + stride), 1)
    return
  }
  let least = Number.POSITIVE_INFINITY
  const tried = new Uint8Array(stride + 1)
  for (const filter of [1, 2, 4]) {
    tried[0] = filter
    let sum = 0
    for (let at = 0; at < stride; at++) {
      const left = at < bytes ? 0 : (raw[from + at - bytes] as number)
      const above = row === 0 ? 0 : (raw[from + at - stride] as number)
      const corner = at < bytes || row === 0 ? 0 : (raw[from + at - stride - bytes] as number)
      const guess = filter === 1 ? left : filter === 2 ? above : paeth(left, above, corner)
      tried[at + 1] = (raw[from + at] as number) - guess
      const difference = tried[at + 1] as number
      sum += difference < 128 ? difference : 256 - difference
    }
    if (sum >= least) continue
    least = sum
    out.set(tried)
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4)
  return bytes
}

function piece(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
