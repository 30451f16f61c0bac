import type { Block, OutBlock } from '../../array/block.js'
import { stridesOf } from '../../array/strided-copy.js'
import { shapeOf, type Window } from '../../array/window.js'
import { GridError, InternalError } from '../../base/errors.js'
import type { ArraySpec } from '../../graph/spec.js'

/** Pixels around a pixel that an op looks at, on each side. */
export interface Halo {
  readonly x: number
  readonly y: number
}

/** Half-open columns and rows. */
export interface Rect {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The input of an op that looks around pixels: its last dims are y and x. Throws `E_GRID` for others. */
export function planar(op: string, inputs: readonly ArraySpec[]): ArraySpec {
  const spec = inputs[0]
  if (spec === undefined) throw new InternalError(`${op} needs an input`)
  if (spec.dims.at(-2) === 'y' && spec.dims.at(-1) === 'x') return spec
  throw new GridError(
    `${op}: the array [${spec.dims.join(', ')}] does not end in y, x: neighbours are looked for there; transpose it, y and x last`,
  )
}

/** A window with more pixels around it along y and x, as if the plane were infinite. */
export function withHalo(out: Window, halo: Halo): Window {
  const [y, x] = [out.start.length - 2, out.start.length - 1]
  return {
    start: out.start.with(y, (out.start[y] as number) - halo.y).with(x, (out.start[x] as number) - halo.x),
    stop: out.stop.with(y, (out.stop[y] as number) + halo.y).with(x, (out.stop[x] as number) + halo.x),
  }
}

/** Columns and rows of a window: its last two dims. */
export function rectOf({ start, stop }: Window): Rect {
  const [y, x] = [start.length - 2, start.length - 1]
  return { x0: start[x] as number, y0: start[y] as number, x1: stop[x] as number, y1: stop[y] as number }
}

/**
 * Where the array ends, for a block of it. Along x an array that goes round ends nowhere; where its producer could not give the columns on the other
 * side, the block ends at the edge.
 */
export function edgesOf({ shape, periodX }: ArraySpec, block: Block): Rect {
  const [height, width] = shape.slice(-2) as [number, number]
  if (periodX === null) return { x0: 0, y0: 0, x1: width, y1: height }
  const { x0, x1 } = rectOf(block.window)
  return { x0: Math.min(0, x0), y0: 0, x1: Math.max(width, x1), y1: height }
}

/** Calls back for each index of the dims before y and x, with where its plane begins in the output and in the block, in elements. */
export function forPlanes(out: OutBlock, block: Block, each: (outAt: number, blockAt: number) => void): void {
  const shape = shapeOf(out.window)
  const strides = stridesOf(shapeOf(block.window))
  const plane = (shape.at(-1) as number) * (shape.at(-2) as number)
  const leading = shape.slice(0, -2)
  const count = leading.reduce((product, extent) => product * extent, 1)
  for (let index = 0; index < count; index++) {
    let rest = index
    let blockAt = 0
    for (let dim = leading.length - 1; dim >= 0; dim--) {
      const extent = leading[dim] as number
      const at = (rest % extent) + (out.window.start[dim] as number) - (block.window.start[dim] as number)
      blockAt += at * (strides[dim] as number)
      rest = Math.floor(rest / extent)
    }
    each(index * plane, blockAt)
  }
}
