import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { shownArgument } from './arguments.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import { exprNode } from './expr.js'
import { type Flag, flagTables } from './flags.table.js'
import { namesHint } from './near-names.js'

/** Name of a table of quality flags. */
export type FlagTable = keyof typeof flagTables

/** Which table the names of flags are from; by default the array's name or its band's tells. */
export interface FlagOptions {
  readonly table?: FlagTable
}

const tablesByName: readonly (readonly [RegExp, FlagTable])[] = [
  [/qa_pixel/i, 'landsat-qa-pixel'],
  [/(^|[_\W])scl([_\W]|$)/i, 'sentinel-2-scl'],
  [/state_(1km|qa|500m)/i, 'modis-state'],
  [/vi[ _]quality/i, 'modis-vi-quality'],
  [/pixel[ _]reliability|summaryqa/i, 'modis-reliability'],
]

/**
 * 1 where one of some flags is set in a quality band, else 0, as uint8: `flags(qa, ['cloud', 'shadow'])`. `flagTables` has the tables: Landsat's QA_PIXEL, Fmask as
 * classes and as HLS's bits, Sentinel-2's SCL, MODIS's state and quality. Invalid pixels stay invalid. Throws `E_USAGE` for unknown flags and where no
 * table is known by the array's name.
 */
export function flags<D extends string>(qa: DataArray<D>, names: readonly string[], options?: FlagOptions): DataArray<D> {
  const { table } = knownOptions('flags', options, ['table'])
  if (!(qa instanceof LazyArray)) throw new UsageError(`flags: ${shownArgument(qa)} was given, expected a DataArray`)
  if (!Array.isArray(names) || names.length === 0)
    throw new UsageError('flags: name at least one flag, as in flags(qa, ["cloud", "shadow"])')
  const node = nodeOf(qa)
  const said = [node.spec.name, ...node.spec.bands.map(({ description }) => description)]
  const key = table ?? tablesByName.find(([pattern]) => said.some((name) => name !== null && pattern.test(name)))?.[1]
  if (key === undefined || !Object.hasOwn(flagTables, key)) {
    const what =
      key === undefined
        ? `the array is called ${shownArgument(node.spec.name)}, which names no table`
        : `there is no table ${shownArgument(key)}`
    throw new UsageError(`flags: ${what}: give { table } as one of ${Object.keys(flagTables).join(', ')}`)
  }
  return wrapped<D>(exprNode(treeOf(key, names), [node]))
}

/** Classes in one list, and bits by mask: as few comparisons as there are masks. */
function treeOf(key: FlagTable, names: readonly string[]): Json {
  const table: Readonly<Record<string, Flag>> = flagTables[key]
  const byMask = new Map<number | null, Set<number>>()
  for (const name of names) {
    const flag = Object.hasOwn(table, name) ? table[name] : undefined
    if (flag === undefined)
      throw new UsageError(`flags: ${key} has no flag ${shownArgument(name)}: ${namesHint(String(name), Object.keys(table))}`)
    const values = byMask.get(flag.mask) ?? new Set()
    for (const value of flag.values) values.add(value)
    byMask.set(flag.mask, values)
  }
  const single = [...byMask].filter(([mask, values]) => mask !== null && (mask & (mask - 1)) === 0 && values.has(mask))
  const anyBit = single.reduce((all, [mask]) => all | (mask as number), 0)
  const parts = [...byMask]
    .filter((entry) => !single.includes(entry))
    .map(([mask, values]): Json => {
      const list = [...values].sort((a, b) => a - b)
      return ['isIn', mask === null ? '$0' : ['bitAnd', '$0', mask], list]
    })
  const all: readonly Json[] = anyBit === 0 ? parts : [['ne', ['bitAnd', '$0', anyBit], 0], ...parts]
  return all.reduce((left, right) => ['or', left, right])
}
