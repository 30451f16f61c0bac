import type { PixelMap } from '../../geo/pixel-map.js'

/** Scale of a stretched kernel along x and y, at most 1; null for the plain 2 x 2 kernel. */
export type Stretch = { readonly x: number; readonly y: number } | null

/** Taps on each side of a position, of a triangle stretched by a scale. */
export function tapRadius(scale: number): number {
  return Math.ceil(1 / scale)
}

/** Source positions along one axis of an axis-aligned map: of the centres of output columns (axis x) or rows [start, stop). */
export function positionsAlong(map: PixelMap, axis: 'x' | 'y', start: number, stop: number): Float64Array {
  const along = Float64Array.from({ length: stop - start }, (_, i) => start + i + 0.5)
  const across = new Float64Array(stop - start).fill(0.5)
  if (axis === 'x') map.apply(along, across, along.length)
  else map.apply(across, along, along.length)
  return along
}

/** Taps of output columns (or rows) whose centres lie in the array; positions are array indices. */
export interface AxisTaps {
  /** Index into the positions of the first that lies in the array, and how many do. */
  readonly from: number
  readonly length: number
  /** Weights an element: 1 is the weight of the second of two taps. */
  readonly taps: number
  readonly first: Int32Array
  readonly count: Int32Array
  readonly centre: Int32Array
  /** `taps` weights an element, beginning with that of its first tap; they sum to 1. */
  readonly weights: Float64Array
  /** How far positions lie behind the centre of a pixel, 0 to 1, for kernels that fall back to linear interpolation. */
  readonly phases?: Float64Array
}

/** A kernel as weights by distance; need not be normalised. */
export interface Filter {
  /** Distance at which it ends where it is not stretched. */
  readonly radius: number
  weigh(distance: number): number
}

/** A part [start, stop) of taps. */
export function slicedTaps(of: AxisTaps, start: number, stop: number): AxisTaps {
  const { from, taps, first, count, centre, weights, phases } = of
  return {
    from: from + start,
    length: stop - start,
    taps,
    first: first.subarray(start, stop),
    count: count.subarray(start, stop),
    centre: centre.subarray(start, stop),
    weights: weights.subarray(start * taps, stop * taps),
    ...(phases === undefined ? {} : { phases: phases.subarray(start, stop) }),
  }
}

// A centre on a pixel's edge belongs to the right or lower pixel, whatever rounding did to it; as in GDAL.
const push = 1e-10

/**
 * The taps at ordered positions in an array whose indices run over [low, high). `scale` is null for linear interpolation of two taps; `filter`
 * is a triangle where it is not given.
 */
export function axisTaps(positions: Float64Array, low: number, high: number, scale: number | null, filter: Filter | null = null): AxisTaps {
  const inside = (u: number): boolean => Math.floor(u + push) >= low && Math.floor(u + push) < high
  let from = 0
  while (from < positions.length && !inside(positions[from] as number)) from++
  let length = 0
  while (from + length < positions.length && inside(positions[from + length] as number)) length++
  const taps = scale === null ? 1 : 2 * Math.ceil((filter?.radius ?? 1) / scale)
  const made = {
    from,
    length,
    taps,
    first: new Int32Array(length),
    count: new Int32Array(length),
    centre: new Int32Array(length),
    weights: new Float64Array(length * taps),
    ...(filter === null ? {} : { phases: new Float64Array(length) }),
  }
  for (let i = 0; i < length; i++) {
    const u = positions[from + i] as number
    made.centre[i] = Math.floor(u + push)
    if (scale === null) placePair(made, i, u, low, high)
    else if (filter !== null) placeFilter(made, i, u, low, high, scale, filter)
    else placeTriangle(made, i, u, low, high, scale)
  }
  return made
}

function placePair(made: AxisTaps, i: number, u: number, low: number, high: number): void {
  const at = Math.floor(u - 0.5)
  made.first[i] = Math.max(at, low)
  made.count[i] = Math.min(at + 2, high) - (made.first[i] as number)
  made.weights[i] = made.count[i] === 2 ? u - 0.5 - at : 0
}

function placeFilter(made: AxisTaps, i: number, u: number, low: number, high: number, scale: number, { radius, weigh }: Filter): void {
  const centre = u - 0.5
  const at = Math.floor(centre)
  const reach = Math.ceil(radius / scale)
  let first = at + 1 - reach
  let last = at + reach
  while ((first - centre) * scale < -radius) first++
  while ((last - centre) * scale > radius) last--
  first = Math.max(first, low)
  last = Math.min(last, high - 1)
  let sum = 0
  for (let tap = first; tap <= last; tap++) sum += weigh((tap - centre) * scale)
  made.first[i] = first
  made.count[i] = last - first + 1
  if (made.phases !== undefined) made.phases[i] = centre - at
  for (let tap = first; tap <= last; tap++) made.weights[i * made.taps + tap - first] = weigh((tap - centre) * scale) / sum
}

function placeTriangle(made: AxisTaps, i: number, u: number, low: number, high: number, scale: number): void {
  const at = Math.floor(u - 0.5)
  const phase = u - 0.5 - at
  const radius = tapRadius(scale)
  const weigh = (tap: number): number => Math.max(0, 1 - Math.abs((tap - at - phase) * scale))
  let first = Math.max(low, at + 1 - radius)
  let last = Math.min(high - 1, at + radius)
  // The taps at the very ends weigh nothing where the position is a whole number of them away; they are then no taps.
  while (first < last && weigh(first) === 0) first++
  while (last > first && weigh(last) === 0) last--
  let sum = 0
  for (let tap = first; tap <= last; tap++) sum += weigh(tap)
  made.first[i] = first
  made.count[i] = last - first + 1
  for (let tap = first; tap <= last; tap++) made.weights[i * made.taps + tap - first] = weigh(tap) / sum
}
