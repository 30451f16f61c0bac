import { type Dtype, dtypes, type Element, isBigInt } from './dtype.js'
import { UsageError } from './errors.js'

/** A number as JSON holds it: `"NaN"`, `"Infinity"`, `"-Infinity"`, and decimal digits for integers beyond 2^53, are strings. */
export type ScalarJson = number | string

/** A number or bigint as JSON. */
export function scalarToJson(value: Element): ScalarJson {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  return Number.isFinite(value) ? value : String(value)
}

/** The inverse of {@link scalarToJson}, as an element of `dtype`: bigint for 64-bit integers; float32 values are rounded to float32. */
export function scalarFromJson(value: ScalarJson, dtype: Dtype): Element {
  if (isBigInt(dtype)) return toBigInt(value)
  const number = Number(value)
  if (typeof value === 'string' && value !== 'NaN' && Number.isNaN(number)) throw new UsageError(`"${value}" is not a number`)
  return dtype === 'float32' ? Math.fround(number) : number
}

function toBigInt(value: ScalarJson): bigint {
  try {
    return BigInt(value)
  } catch (cause) {
    throw new UsageError(`${JSON.stringify(value)} is not an integer, which a 64-bit integer array needs`, {}, { cause })
  }
}

/** Whether a value can be held by a dtype without change (float32 may round; integers must be whole and in range). */
export function fits(value: ScalarJson, dtype: Dtype): boolean {
  const { kind, min, max } = dtypes[dtype]
  if (kind === 'float') return true
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) return false
  if (typeof value === 'number' && !Number.isInteger(value)) return false
  const whole = BigInt(value)
  return whole >= BigInt(min) && whole <= BigInt(max)
}
