import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { type BestPixelOptions, bestPixels } from './best-pixel.js'
import { LazyArray, peek } from './data-array-base.js'
import type { ArrayKind, ArrayOf } from './data-array-math.js'
import { knownOptions } from './data-array-options.js'
import { ReducingArray } from './data-array-reduce.js'
import { ClassGroups, type ClassOptions } from './group-classes.js'
import { GroupedArray } from './groups.js'
import { groupsBy, groupsByTime, type ResampleTimeOptions } from './groups-bins.js'
import { type LabelIndexer, resolveLabels } from './labels.js'
import type { CoordLike } from './labels-coord.js'
import { type ByDim, differences, extentOf, type PadMode, padded, picked, relabelled, shifted, sortedBy } from './labels-move.js'
import { interpolated, type ReindexOptions, reindexed } from './labels-reindex.js'
import type { Label } from './select-slice.js'
import { type CoarsenOptions, coarseWindows, type RollingOptions, rollingWindows, WindowedArray } from './windows.js'

/** Dims and labels of arrays: other orders, other labels, and what is computed along them. */
export abstract class LabelArray<out Dims extends string, K extends ArrayKind> extends ReducingArray<Dims, K> {
  #with<D extends string = Dims>(node: LazyNode): ArrayOf<K, D> {
    return this.made<D>(node)
  }

  get #node(): LazyNode {
    return peek(this).node
  }

  /** The dims in another order; without names, reversed. Throws `E_USAGE` unless each is named once. */
  transpose(...dims: readonly Dims[]): ArrayOf<K, Dims> {
    const order: readonly string[] = dims.length === 0 ? [...this.dims].reverse() : dims
    const odd = order.find((dim) => !this.dims.includes(dim))
    if (odd !== undefined || order.length !== this.dims.length)
      throw new UsageError(`transpose: ${order.join(', ')} was given, expected each of ${this.dims.join(', ')} once`)
    return this.#with(applyOp('transpose', { dims: [...order] }, [this.#node]))
  }

  /** A new first dim of extent 1, with a label if one is given: `expandDims('time', '2021-06-14')`. */
  expandDims<const D extends string>(dim: D, label?: Label): ArrayOf<K, Dims | D> {
    if (typeof dim !== 'string' || dim === '' || this.dims.includes(dim)) {
      throw new UsageError(
        `expandDims: ${shownArgument(dim)} was given, expected the name of a dim that is not among ${this.dims.join(', ') || '(none)'}`,
      )
    }
    const made = applyOp('transpose', { dims: [dim, ...this.dims] }, [this.#node])
    return this.#with<Dims | D>(label === undefined ? made : relabelled(made, { [dim]: [label] }))
  }

  /** Without dims of extent 1: those that are named, or all of them. Throws `E_USAGE` for a longer one. */
  squeeze<const D extends Dims = Dims>(...dims: readonly D[]): ArrayOf<K, string> {
    const long = dims.find((dim) => extentOf(this.#node, dim, 'squeeze') !== 1)
    if (long !== undefined)
      throw new UsageError(`squeeze: ${long} has ${extentOf(this.#node, long, 'squeeze')} positions: select one with isel`)
    const gone: readonly string[] = dims.length > 0 ? dims : this.dims.filter((_, at) => this.shape[at] === 1)
    return this.#with<string>(applyOp('isel', { indexers: Object.fromEntries(gone.map((dim) => [dim, 0])) }, [this.#node]))
  }

  /** Other labels along dims: `assignCoords({ time: dates })`; null takes them away. x and y follow the grid. */
  assignCoords(coords: ByDim<Dims, CoordLike | null>): ArrayOf<K, Dims> {
    return this.#with(relabelled(this.#node, coords))
  }

  /** Without what some labels name: `drop({ band: ['B01'] })`. Throws `E_USAGE` for labels that are not there, and where nothing is left. */
  drop(labels: ByDim<Dims, LabelIndexer>): ArrayOf<K, Dims> {
    const found = resolveLabels(this.#node.spec, labels as Record<string, unknown>, {}, 'drop')
    const node = Object.entries(found).reduce((made, [dim, positions]) => {
      const extent = extentOf(made, dim, 'drop')
      const gone = new Set(positionsIn(positions))
      const left = Array.from({ length: extent }, (_, at) => at).filter((at) => !gone.has(at))
      if (left.length === 0) throw new UsageError(`drop: all ${extent} positions of ${dim} would go`)
      return picked(made, dim, left)
    }, this.#node)
    return this.#with(node)
  }

  /** The positions at some labels, in their order; those that are not there are invalid, or filled by a `method`. */
  reindex(coords: ByDim<Dims, CoordLike>, options?: ReindexOptions): ArrayOf<K, Dims> {
    return this.#with(reindexed(this.#node, coords, knownOptions('reindex', options, ['method', 'tolerance'])))
  }

  /** Positions along a dim in the order of their labels. */
  sortby(dim: Dims, options?: { readonly ascending?: boolean }): ArrayOf<K, Dims> {
    return this.#with(sortedBy(this.#node, dim, knownOptions('sortby', options, ['ascending']).ascending))
  }

  /** Pixels moved along dims (positive: to later positions); labels stay, and what moves in is invalid. */
  shift(by: ByDim<Dims, number>): ArrayOf<K, Dims> {
    return this.#with(shifted(this.#node, by))
  }

  /** Each pixel less the one before along a dim, `n` times; labels of the second of each pair, or of the first (`'lower'`). */
  diff(dim: Dims, options?: { readonly n?: number; readonly label?: 'upper' | 'lower' }): ArrayOf<K, Dims> {
    const { n, label } = knownOptions('diff', options, ['n', 'label'])
    return this.#with(differences(this.#node, dim, n, label))
  }

  /** More pixels around: `pad({ time: [1, 2], x: 8 }, { mode: 'edge' })`; invalid ones by default. Grids and regular labels go on. */
  pad(by: ByDim<Dims, number | readonly [number, number]>, options?: { readonly mode?: PadMode }): ArrayOf<K, Dims> {
    return this.#with(padded(this.#node, by, knownOptions('pad', options, ['mode']).mode))
  }

  /** Values between the labels of one dim, linear between neighbours; float32 of up to 16 bits and float32, else float64. Invalid outside. */
  interp(coords: ByDim<Dims, CoordLike>, options?: { readonly method?: 'linear' | 'nearest' }): ArrayOf<K, Dims> {
    return this.#with(interpolated(this.#node, coords, knownOptions('interp', options, ['method']).method))
  }

  /** Sums along a dim from its beginning up to each position; invalid pixels count as 0. Integers make 64 bits. */
  cumsum(dim: Dims): ArrayOf<K, Dims> {
    return this.#with(applyOp('cumulate', { dim }, [this.#node]))
  }

  /**
   * Positions in groups, to be reduced: by a part of the time (`'time.year'`, `month`, `season`, `quarter`, `day`, `hour`, `dayofyear`, `dayofweek`), by equal labels of a
   * dim (`'station'`), or by classes that are given, one for each position. Calendars are those of CF, `360_day` and `noleap` among them. Or pixels by the classes of
   * another array, over its dims: `groupby(cover)` where it knows its classes (named by its file, a comparison, in memory), else `groupby(cover, { values: [10, 20] })`
   * or `{ values: await cover.unique() }`. Throws `E_USAGE`, `E_GRID` for unlike grids.
   */
  groupby(by: string, classes?: readonly (number | string)[]): GroupedArray<string, K>
  groupby(classes: LazyArray, options?: ClassOptions): ClassGroups<K>
  groupby(by: unknown, more?: unknown): GroupedArray<string, K> | ClassGroups<K> {
    const make = (node: LazyNode): ArrayOf<K, string> => this.made<string>(node)
    if (by instanceof LazyArray) return new ClassGroups<K>(this.#node, peek(by), more as ClassOptions | undefined, make)
    if (typeof by !== 'string')
      throw new UsageError(`groupby: ${shownArgument(by)} was given, expected a text such as 'time.month', or an array of classes`)
    return new GroupedArray<string, K>(this.#node, groupsBy(this.#node, by, more as readonly string[] | undefined), make)
  }

  /**
   * Of the pixels along a dim the best one by the quality that another array gives them: the greatest (or least, `order: 'min'`), of equal ones the first, among those that
   * are valid in both arrays. Dims that the quality lacks (`band`) are picked together, where all are valid: a composite whose bands are of one day.
   */
  bestPixel(quality: LazyArray, options?: BestPixelOptions<Dims>): ArrayOf<K, string> {
    if (!(quality instanceof LazyArray)) throw new UsageError(`bestPixel: the quality is ${shownArgument(quality)}, expected a DataArray`)
    return this.#with<string>(bestPixels(this.#node, peek(quality).node, knownOptions('bestPixel', options, ['dim', 'order'])))
  }

  /** Times in spans of one length, to be reduced: `resampleTime('P1M').mean()`. ISO 8601 durations: `P1Y`, `P3M`, `P10D`, `PT6H`. It is for times; `resample` is for pixels. */
  resampleTime(duration: string, options?: ResampleTimeOptions): GroupedArray<Dims, K> {
    const known = knownOptions('resampleTime', options, ['label', 'closed'])
    return new GroupedArray<Dims, K>(this.#node, groupsByTime(this.#node, duration, known), (node) => this.made<Dims>(node))
  }

  /** A window that moves along dims, to be reduced: `rolling({ time: 3 }).mean()`. Its label stands at its end, or in its middle (`center`). */
  rolling(sizes: ByDim<Dims, number>, options?: RollingOptions): WindowedArray<Dims, K> {
    const known = knownOptions('rolling', options, ['center', 'minPeriods'])
    return new WindowedArray<Dims, K>(rollingWindows(this.#node, sizes, known), (node) => this.made<Dims>(node))
  }

  /** Windows side by side, to be reduced to one pixel each: `coarsen({ y: 2, x: 2 }).mean()`. Labels are the means of theirs. */
  coarsen(sizes: ByDim<Dims, number>, options?: CoarsenOptions): WindowedArray<Dims, K> {
    const known = knownOptions('coarsen', options, ['boundary'])
    return new WindowedArray<Dims, K>(coarseWindows(this.#node, sizes, known), (node) => this.made<Dims>(node))
  }

  /** Every pixel less the mean of its group: `anomaly('time.month')`. */
  anomaly(by: string): ArrayOf<K, string> {
    return this.groupby(by).anomaly()
  }
}

function positionsIn(
  positions: number | readonly number[] | { readonly start: number; readonly stop: number; readonly step: number },
): readonly number[] {
  if (typeof positions === 'number') return [positions]
  if (!('start' in positions)) return positions
  const { start, stop, step } = positions
  return Array.from({ length: Math.ceil((stop - start) / step) }, (_, at) => start + at * step)
}
