import type { Dtype } from '../base/dtype.js'
import { dtypeCodes } from './warp.js'

/** The reduction kernels of the module. All pointers are byte offsets in linear memory; a mask pointer of 0 says that all pixels are valid. */
export interface ReduceKernels {
  /** Adds mask bytes to 32-bit counts. */
  reduceCount(mask: number, count: number, counts: number): void
  /** Adds a strip to 64-bit sums (float64 for floats); of 64-bit integers the low 32 bits, and the rest to `highs`. */
  reduceAdd(dtype: number, source: number, mask: number, count: number, sums: number, highs: number): void
  /** Means as float64 of sums that are unsigned (0), signed (1) or float64 (2). */
  reduceMeans(signed: number, sums: number, counts: number, count: number, means: number): void
  /** Adds squared distances from each pixel's mean to float64 sums. */
  reduceSquares(dtype: number, source: number, mask: number, count: number, means: number, sums: number): void
  /** Counts pixels that are valid and not 0, in 32 bits. */
  reduceTruth(dtype: number, source: number, mask: number, count: number, counts: number): void
  /** Keeps the lesser (0) or greater (1) of each pixel and `best`, which has the array's dtype. */
  reduceExtreme(dtype: number, greatest: number, source: number, mask: number, count: number, best: number): void
  /** Keeps values and their 32-bit places by a rule of {@link placeRules}; a place of 0xffffffff is free. */
  reducePlace(
    dtype: number,
    rule: number,
    source: number,
    mask: number,
    count: number,
    best: number,
    places: number,
    place: number,
    step: number,
  ): void
  /** Appends each valid pixel to its own list of `room` elements. */
  reduceGather(dtype: number, source: number, mask: number, count: number, lists: number, room: number, counts: number): void
  /** Appends the valid pixels to one list that holds `held`; answers how many it holds then. */
  reduceAppend(dtype: number, source: number, mask: number, count: number, list: number, held: number): number
  /** Linear quantiles of lists, as float64; `middle` takes the mean of two neighbours. Lists are left in another order. */
  reduceQuantiles(dtype: number, lists: number, room: number, counts: number, count: number, q: number, middle: number, out: number): void
  /** Counts digits of the pixels' keys (numbers that order as values do) in 32-bit bins; where `checked` is 1, only under a prefix. */
  reduceDigits(
    dtype: number,
    source: number,
    mask: number,
    count: number,
    shift: number,
    bits: number,
    checked: number,
    prefix: bigint,
    bins: number,
  ): void
  /** Modes of lists, of equally frequent values the least. Lists are left sorted. */
  reduceModes(dtype: number, lists: number, room: number, counts: number, count: number, out: number): void
}

/** Rules of {@link ReduceKernels.reducePlace}. */
export const placeRules = { argmin: 0, argmax: 1, first: 2, last: 3 } as const

/** The module's exports as reduction kernels. */
export function reduceKernels(kernels: Readonly<Record<string, unknown>>): ReduceKernels {
  return kernels as unknown as ReduceKernels
}

/** The code of a dtype, as reduction kernels know it. */
export function reduceCode(dtype: Dtype): number {
  return dtypeCodes[dtype]
}
