import type { OutBlock } from '../../array/block.js'
import { type Dtype, isBigInt, isInteger, type TypedArray } from '../../base/dtype.js'
import type { ReduceParams } from '../../graph/reduce.js'
import type { Lanes } from './lanes.js'
import { inRange, integerSum, isEnough } from './partial.js'

/** Writes the results of `count` columns of settled lanes, side by side from `to` on, with their mask bytes. `total` pixels went into each. */
export function finishLanes(out: OutBlock, to: number, count: number, lanes: Lanes, params: ReduceParams, total: number): void {
  const data = out.data.subarray(to, to + count)
  const mask = out.mask.subarray(to, to + count)
  for (let at = 0; at < count; at++) mask[at] = isEnough(params, lanes.counts[at] as number, total) ? 1 : 0
  write(data, mask, count, lanes, params, total)
  const floats = data instanceof Float32Array || data instanceof Float64Array
  for (let at = 0; at < count; at++) {
    if (floats && data[at] !== data[at]) mask[at] = 0
    if (mask[at] === 0) data[at] = (typeof data[at] === 'bigint' ? 0n : 0) as never
  }
}

function write(data: TypedArray, mask: Uint8Array, count: number, lanes: Lanes, params: ReduceParams, total: number): void {
  const { counts } = lanes
  switch (params.statistic) {
    case 'count':
      for (let at = 0; at < count; at++) data[at] = (data instanceof BigInt64Array ? BigInt(counts[at] as number) : counts[at]) as never
      return
    case 'sum':
      writeSums(data, mask, count, lanes)
      return
    case 'mean':
      writeMeans(lanes, count)
      copy(data, lanes.means, count)
      return
    case 'var':
    case 'std':
      writeSpread(data, count, lanes, params)
      return
    case 'any':
      for (let at = 0; at < count; at++) data[at] = ((lanes.places[at] as number) > 0 ? 1 : 0) as never
      return
    case 'all':
      for (let at = 0; at < count; at++) data[at] = (lanes.places[at] === counts[at] ? 1 : 0) as never
      return
    case 'median':
    case 'quantile':
      lanes.quantiles(params.q ?? 0.5, params.statistic === 'median')
      copy(data, lanes.means, count)
      return
    case 'mode':
      lanes.modes()
      copy(data, lanes.best, count)
      return
    case 'argmin':
    case 'argmax':
      for (let at = 0; at < count; at++) data[at] = BigInt(lanes.places[at] as number) as never
      return
    default:
      copy(data, lanes.best, count)
      if (!params.skipna) maskPlaces(mask, count, lanes, params, total)
  }
}

function copy(data: TypedArray, from: TypedArray, count: number): void {
  ;(data as Float64Array).set(from.subarray(0, count) as Float64Array)
}

function writeSums(data: TypedArray, mask: Uint8Array, count: number, lanes: Lanes): void {
  if (!isInteger(lanes.dtype)) copy(data, lanes.floatSums, count)
  // Sums of fewer than 2^31 integers of 32 bits fit 64; the bits of a BigInt64Array go as they are.
  else if (!isBigInt(lanes.dtype)) (data as BigInt64Array).set(lanes.sums.subarray(0, count))
  else {
    const result: Dtype = lanes.dtype
    for (let at = 0; at < count; at++) {
      const sum = inRange(integerSum(lanes, at, at + 1), result)
      data[at] = (sum ?? 0n) as never
      if (sum === null) mask[at] = 0
    }
  }
}

/** Means of the sums that are in, in `lanes.means`. */
export function writeMeans(lanes: Lanes, count: number): void {
  if (!isBigInt(lanes.dtype)) {
    lanes.meansOfSums()
    return
  }
  const { means, counts } = lanes
  for (let at = 0; at < count; at++) means[at] = counts[at] === 0 ? 0 : Number(integerSum(lanes, at, at + 1)) / (counts[at] as number)
}

function writeSpread(data: TypedArray, count: number, { squares, counts }: Lanes, { statistic, ddof }: ReduceParams): void {
  for (let at = 0; at < count; at++) {
    const left = (counts[at] as number) - ddof
    const variance = left > 0 ? (squares[at] as number) / left : Number.NaN
    data[at] = (statistic === 'var' ? variance : Math.sqrt(variance)) as never
  }
}

/** Where invalid pixels count, the first (or last) pixel is the result or nothing is. */
function maskPlaces(mask: Uint8Array, count: number, { places }: Lanes, { statistic }: ReduceParams, total: number): void {
  if (statistic !== 'first' && statistic !== 'last') return
  const wanted = statistic === 'first' ? 0 : total - 1
  for (let at = 0; at < count; at++) if (places[at] !== wanted) mask[at] = 0
}
