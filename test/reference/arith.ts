import { type Dtype, dtypes, type Element } from '../../src/base/dtype.js'
import type { Operator } from '../../src/base/promote.js'

/**
 * `a operator b` by definition, for one pixel of two valid operands: float64 arithmetic, then one rounding to the result's dtype.
 * Undefined is invalid. float64 has more than twice the bits of float32, so that rounding twice is rounding once.
 */
export function arithReference(operator: Operator, a: Element, b: Element, dtype: Dtype): number | undefined {
  const [left, right] = [Number(a), Number(b)]
  if (operator === 'div' && right === 0) return undefined
  const exact = { add: left + right, sub: left - right, mul: left * right, div: left / right }[operator]
  if (Number.isNaN(exact)) return undefined
  if (dtype === 'int32') return exact >= (dtypes.int32.min as number) && exact <= (dtypes.int32.max as number) ? exact + 0 : undefined
  return dtype === 'float32' ? Math.fround(exact) : exact
}
