import { type Dtype, dtypes } from './dtype.js'

/** The four operators of band math. */
export type Operator = 'add' | 'sub' | 'mul' | 'div'

/** What an operand is to the dtype rules: an array's dtype, or a scalar, which is weak. */
export type Operand = Dtype | { readonly scalar: number }

function isScalar(operand: Operand): operand is { readonly scalar: number } {
  return typeof operand !== 'string'
}

/** An array's width class: integers of 16 bits or less and float32 are narrow, all else is wide. */
function isWide(dtype: Dtype): boolean {
  return dtype === 'float64' || (dtype !== 'float32' && dtypes[dtype].bytes > 2)
}

/**
 * The dtype of `a op b`, by one table:
 *
 * | operands | `+ - *` | `/` |
 * |---|---|---|
 * | integers of 16 bits or less | int32 | float32 |
 * | an integer of 32 or 64 bits among them | float64 | float64 |
 * | float32 with float32 or integers of 16 bits or less | float32 | float32 |
 * | a float64 among them | float64 | float64 |
 *
 * Scalars are weak: they take the array's row, except that a scalar with a fraction makes an integer array's result
 * float32 (16 bits or less) or float64. A result that int32 cannot hold is invalid, never wrapped; x/0 is invalid.
 */
export function promote(operator: Operator, a: Operand, b: Operand): Dtype {
  const arrays = [a, b].filter((operand) => !isScalar(operand)) as Dtype[]
  const fraction = [a, b].some((operand) => isScalar(operand) && !Number.isInteger(operand.scalar))
  if (arrays.some(isWide)) return 'float64'
  const integers = arrays.every((dtype) => dtypes[dtype].kind !== 'float')
  return integers && operator !== 'div' && !fraction ? 'int32' : 'float32'
}

/** Whether every value of `from` is a value of `to`, so that a cast needs no rounding, clamping or thought. */
export function isLossless(from: Dtype, to: Dtype): boolean {
  if (from === to) return true
  const [a, b] = [dtypes[from], dtypes[to]]
  if (a.kind === 'float') return b.kind === 'float' && b.bytes > a.bytes
  if (b.kind === 'float') return b.bytes === 4 ? a.bytes <= 2 : a.bytes <= 4
  return a.min >= b.min && a.max <= b.max
}
