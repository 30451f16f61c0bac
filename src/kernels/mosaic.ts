import { type Dtype, dtypes } from '../base/dtype.js'
import { InternalError } from '../base/errors.js'
import { type KernelKit, shortNames } from './elementwise.js'

/**
 * Merges a run of an input into the run of the output under it, by pointers: values, mask (0: all valid), the output's values and the mask of what
 * was seen so far.
 */
export type Merge = (source: number, mask: number, target: number, seen: number, count: number) => void

/** Adds a run of an input to sums and uint32 counts, by pointers. Sums take {@link sumBytes} a pixel. */
export type AddTo = (source: number, mask: number, sums: number, counts: number, count: number) => void

/** Writes the means of sums and the mask of those that there are, by pointers. */
export type MeanOf = (sums: number, counts: number, target: number, seen: number, count: number) => void

function kernel<T>(kit: KernelKit, name: string): T {
  const found = kit.kernels[name]
  if (typeof found === 'function') return found as T
  throw new InternalError(`the kernel module has no "${name}"; rebuild it with npm run build:kernels`)
}

/** The merge of a method that keeps one of the values. */
export function merger(kit: KernelKit, method: 'first' | 'last' | 'min' | 'max', dtype: Dtype): Merge {
  const moves = method === 'first' || method === 'last'
  return kernel(kit, `mosaic_${method}_${moves ? dtypes[dtype].bytes * 8 : shortNames[dtype]}`)
}

/** Adds values of a dtype: exactly for integers, in float64 for floats. */
export function adder(kit: KernelKit, dtype: Dtype): AddTo {
  return kernel(kit, `mosaic_add_${shortNames[dtype]}`)
}

/** Means of a dtype; of integers as floor(mean + 0.5). */
export function averager(kit: KernelKit, dtype: Dtype): MeanOf {
  return kernel(kit, `mosaic_mean_${shortNames[dtype]}`)
}

/** Bytes of a pixel's sum: 128 bits for integers of 64. */
export function sumBytes(dtype: Dtype): number {
  return dtype === 'int64' || dtype === 'uint64' ? 16 : 8
}

/** Adds 1 to the uint32 count of every valid pixel, by pointers. */
export function counter(kit: KernelKit): (mask: number, target: number, count: number) => void {
  return kernel(kit, 'mosaic_count')
}
