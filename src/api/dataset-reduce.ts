import { UsageError } from '../base/errors.js'
import type { Statistic } from '../graph/reduce.js'
import { objectArgument } from './arguments.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import type { LazyArray } from './data-array-base.js'
import type { ClassOptions } from './group-classes.js'
import type { ResampleTimeOptions } from './groups-bins.js'
import { type Over, overShares, reducedNode, type Shares, type SpreadOptions } from './reduce.js'
import { type GroupOptions, Reductions } from './reductions.js'
import type { CoarsenOptions, RollingOptions } from './windows.js'

type OverDims = Over<string, SpreadOptions<string>>

/** Groups or windows of several variables, reduced to a dataset `R`. */
class Parts<R> extends Reductions<R, GroupOptions> {
  readonly #each: (statistic: Statistic, options: GroupOptions | undefined, q: Shares | null) => R

  constructor(each: (statistic: Statistic, options: GroupOptions | undefined, q: Shares | null) => R) {
    super()
    this.#each = each
  }

  protected override reduced(statistic: Statistic, options: GroupOptions | undefined, q: Shares | null): R {
    return this.#each(statistic, options, q)
  }
}

/**
 * Reductions of datasets: each variable is reduced over those of the dims that it has (`ds.mean('time')`); variables that have none of them stay as they are. `R` is
 * the dataset that comes out.
 */
export abstract class ReducingDataset<out R> extends Reductions<R, OverDims> {
  /** The arrays by name. */
  abstract readonly vars: object

  /** The dataset with a function applied to each variable. */
  protected abstract each(change: (array: DataArray) => DataArray): R

  protected override reduced(statistic: Statistic, options: OverDims | undefined, q: Shares | null): R {
    const given = typeof options === 'string' || isList(options) ? { dim: options } : (options ?? {})
    const { dim } = given
    const reduce = (array: DataArray, over: SpreadOptions<string>): DataArray =>
      wrapped(overShares(q, (each) => reducedNode(statistic, nodeOf(array), over, each)))
    if (dim === undefined) return this.each((array) => reduce(array, given))
    const dims = typeof dim === 'string' ? [dim] : [...dim]
    for (const each of dims) this.#mustHave([each], statistic)
    return this.each((array) => {
      const own = dims.filter((each) => array.dims.includes(each))
      return own.length === 0 ? array : reduce(array, { ...given, dim: own })
    })
  }

  /** The index of the least valid pixel along a dim in each variable that has it; see `DataArray.argmin`. */
  argmin(options?: OverDims): R {
    return this.reduced('argmin', options, null)
  }

  /** The index of the greatest valid pixel along a dim in each variable that has it; see `DataArray.argmin`. */
  argmax(options?: OverDims): R {
    return this.reduced('argmax', options, null)
  }

  /** Groups of positions in all variables that have the dim, or of pixels by the classes of an array; see `DataArray.groupby`. Reduced, they are a dataset. */
  groupby(by: string, classes?: readonly (number | string)[]): Reductions<R, GroupOptions>
  groupby(classes: DataArray<string>, options?: ClassOptions): Reductions<R, GroupOptions>
  groupby(by: string | DataArray<string>, more?: unknown): Reductions<R, GroupOptions> {
    if (typeof by === 'string') return this.#parts('groupby', dimsOfText(by), (array) => array.groupby(by, more as readonly string[]))
    return this.#parts('groupby', by.dims, (array) => array.groupby(by, more as ClassOptions))
  }

  /** Times in spans of one length, in all variables that have them; see `DataArray.resampleTime`. */
  resampleTime(duration: string, options?: ResampleTimeOptions): Reductions<R, GroupOptions> {
    return this.#parts('resampleTime', ['time'], (array) => array.resampleTime(duration, options))
  }

  /** A moving window in all variables that have its dims; see `DataArray.rolling`. */
  rolling(sizes: { readonly [dim: string]: number }, options?: RollingOptions): Reductions<R, GroupOptions> {
    const dims = Object.keys(objectArgument('rolling', sizes, 'sizes by dim, like { time: 3 }'))
    return this.#parts('rolling', dims, (array) => array.rolling(sizes, options))
  }

  /** Windows side by side in all variables that have their dims; see `DataArray.coarsen`. */
  coarsen(sizes: { readonly [dim: string]: number }, options?: CoarsenOptions): Reductions<R, GroupOptions> {
    const dims = Object.keys(objectArgument('coarsen', sizes, 'sizes by dim, like { time: 3 }'))
    return this.#parts('coarsen', dims, (array) => array.coarsen(sizes, options))
  }

  /** Every pixel less the mean of its group, in all variables that have the dim; see `DataArray.anomaly`. */
  anomaly(by: string): R {
    return this.#having('anomaly', dimsOfText(by), (array) => array.anomaly(by))
  }

  #parts(
    what: string,
    dims: readonly string[],
    cut: (array: DataArray) => Reductions<DataArray, GroupOptions>,
  ): Reductions<R, GroupOptions> {
    return new Parts((statistic, options, q) =>
      this.#having(what, dims, (array) => {
        const parts = cut(array)
        return q === null ? parts[statistic as 'mean'](options) : parts.quantile(q, options)
      }),
    )
  }

  #having(what: string, dims: readonly string[], change: (array: DataArray) => DataArray): R {
    this.#mustHave(dims, what)
    return this.each((array) => (dims.every((dim) => array.dims.includes(dim)) ? change(array) : array))
  }

  #mustHave(dims: readonly string[], what: string): void {
    const arrays = Object.values(this.vars) as LazyArray[]
    if (arrays.some((array) => dims.every((dim) => array.dims.includes(dim)))) return
    const all = [...new Set(arrays.flatMap((array) => array.dims))]
    throw new UsageError(
      `${what}: no variable has ${dims.length === 1 ? 'a dim' : 'the dims'} ${dims.map((dim) => `"${dim}"`).join(', ')}; there are ${all.join(', ')}`,
    )
  }
}

function dimsOfText(by: string): readonly string[] {
  return [String(by).split('.')[0] as string]
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}
