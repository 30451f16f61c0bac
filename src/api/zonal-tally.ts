import { formatBytes } from '../base/bytes.js'
import { BudgetError } from '../base/errors.js'

/** What `zonalStats` can say of a zone. */
export const zonalStatistics = ['count', 'sum', 'mean', 'min', 'max', 'std', 'median', 'majority', 'minority', 'unique'] as const

/** One of {@link zonalStatistics}. */
export type ZonalStatistic = (typeof zonalStatistics)[number]

/** Values that are kept for medians and majorities, of all zones together. */
export class ValueRoom {
  #left: number
  readonly #bytes: number

  /** Room for values in so many bytes; a value of its own takes about 64 in a table. */
  constructor(bytes: number) {
    this.#bytes = bytes
    this.#left = Math.floor(bytes / 64)
  }

  /** Takes room for another value. Throws `E_BUDGET`. */
  take(): void {
    if (this.#left-- > 0) return
    throw new BudgetError(
      `zonalStats: median, majority, minority and unique keep every different value, and these zones have more than fit in ${formatBytes(this.#bytes)}: raise maxMemory, round the values, or ask for other statistics`,
      { budgetBytes: this.#bytes },
    )
  }
}

/** Statistics of the valid pixels of one zone, one after another. Sums are compensated, and exact where they are whole and below 2^53. */
export class Tally {
  count = 0
  min = Number.POSITIVE_INFINITY
  max = Number.NEGATIVE_INFINITY
  #sum = 0
  #lost = 0
  #mean = 0
  #squares = 0
  readonly #values: Map<number, number> | null
  readonly #room: ValueRoom

  /** `keeps`: whether every different value is counted. */
  constructor(keeps: boolean, room: ValueRoom) {
    this.#values = keeps ? new Map() : null
    this.#room = room
  }

  add(value: number): void {
    this.count++
    if (value < this.min) this.min = value
    if (value > this.max) this.max = value
    const sum = this.#sum + value
    // Neumaier's: what the larger of the two swallowed of the smaller.
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum
    this.#sum = sum
    const off = value - this.#mean
    this.#mean += off / this.count
    this.#squares += off * (value - this.#mean)
    if (this.#values !== null) this.#keep(value, this.#values)
  }

  #keep(value: number, values: Map<number, number>): void {
    const known = values.get(value)
    if (known === undefined) this.#room.take()
    values.set(value, (known ?? 0) + 1)
  }

  /** A statistic: `count` of no pixels is 0, all others of none are null. */
  of(statistic: ZonalStatistic): number | null {
    if (statistic === 'count') return this.count
    if (this.count === 0) return null
    const sum = Number.isFinite(this.#sum) ? this.#sum + this.#lost : this.#sum
    switch (statistic) {
      case 'sum':
        return sum
      case 'mean':
        return sum / this.count
      case 'min':
        return this.min
      case 'max':
        return this.max
      case 'std':
        return Math.sqrt(Math.max(0, this.#squares) / this.count)
      default:
        return this.#ofValues(statistic, this.#values as Map<number, number>)
    }
  }

  #ofValues(statistic: 'median' | 'majority' | 'minority' | 'unique', values: Map<number, number>): number {
    if (statistic === 'unique') return values.size
    const sorted = [...values].sort(([a], [b]) => a - b)
    if (statistic === 'median') return this.#median(sorted)
    const isBetter = (one: number, other: number): boolean => (statistic === 'majority' ? one > other : one < other)
    const [best] = sorted.reduce((known, next) => (isBetter(next[1], known[1]) ? next : known))
    return best
  }

  #median(sorted: readonly (readonly [number, number])[]): number {
    const at = (rank: number): number => {
      let before = 0
      for (const [value, count] of sorted) {
        before += count
        if (rank < before) return value
      }
      return Number.NaN
    }
    const [low, high] = [at(Math.floor((this.count - 1) / 2)), at(Math.floor(this.count / 2))]
    return low === high ? low : (low + high) / 2
  }
}
