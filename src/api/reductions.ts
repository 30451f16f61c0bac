import type { Statistic } from '../graph/reduce.js'
import type { Shares, SpreadOptions } from './reduce.js'

/** Options of a reduction of groups or windows: those of the reduction, without a dim. */
export type GroupOptions = Omit<SpreadOptions<string>, 'dim'>

/** What parts of arrays can be reduced to: each method answers one result `R` of all parts, with options `O`. docs/numerics.md says what each is. */
export abstract class Reductions<out R, O> {
  /** The parts reduced by a statistic; `q` is the quantile's: one share, or a list of them. */
  protected abstract reduced(statistic: Statistic, options: O | undefined, q: Shares | null): R

  /** The sums; see `DataArray.sum`. */
  sum(options?: O): R {
    return this.reduced('sum', options, null)
  }

  /** The means. */
  mean(options?: O): R {
    return this.reduced('mean', options, null)
  }

  /** The least values. */
  min(options?: O): R {
    return this.reduced('min', options, null)
  }

  /** The greatest values. */
  max(options?: O): R {
    return this.reduced('max', options, null)
  }

  /** The standard deviations. */
  std(options?: O): R {
    return this.reduced('std', options, null)
  }

  /** The variances. */
  var(options?: O): R {
    return this.reduced('var', options, null)
  }

  /** How many pixels are valid. */
  count(options?: O): R {
    return this.reduced('count', options, null)
  }

  /** Whether any is not 0. */
  any(options?: O): R {
    return this.reduced('any', options, null)
  }

  /** Whether none is 0. */
  all(options?: O): R {
    return this.reduced('all', options, null)
  }

  /** The first valid ones. */
  first(options?: O): R {
    return this.reduced('first', options, null)
  }

  /** The last valid ones. */
  last(options?: O): R {
    return this.reduced('last', options, null)
  }

  /** The medians. */
  median(options?: O): R {
    return this.reduced('median', options, null)
  }

  /** The most frequent ones. */
  mode(options?: O): R {
    return this.reduced('mode', options, null)
  }

  /** The values at a share `q` of all in order; at several along a new first dim `quantile`. */
  quantile(q: Shares, options?: O): R {
    return this.reduced('quantile', options, q)
  }
}
