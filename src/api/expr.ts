import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { joined, joinOption } from './arith-join.js'
import { type DataArray, wrapped } from './data-array.js'
import { LazyArray, peek } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import type { ArithOptions } from './data-array-types.js'
import { parseExpr } from './expr-parse.js'

/** Arrays and numbers by the names that an expression has for them. */
export type ExprVariables = { readonly [name: string]: LazyArray | number }

/** The dims of all arrays among variables. */
export type DimsOf<V> = { [K in keyof V]: V[K] extends DataArray<infer D> ? D : never }[keyof V]

/** Options of `expr`. */
export interface ExprOptions extends ArithOptions {
  /** Rounds the result to this float dtype; without it the table of dtypes says what it is. */
  readonly dtype?: 'float32' | 'float64'
}

/**
 * Band math as text: `expr('(nir - red) / (nir + red)', { nir, red })`. Operators `+ - * / **`, comparisons, `&& || !` (or `and or not`), bits `& | ^ << >>`,
 * `x in [1, 2]`, `a > 0 ? b : c` with `na` for "invalid", and the functions of docs/numerics.md. Bits bind tighter than comparisons. The text is parsed, never
 * run. Throws `E_USAGE` saying where the text is wrong, `E_GRID` for unlike grids, `E_DTYPE`.
 */
export function expr<const V extends ExprVariables>(text: string, variables: V, options?: ExprOptions): DataArray<DimsOf<V>> {
  if (typeof text !== 'string')
    throw new UsageError(`expr: ${shownArgument(text)} is no expression: give a text such as '(a - b) / (a + b)'`)
  const { dtype, ...others } = knownOptions('expr', options, ['dtype', 'join'])
  if (dtype !== undefined && dtype !== 'float32' && dtype !== 'float64')
    throw new UsageError(`expr: dtype ${shownArgument(dtype)} is no float: give 'float32' or 'float64', or cast the result with astype`)
  const given = objectArgument('expr', variables, 'arrays by name, like { nir, red }')
  const nodes: LazyNode[] = []
  const nameOf = (name: string): number | string | undefined => {
    if (!Object.hasOwn(given, name)) return undefined
    const value: unknown = given[name]
    if (typeof value === 'number') return value
    if (!(value instanceof LazyArray)) throw new UsageError(`expr: "${name}" is ${shownArgument(value)}, expected a DataArray or a number`)
    const { node } = peek(value)
    const at = nodes.findIndex(({ hash }) => hash === node.hash)
    return `$${at >= 0 ? at : nodes.push(node) - 1}`
  }
  const tree = parseExpr(text, nameOf, Object.keys(given))
  return wrapped(exprNode(dtype === undefined ? tree : [dtype, tree], nodes, others))
}

/** A node that evaluates a tree over nodes that may be parts of one grid. */
export function exprNode(tree: Json, nodes: readonly LazyNode[], options?: ArithOptions): LazyNode {
  if (nodes.length === 0) throw new UsageError('expr: the expression names no array, only numbers')
  return applyOp('expr', { tree }, nodes.length < 2 ? nodes : joined(nodes, joinOption('expr', options)))
}

/** `a` where the condition is not 0, else `b`, or invalid where there is none; arrays or numbers. An invalid condition gives invalid. Throws like {@link expr}. */
export function where<C extends LazyArray, A extends LazyArray | number, B extends LazyArray | number>(
  condition: C,
  a: A,
  b?: B,
  options?: ArithOptions,
): DataArray<DimsOf<[C, A, B]> & string> {
  return b === undefined
    ? (expr('where(condition, a)', { condition, a }, options) as DataArray<never>)
    : (expr('where(condition, a, b)', { condition, a, b }, options) as DataArray<never>)
}
