// The inverse DCT of 8 x 8 blocks in integers, by Loeffler, Ligtenberg and Moschytz ("Practical fast 1-D DCT algorithms with 11
// multiplications", 1989), with 13 fraction bits in its constants and 2 kept between the passes. Other widths of the fractions would give
// pixels one off from those of the usual decoders.

const FRACTION: i32 = 13
const KEPT: i32 = 2

/** Rounds a constant to its fraction bits. */
@inline
function fixed(value: f64): i32 {
  return <i32>(value * 8192 + 0.5)
}

// The block between the passes: 64 values of 32 bits.
const between = memory.data(4 * 64, 16)

/** Undoes the DCT of a block of 64 dequantised coefficients (32 bits each, row by row) into 8 rows of 8 bytes, `stride` bytes apart. */
export function idctBlock(coefficients: usize, target: usize, stride: usize): void {
  for (let column: usize = 0; column < 8; column++) columnPass(coefficients + (column << 2), between + (column << 2))
  for (let row: usize = 0; row < 8; row++) rowPass(between + (row << 5), target + row * stride)
}

/** Fills a block of which only the mean is not zero. */
export function idctFlat(mean: i32, target: usize, stride: usize): void {
  const first = mean << KEPT
  const value = clampByte(((first + (1 << (KEPT + 2))) >> (KEPT + 3)) + 128)
  const eight = <u64>value * 0x0101010101010101
  for (let row: usize = 0; row < 8; row++) store<u64>(target + row * stride, eight)
}

/** A value as a byte, its nearest where it is none. */
@inline
export function clampByte(value: i32): i32 {
  return value < 0 ? 0 : value > 255 ? 255 : value
}

// The even and odd parts of a pass: results of `even` first, of `odd` in its order.
let even0: i32 = 0
let even1: i32 = 0
let even2: i32 = 0
let even3: i32 = 0
let odd0: i32 = 0
let odd1: i32 = 0
let odd2: i32 = 0
let odd3: i32 = 0

@inline
function evenPart(v0: i32, v2: i32, v4: i32, v6: i32): void {
  const turned = (v2 + v6) * fixed(0.5411961)
  const low = turned - v6 * fixed(1.847759065)
  const high = turned + v2 * fixed(0.765366865)
  const sum = (v0 + v4) << FRACTION
  const difference = (v0 - v4) << FRACTION
  even0 = sum + high
  even3 = sum - high
  even1 = difference + low
  even2 = difference - low
}

@inline
function oddPart(v1: i32, v3: i32, v5: i32, v7: i32): void {
  const all = (v7 + v3 + v5 + v1) * fixed(1.175875602)
  const outer = -(v7 + v1) * fixed(0.899976223)
  const inner = -(v5 + v3) * fixed(2.562915447)
  const third = all - (v7 + v3) * fixed(1.96157056)
  const fourth = all - (v5 + v1) * fixed(0.390180644)
  odd0 = v7 * fixed(0.298631336) + outer + third
  odd1 = v5 * fixed(2.053119869) + inner + fourth
  odd2 = v3 * fixed(3.072711026) + inner + third
  odd3 = v1 * fixed(1.50132111) + outer + fourth
}

@inline
function columnPass(from: usize, to: usize): void {
  const v0 = load<i32>(from)
  const v1 = load<i32>(from, 32)
  const v2 = load<i32>(from, 64)
  const v3 = load<i32>(from, 96)
  const v4 = load<i32>(from, 128)
  const v5 = load<i32>(from, 160)
  const v6 = load<i32>(from, 192)
  const v7 = load<i32>(from, 224)
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) == 0) {
    const same = v0 << KEPT
    for (let row: usize = 0; row < 8; row++) store<i32>(to + (row << 5), same)
    return
  }
  evenPart(v0, v2, v4, v6)
  oddPart(v1, v3, v5, v7)
  const half = 1 << (FRACTION - KEPT - 1)
  const shift = FRACTION - KEPT
  store<i32>(to, (even0 + odd3 + half) >> shift)
  store<i32>(to, (even1 + odd2 + half) >> shift, 32)
  store<i32>(to, (even2 + odd1 + half) >> shift, 64)
  store<i32>(to, (even3 + odd0 + half) >> shift, 96)
  store<i32>(to, (even3 - odd0 + half) >> shift, 128)
  store<i32>(to, (even2 - odd1 + half) >> shift, 160)
  store<i32>(to, (even1 - odd2 + half) >> shift, 192)
  store<i32>(to, (even0 - odd3 + half) >> shift, 224)
}

@inline
function pixelOf(value: i32): u8 {
  const shift = FRACTION + KEPT + 3
  return <u8>clampByte(((value + (1 << (shift - 1))) >> shift) + 128)
}

@inline
function rowPass(from: usize, to: usize): void {
  evenPart(load<i32>(from), load<i32>(from, 8), load<i32>(from, 16), load<i32>(from, 24))
  oddPart(load<i32>(from, 4), load<i32>(from, 12), load<i32>(from, 20), load<i32>(from, 28))
  store<u8>(to, pixelOf(even0 + odd3))
  store<u8>(to, pixelOf(even1 + odd2), 1)
  store<u8>(to, pixelOf(even2 + odd1), 2)
  store<u8>(to, pixelOf(even3 + odd0), 3)
  store<u8>(to, pixelOf(even3 - odd0), 4)
  store<u8>(to, pixelOf(even2 - odd1), 5)
  store<u8>(to, pixelOf(even1 - odd2), 6)
  store<u8>(to, pixelOf(even0 - odd3), 7)
}
