import type { Statistic } from '../graph/reduce.js'
import { peek } from './data-array-base.js'
import { type ArrayKind, type ArrayOf, MathArray } from './data-array-math.js'
import { type DimOption, type Over, overShares, reducedNode, type Shares, type SpreadOptions } from './reduce.js'

/** Reductions of arrays over dims. */
export abstract class ReducingArray<out Dims extends string, K extends ArrayKind> extends MathArray<Dims, K> {
  /**
   * The sum of the valid pixels along `dim` (a name or a list, `sum('time')` for short; all dims where it is not given). Integers are summed exactly, in 64 bits; a sum that does not fit is invalid.
   * Invalid pixels are left out unless `skipna` is false; fewer valid ones than `minCount` (1) make no result. Whatever the chunks, the bytes are the same.
   */
  sum<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('sum', options)
  }

  /** The mean: float32 of float32, else float64. See {@link sum}. */
  mean<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('mean', options)
  }

  /** The least valid pixel, in the array's dtype. See {@link sum}. */
  min<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('min', options)
  }

  /** The greatest valid pixel, in the array's dtype. See {@link sum}. */
  max<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('max', options)
  }

  /** The standard deviation, its divisor the count less `ddof` (0). See {@link sum}. */
  std<const D extends Dims = Dims>(options?: Over<D, SpreadOptions<D>>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('std', options)
  }

  /** The variance, its divisor the count less `ddof` (0). See {@link sum}. */
  var<const D extends Dims = Dims>(options?: Over<D, SpreadOptions<D>>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('var', options)
  }

  /** How many pixels are valid, as uint32; never invalid. */
  count<const D extends Dims = Dims>(options?: Over<D, DimOption<D>>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('count', options)
  }

  /** 1 where any valid pixel is not 0, else 0, as uint8. See {@link sum}. */
  any<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('any', options)
  }

  /** 1 where no valid pixel is 0, else 0, as uint8. See {@link sum}. */
  all<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('all', options)
  }

  /** The index of the least valid pixel along `dim`, of equal ones the first, as int64; over several dims it counts in C order. See {@link sum}. */
  argmin<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('argmin', options)
  }

  /** The index of the greatest valid pixel; see {@link argmin}. */
  argmax<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('argmax', options)
  }

  /** The first valid pixel along `dim` (the first of all where `skipna` is false); over several dims in C order. */
  first<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('first', options)
  }

  /** The last valid pixel along `dim`; see {@link first}. */
  last<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('last', options)
  }

  /** The median: the mean of the two in the middle where their number is even, as numpy has it (the resampling kernel `med` takes the lower one, as GDAL does). See {@link sum}. */
  median<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('median', options)
  }

  /** The most frequent valid pixel, of equally frequent ones the least. See {@link sum}. */
  mode<const D extends Dims = Dims>(options?: Over<D>): ArrayOf<K, Exclude<Dims, D>> {
    return this.#reduce('mode', options)
  }

  /**
   * The value at the share `q` (0 to 1) of the valid pixels in order, between its two neighbours by linear interpolation, as float64. Several shares make a new
   * first dim `quantile`: `quantile([0.1, 0.5, 0.9], 'time')`. See {@link sum}.
   */
  quantile<const D extends Dims = Dims>(q: readonly number[], options?: Over<D>): ArrayOf<K, 'quantile' | Exclude<Dims, D>>
  quantile<const D extends Dims = Dims>(q: number, options?: Over<D>): ArrayOf<K, Exclude<Dims, D>>
  quantile<const D extends Dims = Dims>(q: Shares, options?: Over<D>): ArrayOf<K, 'quantile' | Exclude<Dims, D>> {
    return this.#reduce('quantile', options, q)
  }

  #reduce<D extends string>(
    statistic: Statistic,
    options: Over<string, SpreadOptions<string>> | undefined,
    q: Shares | null = null,
  ): ArrayOf<K, D> {
    return this.made<D>(overShares(q, (each) => reducedNode(statistic, peek(this).node, options, each)))
  }
}
