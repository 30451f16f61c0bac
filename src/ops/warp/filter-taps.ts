import type { Coverage } from './coverage.js'

/** The weight of a kernel at a distance, in units of its own scale; need not be normalised. */
export type Weigh = (distance: number) => number

/** Taps of overview pixels [start, stop) at a ratio (source pixels per pixel, at least 1): those within `radius` pixels of the output, in an array of `extent`. */
export function convolutionTaps(start: number, stop: number, ratio: number, radius: number, extent: number, weigh: Weigh): Coverage {
  const spans = Array.from({ length: stop - start }, (_, i) => {
    const centre = (start + i + 0.5) * ratio
    const first = Math.max(0, Math.floor(centre - radius * ratio + 0.5))
    const last = Math.min(extent, Math.floor(centre + radius * ratio + 0.5))
    return { first, weights: Array.from({ length: last - first }, (_, k) => weigh((first + k - centre + 0.5) / ratio)) }
  })
  const shares = spans.map(({ first, weights }) => {
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { first, weights: weights.map((weight) => weight / sum) }
  })
  return tapsOfSpans(shares)
}

/** Source pixels on each side of the middle, and their binomial weights, of a gauss kernel for a ratio. */
function binomial(ratio: number): readonly number[] {
  const whole = Math.round(ratio)
  if (whole <= 2) return [1, 2, 1]
  return whole <= 4 ? [1, 4, 6, 4, 1] : [1, 6, 15, 20, 15, 6, 1]
}

/** Taps of overview pixels [start, stop) by the binomial kernels of GDAL's `gauss`, whole numbers and their sums; `widest` is the greater ratio of both axes. */
export function gaussTaps(start: number, stop: number, ratio: number, widest: number, extent: number): Coverage {
  const matrix = binomial(widest)
  const spans = Array.from({ length: stop - start }, (_, i) => {
    const from = Math.floor(0.5 + (start + i) * ratio)
    const span = Math.floor(0.5 + (start + i + 1) * ratio) + 1 - from
    const at = from + Math.floor(span / 2) - Math.floor(matrix.length / 2)
    const first = Math.max(0, at)
    return { first, weights: matrix.slice(first - at, Math.min(extent, at + matrix.length) - at) }
  })
  return tapsOfSpans(spans)
}

/** Most taps that {@link convolutionTaps} and {@link gaussTaps} make a pixel. */
export function convolutionReach(ratio: number, radius: number): number {
  return Math.max(7, Math.ceil(2 * radius * ratio) + 2)
}

/** Spans as taps, and the sums of their weights. Pixels do not depend on one centre. */
function tapsOfSpans(spans: readonly { readonly first: number; readonly weights: readonly number[] }[]): Coverage {
  const taps = spans.reduce((most, { weights }) => Math.max(most, weights.length), 2)
  const table = new Float64Array(spans.length * taps)
  spans.forEach(({ weights }, i) => {
    table.set(weights, i * taps)
  })
  const first = Int32Array.from(spans, (span) => span.first)
  const count = Int32Array.from(spans, ({ weights }) => weights.length)
  const totals = Float64Array.from(spans, ({ weights }) => weights.reduce((total, weight) => total + weight, 0))
  const centre = new Int32Array(spans.length).fill(-(2 ** 30))
  return { taps: { from: 0, length: spans.length, taps, first, count, centre, weights: table }, totals }
}
