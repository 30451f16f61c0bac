// Planes of a JPEG's components to pixels: chroma is brought to full size by triangle filters (as libjpeg's "fancy upsampling" documents
// them), and YCbCr becomes RGB by BT.601 in 16 fraction bits. The layout of the job is in jpeg.ts.
import { clampByte } from './jpeg-idct'

const COMPONENTS_AT: usize = 16 * 4
const COMPONENT_BYTES: usize = 12 * 4

/**
 * Writes `rows` rows of pixels, samples together, `rowBytes` apart. `toRgb`: three components are YCbCr and become RGB. `room` holds a row of each
 * component, padded to whole MCUs.
 */
export function jpegPixels(job: usize, target: usize, rowBytes: usize, rows: u32, toRgb: bool, room: usize): void {
  const count = load<u32>(job)
  const width = load<u32>(job, 24)
  const padded = load<u32>(job, 4) * load<u32>(job, 16) * 8
  for (let y: u32 = 0; y < rows; y++) {
    const to = target + <usize>y * rowBytes
    if (toRgb) {
      const luma = fullRow(job, 0, y, room)
      convert(luma, fullRow(job, 1, y, room + padded), fullRow(job, 2, y, room + 2 * padded), to, width)
    } else if (count == 1) memory.copy(to, fullRow(job, 0, y, room), width)
    else {
      for (let c: u32 = 0; c < count; c++) spread(fullRow(job, c, y, room), to + c, width, count)
    }
  }
}

function spread(from: usize, to: usize, width: u32, step: u32): void {
  for (let x: u32 = 0; x < width; x++) {
    store<u8>(to, load<u8>(from + x))
    to += step
  }
}

function convert(luma: usize, blue: usize, red: usize, to: usize, width: u32): void {
  for (let x: u32 = 0; x < width; x++) {
    const y: i32 = load<u8>(luma + x)
    const cb = <i32>load<u8>(blue + x) - 128
    const cr = <i32>load<u8>(red + x) - 128
    store<u8>(to, <u8>clampByte(y + ((91881 * cr + 32768) >> 16)))
    store<u8>(to, <u8>clampByte(y + ((-22554 * cb - 46802 * cr + 32768) >> 16)), 1)
    store<u8>(to, <u8>clampByte(y + ((116130 * cb + 32768) >> 16)), 2)
    to += 3
  }
}

/** A row of a component at full size: where it stands already, or made in `room`. */
function fullRow(job: usize, place: u32, y: u32, room: usize): usize {
  const one = job + COMPONENTS_AT + place * COMPONENT_BYTES
  const wide = load<u32>(job, 16) / load<u32>(one)
  const tall = load<u32>(job, 20) / load<u32>(one, 4)
  const stride: usize = load<u32>(one, 12)
  const row = y / tall
  const from = <usize>load<u32>(one, 8) + <usize>row * stride
  if (wide == 1 && tall == 1) return from
  const width = load<u32>(one, 40)
  const height = load<u32>(one, 44)
  // The row that is nearer to this half of the pixel: above it or below, itself at the edges.
  const other = y & 1 ? (row + 1 < height ? from + stride : from) : row > 0 ? from - stride : from
  if (wide == 2 && width > 2 && tall == 1) widen(from, room, width)
  else if (wide == 2 && width > 2 && tall == 2) widenBetween(from, other, room, width)
  else if (wide == 1 && tall == 2) between(from, other, room, width, y & 1 ? 2 : 1)
  else repeat(from, room, width, wide)
  return room
}

function repeat(from: usize, to: usize, width: u32, times: u32): void {
  for (let x: u32 = 0; x < width; x++) {
    memory.fill(to, load<u8>(from + x), times)
    to += times
  }
}

function between(near: usize, far: usize, to: usize, width: u32, bias: u32): void {
  for (let x: u32 = 0; x < width; x++) store<u8>(to + x, <u8>((3 * <u32>load<u8>(near + x) + <u32>load<u8>(far + x) + bias) >> 2))
}

/** Twice as wide: each half of a pixel leans a quarter to its neighbour. */
function widen(from: usize, to: usize, width: u32): void {
  for (let x: u32 = 0; x < width; x++) {
    const value: u32 = load<u8>(from + x)
    const left = x > 0 ? (3 * value + <u32>load<u8>(from + x - 1) + 1) >> 2 : value
    const right = x + 1 < width ? (3 * value + <u32>load<u8>(from + x + 1) + 2) >> 2 : value
    store<u8>(to + (x << 1), <u8>left)
    store<u8>(to + (x << 1), <u8>right, 1)
  }
}

@inline
function sumAt(near: usize, far: usize, x: u32): u32 {
  return 3 * <u32>load<u8>(near + x) + <u32>load<u8>(far + x)
}

/** Twice as wide and half way to another row. */
function widenBetween(near: usize, far: usize, to: usize, width: u32): void {
  let before: u32 = 0
  let value = sumAt(near, far, 0)
  for (let x: u32 = 0; x < width; x++) {
    const after = x + 1 < width ? sumAt(near, far, x + 1) : 0
    const left = x > 0 ? (3 * value + before + 8) >> 4 : (4 * value + 8) >> 4
    const right = x + 1 < width ? (3 * value + after + 7) >> 4 : (4 * value + 7) >> 4
    store<u8>(to + (x << 1), <u8>left)
    store<u8>(to + (x << 1), <u8>right, 1)
    before = value
    value = after
  }
}
