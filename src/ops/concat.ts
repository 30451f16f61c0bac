import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock, Validity } from '../array/block.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import type { Element } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { ScalarJson } from '../base/scalar.js'
import { joinedNotes, joinedSpec } from '../graph/joined-spec.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { maskOf } from '../kernels/elementwise.js'

/** Params of {@link concat}: the dim to join along (new or not) and its labels (null: those of the inputs, where they have any). */
export type ConcatParams = {
  readonly dim: string
  readonly labels: readonly ScalarJson[] | null
  readonly unit: string | null
  readonly calendar: string | null
}

/** Where each input begins along the joined dim: `starts[i]` to `starts[i + 1]`. */
interface ConcatState {
  readonly dims: readonly string[]
  readonly at: number
  readonly isNew: boolean
  readonly starts: Float64Array
}

function parse(params: Json): ConcatParams {
  const { dim, labels = null, unit = null, calendar = null } = paramsObject('concat', params, ['dim', 'labels', 'unit', 'calendar'])
  if (typeof dim !== 'string' || dim === '') throw new UsageError(`concat: dim is ${JSON.stringify(dim)}; name the dim to join along`)
  if (labels !== null && !(Array.isArray(labels) && labels.every((label) => typeof label === 'number' || typeof label === 'string'))) {
    throw new UsageError('concat: labels must be a list of numbers or texts, one for each index along the dim')
  }
  for (const [key, value] of [
    ['unit', unit],
    ['calendar', calendar],
  ] as const) {
    if (value !== null && typeof value !== 'string') throw new UsageError(`concat: ${key} is ${JSON.stringify(value)}; give a text or null`)
  }
  return { dim, labels: labels as readonly ScalarJson[] | null, unit: unit as string | null, calendar: calendar as string | null }
}

function prepare(inputs: readonly ArraySpec[], { dim }: ConcatParams): ConcatState {
  const first = inputs[0]
  if (first === undefined) throw new UsageError('concat: no arrays given; give at least one')
  const isNew = !first.dims.includes(dim)
  const starts = new Float64Array(inputs.length + 1)
  const at = isNew ? 0 : first.dims.indexOf(dim)
  for (let input = 0; input < inputs.length; input++) {
    starts[input + 1] = (starts[input] as number) + (isNew ? 1 : ((inputs[input] as ArraySpec).shape[at] as number))
  }
  return { dims: isNew ? [dim, ...first.dims] : first.dims, at, isNew, starts }
}

function infer(inputs: readonly ArraySpec[], params: ConcatParams): ArraySpec {
  return joinedSpec(inputs, { ...params, ...prepare(inputs, params) })
}

/** The input that holds an index along the joined dim: O(log inputs). */
function inputAt({ starts }: ConcatState, index: number): number {
  let low = 0
  let high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] as number) <= index) low = middle
    else high = middle - 1
  }
  return low
}

/** The inputs under a window of the output, each with its part of the output. Costs O(log inputs + parts). */
function* partsOf(state: ConcatState, out: Window): Generator<readonly [input: number, part: Window]> {
  const { at, starts } = state
  const end = out.stop[at] as number
  for (let input = inputAt(state, out.start[at] as number); input < starts.length - 1 && (starts[input] as number) < end; input++) {
    const start = Math.max(out.start[at] as number, starts[input] as number)
    const stop = Math.min(end, starts[input + 1] as number)
    if (start < stop) yield [input, { start: out.start.with(at, start), stop: out.stop.with(at, stop) }]
  }
}

/** A part of the output as a window of its input. */
function* demand(
  out: Window,
  _inputs: readonly ArraySpec[],
  _params: ConcatParams,
  state: ConcatState,
): Generator<readonly [number, Window]> {
  const { at, isNew, starts } = state
  for (const [input, part] of partsOf(state, out)) {
    const move = (bounds: readonly number[]): readonly number[] =>
      isNew ? bounds.toSpliced(at, 1) : bounds.with(at, (bounds[at] as number) - (starts[input] as number))
    yield [input, { start: move(part.start), stop: move(part.stop) }]
  }
}

/** An input's window in index space of the output. */
function placed(window: Window, input: number, { at, isNew, starts }: ConcatState): Window {
  const begin = starts[input] as number
  if (isNew) return { start: window.start.toSpliced(at, 0, begin), stop: window.stop.toSpliced(at, 0, begin + 1) }
  const move = (bounds: readonly number[]): readonly number[] => bounds.with(at, (bounds[at] as number) + begin)
  return { start: move(window.start), stop: move(window.stop) }
}

function run(out: OutBlock, inputs: InputBlocks, state: ConcatState, kit: Kit): void {
  const parts = [...partsOf(state, out.window)].map(([input, part]) => ({ input, part, block: inputs.get(input) }))
  if (parts.every(({ block }) => block === undefined)) {
    leaveBlank(out)
    return
  }
  const shared = sharedValidity(parts.map(({ block }) => block))
  for (const { input, part, block } of parts)
    copyPart(out, part, block, block && placed(block.window, input, state), state.dims, shared === undefined, kit)
  if (shared !== undefined) out.valid = shared
}

/** The validity that all blocks state alike without a mask; undefined where they do not, or where one is absent. */
function sharedValidity(blocks: readonly (Block | undefined)[]): null | { readonly nodata: Element } | undefined {
  const first = blocks[0]?.valid
  if (first === undefined || first instanceof Uint8Array) return undefined
  const alike = (valid: Validity | undefined): boolean => {
    if (first === null || valid === null || valid === undefined || valid instanceof Uint8Array) return valid === first
    return Object.is(valid.nodata, first.nodata)
  }
  return blocks.every((block) => alike(block?.valid)) ? first : undefined
}

function copyPart(
  out: OutBlock,
  part: Window,
  block: Block | undefined,
  own: Window | undefined,
  dims: readonly string[],
  masks: boolean,
  kit: Kit,
): void {
  const target = laidUnder(part, dims, out.window, dims)
  const source = own === undefined ? target : laidUnder(part, dims, own, dims)
  forRuns(shapeOf(part), [target, source], (_, length, [to, from], [step, stride]) => {
    // Narrow inputs side by side make runs whose pixels are not neighbours.
    const near = step === 1 && stride === 1
    const count = near ? length : 1
    for (let at = 0; at < length; at += count) {
      copyPixels(out, (to as number) + at * (step as number), block, (from as number) + at * (stride as number), count, masks, kit)
    }
  })
}

function copyPixels(out: OutBlock, to: number, block: Block | undefined, from: number, count: number, masks: boolean, kit: Kit): void {
  const data = out.data.subarray(to, to + count)
  const mask = out.mask.subarray(to, to + count)
  if (block === undefined) {
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength).fill(0)
    mask.fill(0)
    return
  }
  copyRun(block.data, from, 1, out.data, to, count)
  if (!masks) return
  if (block.valid instanceof Uint8Array) copyRun(block.valid, from, 1, out.mask, to, count)
  else if (maskOf(kit, { data, valid: block.valid }, mask.byteOffset) === null) mask.fill(1)
}

/**
 * `concat`: arrays one after another along a dim that they have, or stacked along a new one (which comes first). They must agree in dtype, dims,
 * other extents, grid (to a thousandth of a pixel anywhere: the first's is adopted, and a note says so) and labels. Along `band` the bands follow each other; along `y` and `x` each grid must continue the one before.
 * A window demands only the inputs that it touches, found in O(log inputs).
 */
export const concat: OpDef<ConcatParams, ConcatState> = {
  name: 'concat',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (inputs) => 8 * inputs.length + 256,
  demand,
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: true,
  keepsValid: () => true,
  leaf: false,
  joinedAlong: ({ dim }) => dim,
  simplify: (inputs, { dim }) => (inputs.length === 1 && inputs[0]?.dims.includes(dim) ? 'input' : null),
  notes: (inputs, { dim }) => joinedNotes(inputs, dim),
  run: (out, inputs, _params, state, kit) => run(out, inputs, state, kit),
}
