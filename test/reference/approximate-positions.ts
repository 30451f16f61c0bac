import type { PixelMap } from '../../src/geo/pixel-map.js'

// gdalwarp's default error threshold, in source pixels.
const gdalThresholdPx = 0.125

/**
 * Positions of one output row as GDAL's approximate transformer gives them: exact at the first, the middle and the last pixel of a run; linear in
 * between where the middle is off by no more than the threshold (the sum along both axes), else each half by itself; runs of five are exact.
 * `cuts` are the columns at which chunks begin, and the width. A position that so comes to lie up to a pixel outside the array is computed again by
 * itself, exactly.
 */
export function approximateRow(
  map: Pick<PixelMap, 'apply'>,
  row: number,
  cuts: readonly number[],
  array: { readonly width: number; readonly height: number },
): { us: Float64Array; vs: Float64Array } {
  const width = cuts.at(-1) as number
  const us = Float64Array.from({ length: width }, (_, i) => i + 0.5)
  const vs = new Float64Array(width).fill(row + 0.5)
  map.apply(us, vs, width)
  const exact = { us: us.slice(), vs: vs.slice() }
  const pending = cuts.slice(1).map((to, i): [number, number] => [cuts[i] as number, to])
  for (let run = pending.pop(); run !== undefined; run = pending.pop()) {
    const [from, to] = run
    if (to - from <= 5) continue
    const [middle, last] = [from + Math.floor((to - from - 1) / 2), to - 1]
    const line = (of: Float64Array): ((at: number) => number) => {
      const slope = ((of[last] as number) - (of[from] as number)) / (last - from)
      return (at) => (of[from] as number) + slope * (at - from)
    }
    const [u, v] = [line(exact.us), line(exact.vs)]
    const error = Math.abs(u(middle) - (exact.us[middle] as number)) + Math.abs(v(middle) - (exact.vs[middle] as number))
    if (!(error <= gdalThresholdPx)) {
      pending.push([from, middle], [middle, to])
      continue
    }
    for (let at = from; at < to; at++) {
      if (isBeside(u(at), v(at), array)) continue
      us[at] = u(at)
      vs[at] = v(at)
    }
  }
  return { us, vs }
}

function isBeside(u: number, v: number, { width, height }: { readonly width: number; readonly height: number }): boolean {
  const isInside = u >= 0 && v >= 0 && u + 1e-10 <= width && v + 1e-10 <= height
  return !isInside && u >= -1 && v >= -1 && u <= width + 1 && v <= height + 1
}
