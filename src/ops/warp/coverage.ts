import type { AxisTaps } from './axis-taps.js'
import type { Bounds } from './boxes.js'

/** Taps whose weights are the covered shares of source pixels, and their sums. */
export interface Coverage {
  readonly taps: AxisTaps
  readonly totals: Float64Array
}

// An edge that lies on a pixel's edge but for rounding does not touch the next pixel; GDAL's margin.
const margin = 1e-10

/** Most source pixels that bounds `step` long touch. */
export function coverageTaps(step: number): number {
  return Math.ceil(step) + 2
}

/** The pixels of [low, high) that bounds touch, with the part of each that is covered (1 where it is the only one); bounds that touch none are left out at both ends. */
export function coverageOf(bounds: Bounds, low: number, high: number): Coverage {
  const spans = Array.from({ length: bounds.length / 2 }, (_, i) => spanOf(bounds[2 * i] as number, bounds[2 * i + 1] as number, low, high))
  const from = Math.max(
    0,
    spans.findIndex(({ count }) => count > 0),
  )
  let length = spans.length - from
  while (length > 0 && (spans[from + length - 1]?.count ?? 0) <= 0) length--
  const kept = spans.slice(from, from + length)
  const taps = kept.reduce((most, { count }) => Math.max(most, count), 2)
  const weights = new Float64Array(length * taps)
  const totals = new Float64Array(length)
  kept.forEach(({ at, count, lower, upper }, i) => {
    for (let k = 0; k < count; k++) {
      const share = count === 1 ? 1 : Math.min(at + k + 1, upper) - Math.max(at + k, lower)
      weights[i * taps + k] = share
      totals[i] = (totals[i] as number) + share
    }
  })
  const first = Int32Array.from(kept, ({ at }) => at)
  const count = Int32Array.from(kept, (span) => span.count)
  // No centre: whichever pixels are valid make the mean.
  return { taps: { from, length, taps, first, count, centre: new Int32Array(length).fill(-(2 ** 30)), weights }, totals }
}

function spanOf(lower: number, upper: number, low: number, high: number): { at: number; count: number; lower: number; upper: number } {
  const start = Math.floor(lower + margin)
  const stop = Math.max(start + 1, Math.ceil(upper - margin))
  const at = Math.max(start, low)
  return { at, count: Math.min(stop, high) - at, lower, upper }
}
