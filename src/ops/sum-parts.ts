import type { Block, OutBlock } from '../array/block.js'
import { type AxisCells, axisCells, cellsOf } from '../array/cells.js'
import type { Window } from '../array/window.js'
import type { Json } from '../base/json.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { levelBytes, writeLevel } from '../kernels/overview.js'
import { placesBytes, sumKernels, writePlaces } from '../kernels/sums.js'
import { parseYx, planeOffset, planesIn, sumsSpec, unsummed, withYx, type Yx, yxOf } from './sums/sums-spec.js'

/** Sums under the pixels of a level, from those that each chunk of the array made by itself: as `sum-pixels` was told. */
export type SumPartsParams = {
  /** Extents of the array, and of its chunks that were summed up by themselves. */
  readonly full: Yx
  readonly cut: Yx
  /** Extents of the level, and pixels under one of its (null: both span the same ground). */
  readonly size: Yx
  readonly factor: number | null
  readonly chunk: Yx
}

interface SumPartsState {
  readonly y: AxisCells
  readonly x: AxisCells
}

function parse(params: Json): SumPartsParams {
  const given = paramsObject('sum-parts', params, ['full', 'cut', 'size', 'factor', 'chunk'])
  return {
    full: parseYx('sum-parts', 'full', given.full),
    cut: parseYx('sum-parts', 'cut', given.cut),
    size: parseYx('sum-parts', 'size', given.size),
    factor: given.factor === null || given.factor === undefined ? null : (parseYx('sum-parts', 'factor', [given.factor, 1])[0] as number),
    chunk: parseYx('sum-parts', 'chunk', given.chunk),
  }
}

function prepare({ full, cut, size, factor }: SumPartsParams): SumPartsState {
  return { y: axisCells(full[0], size[0], cut[0], factor), x: axisCells(full[1], size[1], cut[1], factor) }
}

function reach(axis: AxisCells, start: number, stop: number): [number, number] {
  return [cellsOf(axis, start)[0] as number, (cellsOf(axis, stop - 1).at(-1) as number) + 1]
}

/** Most cells of so many pixels along an axis: one of each chunk that a pixel lies over. */
function mostCells({ num, den, chunk }: AxisCells, pixels: number): number {
  return pixels * (Math.ceil(num / den / chunk) + 1)
}

function run(out: OutBlock, block: Block, { y, x }: SumPartsState, kit: Kit): void {
  const { y0, y1, x0, x1 } = yxOf(out.window)
  const [width, height] = [x1 - x0, y1 - y0]
  const from = yxOf(block.window)
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  const columns = kit.scratch(placesBytes(width, mostCells(x, width)))
  const rows = kit.scratch(placesBytes(height, mostCells(y, height)))
  writePlaces(
    memory,
    columns,
    Array.from({ length: width }, (_, i) => cellsOf(x, x0 + i)),
    from.x0,
  )
  writePlaces(
    memory,
    rows,
    Array.from({ length: height }, (_, j) => cellsOf(y, y0 + j)),
    from.y0,
  )
  const size = { srcStride: from.x1 - from.x0, dstStride: width, width, height, columns, rows, room: 0 }
  for (const index of planesIn(out.window)) {
    const plane = { src: planeOffset(block, index), srcMask: 0, dst: planeOffset(out, index), dstMask: 0, validity: 0 } as const
    writeLevel(memory, at, plane, { ...size, nodata: Number.NaN, nodataBits: 0n })
    sumKernels(kit.kernels).sumParts(at)
  }
}

/** `sum-parts`: sums under the pixels of a level whose edges lie within chunks of the array: those that the chunks made by themselves, added up in their order. */
export const sumParts: OpDef<SumPartsParams, SumPartsState> = {
  name: 'sum-parts',
  version: 1,
  parse,
  infer: ([input], { size, chunk }) => sumsSpec(unsummed(input as ArraySpec), size, chunk, false),
  prepare: (_inputs, params) => prepare(params),
  stateBytes: () => 256,
  demand(out: Window, _inputs, _params, { y, x }): [number, Window][] {
    const { y0, y1, x0, x1 } = yxOf(out)
    return [[0, withYx(out, reach(y, y0, y1), reach(x, x0, x1))]]
  },
  scratchBytes(out, _inputs, params) {
    const { y, x } = prepare(params)
    const { y0, y1, x0, x1 } = yxOf(out)
    const bytes = (axis: AxisCells, count: number): number => placesBytes(count, mostCells(axis, count))
    return levelBytes + bytes(x, x1 - x0) + bytes(y, y1 - y0) + 64
  },
  elementwise: false,
  movesPixels: false,
  keepsValid: () => true,
  leaf: false,
  simplify: () => null,
  run(out, inputs, _params, state, kit) {
    const block = inputs.get(0)
    out.valid = null
    if (block === undefined) out.data.fill(0 as never)
    else run(out, block, state, kit)
  },
}
