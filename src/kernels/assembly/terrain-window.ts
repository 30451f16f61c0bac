// Heights in 3 x 3 pixels around each pixel of a row. Rows are float32 strips that begin one column before the first pixel; NaN is "invalid". Out strips are
// whole vectors. The order of the sums is GDAL's, so that float32 rounds alike.

const quiet: u32 = 0x7fc00000

@inline
function known(v: v128): v128 {
  return f32x4.eq(v, v)
}

/** Where `edges` is set an invalid neighbour counts as the pixel in the middle. */
@inline
function neighbour(at: usize, middle: v128, edges: i32): v128 {
  const v = v128.load(at)
  return edges ? v128.bitselect(v, middle, known(v)) : v
}

/** `v` where all are known, else NaN. */
@inline
function checked(v: v128, all: v128): v128 {
  return v128.bitselect(v, i32x4.splat(quiet), all)
}

/**
 * Differences of heights: `gx` is west less east, `gy` south less north; NaN where the pixel or a neighbour is invalid. `way` is 0 for Horn's weights, 1 for
 * Zevenbergen and Thorne's, 2 for Horn's summed in the order that GDAL's hillshade has for square pixels.
 */
export function terrainGradient(way: i32, edges: i32, a: usize, b: usize, c: usize, count: usize, gx: usize, gy: usize): void {
  const end = a + count * 4
  for (; a < end; a += 16, b += 16, c += 16, gx += 16, gy += 16) {
    const w4 = v128.load(b, 4)
    const w0 = neighbour(a, w4, edges), w1 = neighbour(a + 4, w4, edges), w2 = neighbour(a + 8, w4, edges)
    const w3 = neighbour(b, w4, edges), w5 = neighbour(b + 8, w4, edges)
    const w6 = neighbour(c, w4, edges), w7 = neighbour(c + 4, w4, edges), w8 = neighbour(c + 8, w4, edges)
    const corners = v128.and(v128.and(known(w0), known(w2)), v128.and(known(w6), known(w8)))
    const sides = v128.and(v128.and(known(w1), known(w3)), v128.and(known(w5), known(w7)))
    const all = v128.and(known(w4), v128.and(corners, sides))
    let x: v128, y: v128
    if (way == 0) {
      const west = f32x4.add(f32x4.add(f32x4.add(w0, w3), w3), w6), east = f32x4.add(f32x4.add(f32x4.add(w2, w5), w5), w8)
      const north = f32x4.add(f32x4.add(f32x4.add(w0, w1), w1), w2), south = f32x4.add(f32x4.add(f32x4.add(w6, w7), w7), w8)
      x = f32x4.sub(west, east)
      y = f32x4.sub(south, north)
    } else if (way == 1) {
      x = f32x4.sub(w3, w5)
      y = f32x4.sub(w7, w1)
    } else {
      const diagonal = f32x4.sub(w0, w8), other = f32x4.sub(w6, w2), across = f32x4.sub(w3, w5), along = f32x4.sub(w1, w7)
      x = f32x4.add(f32x4.add(f32x4.add(diagonal, across), across), other)
      y = f32x4.neg(f32x4.sub(f32x4.add(f32x4.add(diagonal, along), along), other))
    }
    v128.store(gx, checked(x, all))
    v128.store(gy, checked(y, all))
  }
}

@inline
function squared(v: v128, middle: v128, low: i32): v128 {
  const d = f32x4.sub(v, middle)
  const wide = f64x2.promote_low_f32x4(low ? d : v128.shuffle<u64>(d, d, 1, 1))
  return f64x2.mul(wide, wide)
}

@inline
function riley(w0: v128, w1: v128, w2: v128, w3: v128, w4: v128, w5: v128, w6: v128, w7: v128, w8: v128, low: i32): v128 {
  let sum = f64x2.add(squared(w0, w4, low), squared(w1, w4, low))
  sum = f64x2.add(sum, squared(w2, w4, low))
  sum = f64x2.add(sum, squared(w3, w4, low))
  sum = f64x2.add(sum, squared(w5, w4, low))
  sum = f64x2.add(sum, squared(w6, w4, low))
  sum = f64x2.add(sum, squared(w7, w4, low))
  sum = f64x2.add(sum, squared(w8, w4, low))
  return f32x4.demote_f64x2_zero(f64x2.sqrt(sum))
}

@inline
function apart(v: v128, middle: v128): v128 {
  return f32x4.abs(f32x4.sub(v, middle))
}

/** How heights differ in 3 x 3 pixels: 0 the root of the summed squares of differences (Riley), 1 their mean (Wilson), 2 position above the mean, 3 greatest less least. */
export function terrainRelief(way: i32, edges: i32, a: usize, b: usize, c: usize, count: usize, out: usize): void {
  const end = a + count * 4
  for (; a < end; a += 16, b += 16, c += 16, out += 16) {
    const w4 = v128.load(b, 4)
    const w0 = neighbour(a, w4, edges), w1 = neighbour(a + 4, w4, edges), w2 = neighbour(a + 8, w4, edges)
    const w3 = neighbour(b, w4, edges), w5 = neighbour(b + 8, w4, edges)
    const w6 = neighbour(c, w4, edges), w7 = neighbour(c + 4, w4, edges), w8 = neighbour(c + 8, w4, edges)
    const corners = v128.and(v128.and(known(w0), known(w2)), v128.and(known(w6), known(w8)))
    const sides = v128.and(v128.and(known(w1), known(w3)), v128.and(known(w5), known(w7)))
    const all = v128.and(known(w4), v128.and(corners, sides))
    let v: v128
    if (way == 0) {
      const low = riley(w0, w1, w2, w3, w4, w5, w6, w7, w8, 1), high = riley(w0, w1, w2, w3, w4, w5, w6, w7, w8, 0)
      v = v128.shuffle<u64>(low, high, 0, 2)
    } else if (way == 1) {
      const ring1 = f32x4.add(f32x4.add(f32x4.add(apart(w0, w4), apart(w1, w4)), apart(w2, w4)), apart(w3, w4))
      const ring2 = f32x4.add(f32x4.add(f32x4.add(f32x4.add(ring1, apart(w5, w4)), apart(w6, w4)), apart(w7, w4)), apart(w8, w4))
      v = f32x4.mul(ring2, f32x4.splat(0.125))
    } else if (way == 2) {
      const ring1 = f32x4.add(f32x4.add(f32x4.add(w0, w1), w2), w3)
      const ring2 = f32x4.add(f32x4.add(f32x4.add(f32x4.add(ring1, w5), w6), w7), w8)
      v = f32x4.sub(w4, f32x4.mul(ring2, f32x4.splat(0.125)))
    } else {
      const low = f32x4.pmin(f32x4.pmin(f32x4.pmin(w0, w1), f32x4.pmin(w2, w3)), f32x4.pmin(f32x4.pmin(w4, w5), f32x4.pmin(w6, w7)))
      const high = f32x4.pmax(f32x4.pmax(f32x4.pmax(w0, w1), f32x4.pmax(w2, w3)), f32x4.pmax(f32x4.pmax(w4, w5), f32x4.pmax(w6, w7)))
      v = f32x4.sub(f32x4.pmax(high, w8), f32x4.pmin(low, w8))
    }
    v128.store(out, checked(v, all))
  }
}

/** The row beyond an edge: twice the first less the second. NaN where one of them is invalid. */
export function terrainBeyond(first: usize, second: usize, count: usize, out: usize): void {
  const two = f32x4.splat(2)
  const end = first + count * 4
  for (; first < end; first += 16, second += 16, out += 16) {
    const v = f32x4.sub(f32x4.mul(two, v128.load(first)), v128.load(second))
    v128.store(out, checked(v, known(v)))
  }
}
