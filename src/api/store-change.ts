import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { OutputError, UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { planUpdate } from '../formats/zarr/update-plan.js'
import type { RegionRange, UpdateRequest } from '../formats/zarr/update-window.js'
import { hashJson, type LazyNode } from '../graph/graph.js'
import { isRemote, publicUri } from '../io/public-uri.js'
import { shownArgument } from './arguments.js'
import { openUri } from './opened.js'
import { placeOf } from './output-place.js'
import type { RunOptions, WriteTarget } from './run.js'
import { isSlice } from './select-slice.js'

/** Options that change a store goes by what the store says of. */
const ofTheStore = [
  ...['chunks', 'shards', 'shardIndex', 'checksum', 'compress', 'level', 'zarrFormat', 'dimensionSeparator'],
  ...['cname', 'shuffle', 'order', 'bool', 'bounds'],
  ...['overviews', 'allowAveraging', 'nodata'],
]

/** An array that goes into a store, and its variable there; null for the one of its name, or the only one. */
export interface ChangingArray {
  readonly node: LazyNode
  readonly variable: string | null
}

/**
 * The outputs of a run that appends to a store or writes a region of it. Reads what describes the store, no pixels. Throws `E_USAGE`, `E_OUTPUT`,
 * `E_SOURCE`, and what says that arrays do not belong there: `E_GRID`, `E_DTYPE`.
 */
export async function changeTargets(
  path: string,
  arrays: readonly ChangingArray[],
  options: JsonObject,
  run: RunOptions,
): Promise<WriteTarget[]> {
  const { append = null, region, variable = null, overviewResampling = null, ...others } = options
  const needless = Object.keys(others).find((key) => ofTheStore.includes(key) && others[key] !== undefined)
  if (needless !== undefined)
    throw new UsageError(`toZarr: ${needless} is as the store has it, where one is appended to or written into: leave it out`, {
      option: needless,
    })
  const request = requestOf(append, region)
  if (typeof path !== 'string' || path === '') throw new UsageError('the output needs a path: give it as the first argument')
  if (isRemote(path))
    throw new UsageError(
      `${publicUri(path)}: regions and appended parts are written into stores on a disk alone: change a copy there, or write the store anew`,
    )
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new OutputError(
      `${path}: there is no store to ${append === null ? 'write a region of' : 'append to'}: write it first, without that option`,
      {
        uri: path,
      },
    )
  const named = arrays.map(({ node, variable: own }) => ({ spec: node.spec, variable: own ?? textOrNull('variable', variable) }))
  const change = changeName(request, named)
  const place = placeOf({ target: path, change }, run)
  const target = {
    path: resolve(path),
    scratch: run.resume === true ? place.scratch : '',
    overviewResampling: textOrNull('overviewResampling', overviewResampling),
  }
  const updates = await planUpdate(target, named, request, openUri)
  return updates.map((update, at) => ({
    node: (arrays[at] as ChangingArray).node,
    sink: 'zarr-update',
    options: update as unknown as JsonObject,
    target: path,
    change,
  }))
}

function textOrNull(name: string, value: Json | undefined): string | null {
  if (value === null || value === undefined || typeof value === 'string') return value ?? null
  throw new UsageError(`toZarr: ${name} is ${shownArgument(value)}, expected a text`)
}

function requestOf(append: Json | null, region: Json | undefined): UpdateRequest {
  if (append !== null && (typeof append !== 'string' || append === ''))
    throw new UsageError(`toZarr: append is ${shownArgument(append)}, expected the name of a dim of the store`)
  if (append === 'band')
    throw new UsageError('toZarr: bands cannot be appended, as what is said of each is kept in one list: write the store again')
  if (region === undefined || region === null || region === 'auto') return { append, region: {} }
  if (typeof region !== 'object' || Array.isArray(region))
    throw new UsageError(`toZarr: region is ${shownArgument(region)}, expected 'auto' or positions by dim like { y: slice(0, 512) }`)
  const ranges = Object.entries(region).map(([dim, range]): [string, RegionRange] => [dim, rangeOf(dim, range)])
  if (append !== null && Object.hasOwn(region, append))
    throw new UsageError(`toZarr: region names ${append}, which is appended to: its place is behind the end`)
  return { append, region: Object.fromEntries(ranges) }
}

function rangeOf(dim: string, value: unknown): RegionRange {
  if (value === 'auto') return value
  const [start, stop] = Array.isArray(value) ? (value as unknown[]) : boundsOf(value)
  const isWhole = [start, stop].every((bound) => typeof bound === 'number' && Number.isSafeInteger(bound) && bound >= 0)
  if (isWhole && (start as number) < (stop as number)) return { start: start as number, stop: stop as number }
  throw new UsageError(
    `toZarr: region.${dim} is ${shownArgument(value)}, expected slice(start, stop) with whole numbers, 0 <= start < stop`,
  )
}

function boundsOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const { start, stop, step } = value as { start?: unknown; stop?: unknown; step?: unknown }
  const isStepped = isSlice(value) && step !== null && step !== 1
  return isStepped ? [] : [start ?? 0, stop]
}

/** One name for the same change of the same arrays, another for every other: runs on several parts of a store do not meet. */
function changeName(
  request: UpdateRequest,
  arrays: readonly { readonly spec: LazyNode['spec']; readonly variable: string | null }[],
): string {
  if (request.append !== null) return `append-${request.append.replace(/[^A-Za-z0-9_-]/g, '_')}`
  const facts = arrays.map(({ spec: { shape, geobox, coords, name }, variable }) => ({ shape, geobox, coords, name, variable }))
  return `region-${hashJson(JSON.parse(JSON.stringify([request.region, facts])) as Json).slice(0, 16)}`
}
