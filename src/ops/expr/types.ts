import { type Dtype, dtypes, isBigInt, isInteger } from '../../base/dtype.js'
import { DtypeError } from '../../base/errors.js'
import { isLossless, type Operand } from '../../base/promote.js'
import { fits } from '../../base/scalar.js'
import type { Lane } from '../../kernels/expression.js'

/** Whole numbers up to here are float32 numbers. */
export const exactInFloat32 = 2 ** 24

/** A value while an expression is compiled. */
export interface Value {
  readonly id: number
  /** Null for what is made of numbers alone: it takes the dtype of what it meets. */
  readonly dtype: Dtype | null
  /** The number, where it is one as it was written. */
  readonly constant: number | null
  /** Bounds of the valid values; infinite for floats. */
  readonly low: number
  readonly high: number
  readonly lane: Lane
  /** Whether it is valid wherever all inputs are. */
  readonly safe: boolean
}

/** An operand as the table of dtypes takes it. */
export function operandOf({ dtype, constant }: Value): Operand {
  return dtype ?? { scalar: constant ?? 0.5 }
}

/** Whether a dtype belongs to the wide ones, whose functions are float64. */
export function isWide(dtype: Dtype): boolean {
  return dtype === 'float64' || (dtype !== 'float32' && dtypes[dtype].bytes > 2)
}

const wholes: readonly Dtype[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32']

/**
 * The least dtype that holds all operands. Numbers are weak: whole ones widen an integer dtype where it does not hold them, ones with a fraction make
 * integers float32 or float64. Null where all are numbers. Integers of which no integer dtype holds all are float64.
 */
export function commonDtype(values: readonly Value[]): Dtype | null {
  const arrays = values.flatMap(({ dtype }) => (dtype === null ? [] : [dtype]))
  if (arrays.length === 0) return null
  const weak = values.filter(({ dtype }) => dtype === null).map(({ constant }) => constant ?? 0.5)
  const wide = arrays.some(isWide)
  if (arrays.some((dtype) => !isInteger(dtype)) || weak.some((value) => !Number.isInteger(value))) return wide ? 'float64' : 'float32'
  const holds = (dtype: Dtype): boolean => arrays.every((each) => isLossless(each, dtype)) && weak.every((value) => fits(value, dtype))
  return wholes.find(holds) ?? 'float64'
}

/** The least integer dtype that holds some whole numbers; float64 where none does. */
export function wholeDtype(values: readonly number[]): Dtype {
  return wholes.find((dtype) => values.every((value) => fits(value, dtype))) ?? 'float64'
}

/** The bounds of a dtype's values. */
export function rangeOf(dtype: Dtype): { readonly low: number; readonly high: number } {
  if (!isInteger(dtype)) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  return { low: Number(dtypes[dtype].min), high: Number(dtypes[dtype].max) }
}

/** Whether whole numbers between two bounds are float32 numbers. */
export function isNarrow(low: number, high: number): boolean {
  return Math.max(Math.abs(low), Math.abs(high)) <= exactInFloat32
}

/** Refuses 64-bit integers, which travel as float64 and would lose digits. Throws `E_DTYPE`. */
export function mustNotBe64(name: string, values: readonly Value[]): void {
  const found = values.find(({ dtype }) => dtype !== null && isBigInt(dtype))
  if (found === undefined) return
  throw new DtypeError(
    `${name}: ${found.dtype} would lose digits beyond 2^53 here: cast first, with astype('float64', { rounding: 'nearest' }) or to 32 bits`,
  )
}

/** Refuses floats. Throws `E_DTYPE`. */
export function mustBeWhole(name: string, values: readonly Value[]): void {
  const found = values.find(({ dtype, constant }) => (dtype === null ? !Number.isInteger(constant) : !isInteger(dtype)))
  if (found === undefined) return
  throw new DtypeError(
    `${name}: ${found.dtype ?? found.constant ?? 'a number'} has no bits to speak of: give integers, or cast with astype first`,
  )
}
