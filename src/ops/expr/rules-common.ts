import { type Dtype, dtypes, isInteger } from '../../base/dtype.js'
import { bitTwos, type Lane, laneOnes, laneTwos, shifts } from '../../kernels/expression.js'
import type { Program } from './program.js'
import { commonDtype, isNarrow, mustBeWhole, mustNotBe64, rangeOf, type Value, wholeDtype } from './types.js'

const truth = { dtype: 'uint8', low: 0, high: 1 } as const

function two(name: string): { kernel: 'two'; op: number } {
  return { kernel: 'two', op: (laneTwos as readonly string[]).indexOf(name) }
}

function one(name: string): { kernel: 'one'; op: number } {
  return { kernel: 'one', op: (laneOnes as readonly string[]).indexOf(name) }
}

function allSafe(values: readonly Value[]): boolean {
  return values.every(({ safe }) => safe)
}

/** The lane in which values are compared exactly; numbers beside float32 are rounded to it. */
function exactLane(values: readonly Value[], more: readonly number[] = []): Lane {
  if (values.some(({ dtype, lane }) => dtype !== null && lane === 'f64')) return 'f64'
  if (values.some(({ dtype, constant }) => dtype === null && constant === null)) return 'f64'
  if (values.some(({ dtype }) => dtype === 'float32')) return 'f32'
  const numbers = [...values.flatMap(({ constant }) => (constant === null ? [] : [constant])), ...more]
  return numbers.every((number) => Math.fround(number) === number) ? 'f32' : 'f64'
}

function compare(program: Program, name: string, operands: readonly Value[]): Value {
  mustNotBe64(name, operands)
  return program.step(two(name), exactLane(operands), operands, { ...truth, safe: allSafe(operands) })
}

function logic(program: Program, name: string, operands: readonly Value[]): Value {
  const operation = operands.length === 1 ? one(name) : two(name)
  return program.step(operation, exactLane(operands), operands, { ...truth, safe: allSafe(operands) })
}

function na(program: Program, name: string, operands: readonly Value[]): Value {
  return program.step(one(name), exactLane(operands), operands, { ...truth, safe: true })
}

function isIn(program: Program, name: string, operands: readonly Value[], list: readonly number[]): Value {
  mustNotBe64(name, operands)
  const [value] = operands as [Value]
  const lane = exactLane(operands, list)
  return program.step({ kernel: 'isIn', op: 0, extra: list }, lane, [value], { ...truth, safe: value.safe })
}

/** The dtype that holds all values, their bounds, and the lane to pick among them in. */
function joined(name: string, values: readonly Value[]): { dtype: Dtype | null; low: number; high: number; lane: Lane } {
  mustNotBe64(name, values)
  const dtype = commonDtype(values)
  const low = Math.min(...values.map((value) => value.low))
  const high = Math.max(...values.map((value) => value.high))
  if (dtype === null || !isInteger(dtype)) {
    return { dtype, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lane: dtype === 'float32' ? 'f32' : 'f64' }
  }
  return { dtype, low, high, lane: isNarrow(low, high) ? 'f32' : 'f64' }
}

/** `min`, `max` and `clip`, which is both. */
function common(program: Program, name: string, operands: readonly Value[]): Value {
  const { lane, ...facts } = joined(name, operands)
  const both = { ...facts, safe: allSafe(operands) }
  if (name === 'clip') {
    const [value, low, high] = operands as [Value, Value, Value]
    return program.step(two('min'), lane, [program.step(two('max'), lane, [value, low], both), high], both)
  }
  return operands.slice(1).reduce((made, next) => program.step(two(name), lane, [made, next], both), operands[0] as Value)
}

function fill(program: Program, name: string, operands: readonly Value[]): Value {
  const { lane, ...facts } = joined(name, operands)
  return program.step(two('fillNa'), lane, operands, { ...facts, safe: (operands[1] as Value).safe })
}

/** `where(cond, a, b)`; without `b` what is not picked is invalid. */
function where(program: Program, name: string, operands: readonly Value[]): Value {
  const [cond, ...picked] = operands as [Value, Value, ...Value[]]
  const { lane, ...facts } = ownDtype(joined(name, picked), picked)
  // A condition that is no whole number of 24 bits may become 0 where it is rounded to float32.
  const flag = lane === 'f32' && cond.dtype !== null && cond.lane === 'f64' ? logic(program, 'and', [cond, cond]) : cond
  const other = picked[1] ?? program.number(Number.NaN)
  const safe = picked[1] !== undefined && allSafe(operands)
  return program.step({ kernel: 'where', op: 0 }, lane, [flag, picked[0] as Value, other], { ...facts, safe })
}

/** Numbers alone are of the least integer dtype that holds them, with fractions float64: a condition makes an array of them. */
function ownDtype(facts: ReturnType<typeof joined>, values: readonly Value[]): ReturnType<typeof joined> {
  if (facts.dtype !== null) return facts
  const { low, high } = facts
  const ends = values.map(({ constant }) => constant ?? 0.5)
  const dtype = ends.every(Number.isInteger) ? wholeDtype(ends) : 'float64'
  if (!isInteger(dtype)) return { dtype, low, high, lane: 'f64' }
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  return { dtype, low: least, high: most, lane: isNarrow(least, most) ? 'f32' : 'f64' }
}

function bits(program: Program, name: string, operands: readonly Value[]): Value {
  mustBeWhole(name, operands)
  const { dtype, low, high, lane } = joined(name, operands)
  const op = (bitTwos as readonly string[]).indexOf(name)
  mustBeWhole(name, dtype === null ? [] : [{ ...(operands[0] as Value), dtype }])
  // Bits of a number that is not negative reach no further than its highest; those of a negative one fill its dtype.
  const most = low < 0 ? null : 2 ** Math.ceil(Math.log2(high + 1)) - 1
  const range = most === null ? spread(low, high) : { low: 0, high: most }
  return program.step({ kernel: 'bits', op }, lane, operands, { dtype, ...range, safe: allSafe(operands) })
}

/** The least two's complement range that holds both bounds. */
function spread(low: number, high: number): { readonly low: number; readonly high: number } {
  let half = 1
  while (-half > low || half - 1 < high) half *= 2
  return { low: -half, high: half - 1 }
}

function shift(program: Program, name: string, operands: readonly Value[]): Value {
  mustBeWhole(name, operands)
  mustNotBe64(name, operands)
  const [value, by] = operands as [Value, Value]
  const dtype = value.dtype ?? commonDtype(operands) ?? 'int32'
  const range = name === 'shiftRight' ? { low: Math.min(0, value.low), high: Math.max(0, value.high) } : rangeOf(dtype)
  const lane = isNarrow(range.low, range.high) && isNarrow(value.low, value.high) && isNarrow(by.low, by.high) ? 'f32' : 'f64'
  const { bytes, kind } = dtypes[dtype]
  const operation = {
    kernel: 'shift',
    op: (shifts as readonly string[]).indexOf(name),
    extra: [bytes * 8, kind === 'int' ? 1 : 0],
  } as const
  return program.step(operation, lane, operands, { dtype, ...range, safe: allSafe(operands) && by.low >= 0 })
}

/** The rules whose results are truths, or values of a dtype that holds all operands. */
export const commonRules = { compare, logic, na, isIn, common, fill, where, bits, shift }
