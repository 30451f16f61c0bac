import { UsageError } from '../base/errors.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import type { Statistic } from '../graph/reduce.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import type { ArrayKind, ArrayOf } from './data-array-math.js'
import { windowsText } from './display-groups.js'
import { type ByDim, extentOf, shifted, windowLabels } from './labels-move.js'
import { type Part, takeNode } from './labels-take.js'
import { overShares, reducedNode, type Shares } from './reduce.js'
import { type GroupOptions, Reductions } from './reductions.js'

/** Options of `rolling`: whether the label stands in the middle of a window or at its end, and how many valid pixels it needs (all by default). */
export interface RollingOptions {
  readonly center?: boolean
  readonly minPeriods?: number
}

/** Options of `coarsen`: what is done where windows do not fill a dim (`exact` refuses, `trim` leaves the rest out, `pad` takes fewer pixels). */
export interface CoarsenOptions {
  readonly boundary?: 'exact' | 'trim' | 'pad'
}

/** The dim along which the pixels of a window stand while they are reduced. */
const inside = '__window'

/** Pixels that one window may have. */
const mostPixels = 1024

/** Arrays of one grid, each a pixel of every window, to be reduced across. */
export interface Windows {
  readonly parts: readonly LazyNode[]
  /** What a reduction without `minCount` asks for. */
  readonly minCount: number
}

function sizesOf(what: string, node: LazyNode, given: ByDim<string, number>): [string, number, number][] {
  const sizes = Object.entries(objectArgument(what, given, 'sizes by dim, like { time: 3 }') as Record<string, number>).map(
    ([dim, size]): [string, number, number] => {
      const extent = extentOf(node, dim, what)
      if (Number.isSafeInteger(size) && size >= 1 && size <= extent) return [dim, size, extent]
      throw new UsageError(`${what}: ${dim} is ${shownArgument(size)}, expected a whole number from 1 to ${extent}`)
    },
  )
  const pixels = sizes.reduce((product, [, size]) => product * size, 1)
  if (sizes.length === 0) throw new UsageError(`${what}: name at least one dim, as in { time: 3 }`)
  if (pixels <= mostPixels) return sizes
  throw new UsageError(`${what}: a window of ${pixels} pixels is larger than ${mostPixels}: take smaller ones, or resample`)
}

/** Windows around every pixel: as many moved copies as a window has pixels. */
export function rollingWindows(node: LazyNode, sizes: ByDim<string, number>, { center = false, minPeriods }: RollingOptions): Windows {
  const given = sizesOf('rolling', node, sizes)
  const pixels = given.reduce((product, [, size]) => product * size, 1)
  if (minPeriods !== undefined && !(Number.isSafeInteger(minPeriods) && minPeriods >= 1 && minPeriods <= pixels))
    throw new UsageError(`rolling: minPeriods is ${shownArgument(minPeriods)}, expected a whole number from 1 to ${pixels}`)
  let parts: readonly LazyNode[] = [node]
  for (const [dim, size] of given) {
    const last = center ? Math.ceil(size / 2) - 1 : 0
    const offsets = Array.from({ length: size }, (_, at) => size - 1 - at - last)
    parts = parts.flatMap((part) => offsets.map((off) => (off === 0 ? part : shifted(part, { [dim]: off }))))
  }
  return { parts, minCount: minPeriods ?? pixels }
}

/** Windows side by side: as many copies with steps as a window has pixels, all on the grid of the result. */
export function coarseWindows(node: LazyNode, sizes: ByDim<string, number>, { boundary = 'exact' }: CoarsenOptions): Windows {
  if (!['exact', 'trim', 'pad'].includes(boundary))
    throw new UsageError(`coarsen: boundary ${shownArgument(boundary)} is not known; there are exact, trim, pad`)
  let parts: readonly LazyNode[] = [node]
  for (const [dim, size, extent] of sizesOf('coarsen', node, sizes)) {
    if (boundary === 'exact' && extent % size !== 0)
      throw new UsageError(`coarsen: ${dim} has ${extent} positions, which ${size} does not divide: give boundary 'trim' or 'pad'`)
    const count = boundary === 'pad' ? Math.ceil(extent / size) : Math.floor(extent / size)
    parts = parts.flatMap((part) => {
      const { spec } = part
      const labels = { coord: windowLabels(spec.coords[dim], size, count), geobox: coarseGrid(spec.geobox, dim, size, count) }
      return Array.from({ length: size }, (_, start) => {
        const own = Math.max(0, Math.min(count, Math.ceil((extent - start) / size)))
        const pieces: Part[] = [{ start, count: own, step: size }, { blank: count - own }]
        return takeNode(part, dim, pieces, labels)
      })
    })
  }
  return { parts, minCount: 1 }
}

/** A grid whose pixels are larger along one dim; the first corner stays. */
function coarseGrid(box: GeoBox | null, dim: string, size: number, count: number): GeoBox | null {
  if (box === null || (dim !== 'x' && dim !== 'y')) return box
  const { a, b, c, d, e, f } = box.affine
  if (dim === 'x') return { ...box, width: count, affine: { a: a * size, b, c, d: d * size, e, f } }
  return { ...box, height: count, affine: { a, b: b * size, c, d, e: e * size, f } }
}

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Pixels in windows, to be reduced: `array.rolling({ time: 3 }).mean()`. Made by `rolling` and `coarsen`. */
export class WindowedArray<out Dims extends string, K extends ArrayKind> extends Reductions<ArrayOf<K, Dims>, GroupOptions> {
  readonly #windows: Windows
  readonly #make: (node: LazyNode) => ArrayOf<K, Dims>

  /** Wraps windows. */
  constructor(windows: Windows, make: (node: LazyNode) => ArrayOf<K, Dims>) {
    super()
    this.#windows = windows
    this.#make = make
  }

  override toString(): string {
    return `Windows of ${this.#windows.parts.length} pixels`
  }

  [inspect](): string {
    return windowsText(this.#windows.parts)
  }

  protected override reduced(statistic: Statistic, options: GroupOptions = {}, q: Shares | null): ArrayOf<K, Dims> {
    const { parts, minCount } = this.#windows
    const counted = statistic === 'count' ? options : { minCount, ...options }
    const stacked = applyOp('concat', { dim: inside }, parts)
    return this.#make(overShares(q, (each) => reducedNode(statistic, stacked, { ...counted, dim: inside }, each)))
  }
}
