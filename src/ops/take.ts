import type { Block, OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import { UsageError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject, jsonText } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import { ownLabels } from '../graph/labels.js'
import type { ExpandedNode, Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import { type ArraySpec, type Coord, plainBand } from '../graph/spec.js'
import { maskOf } from '../kernels/elementwise.js'

/** A piece of the result along the dim: indices of the input (`stop` is one step past the last), or some that are invalid. */
export type TakePart = { readonly start: number; readonly count: number; readonly step: number } | { readonly blank: number }

/** Params of {@link take}: pieces along a dim, the labels of the result there (null: none), and its grid (null: none). */
export type TakeParams = {
  readonly dim: string
  readonly parts: readonly TakePart[]
  readonly coord: JsonObject | null
  readonly geobox: JsonObject | null
}

function isCount(value: Json | undefined, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
}

function parsePart(part: Json): TakePart {
  if (isJsonObject(part) && 'blank' in part && isCount(part.blank, 1) && Object.keys(part).length === 1) return { blank: part.blank }
  if (isJsonObject(part) && Object.keys(part).length === 3) {
    const { start, count, step } = part
    if (isCount(start, 0) && isCount(count, 1) && isCount(step, Number.MIN_SAFE_INTEGER)) {
      return count === 1 ? { start, count, step: 1 } : { start, count, step }
    }
  }
  throw new UsageError(`take: ${jsonText(part)} is no part; give { start, count, step } or { blank }`)
}

function parse(params: Json): TakeParams {
  const { dim, parts, coord = null, geobox = null } = paramsObject('take', params, ['dim', 'parts', 'coord', 'geobox'])
  if (typeof dim !== 'string' || dim === '') throw new UsageError(`take: dim is ${jsonText(dim ?? null)}; name a dim`)
  if (!Array.isArray(parts) || parts.length === 0) throw new UsageError('take: parts must be a list with at least one part')
  if (coord !== null && !(isJsonObject(coord) && typeof coord.kind === 'string'))
    throw new UsageError('take: coord must be labels, or null')
  if (geobox !== null && !(isJsonObject(geobox) && isJsonObject(geobox.affine ?? null)))
    throw new UsageError('take: geobox must be a grid, or null')
  return { dim, parts: parts.map(parsePart), coord: coord as JsonObject | null, geobox: geobox as JsonObject | null }
}

function countOf(part: TakePart): number {
  return 'blank' in part ? part.blank : part.count
}

function infer([input]: readonly ArraySpec[], { dim, parts, coord, geobox }: TakeParams): ArraySpec {
  const spec = input as ArraySpec
  const at = spec.dims.indexOf(dim)
  if (at < 0) throw new UsageError(`take: there is no dim "${dim}"; the array has ${spec.dims.join(', ')}`)
  const extent = spec.shape[at] as number
  for (const part of parts) {
    if ('blank' in part) continue
    const last = part.start + (part.count - 1) * part.step
    if (last < 0 || Math.max(last, part.start) >= extent)
      throw new UsageError(`take: indices ${part.start} to ${last} of ${dim} are out of range; ${dim} has ${extent}`)
  }
  const count = parts.reduce((sum, part) => sum + countOf(part), 0)
  const shape = spec.shape.with(at, count)
  const box = geobox as unknown as GeoBox | null
  const coords: Record<string, Coord> = {}
  for (const name of spec.dims) {
    const own = box === null ? ownLabels(spec, name) : spec.coords[name]
    const labels = name === dim ? ((coord as unknown as Coord | null) ?? undefined) : own
    if (labels !== undefined) coords[name] = labels
  }
  return {
    ...spec,
    shape,
    chunks: chunkGrid(
      shape,
      spec.chunks.chunk.map((chunk, position) => (position === at ? Math.min(chunk, count) : chunk)),
    ),
    geobox: box,
    periodX: dim === 'x' ? null : spec.periodX,
    coords,
    bands: dim === 'band' ? bandsOf(spec, parts) : spec.bands,
  }
}

function bandsOf({ bands }: ArraySpec, parts: readonly TakePart[]): ArraySpec['bands'] {
  return parts.flatMap((part) =>
    Array.from({ length: countOf(part) }, (_, index) =>
      'blank' in part ? plainBand : (bands[part.start + index * part.step] ?? plainBand),
    ),
  )
}

/** Where each part begins along the dim of the result. */
interface TakeState {
  readonly at: number
  readonly dims: readonly string[]
  readonly starts: Float64Array
}

function prepare([input]: readonly ArraySpec[], { dim, parts }: TakeParams): TakeState {
  const { dims } = input as ArraySpec
  const starts = new Float64Array(parts.length + 1)
  for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] as number) + countOf(part)
  return { at: dims.indexOf(dim), dims, starts }
}

/** A part under a window: the result's indices along the dim, and the input's index of the first of them (null: none). */
interface Piece {
  readonly from: number
  readonly to: number
  readonly first: number | null
  readonly step: number
}

function* piecesOf(out: Window, parts: readonly TakePart[], { at, starts }: TakeState): Generator<Piece> {
  const [from, to] = [out.start[at] as number, out.stop[at] as number]
  let low = 0
  let high = parts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] as number) <= from) low = middle
    else high = middle - 1
  }
  for (let index = low; index < parts.length && (starts[index] as number) < to; index++) {
    const [begin, end] = [starts[index] as number, starts[index + 1] as number]
    const part = parts[index] as TakePart
    const a = Math.max(from, begin)
    const b = Math.min(to, end)
    if (a >= b) continue
    yield 'blank' in part
      ? { from: a, to: b, first: null, step: 1 }
      : { from: a, to: b, first: part.start + (a - begin) * part.step, step: part.step }
  }
}

function demand(out: Window, _inputs: readonly ArraySpec[], { parts }: TakeParams, state: TakeState): [number, Window][] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { from, to, first, step } of piecesOf(out, parts, state)) {
    if (first === null) continue
    const last = first + (to - from - 1) * step
    least = Math.min(least, first, last)
    most = Math.max(most, first, last)
  }
  if (most < least) return []
  return [[0, { start: out.start.with(state.at, least), stop: out.stop.with(state.at, most + 1) }]]
}

function run(out: OutBlock, block: Block | undefined, { parts }: TakeParams, state: TakeState, kit: Kit): void {
  const pieces = [...piecesOf(out.window, parts, state)]
  const blank = block === undefined || pieces.some(({ first }) => first === null)
  const masks = blank || block.valid instanceof Uint8Array
  if (!masks) out.valid = block.valid
  for (const piece of pieces) copyPiece(out, piece, piece.first === null ? undefined : block, masks, state, kit)
}

function copyPiece(
  out: OutBlock,
  { from, to, first, step }: Piece,
  block: Block | undefined,
  masks: boolean,
  state: TakeState,
  kit: Kit,
): void {
  const { at, dims } = state
  const part: Window = { start: out.window.start.with(at, from), stop: out.window.stop.with(at, to) }
  const target = laidUnder(part, dims, out.window, dims)
  const source = block === undefined ? target : sourceUnder(part, block, first as number, step, state)
  forRuns(shapeOf(part), [target, source], (_, length, [begin, origin], [stride, spacing]) => {
    const near = stride === 1
    const count = near ? length : 1
    for (let index = 0; index < length; index += count) {
      const place = (begin as number) + index * (stride as number)
      copyPixels(out, place, block, (origin as number) + index * (spacing as number), near ? (spacing as number) : 1, count, masks, kit)
    }
  })
}

/** Chunks of the input along the dim, from the first to the last that some parts touch. */
function chunksUnder(parts: readonly Exclude<TakePart, { blank: number }>[], chunk: number): { first: number; last: number } {
  const ends = parts.flatMap(({ start, count, step }) => [start, start + (count - 1) * step])
  return { first: Math.floor(Math.min(...ends) / chunk), last: Math.floor(Math.max(...ends) / chunk) }
}

/** Positions of a part one by one, where its steps pass over chunks. */
function steppedApart(part: Exclude<TakePart, { blank: number }>, chunk: number): Exclude<TakePart, { blank: number }>[] {
  const { start, count, step } = part
  if (step < 2 * chunk || count > mostGroups) return [part]
  return Array.from({ length: count }, (_, at) => ({ start: start + at * step, count: 1, step: 1 }))
}

/**
 * Positions far apart (Januaries of many years) as groups of which each reads what it needs: the demand of one node is one window, from the first position to
 * the last. Null where most of what lies between is needed, or parts share chunks.
 */
function expand([input]: readonly ArraySpec[], { dim, parts, geobox }: TakeParams): readonly ExpandedNode[] | null {
  const { dims, chunks } = input as ArraySpec
  const chunk = chunks.chunk[dims.indexOf(dim)] as number
  const groups: Exclude<TakePart, { blank: number }>[][] = []
  if (dim === 'x' || dim === 'y') return null
  if (parts.some((part) => 'blank' in part || part.step <= 0)) return null
  for (const part of parts.flatMap((each) => steppedApart(each as Exclude<TakePart, { blank: number }>, chunk))) {
    const last = groups.at(-1)
    const isNear = last !== undefined && chunksUnder([part], chunk).first <= chunksUnder(last, chunk).last + 1
    if (isNear) last.push(part)
    else groups.push([part])
  }
  const spans = groups.map((group) => chunksUnder(group, chunk))
  const whole = chunksUnder(groups.flat(), chunk)
  const needed = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (groups.length < 2 || groups.length > mostGroups || whole.last - whole.first + 1 < 2 * needed) return null
  const taken = groups.map(
    (group): ExpandedNode => ({ ...{ op: 'take', version: 1, inputs: [0], apart: dim }, params: { dim, parts: group, geobox } }),
  )
  return [...taken, { op: 'concat', version: 1, params: { dim }, inputs: groups.map((_, made) => ({ made })) }]
}

/** Groups of positions that read for themselves: each opens its sources anew. */
const mostGroups = 64

/** How the input lies under a part of the result. */
function sourceUnder(part: Window, block: Block, first: number, step: number, { at, dims }: TakeState) {
  const own: Window = { start: part.start.with(at, first), stop: part.stop.with(at, first + 1) }
  const laid = laidUnder(own, dims, block.window, dims)
  return { offset: laid.offset, strides: laid.strides.with(at, (laid.strides[at] as number) * step) }
}

function copyPixels(
  out: OutBlock,
  to: number,
  block: Block | undefined,
  from: number,
  stride: number,
  count: number,
  masks: boolean,
  kit: Kit,
): void {
  if (block === undefined) {
    out.data.fill((typeof out.data[0] === 'bigint' ? 0n : 0) as never, to, to + count)
    out.mask.fill(0, to, to + count)
    return
  }
  copyRun(block.data, from, stride, out.data, to, count)
  if (!masks) return
  if (block.valid instanceof Uint8Array) {
    copyRun(block.valid, from, stride, out.mask, to, count)
    return
  }
  const mask = out.mask.subarray(to, to + count)
  const data = out.data.subarray(to, to + count)
  if (maskOf(kit, { data, valid: block.valid }, mask.byteOffset) === null) mask.fill(1)
}

/**
 * `take`: pieces of an array one after another along one dim, in any order and as often as wanted, and invalid pixels between them: what `shift`, `pad`,
 * `reindex` and `coarsen` are made of. Pixels keep their bits. The labels and the grid of the result are as the params say.
 */
export const take: OpDef<TakeParams, TakeState> = {
  name: 'take',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (_inputs, { parts }) => 256 + 8 * parts.length,
  demand,
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: true,
  keepsValid: (_inputs, { parts }) => parts.every((part) => !('blank' in part)),
  leaf: false,
  expand,
  simplify: () => null,
  run: (out, inputs, params, state, kit) => run(out, inputs.get(0), params, state, kit),
}
