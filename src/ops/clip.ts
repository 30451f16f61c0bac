import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import type { Json } from '../base/json.js'
import { burnScratchBytes, burnShapes } from '../geo/rasterize.js'
import { columnsTouched, type ShapeIndex } from '../geo/rasterize-index.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { maskOf } from '../kernels/elementwise.js'
import { flag, gridUnder, parseShapes, type ShapesParams } from './shapes/params.js'
import { fillTurns, laidPlane, planeOf } from './shapes/plane.js'
import { indexOn, shapesBytes } from './shapes/state.js'

export { indexOn } from './shapes/state.js'

/** Params of {@link clip}: shapes, and whether all pixels that they touch stay, and whether those outside stay instead. */
export type ClipParams = ShapesParams & { readonly allTouched: boolean; readonly invert: boolean }

function parse(params: Json): ClipParams {
  const given = paramsObject('clip', params, ['shapes', 'crs', 'allTouched', 'invert'])
  return {
    ...parseShapes('clip', given),
    allTouched: flag('clip', 'allTouched', given.allTouched, false),
    invert: flag('clip', 'invert', given.invert, false),
  }
}

interface ClipState {
  readonly dims: readonly string[]
  readonly index: ShapeIndex
  readonly period: number | null
}

function prepare([input]: readonly ArraySpec[], params: ClipParams): ClipState {
  const spec = input as ArraySpec
  return { dims: spec.dims, index: indexOn(params, gridUnder('clip', spec), params.allTouched), period: spec.periodX }
}

/** Where no shape comes near, nothing need be read. */
function demand(
  out: Window,
  _inputs: readonly ArraySpec[],
  { invert }: ClipParams,
  { dims, index, period }: ClipState,
): [number, Window][] {
  const { row, rows, column, columns } = planeOf(dims, out)
  if (invert || (period !== null && (column < 0 || column + columns > index.placed.width))) return [[0, out]]
  const touched = columnsTouched(index, row, row + rows)
  return touched !== null && touched[0] < column + columns && touched[1] > column ? [[0, out]] : []
}

function scratchBytes(out: Window, [input]: readonly ArraySpec[]): number {
  const { dims, periodX } = input as ArraySpec
  const { rows, columns } = planeOf(dims, out)
  return rows * columns * (periodX === null ? 1 : 2) + burnScratchBytes(rows, columns) + 48
}

function run(
  out: OutBlock,
  block: Block | undefined,
  { allTouched, invert }: ClipParams,
  { dims, index, period }: ClipState,
  kit: Kit,
): void {
  if (block === undefined) {
    leaveBlank(out)
    return
  }
  const plane = planeOf(dims, out.window)
  const size = plane.rows * plane.columns
  const bytes = (count: number): Uint8Array => new Uint8Array(kit.memory.buffer, kit.scratch(count), count)
  const inside = bytes(size).fill(0)
  const marks = bytes(burnScratchBytes(plane.rows, plane.columns))
  fillTurns(plane, index, period, inside, period === null ? inside : bytes(size), (part, pixels) => {
    burnShapes(index, { ...part, pixels }, { allTouched, numbered: false }, marks)
  })
  copyPixels(out, block, dims, kit)
  const keep = invert ? 0 : 1
  forRuns(shapeOf(out.window), [laidPlane(dims, plane)], (to, length, [from], [stride]) => {
    for (let at = to, pixel = from as number; at < to + length; at++, pixel += stride as number)
      if (inside[pixel] !== keep) out.mask[at] = 0
  })
}

/** The input's pixels, and their validity as a mask. */
function copyPixels(out: OutBlock, { window, data, valid }: Block, dims: readonly string[], kit: Kit): void {
  const masked = valid instanceof Uint8Array
  forRuns(shapeOf(out.window), [laidUnder(out.window, dims, window, dims)], (to, length, [from], [stride]) => {
    copyRun(data, from as number, stride as number, out.data, to, length)
    if (masked) copyRun(valid, from as number, stride as number, out.mask, to, length)
  })
  if (!masked && maskOf(kit, { data: out.data, valid }, out.mask.byteOffset) === null) out.mask.fill(1)
}

/** `clip`: the pixels in shapes (or outside of them) stay as they are, all others are invalid. The rules are those of GDAL's rasterize: see `burnShapes`. */
export const clip: OpDef<ClipParams, ClipState> = {
  name: 'clip',
  version: 1,
  parse,
  infer: ([input]) => {
    gridUnder('clip', input as ArraySpec)
    return input as ArraySpec
  },
  prepare,
  stateBytes: ([input], params) => shapesBytes(params, gridUnder('clip', input as ArraySpec), params.allTouched),
  demand,
  scratchBytes,
  elementwise: true,
  movesPixels: true,
  keepsValid: () => false,
  leaf: false,
  simplify: () => null,
  run: (out, inputs, params, state, kit) => run(out, inputs.get(0), params, state, kit),
}
