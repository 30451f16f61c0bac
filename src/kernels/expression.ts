import type { Dtype } from '../base/dtype.js'
import { InternalError } from '../base/errors.js'
import { type KernelKit, roundToInteger, shortNames, tileLength } from './elementwise.js'

/** What strips of an expression hold: whole numbers travel as floats that hold them exactly, NaN stands for invalid. */
export type Lane = 'f32' | 'f64'

/** Functions of one operand, in the order that the kernels number them. */
export const laneOnes = ['neg', 'abs', 'sqrt', 'floor', 'ceil', 'round', 'trunc', 'sign', 'not', 'isNa', 'notNa', 'plusZero'] as const

/** Functions of two operands, in the order that the kernels number them. */
export const laneTwos = [
  'add',
  'sub',
  'mul',
  'div',
  'min',
  'max',
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
  'and',
  'or',
  'xor',
  'fillNa',
] as const

/** Functions of one operand that are computed in float64, in the order that the kernels number them. */
export const mathOnes = ['exp', 'log', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const

/** The same of two operands. */
export const mathTwos = ['pow', 'atan2', 'hypot'] as const

/** Bitwise functions, in the order that the kernels number them. */
export const bitTwos = ['bitAnd', 'bitOr', 'bitXor'] as const

/** Shifts, in the order that the kernels number them. */
export const shifts = ['shiftLeft', 'shiftRight'] as const

/** One step over strips: `args` and `out` are registers, `extra` what else the kernel takes. */
export interface LaneStep {
  readonly kernel: 'one' | 'two' | 'normal' | 'math' | 'math2' | 'bits' | 'shift' | 'where' | 'isIn' | 'limit' | 'promote' | 'demote'
  readonly op: number
  readonly lane: Lane
  readonly args: readonly number[]
  readonly out: number
  readonly extra: readonly number[]
}

/** Bytes of a register: a strip of float64, and the rest of a vector. */
export const registerBytes = tileLength * 8 + 64

type Kernel = (...args: number[]) => number

function kernel(kit: KernelKit, name: string): Kernel {
  const found = kit.kernels[`expr_${name}`]
  if (typeof found === 'function') return found as Kernel
  throw new InternalError(`the kernel module has no "expr_${name}"; rebuild it with npm run build:kernels`)
}

/** Computes one step for up to a strip of elements. */
export type RunStep = (count: number) => void

/**
 * A step bound to a memory. `pointers` says where each register is at the moment of the call; `list` points to the values of `isIn`, in the step's lane.
 */
export function laneStep(kit: KernelKit, step: LaneStep, pointers: readonly number[], list: number): RunStep {
  const { op, lane, out, extra } = step
  const [a, b, c] = step.args as [number, number, number]
  const at = (register: number): number => pointers[register] as number
  switch (step.kernel) {
    case 'promote':
    case 'demote': {
      const run = kernel(kit, step.kernel)
      return (count) => void run(at(a), at(out), count)
    }
    case 'normal': {
      const run = kernel(kit, `normal_${lane}`)
      return (count) => void run(at(a), at(b), at(out), count)
    }
    case 'where': {
      const run = kernel(kit, `where_${lane}`)
      return (count) => void run(at(a), at(b), at(c), at(out), count)
    }
    case 'isIn': {
      const run = kernel(kit, `isin_${lane}`)
      return (count) => void run(at(a), at(out), count, list, extra.length)
    }
    case 'limit': {
      const run = kernel(kit, `limit_${lane}`)
      return (count) => void run(at(a), at(out), count, extra[0] as number, extra[1] as number)
    }
    case 'shift': {
      const run = kernel(kit, `shift_${lane}`)
      return (count) => void run(op, at(a), at(b), at(out), count, extra[0] as number, extra[1] as number)
    }
    case 'one':
    case 'math': {
      const run = kernel(kit, `${step.kernel}_${lane}`)
      return (count) => void run(op, at(a), at(out), count)
    }
    default: {
      const run = kernel(kit, `${step.kernel}_${lane}`)
      return (count) => void run(op, at(a), at(b), at(out), count)
    }
  }
}

/** Writes a strip as pixels: answers whether any of them is invalid. Floats are invalid where NaN, integers where their mask is 0. */
export type StoreStrip = (source: number, target: number, mask: number, count: number) => boolean

/** A store of strips of a lane as a dtype, which holds each value that is valid. 64-bit integers are none that expressions make. */
export function laneStore(kit: KernelKit, dtype: Dtype, lane: Lane): StoreStrip {
  if (dtype === 'float32' || dtype === 'float64') {
    const run = kernel(kit, `store_${lane}`)
    return (source, target, _mask, count) => run(source, target, count) !== 0
  }
  if (lane === 'f32') {
    const run = kernel(kit, `store_${shortNames[dtype]}`)
    return (source, target, mask, count) => run(source, target, mask, count) !== 0
  }
  const round = roundToInteger(kit, dtype, 'trunc', false)
  const any = kit.kernels.any_8 as Kernel
  return (source, target, mask, count) => {
    round(source, target, mask, count)
    return any(mask, count, 0) !== 0
  }
}
