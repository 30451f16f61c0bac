// Holes filled from the valid pixels around them: float32 planes with NaN for "invalid", all of one width. The nearest valid pixel of each quarter around a hole, looked for in
// each column alone, is weighed by its distance, as GDAL does.

const none: i32 = -1

@inline
function valid(plane: usize, width: i32, y: i32, x: i32): bool {
  const v = load<f32>(plane + (<usize>(y * width + x) << 2))
  return v == v
}

/** Nearest valid rows above, within `far`, of a row that comes: from the row before, or (`fresh`) from all rows. */
function lookUp(plane: usize, width: i32, y: i32, far: i32, fresh: bool, above: usize): void {
  for (let x = 0; x < width; x++) {
    const at = above + (<usize>x << 2)
    let row = fresh ? none : load<i32>(at)
    if (valid(plane, width, y, x)) row = y
    else if (fresh) {
      const last = max(0, y - far)
      row = y - 1
      while (row >= last && !valid(plane, width, row, x)) row--
      if (row < last) row = none
    } else if (row != none && y - row > far) row = none
    store<i32>(at, row)
  }
}

/** First rows below that are valid, or where the search ended: rows between are known to be invalid. */
function lookDown(plane: usize, width: i32, height: i32, y: i32, far: i32, below: usize): void {
  const end = min(height, y + far + 1)
  for (let x = 0; x < width; x++) {
    const at = below + (<usize>x << 2)
    let row = max(load<i32>(at), y + 1)
    while (row < end && !valid(plane, width, row, x)) row++
    store<i32>(at, row)
  }
}

let best0: f64 = 0
let best1: f64 = 0
let best2: f64 = 0
let best3: f64 = 0
let value0: f32 = 0
let value1: f32 = 0
let value2: f32 = 0
let value3: f32 = 0

@inline
function distance(dx: i32, dy: i32): f64 {
  return f64(dx) * f64(dx) + f64(dy) * f64(dy)
}

/** Looks at a column: above it (the row itself included) for one quarter, below it for another. Roots are squared again to compare, as GDAL does: which of equally near pixels counts depends on how that rounds. */
@inline
function lookAt(plane: usize, width: i32, x: i32, y: i32, step: i32, end: i32, above: usize, below: usize, east: bool): void {
  const up = load<i32>(above + (<usize>x << 2)), down = load<i32>(below + (<usize>x << 2))
  if (up != none) {
    const d = distance(step, y - up), known = east ? best2 : best0
    if (d < known * known) {
      const v = load<f32>(plane + (<usize>(up * width + x) << 2))
      if (east) { best2 = sqrt(d); value2 = v } else { best0 = sqrt(d); value0 = v }
    }
  }
  if (down < end) {
    const d = distance(step, down - y), known = east ? best3 : best1
    if (d < known * known) {
      const v = load<f32>(plane + (<usize>(down * width + x) << 2))
      if (east) { best3 = sqrt(d); value3 = v } else { best1 = sqrt(d); value1 = v }
    }
  }
}

let total: f64 = 0
let weights: f64 = 0

@inline
function weigh(away: f64, value: f32, most: f64): void {
  if (away > most) return
  const w = 1 / away
  weights += w
  total += f64(value) * w
}

/** The value of a hole, NaN where nothing lies within reach. `edge` is the array's last column, where GDAL looks at the column itself in the east too. */
function filled(plane: usize, width: i32, x: i32, y: i32, end: i32, most: f64, far: i32, edge: i32, nearest: i32, above: usize, below: usize): f32 {
  best0 = best1 = best2 = best3 = most + 1
  lookAt(plane, width, x, y, 0, end, above, below, false)
  if (x == edge) lookAt(plane, width, x, y, 0, end, above, below, true)
  for (let step = 1; step <= far; step++) {
    const worst = max(max(best0, best1), max(best2, best3))
    if (f64(step) * f64(step) >= worst * worst) break
    if (x - step >= 0) lookAt(plane, width, x - step, y, step, end, above, below, false)
    if (x + step < width) lookAt(plane, width, x + step, y, step, end, above, below, true)
  }
  if (nearest) {
    let least = best0, v = value0
    if (best1 < least) { least = best1; v = value1 }
    if (best2 < least) { least = best2; v = value2 }
    if (best3 < least) { least = best3; v = value3 }
    return least <= most ? v : f32.NaN
  }
  total = 0
  weights = 0
  weigh(best0, value0, most)
  weigh(best1, value1, most)
  weigh(best2, value2, most)
  weigh(best3, value3, most)
  return weights > 0 ? f32(total / weights) : f32.NaN
}

/**
 * Fills the holes of columns [x0, x1) of rows [y0, y1) of a plane into another; marks in bytes which pixels were filled. Pixels farther than `most` away do not count.
 * `above` and `below` are room for an integer a column.
 */
export function fillHoles(
  plane: usize, width: i32, height: i32, x0: i32, x1: i32, y0: i32, y1: i32,
  most: f64, edge: i32, nearest: i32, above: usize, below: usize, out: usize, marks: usize,
): void {
  const far = <i32>floor(most)
  memory.fill(below, 0, <usize>width << 2)
  for (let y = y0; y < y1; y++) {
    lookUp(plane, width, y, far, y == y0, above)
    lookDown(plane, width, height, y, far, below)
    const end = min(height, y + far + 1)
    for (let x = x0; x < x1; x++) {
      const at = <usize>(y * width + x)
      let v = load<f32>(plane + (at << 2))
      const hole = v != v
      if (hole) v = filled(plane, width, x, y, end, most, far, edge, nearest, above, below)
      store<f32>(out + (at << 2), v)
      store<u8>(marks + at, hole && v == v ? 1 : 0)
    }
  }
}

@inline
function gather(plane: usize, width: i32, height: i32, y: i32, x: i32): void {
  if (y < 0 || x < 0 || y >= height || x >= width) return
  const v = load<f32>(plane + (<usize>(y * width + x) << 2))
  if (v != v) return
  total += f64(v)
  weights += 1
}

/** One turn of smoothing: marked pixels become the mean of the valid ones of their 3 x 3, in rows [y0, y1); all else of [x0, x1) x [ya, yb) is copied. */
export function fillSmooth(
  plane: usize, width: i32, height: i32, x0: i32, x1: i32, ya: i32, yb: i32, y0: i32, y1: i32, marks: usize, out: usize,
): void {
  for (let y = ya; y < yb; y++) {
    for (let x = x0; x < x1; x++) {
      const at = <usize>(y * width + x)
      let v = load<f32>(plane + (at << 2))
      if (y >= y0 && y < y1 && load<u8>(marks + at)) {
        total = 0
        weights = 0
        for (let dy = -1; dy < 2; dy++) for (let dx = -1; dx < 2; dx++) gather(plane, width, height, y + dy, x + dx)
        v = f32(total / weights)
      }
      store<f32>(out + (at << 2), v)
    }
  }
}
