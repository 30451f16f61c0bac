import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { copyRun, forRuns, type Laid } from '../array/runs.js'
import { stridesOf } from '../array/strided-copy.js'
import { shapeOf, type Window } from '../array/window.js'
import { UsageError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import { stepGeoBox } from '../geo/geobox-cut.js'
import { ownLabels, pickedLabels, slicedLabels } from '../graph/labels.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec, Band, Coord } from '../graph/spec.js'

/**
 * Every `step`-th index from `start`; `stop` is one past the last (before it, where `step` is negative, hence at least -1).
 */
export type Slice = { readonly start: number; readonly stop: number; readonly step: number }

/** What is selected along one dim: a range, a list, or one index, which drops the dim. */
export type Indexer = Slice | { readonly indices: readonly number[] } | number

/** Params of {@link isel}: dims that are not named are kept whole. */
export type IselParams = { readonly indexers: { readonly [dim: string]: Indexer } }

function isSlice(indexer: Indexer): indexer is Slice {
  return typeof indexer === 'object' && 'step' in indexer
}

function parse(params: Json): IselParams {
  const { indexers } = paramsObject('isel', params, ['indexers'])
  if (!isJsonObject(indexers))
    throw new UsageError('isel: indexers must be an object of dims, like { "y": { "start": 0, "stop": 256, "step": 1 } }')
  return { indexers: Object.fromEntries(Object.entries(indexers).map(([dim, indexer]) => [dim, parseIndexer(dim, indexer)])) }
}

function parseIndexer(dim: string, indexer: Json): Indexer {
  if (typeof indexer === 'number') return wholeNumber(dim, indexer)
  const given = paramsObject(
    `isel ${dim}`,
    indexer,
    isJsonObject(indexer) && 'indices' in indexer ? ['indices'] : ['start', 'stop', 'step'],
  )
  if (!Array.isArray(given.indices)) return normalSlice(dim, given.start ?? 0, given.stop, given.step ?? 1)
  const indices = given.indices.map((index) => wholeNumber(dim, index))
  if (indices.length === 0) throw new UsageError(`isel ${dim}: the list is empty; select at least one index`)
  const step = indices.length === 1 ? 1 : (indices[1] as number) - (indices[0] as number)
  const even = step !== 0 && indices.every((index, at) => index === (indices[0] as number) + at * step)
  return even ? { start: indices[0] as number, stop: (indices.at(-1) as number) + Math.sign(step), step } : { indices }
}

function wholeNumber(dim: string, value: Json | undefined, least = 0): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value
  throw new UsageError(
    `isel ${dim}: ${JSON.stringify(value)} is not an index; give whole numbers from ${least}, counted from the first pixel`,
  )
}

/** The one way to write each range: `stop` next to the last index, step 1 where there is one index only. */
function normalSlice(dim: string, start: Json, stop: Json | undefined, step: Json): Slice {
  const first = wholeNumber(dim, start)
  const by = wholeNumber(dim, step, Number.MIN_SAFE_INTEGER)
  if (by === 0) throw new UsageError(`isel ${dim}: step is 0; give a positive or negative whole number`)
  const count = Math.ceil((wholeNumber(dim, stop, -1) - first) / by)
  if (count < 1) throw new UsageError(`isel ${dim}: the range ${first}..${stop} in steps of ${by} selects nothing`)
  const last = first + (count - 1) * by
  return { start: first, stop: last + Math.sign(by), step: count === 1 ? 1 : by, ...(count === 1 ? { stop: first + 1 } : {}) }
}

function countOf(indexer: Exclude<Indexer, number>): number {
  return isSlice(indexer) ? Math.ceil((indexer.stop - indexer.start) / indexer.step) : indexer.indices.length
}

/** The indexer of each input dim. Throws `E_USAGE` for dims that are not there and indices beyond the extent. */
function indexersOf(input: ArraySpec, { indexers }: IselParams): Indexer[] {
  const unknown = Object.keys(indexers).find((dim) => !input.dims.includes(dim))
  if (unknown !== undefined) throw new UsageError(`isel: there is no dim "${unknown}"; the array has ${input.dims.join(', ')}`)
  return input.dims.map((dim, at) => {
    const extent = input.shape[at] as number
    const indexer = indexers[dim] ?? { start: 0, stop: extent, step: 1 }
    const indices =
      typeof indexer === 'number' ? [indexer] : isSlice(indexer) ? [indexer.start, indexer.stop - Math.sign(indexer.step)] : indexer.indices
    const beyond = indices.find((index) => index >= extent)
    if (beyond === undefined) return indexer
    throw new UsageError(`isel: index ${beyond} of ${dim} is out of range; ${dim} has ${extent} (0..${extent - 1})`)
  })
}

function infer([input]: readonly ArraySpec[], params: IselParams): ArraySpec {
  const source = input as ArraySpec
  const indexers = indexersOf(source, params)
  const kept = source.dims.map((_, at) => at).filter((at) => typeof indexers[at] !== 'number')
  const dims = kept.map((at) => source.dims[at] as string)
  const shape = kept.map((at) => countOf(indexers[at] as Slice))
  const chunk = kept.map((at) => {
    const indexer = indexers[at] as Slice
    return Math.ceil((source.chunks.chunk[at] as number) / (isSlice(indexer) ? Math.abs(indexer.step) : 1))
  })
  const geobox = gridOf(source, indexers)
  const x = indexers[source.dims.indexOf('x')]
  const wholeTurn = x !== undefined && typeof x !== 'number' && isSlice(x) && Math.abs(x.step) === 1 && countOf(x) === source.periodX
  return {
    ...source,
    dims,
    shape,
    chunks: chunkGrid(shape, chunk),
    geobox,
    periodX: wholeTurn ? source.periodX : null,
    coords: coordsOf(source, indexers, geobox),
    bands: bandsOf(source, indexers),
  }
}

/** The grid of the picked pixels, whose centres stay where they are; null without ranges along both y and x. */
function gridOf({ geobox, dims }: ArraySpec, indexers: readonly Indexer[]): GeoBox | null {
  const [y, x] = [indexers[dims.indexOf('y')], indexers[dims.indexOf('x')]]
  if (geobox === null || typeof y !== 'object' || typeof x !== 'object' || !isSlice(y) || !isSlice(x)) return null
  const rows = { start: y.start, step: y.step, count: countOf(y) }
  return stepGeoBox(geobox, rows, { start: x.start, step: x.step, count: countOf(x) })
}

function coordsOf(source: ArraySpec, indexers: readonly Indexer[], geobox: GeoBox | null): Record<string, Coord> {
  const coords: Record<string, Coord> = {}
  source.dims.forEach((dim, at) => {
    const indexer = indexers[at] as Indexer
    const labels = geobox === null ? ownLabels(source, dim) : source.coords[dim]
    if (labels === undefined || typeof indexer === 'number') return
    if (isSlice(indexer)) coords[dim] = slicedLabels(labels, indexer.start, indexer.step, countOf(indexer))
    else if (labels.kind !== 'affine') coords[dim] = pickedLabels(labels, indexer.indices)
  })
  return coords
}

function bandsOf({ dims, bands }: ArraySpec, indexers: readonly Indexer[]): Band[] {
  const indexer = indexers[dims.indexOf('band')]
  if (indexer === undefined) return [...bands]
  if (typeof indexer === 'number') return [bands[indexer] as Band]
  return Array.from({ length: countOf(indexer) }, (_, at) => bands[indexAt(indexer, at)] as Band)
}

function indexAt(indexer: Exclude<Indexer, number>, at: number): number {
  return isSlice(indexer) ? indexer.start + at * indexer.step : (indexer.indices[at] as number)
}

function demand(out: Window, _inputs: readonly ArraySpec[], _params: IselParams, indexers: readonly Indexer[]): [number, Window][] {
  const start: number[] = []
  const stop: number[] = []
  let dim = 0
  for (const indexer of indexers) {
    if (typeof indexer === 'number') {
      start.push(indexer)
      stop.push(indexer + 1)
      continue
    }
    const [least, greatest] = boundsOf(indexer, out.start[dim] as number, (out.stop[dim] as number) - 1)
    start.push(least)
    stop.push(greatest + 1)
    dim++
  }
  return [[0, { start, stop }]]
}

function boundsOf(indexer: Exclude<Indexer, number>, first: number, last: number): [number, number] {
  if (!isSlice(indexer)) {
    const picked = indexer.indices.slice(first, last + 1)
    return [Math.min(...picked), Math.max(...picked)]
  }
  const [a, b] = [indexAt(indexer, first), indexAt(indexer, last)]
  return a < b ? [a, b] : [b, a]
}

function run(out: OutBlock, block: Block | undefined, indexers: readonly Indexer[]): void {
  if (block === undefined) {
    leaveBlank(out)
    return
  }
  const { valid } = block
  if (!(valid instanceof Uint8Array)) out.valid = valid
  forPieces(out, block, indexers, (to, length, from, stride) => {
    copyRun(block.data, from, stride, out.data, to, length)
    if (valid instanceof Uint8Array) copyRun(valid, from, stride, out.mask, to, length)
  })
}

type VisitPiece = (to: number, length: number, from: number, stride: number) => void

/** Walks the runs of a window. Along dims with lists, one index at a time. */
function forPieces(out: OutBlock, block: Block, indexers: readonly Indexer[], visit: VisitPiece): void {
  const inner = stridesOf(shapeOf(block.window))
  const outer = stridesOf(shapeOf(out.window))
  const shape = shapeOf(out.window)
  const strides: number[] = []
  let offset = 0
  const lists: { at: number; first: number; count: number; indices: readonly number[]; stride: number }[] = []
  indexers.forEach((indexer, dim) => {
    const stride = inner[dim] as number
    offset -= (block.window.start[dim] as number) * stride
    if (typeof indexer === 'number') {
      offset += indexer * stride
      return
    }
    const at = strides.length
    const first = out.window.start[at] as number
    if (isSlice(indexer)) offset += indexAt(indexer, first) * stride
    else lists.push({ at, first, count: shape[at] as number, indices: indexer.indices, stride })
    strides.push(isSlice(indexer) ? indexer.step * stride : 0)
  })
  for (const { at } of lists) shape[at] = 1
  const turns = lists.reduce((product, { count }) => product * count, 1)
  for (let turn = 0; turn < turns; turn++) {
    let rest = turn
    let to = 0
    const laid: Laid = { offset, strides }
    let from = 0
    for (const { at, first, count, indices, stride } of lists) {
      from += (indices[first + (rest % count)] as number) * stride
      to += (rest % count) * (outer[at] as number)
      rest = Math.floor(rest / count)
    }
    forListTurn(shape, laid, outer, (run, length, source, step) => visit(to + run, length, from + source, step))
  }
}

/** Runs of a window in which dims with lists have extent 1, at their places in the whole window. */
function forListTurn(shape: readonly number[], laid: Laid, outer: readonly number[], visit: VisitPiece): void {
  forRuns(shape, [laid, { offset: 0, strides: outer }], (_run, length, offsets, strides) => {
    if (strides[1] === 1 || length === 1) {
      visit(offsets[1] as number, length, offsets[0] as number, strides[0] as number)
      return
    }
    for (let index = 0; index < length; index++) {
      visit((offsets[1] as number) + index * (strides[1] as number), 1, (offsets[0] as number) + index * (strides[0] as number), 1)
    }
  })
}

/** `isel`: selection by position: ranges with steps (negative ones flip), lists, single indices. Pixels keep their bits and places on earth. */
export const isel: OpDef<IselParams, readonly Indexer[]> = {
  name: 'isel',
  version: 1,
  parse,
  infer,
  prepare: ([input], params) => indexersOf(input as ArraySpec, params),
  stateBytes: () => 0,
  demand,
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: true,
  keepsValid: () => true,
  leaf: false,
  simplify: ([input], params) => {
    const source = input as ArraySpec
    const whole = (indexer: Indexer, at: number): boolean =>
      typeof indexer === 'object' && isSlice(indexer) && indexer.step === 1 && countOf(indexer) === source.shape[at]
    return indexersOf(source, params).every(whole) ? 'input' : null
  },
  run: (out, inputs, _params, state) => run(out, inputs.get(0), state),
}
