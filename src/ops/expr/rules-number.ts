import type { Dtype } from '../../base/dtype.js'
import { isInteger } from '../../base/dtype.js'
import { type Operator, promote } from '../../base/promote.js'
import { type Lane, laneOnes, laneTwos, mathOnes, mathTwos } from '../../kernels/expression.js'
import type { Program } from './program.js'
import { isNarrow, isWide, mustNotBe64, operandOf, rangeOf, type Value } from './types.js'

const endless = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
const int32 = rangeOf('int32')

function two(name: string): { kernel: 'two'; op: number } {
  return { kernel: 'two', op: (laneTwos as readonly string[]).indexOf(name) }
}

function one(name: string): { kernel: 'one'; op: number } {
  return { kernel: 'one', op: (laneOnes as readonly string[]).indexOf(name) }
}

/** The lane of a float dtype; numbers among themselves are float64. */
function laneOf(dtype: Dtype | null): Lane {
  return dtype === 'float32' ? 'f32' : 'f64'
}

/** `+ - * /`: the table of `base/promote.ts`. */
function arith(program: Program, name: string, operands: readonly Value[]): Value {
  const [a, b] = operands as [Value, Value]
  const weak = a.dtype === null && b.dtype === null
  const dtype = weak ? null : promote(name as Operator, operandOf(a), operandOf(b))
  if (weak && a.constant !== null && b.constant !== null) {
    const known = folded(name, a.constant, b.constant)
    if (Number.isFinite(known)) return program.number(known)
  }
  if (dtype !== 'int32') return program.step(two(name), laneOf(dtype), [a, b], { dtype, ...endless, safe: false })
  return whole(program, name, a, b)
}

/** Operations that IEEE 754 defines to the last bit. */
function folded(name: string, a: number, b: number): number {
  if (name === 'add') return a + b
  if (name === 'sub') return a - b
  return name === 'mul' ? a * b : a / b
}

/** int32: in float32 where every number on the way is one, else in float64; what int32 cannot hold is invalid. */
function whole(program: Program, name: string, a: Value, b: Value): Value {
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => folded(name, x, y)))
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const fits = low >= int32.low && high <= int32.high
  const lane = isNarrow(a.low, a.high) && isNarrow(b.low, b.high) && isNarrow(low, high) ? 'f32' : 'f64'
  const facts = { dtype: 'int32' as const, low: Math.max(low, int32.low), high: Math.min(high, int32.high), safe: a.safe && b.safe && fits }
  let made = program.step(two(name), lane, [a, b], facts)
  // 0 times a negative number is -0 in floats, which integers have not.
  if (name === 'mul' && (a.low < 0 || b.low < 0)) made = program.step(one('plusZero'), lane, [made], facts)
  return fits ? made : program.step({ kernel: 'limit', op: 0, extra: [int32.low, int32.high] }, lane, [made], facts)
}

/** Functions that give real numbers: float32 of integers of 16 bits or less and of float32, else float64. */
function real(program: Program, name: string, operands: readonly Value[]): Value {
  const arrays = operands.flatMap(({ dtype }) => (dtype === null ? [] : [dtype]))
  const dtype: Dtype | null = arrays.length === 0 ? null : arrays.some(isWide) ? 'float64' : 'float32'
  const facts = { dtype, ...endless, safe: false }
  if (name === 'sqrt') {
    const [value] = operands as [Value]
    if (value.constant !== null && value.constant >= 0) return program.number(Math.sqrt(value.constant))
    return program.step(one(name), laneOf(dtype), operands, facts)
  }
  const kernel = operands.length === 1 ? 'math' : 'math2'
  const op = ((operands.length === 1 ? mathOnes : mathTwos) as readonly string[]).indexOf(name)
  return program.step({ kernel, op }, laneOf(dtype), operands, facts)
}

/** Rounding, sign, absolute value and negation: floats and integers keep their dtype, but that negated integers follow `-`. */
function rounding(program: Program, name: string, operands: readonly Value[]): Value {
  const [value] = operands as [Value]
  const { dtype } = value
  if (name === 'neg' && value.constant !== null) return program.number(-value.constant)
  if (dtype === null || !isInteger(dtype)) return program.step(one(name), laneOf(dtype), [value], { dtype, ...endless, safe: value.safe })
  if (name === 'neg') return arith(program, 'sub', [program.number(0), value])
  mustNotBe64(name, [value])
  if (name === 'abs') return absolute(program, value, dtype)
  if (name !== 'sign') return value
  return program.step(one('sign'), value.lane, [value], { dtype, low: value.low < 0 ? -1 : 0, high: 1, safe: value.safe })
}

function absolute(program: Program, value: Value, dtype: Dtype): Value {
  if (value.low >= 0) return value
  const most = Math.max(-value.low, value.high)
  const { high } = rangeOf(dtype)
  const facts = { dtype, low: 0, high: Math.min(most, high), safe: value.safe && most <= high }
  const made = program.step(one('abs'), value.lane, [value], facts)
  return most <= high ? made : program.step({ kernel: 'limit', op: 0, extra: [0, high] }, value.lane, [made], facts)
}

/** A cast to a float, to the nearest number that it has: asked for by its name. */
function cast(program: Program, name: string, operands: readonly Value[]): Value {
  const [value] = operands as [Value]
  const dtype = name as Dtype
  return program.cast(value, laneOf(dtype), { dtype, ...endless, safe: value.safe })
}

/**
 * `float32` of an operation that gives float64, computed in float32 where both operands are float32 numbers: for `+ - * /` rounding twice
 * is rounding once, since float64 has more than twice the digits and two. Null where it is another case.
 */
export function roundedOnce(program: Program, name: string, operands: readonly Value[]): Value | null {
  const exact = operands.every(({ dtype, constant, lane }) =>
    dtype === null ? Math.fround(constant ?? Number.NaN) === constant : lane === 'f32',
  )
  if (!exact || operands.every(({ dtype }) => dtype === null)) return null
  const [a, b] = operands as [Value, Value]
  if (promote(name as Operator, operandOf(a), operandOf(b)) === 'int32') return null
  return program.step(two(name), 'f32', operands, { dtype: 'float32', ...endless, safe: false })
}

/** The rules whose results are numbers of a dtype that the function decides. */
export const numberRules = { arith, real, whole: rounding, cast }
