import { AreaBox, elementAt } from './warp-area-box'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { isValid, storeRounded } from './warp-tap'

// The sum gives each source pixel to the output pixels that cover it, by the part that each covers. Neighbouring output pixels share their
// corners, so that the parts of a source pixel sum to one and totals are kept, whatever the map.

// Polygons are lists of (u, v), at most 16 points, counted from the upper left pixel of the box.
const polygonBytes: u32 = 16 * 16

/** Cuts a polygon by a line across u (`axis` 0) or v (8): keeps what lies beyond `edge`, or before it where `side` is -1. Returns the number of points. */
function cut(from: u32, count: i32, to: u32, axis: u32, edge: f64, side: f64): i32 {
  let made: i32 = 0
  let last = from + (<u32>(count - 1) << 4)
  for (let k: i32 = 0; k < count; k++) {
    const point = from + (<u32>k << 4)
    const a = side * (load<f64>(last + axis) - edge), b = side * (load<f64>(point + axis) - edge)
    if (a < 0 != b < 0) {
      const out = to + (<u32>(made++) << 4), t = a / (a - b)
      store<f64>(out, load<f64>(last) + t * (load<f64>(point) - load<f64>(last)))
      store<f64>(out, load<f64>(last, 8) + t * (load<f64>(point, 8) - load<f64>(last, 8)), 8)
      store<f64>(out + axis, edge)
    }
    if (b >= 0) memory.copy(to + (<u32>(made++) << 4), point, 16)
    last = point
  }
  return made
}

function areaOf(at: u32, count: i32): f64 {
  let twice: f64 = 0
  let last = at + (<u32>(count - 1) << 4)
  for (let k: i32 = 0; k < count; k++) {
    const point = at + (<u32>k << 4)
    twice += load<f64>(last) * load<f64>(point, 8) - load<f64>(point) * load<f64>(last, 8)
    last = point
  }
  return abs(twice) / 2
}

/** Writes the four corners of a pixel in order round it. */
function writeCorners(box: AreaBox, at: u32): void {
  const u = box.u - <f64>box.x0, v = box.v - <f64>box.y0
  store<f64>(at, u)
  store<f64>(at, v, 8)
  store<f64>(at, u + box.rightU, 16)
  store<f64>(at, v + box.rightV, 24)
  store<f64>(at, u + box.acrossU, 32)
  store<f64>(at, v + box.acrossV, 40)
  store<f64>(at, u + box.belowU, 48)
  store<f64>(at, v + box.belowV, 56)
}

/** Whether the sides of a pixel run along the axes of the source. */
@inline
function isUpright(box: AreaBox): bool {
  return (box.rightV == 0 && box.belowU == 0) || (box.rightU == 0 && box.belowV == 0)
}

/** The sum of the valid pixels of a box by the part of each that is covered; `room` holds four polygons. Returns 1 where there is none. */
export function sumPixel<T>(job: Job, at: u32, box: AreaBox, room: u32): i32 {
  let sum: f64 = 0, weight: f64 = 0
  const upright = isUpright(box)
  const corners = room, part = room + polygonBytes, strip = part + polygonBytes, pixel = strip + polygonBytes
  if (!upright) writeCorners(box, corners)
  for (let y = box.y0; y < box.y1; y++) {
    const wy = min(<f64>(y + 1), box.v1) - max(<f64>y, box.v0), row = <f64>(y - box.y0)
    const points = upright ? 0 : cut(part, cut(corners, 4, part, 8, row, 1), strip, 8, row + 1, -1)
    if (!upright && points < 3) continue
    for (let x = box.x0; x < box.x1; x++) {
      const tap = elementAt(job, x, y)
      if (!isValid<T>(job, tap)) continue
      let w = wy * (min(<f64>(x + 1), box.u1) - max(<f64>x, box.u0))
      if (!upright) {
        const column = <f64>(x - box.x0)
        const count = cut(part, cut(strip, points, part, 0, column, 1), pixel, 0, column + 1, -1)
        w = count < 3 ? 0 : areaOf(pixel, count)
      }
      if (w <= 0) continue
      sum += w * <f64>load<T>(job.src + tap * sizeof<T>())
      weight += w
    }
  }
  if (!(weight > 0)) return storeInvalid<T>(job, at)
  const good = storeRounded<T>(job.dst + at * sizeof<T>(), sum)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}
