import { type Dtype, dtypes, isInteger } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import type { Lane, LaneStep } from '../../kernels/expression.js'
import { exprFunctions, type FunctionKind } from './functions.js'
import { Program } from './program.js'
import { commonRules } from './rules-common.js'
import { numberRules, roundedOnce } from './rules-number.js'
import { type ExprTree, inputOf } from './tree.js'
import { mustNotBe64, type Value } from './types.js'

/** An expression for inputs of certain dtypes: what is loaded, computed and stored. */
export interface Compiled {
  readonly dtype: Dtype
  /** Lane and register of the result. */
  readonly lane: Lane
  readonly result: number
  /** Inputs and numbers by register. */
  readonly loads: readonly { readonly input: number; readonly lane: Lane; readonly register: number }[]
  readonly constants: readonly { readonly value: number; readonly lane: Lane; readonly register: number }[]
  readonly steps: readonly LaneStep[]
  readonly registers: number
  /** Whether a result is valid wherever all inputs are. */
  readonly safe: boolean
}

/** How a function of a kind is compiled from its operands. */
export type Rule = (program: Program, name: string, operands: readonly Value[], list: readonly number[]) => Value

const rules: Readonly<Record<FunctionKind, Rule>> = { ...numberRules, ...commonRules }

/** Compiles an expression. Throws `E_DTYPE` for operands that a function does not take, `E_USAGE` for one without an array. */
export function compile(tree: ExprTree, inputs: readonly Dtype[]): Compiled {
  const program = new Program()
  const build = (node: ExprTree): Value => {
    if (typeof node === 'number') return program.number(node)
    const input = inputOf(node)
    if (input >= 0) return program.input(input, inputs[input] as Dtype)
    const [name, ...operands] = node as unknown as readonly [string, ...ExprTree[]]
    const { kind } = exprFunctions[name] as { kind: FunctionKind }
    const inner = name === 'float32' && isArith(operands[0]) ? operands[0] : null
    const once = inner === null ? null : roundedOnce(program, String(inner[0]), inner.slice(1).map(build))
    if (once !== null) return once
    const isList = kind === 'isIn'
    const values = (isList ? operands.slice(0, 1) : operands).map(build)
    return rules[kind](program, name, values, isList ? (operands[1] as unknown as readonly number[]) : [])
  }
  const value = build(tree)
  if (value.dtype === null) throw new UsageError('expr: there is no array in it, only numbers')
  mustNotBe64('expr', [value])
  const lane = isInteger(value.dtype) ? value.lane : value.dtype === 'float32' ? 'f32' : 'f64'
  return { ...program.finish(value, lane), dtype: value.dtype, lane, safe: value.safe }
}

function isArith(tree: ExprTree | undefined): tree is readonly ExprTree[] {
  return typeof tree === 'object' && exprFunctions[String(tree[0])]?.kind === 'arith'
}

/** Bytes of scratch that a compiled expression needs beside its registers: the lists of `isIn`. */
export function listBytes({ steps }: Compiled): number {
  return steps.reduce((sum, { kernel, extra }) => sum + (kernel === 'isIn' ? extra.length * dtypes.float64.bytes + 16 : 0), 0)
}
