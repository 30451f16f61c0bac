import { UsageError } from '../../base/errors.js'
import { type Json, jsonText } from '../../base/json.js'
import { exprFunctions } from './functions.js'

/**
 * An expression as plain JSON: a number, an input (`"$0"`, `"$1"`, ...), or a function's name and its operands: `["div", ["sub", "$0", "$1"], 2]`.
 * The second operand of `isIn` is a list of numbers.
 */
export type ExprTree = number | string | readonly ExprTree[]

/** Functions that one expression may have; more of them are several arrays. */
export const mostFunctions = 2000

/** How deep functions may stand in each other. */
export const mostDepth = 1000

/** The input that an operand names; -1 for others. */
export function inputOf(tree: unknown): number {
  return typeof tree === 'string' && /^\$\d{1,6}$/.test(tree) ? Number(tree.slice(1)) : -1
}

/** A checked expression. Throws `E_USAGE` for unknown functions, wrong numbers of operands, numbers that are not finite, and what is too long. */
export function parseTree(tree: Json | undefined): ExprTree {
  let functions = 0
  const refuse = (what: string): never => {
    throw new UsageError(`expr: ${what}`)
  }
  const check = (node: Json | undefined, depth: number): ExprTree => {
    if (typeof node === 'number') return Number.isFinite(node) ? node + 0 : refuse(`${node} is not finite`)
    if (inputOf(node) >= 0) return `$${inputOf(node)}`
    if (!Array.isArray(node)) return refuse(`${jsonText(node ?? null)} is no expression; give a number, "$0" for an input, or a function`)
    const [name, ...operands] = node as Json[]
    const known = typeof name === 'string' && Object.hasOwn(exprFunctions, name) ? exprFunctions[name] : undefined
    if (known === undefined)
      return refuse(`there is no function ${jsonText(name ?? null)}; there are ${Object.keys(exprFunctions).join(', ')}`)
    if (operands.length < known.least || operands.length > known.most) {
      const wanted = known.least === known.most ? known.least : `${known.least} to ${known.most}`
      return refuse(`${name} takes ${wanted} operands, ${operands.length} were given`)
    }
    functions++
    if (functions > mostFunctions) return refuse(`more than ${mostFunctions} functions; make several arrays of it`)
    if (depth >= mostDepth) return refuse(`functions stand more than ${mostDepth} deep in each other; make several arrays of it`)
    if (known.kind === 'isIn') return [name as string, check(operands[0], depth + 1), listOf(operands[1])]
    return [name as string, ...operands.map((operand) => check(operand, depth + 1))]
  }
  return check(tree, 0)
}

function listOf(values: Json | undefined): readonly number[] {
  if (Array.isArray(values) && values.every((value) => typeof value === 'number' && Number.isFinite(value)) && values.length <= 1024) {
    return values.map((value) => (value as number) + 0)
  }
  throw new UsageError(`expr: isIn takes a list of at most 1024 numbers, not ${jsonText(values ?? null)}`)
}

/** How many inputs an expression names: one more than the greatest. */
export function inputsIn(tree: ExprTree): number {
  if (typeof tree !== 'object') return inputOf(tree) + 1
  return tree.slice(1).reduce<number>((most, operand) => Math.max(most, inputsIn(operand)), 0)
}
