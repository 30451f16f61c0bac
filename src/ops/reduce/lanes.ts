import type { Block } from '../../array/block.js'
import { type Dtype, dtypes, type TypedArray, viewOf } from '../../base/dtype.js'
import type { Kit } from '../../graph/op.js'
import type { ReduceParams, Statistic } from '../../graph/reduce.js'
import { maskOf } from '../../kernels/elementwise.js'
import { placeRules, type ReduceKernels, reduceCode, reduceKernels } from '../../kernels/reduce.js'
import { laneColumns } from './regions.js'

/** What a statistic keeps while pixels come in. */
export type Family = 'count' | 'sum' | 'spread' | 'extreme' | 'place' | 'truth' | 'rank'

/** The family of a statistic. */
export function familyOf(statistic: Statistic): Family {
  if (statistic === 'count') return 'count'
  if (statistic === 'sum' || statistic === 'mean') return 'sum'
  if (statistic === 'std' || statistic === 'var') return 'spread'
  if (statistic === 'min' || statistic === 'max') return 'extreme'
  if (statistic === 'any' || statistic === 'all') return 'truth'
  return statistic === 'median' || statistic === 'quantile' || statistic === 'mode' ? 'rank' : 'place'
}

/** Results of a strip at once: what is kept of them stays in the first-level cache. */
const stripWidth = 2048

/** Bytes for the lists of a strip of order statistics, unless one list is longer. */
const listBytes = 2 ** 18

/** Results that are worked on at once, where each is made from `total` pixels. */
export function laneWidth(statistic: Statistic, dtype: Dtype, total: number): number {
  if (familyOf(statistic) !== 'rank') return stripWidth
  return Math.max(1, Math.min(512, Math.floor(listBytes / (Math.max(1, total) * dtypes[dtype].bytes))))
}

/** Bytes of scratch for lanes of a width, whose lists have room for `room` pixels. */
export function laneBytes(statistic: Statistic, dtype: Dtype, width: number, room: number): number {
  const lists = familyOf(statistic) === 'rank' ? width * room * dtypes[dtype].bytes : 0
  return width * (8 * 3 + 4) + Math.max(width, laneColumns) + lists + 16 * 8
}

/** What is kept of the results of a strip while the pixels come in, layer by layer. */
export class Lanes {
  readonly counts: Uint32Array
  /** Sums (64-bit integers or float64), the best value so far, or quantiles. */
  readonly first: number
  /** High parts of the sums of 64-bit integers, or places; squared distances. */
  readonly second: number
  /** Means as float64. */
  readonly means: Float64Array
  readonly width: number
  readonly dtype: Dtype
  readonly #kit: Kit
  readonly #kernels: ReduceKernels
  readonly #code: number
  readonly #statistic: Statistic
  readonly #room: number
  readonly #lists: number
  readonly #masks: number
  readonly #bytes: number
  #columns = 0
  #full = 0
  /** Pixels in the one list of joined layers. */
  #held = 0

  constructor(kit: Kit, { statistic }: Pick<ReduceParams, 'statistic'>, dtype: Dtype, width: number, room: number) {
    this.#kit = kit
    this.#kernels = reduceKernels(kit.kernels)
    this.#code = reduceCode(dtype)
    this.#statistic = statistic
    this.#room = room
    this.#bytes = dtypes[dtype].bytes
    this.width = width
    this.dtype = dtype
    this.first = kit.scratch(width * 8)
    this.second = kit.scratch(width * 8)
    this.means = new Float64Array(kit.memory.buffer, kit.scratch(width * 8), width)
    this.counts = new Uint32Array(kit.memory.buffer, kit.scratch(width * 4), width)
    this.#masks = kit.scratch(Math.max(width, laneColumns))
    this.#lists = familyOf(statistic) === 'rank' ? kit.scratch(width * room * this.#bytes) : 0
  }

  /** Begins a strip of so many results (or columns that are joined to one). */
  begin(columns: number): void {
    const { memory } = this.#kit
    this.#columns = columns
    this.#full = 0
    this.#held = 0
    this.counts.fill(0)
    const family = familyOf(this.#statistic)
    if (family === 'extreme') this.#fillExtreme()
    else if (family !== 'rank') new Float64Array(memory.buffer, this.first, this.width).fill(0)
    if (family === 'place') new Uint32Array(memory.buffer, this.second, this.width).fill(0xffffffff)
    else new Float64Array(memory.buffer, this.second, this.width).fill(0)
  }

  #fillExtreme(): void {
    const { min, max, kind } = dtypes[this.dtype]
    const ends = kind === 'float' ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [max, min]
    this.best.fill(ends[this.#statistic === 'min' ? 0 : 1] as never)
  }

  /** The best values so far, as elements of the array's dtype. */
  get best(): TypedArray {
    return viewOf(this.dtype, this.#kit.memory.buffer, this.first, this.width)
  }

  /** The mask of `count` pixels of a block as a pointer; 0 where all are valid. */
  #maskAt({ data, valid }: Block, offset: number, count: number): number {
    if (valid === null) return 0
    if (valid instanceof Uint8Array) return valid.byteOffset + offset
    return maskOf(this.#kit, { data: data.subarray(offset, offset + count), valid }, this.#masks)?.byteOffset ?? 0
  }

  #count(mask: number, columns: number): void {
    if (mask !== 0) this.#kernels.reduceCount(mask, columns, this.counts.byteOffset)
    else if (columns === this.#columns) this.#full++
    else for (let at = 0; at < columns; at++) this.counts[at] = (this.counts[at] as number) + 1
  }

  /** Takes in a layer: `columns` pixels from an offset of the block; `place` is that of the first, and `step` between neighbours. */
  add(block: Block, offset: number, columns: number, place: number, step: 0 | 1): void {
    const source = block.data.byteOffset + offset * this.#bytes
    const mask = this.#maskAt(block, offset, columns)
    const { first, second } = this
    const code = this.#code
    const kernels = this.#kernels
    switch (this.#statistic) {
      case 'count':
        break
      case 'sum':
      case 'mean':
      case 'std':
      case 'var':
        kernels.reduceAdd(code, source, mask, columns, first, second)
        break
      case 'min':
      case 'max':
        kernels.reduceExtreme(code, this.#statistic === 'max' ? 1 : 0, source, mask, columns, first)
        break
      case 'any':
      case 'all':
        kernels.reduceTruth(code, source, mask, columns, second)
        break
      case 'median':
      case 'quantile':
      case 'mode':
        this.#list(source, mask, columns, step)
        return
      default:
        kernels.reducePlace(code, placeRules[this.#statistic], source, mask, columns, first, second, place, step)
    }
    this.#count(mask, columns)
  }

  #list(source: number, mask: number, columns: number, step: 0 | 1): void {
    if (step === 1) this.#held = this.#kernels.reduceAppend(this.#code, source, mask, columns, this.#lists, this.#held)
    else this.#kernels.reduceGather(this.#code, source, mask, columns, this.#lists, this.#room, this.counts.byteOffset)
  }

  /** Makes the counts whole when all layers are in. */
  settle(): void {
    if (this.#held > 0) this.counts[0] = this.#held
    if (this.#full === 0) return
    for (let at = 0; at < this.#columns; at++) this.counts[at] = (this.counts[at] as number) + this.#full
  }

  /** Means of the sums, by kernel: not for 64-bit integers. */
  meansOfSums(): void {
    const kind = dtypes[this.dtype].kind
    const code = kind === 'float' ? 2 : kind === 'int' ? 1 : 0
    this.#kernels.reduceMeans(code, this.first, this.counts.byteOffset, this.#columns, this.means.byteOffset)
  }

  /** Takes in a layer once more, for the squared distances from the means. */
  addSquares(block: Block, offset: number, columns: number): void {
    const source = block.data.byteOffset + offset * this.#bytes
    this.#kernels.reduceSquares(this.#code, source, this.#maskAt(block, offset, columns), columns, this.means.byteOffset, this.second)
  }

  /** Forgets what the second column of sums holds. */
  clearSecond(): void {
    new Float64Array(this.#kit.memory.buffer, this.second, this.width).fill(0)
  }

  /** Quantiles of the lists, as float64 in `means`. */
  quantiles(q: number, middle: boolean): void {
    const { counts, means } = this
    const columns = this.#columns
    this.#kernels.reduceQuantiles(this.#code, this.#lists, this.#room, counts.byteOffset, columns, q, middle ? 1 : 0, means.byteOffset)
  }

  /** Modes of the lists, in `best`. */
  modes(): void {
    this.#kernels.reduceModes(this.#code, this.#lists, this.#room, this.counts.byteOffset, this.#columns, this.first)
  }

  /** Sums of integers, or the low parts of those of 64 bits. */
  get sums(): BigInt64Array {
    return new BigInt64Array(this.#kit.memory.buffer, this.first, this.width)
  }

  /** Sums of floats. */
  get floatSums(): Float64Array {
    return new Float64Array(this.#kit.memory.buffer, this.first, this.width)
  }

  /** High parts of the sums of 64-bit integers. */
  get highs(): BigInt64Array {
    return new BigInt64Array(this.#kit.memory.buffer, this.second, this.width)
  }

  /** Sums of squared distances. */
  get squares(): Float64Array {
    return new Float64Array(this.#kit.memory.buffer, this.second, this.width)
  }

  /** Places, or counts of what is not 0. */
  get places(): Uint32Array {
    return new Uint32Array(this.#kit.memory.buffer, this.second, this.width)
  }
}
