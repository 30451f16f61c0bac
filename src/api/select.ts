import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { ArraySpec } from '../graph/spec.js'
import { shownArgument } from './arguments.js'
import { isSlice, type Slice } from './select-slice.js'

/** Positions along one dim as `isel` takes them: one (which drops the dim), a range, or a list. */
export type Indexer = number | Slice<number> | readonly number[]

/** Positions along one dim, resolved: one, a range that holds something (`stop` is -1 where a falling range ends at the first), or a list. */
export type Positions = number | { readonly start: number; readonly stop: number; readonly step: number } | readonly number[]

/** Position of a dim of an array. Throws `E_USAGE` naming the dims that there are. */
export function dimPosition(spec: Pick<ArraySpec, 'dims'>, dim: string, what: string): number {
  const position = spec.dims.indexOf(dim)
  if (position >= 0) return position
  throw new UsageError(`${what}: the array has no dim "${dim}"; its dims are ${spec.dims.join(', ') || '(none)'}`)
}

/** Indexers by dim, resolved against a shape. Throws `E_USAGE` for a dim that is not there, a position outside, and a range that holds nothing. */
export function resolveIndexers(
  spec: Pick<ArraySpec, 'dims' | 'shape'>,
  indexers: Readonly<Record<string, unknown>>,
): Record<string, Positions> {
  const resolved: Record<string, Positions> = {}
  for (const [dim, indexer] of Object.entries(indexers)) {
    if (indexer === undefined) continue
    const extent = spec.shape[dimPosition(spec, dim, 'isel')] as number
    resolved[dim] = resolveIndexer(dim, extent, indexer)
  }
  return resolved
}

function resolveIndexer(dim: string, extent: number, indexer: unknown): Positions {
  if (typeof indexer === 'number') return onePosition(dim, extent, indexer)
  if (isSlice(indexer)) return rangeOf(dim, extent, indexer)
  if (!Array.isArray(indexer)) {
    throw new UsageError(`isel: ${dim} is ${shownArgument(indexer)}, expected a position, slice(start, stop, step?) or a list of positions`)
  }
  if (indexer.length === 0) throw new UsageError(`isel: the list for ${dim} is empty: name at least one position`)
  return indexer.map((position: unknown) => onePosition(dim, extent, position))
}

function onePosition(dim: string, extent: number, position: unknown): number {
  if (typeof position !== 'number' || !Number.isInteger(position)) {
    throw new UsageError(`isel: ${dim} is ${String(position)}, expected a whole number; for labels use sel`)
  }
  const at = position < 0 ? position + extent : position
  if (at >= 0 && at < extent) return at
  throw new UsageError(`isel: ${dim} is ${position}, but ${dim} has ${extent} positions: expected ${-extent} to ${extent - 1}`)
}

/** As in numpy, bounds beyond the ends are clipped; unlike there, a range that holds nothing is refused. */
function rangeOf(dim: string, extent: number, { start, stop, step }: Slice): Positions {
  for (const bound of [start, stop]) {
    if (bound === null || (typeof bound === 'number' && Number.isInteger(bound))) continue
    throw new UsageError(`isel: slice bound ${String(bound)} for ${dim} is not a whole number; for labels use sel`)
  }
  const every = stepOf(dim, step)
  const [least, most] = every > 0 ? [0, extent] : [-1, extent - 1]
  const clipped = (bound: number): number => Math.min(most, Math.max(least, bound < 0 ? bound + extent : bound))
  const from = start === null ? (every > 0 ? least : most) : clipped(start as number)
  const to = stop === null ? (every > 0 ? most : least) : clipped(stop as number)
  if (every > 0 ? from < to : from > to) return { start: from, stop: to, step: every }
  throw new UsageError(`isel: slice(${start}, ${stop}, ${every}) of ${dim} holds nothing: ${dim} has ${extent} positions`)
}

/** The step of a slice; 1 where none is given. Throws `E_USAGE` unless it is a whole number other than 0. */
export function stepOf(dim: string, step: number | null): number {
  if (step === null) return 1
  if (Number.isInteger(step) && step !== 0) return step
  throw new UsageError(`slice step ${step} for ${dim}: expected a whole number other than 0`)
}

/** Positions as the params of the op `isel`. */
export function iselParams(positions: Readonly<Record<string, Positions>>): Json {
  const isList = (each: Positions): each is readonly number[] => Array.isArray(each)
  return { indexers: Object.fromEntries(Object.entries(positions).map(([dim, each]) => [dim, isList(each) ? { indices: each } : each])) }
}
