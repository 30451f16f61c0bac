import type { Window } from '../../array/window.js'
import type { ArraySpec } from '../../graph/spec.js'
import { type PackedTree, packedTree, packedTreeBytes, searchTree } from './packed-tree.js'
import type { MosaicParams } from './params.js'
import { placesOf } from './places.js'

/** Where inputs lie, and the tree that finds them. */
export interface MosaicState {
  readonly rectangles: Float64Array
  readonly tree: PackedTree
}

/** A part of a window that one input may fill: in pixels of the mosaic, and by how much the input's own pixels are off them. */
export interface Part {
  readonly input: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** The mosaic's index of the input's first pixel. */
  readonly column: number
  readonly row: number
}

/** Builds the index. Deterministic. */
export function prepareMosaic(inputs: readonly ArraySpec[], params: MosaicParams): MosaicState {
  const { rectangles } = placesOf(inputs, params)
  return { rectangles, tree: packedTree(rectangles) }
}

/** Bytes of {@link prepareMosaic}'s result. */
export function mosaicStateBytes(inputs: readonly ArraySpec[]): number {
  return 4096 + packedTreeBytes(inputs.length)
}

/** The inputs under a window, in their order, each with its part of it. O(log inputs + parts). */
export function partsOf({ rectangles, tree }: MosaicState, { start, stop }: Window): Part[] {
  const [x0, y0] = [start.at(-1) as number, start.at(-2) as number]
  const [x1, y1] = [stop.at(-1) as number, stop.at(-2) as number]
  return searchTree(tree, x0, y0, x1, y1).map((input) => {
    const [left, top, right, bottom] = rectangles.subarray(input * 4, input * 4 + 4) as unknown as [number, number, number, number]
    return {
      input,
      x0: Math.max(x0, left),
      y0: Math.max(y0, top),
      x1: Math.min(x1, right),
      y1: Math.min(y1, bottom),
      column: left,
      row: top,
    }
  })
}

/** What a window needs: the part of each input under it, as a window of that input. Inputs that it does not touch are not looked at. */
export function* mosaicDemand(out: Window, state: MosaicState): Generator<readonly [number, Window]> {
  const [start, stop] = [out.start.slice(0, -2), out.stop.slice(0, -2)]
  for (const { input, x0, y0, x1, y1, column, row } of partsOf(state, out)) {
    yield [input, { start: [...start, y0 - row, x0 - column], stop: [...stop, y1 - row, x1 - column] }]
  }
}
