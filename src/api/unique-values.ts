import { isInteger, type TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { knownOptions } from './data-array-options.js'
import { runOptionNames } from './data-array-write.js'
import { computeNodes, type RunOptions } from './run.js'
import { forStrips, gridExtents } from './strips.js'
import type { Values } from './values.js'

/** Most different values that are listed. */
const mostValues = 65_536

/** The different values of an array's valid pixels, ascending; strip by strip where it has y and x. Throws `E_USAGE` beyond 65,536 of them. */
export async function uniqueValues(node: LazyNode, options: RunOptions | undefined): Promise<number[]> {
  const run = knownOptions('unique', options, runOptionNames)
  const found = new Set<number>()
  const add = (values: TypedArray, valid: Uint8Array | null): void => {
    if (!collect(values, valid, found, mostValues))
      throw new UsageError(`unique: there are more than ${mostValues} different values: round them, or count them with histogram`)
  }
  if (node.spec.dims.includes('y') && node.spec.dims.includes('x')) {
    await forStrips([node], gridExtents(node, 'unique'), run, ([pixels]) => {
      if (pixels !== undefined) add(pixels.values, pixels.valid instanceof Uint8Array ? pixels.valid : null)
    })
  } else {
    const [made] = await computeNodes([node], run)
    if (made !== undefined) add(made.data, made.mask)
  }
  return ascending(found)
}

/** The different values of pixels in memory, ascending; undefined where there are more than `most`. */
export function classesInMemory({ values, valid }: Values, most: number): readonly number[] | undefined {
  const found = new Set<number>()
  return collect(values, valid, found, most) ? ascending(found) : undefined
}

/** Ops after which the values are those that were there before, or fewer. */
const keepingOps: readonly string[] = ['relabel', 'isel', 'take', 'transpose', 'mask', 'clip', 'declare']

const truths: readonly string[] = ['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'and', 'or', 'xor', 'not', 'isNa', 'notNa', 'isIn']

/** The classes that an array says it has: those that its file names (`CLASS_10`, CF's `flag_values`), or 0 and 1 of a condition; undefined for others. */
export function namedClasses(node: LazyNode): readonly number[] | undefined {
  const { attrs, dtype } = node.spec
  if (isInteger(dtype)) {
    const named = Object.keys(attrs).flatMap((name) => (/^CLASS_\d+$/.test(name) ? [Number(name.slice('CLASS_'.length))] : []))
    if (named.length > 0) return named.sort((a, b) => a - b)
    const flags = attrs.flag_masks === undefined && Array.isArray(attrs.flag_values) ? attrs.flag_values.map(Number) : []
    if (flags.length > 0) return ascending(new Set(flags))
  }
  let made: LazyNode | undefined = node
  while (made !== undefined && keepingOps.includes(made.op)) [made] = made.inputs
  const tree = made?.op === 'expr' ? (made.params as { readonly tree?: unknown }).tree : undefined
  return Array.isArray(tree) && truths.includes(String(tree[0])) ? [0, 1] : undefined
}

/** Adds valid values to a set; false as soon as there are too many. */
function collect(values: TypedArray, valid: Uint8Array | null, found: Set<number>, most: number): boolean {
  let last = Number.NaN
  for (let at = 0; at < values.length; at++) {
    if (valid?.[at] === 0) continue
    const value = Number(values[at])
    if (value === last || value !== value) continue
    last = value
    found.add(value + 0)
    if (found.size > most) return false
  }
  return true
}

function ascending(found: ReadonlySet<number>): number[] {
  return [...found].sort((a, b) => a - b)
}
