import type { CrsTransform } from './crs-transform.js'

/** Most pixels by which the straight pieces that stand for an edge may lie off its image in another CRS, as measured at its quarters. */
export const densifyErrorPx = 0.001

/** Halvings of one edge: 2^20 pieces. */
const deepest = 20

/** Leads points of one CRS to pixels of a grid, and edges between them to runs of pixels. */
export class EdgePlacer {
  readonly #transform: CrsTransform
  readonly #toPixel: (xs: Float64Array, ys: Float64Array, count: number) => void
  /** Edges shorter than this, in units of their CRS, are less than about a pixel long: they stay straight. */
  readonly #shortest: number
  readonly #refuse: (x: number, y: number) => never
  readonly #xs = new Float64Array(3)
  readonly #ys = new Float64Array(3)

  /** `refuse` throws for a point without an image. */
  constructor(
    transform: CrsTransform,
    toPixel: (xs: Float64Array, ys: Float64Array, count: number) => void,
    shortest: number,
    refuse: (x: number, y: number) => never,
  ) {
    this.#transform = transform
    this.#toPixel = toPixel
    this.#shortest = shortest
    this.#refuse = refuse
  }

  /** The pixels of a list of x, y, x, y, ..., with more of them between where an edge bends. */
  placeRun(run: readonly number[]): number[] {
    const count = run.length / 2
    const xs = Float64Array.from({ length: count }, (_, at) => run[2 * at] as number)
    const ys = Float64Array.from({ length: count }, (_, at) => run[2 * at + 1] as number)
    this.#place(xs, ys)
    const out: number[] = []
    for (let at = 0; at < count; at++) {
      const to = [run[2 * at] as number, run[2 * at + 1] as number] as const
      const b = [xs[at] as number, ys[at] as number] as const
      if (Number.isNaN(b[0])) this.#refuse(to[0], to[1])
      if (at > 0) {
        const from = [run[2 * at - 2] as number, run[2 * at - 1] as number] as const
        this.#halve(from, to, [xs[at - 1] as number, ys[at - 1] as number], b, 0, out)
      }
      out.push(b[0], b[1])
    }
    return out
  }

  #place(xs: Float64Array, ys: Float64Array): void {
    this.#transform(xs, ys, xs.length)
    this.#toPixel(xs, ys, xs.length)
  }

  /** Appends the pixels of the points between two ends, whose pixels are known, so that straight pieces follow the edge's image. */
  #halve(
    from: readonly [number, number],
    to: readonly [number, number],
    a: readonly [number, number],
    b: readonly [number, number],
    depth: number,
    out: number[],
  ): void {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    if (Math.abs(dx) + Math.abs(dy) < this.#shortest || depth === deepest) return
    const [xs, ys] = [this.#xs, this.#ys]
    const middle: [number, number] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    xs[0] = (from[0] + middle[0]) / 2
    ys[0] = (from[1] + middle[1]) / 2
    xs[1] = middle[0]
    ys[1] = middle[1]
    xs[2] = (middle[0] + to[0]) / 2
    ys[2] = (middle[1] + to[1]) / 2
    this.#place(xs, ys)
    if (![0, 1, 2].some((at) => !(offChord(xs[at] as number, ys[at] as number, a, b) <= densifyErrorPx))) return
    if (Number.isNaN(xs[1])) this.#refuse(middle[0], middle[1])
    const half: [number, number] = [xs[1] as number, ys[1] as number]
    this.#halve(from, middle, a, half, depth + 1, out)
    out.push(half[0], half[1])
    this.#halve(middle, to, half, b, depth + 1, out)
  }
}

/** Distance of a point from a straight piece; NaN where the point is NaN. */
function offChord(x: number, y: number, a: readonly [number, number], b: readonly [number, number]): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / squared
  const t = Math.min(1, Math.max(0, along))
  const [ex, ey] = [x - (a[0] + t * dx), y - (a[1] + t * dy)]
  return Math.sqrt(ex * ex + ey * ey)
}
