import { rootPx, type Scale } from './mesh-cell.js'
import { errorOf } from './mesh-refine.js'
import { scaleOf, stepsBetween } from './mesh-scale.js'
import { type PixelMap, unwrap } from './pixel-map.js'

// Two by two root cells, on even cells of the lattice, are measured together: their nine corners give the error and the scale of all
// four, for one evaluation of the map a cell.

/** Positions at the corners of a root cell, four each: upper left, upper right, lower left, lower right. */
export interface Corners {
  readonly us: Float64Array
  readonly vs: Float64Array
}

/** What was measured of a patch. */
export interface Patch {
  /** Error in source pixels of interpolating between the corners of the patch; NaN where the map fails at one of its nodes. */
  readonly error: number
  readonly scale: Scale
}

/** The patches of one row after the other. */
export interface PatchRows {
  /** Samples the row of patches that a row of root cells lies in, unless that was the last one sampled. */
  advance(row: number): void
  /** The patch of a root cell in the row. */
  at(column: number, row: number): Patch
  /** The corners of a root cell in the row: good until the next are asked for. */
  corners(column: number, row: number): Corners
}

/** Patches over `count` columns of root cells from `first`. The lowest nodes of a row of patches are the uppermost of the next. */
export function patchRows(map: PixelMap, first: number, count: number): PatchRows {
  const left = Math.floor(first / 2)
  const patchCount = Math.ceil((first + count) / 2) - left
  const stride = 2 * patchCount + 1
  const us = new Float64Array(3 * stride)
  const vs = new Float64Array(3 * stride)
  let patches: Patch[] = []
  let last = Number.NaN
  const sample = (line: number, y: number): void => {
    const u = us.subarray(line * stride, (line + 1) * stride)
    const v = vs.subarray(line * stride, (line + 1) * stride)
    for (let i = 0; i < stride; i++) u[i] = (2 * left + i) * rootPx
    v.fill(y)
    map.apply(u, v, stride)
  }
  return {
    advance(row) {
      const now = Math.floor(row / 2)
      if (now === last) return
      if (now === last + 1) {
        us.copyWithin(0, 2 * stride)
        vs.copyWithin(0, 2 * stride)
      } else sample(0, 2 * now * rootPx)
      sample(1, (2 * now + 1) * rootPx)
      sample(2, (2 * now + 2) * rootPx)
      last = now
      patches = Array.from({ length: patchCount }, (_, k) => patchAt(map, us, vs, 2 * k, stride))
    },
    at: (column) => patches[Math.floor(column / 2) - left] as Patch,
    corners(column, row) {
      const at = (row - 2 * last) * stride + column - 2 * left
      takeCorners(us, at, stride, corners.us)
      takeCorners(vs, at, stride, corners.vs)
      unwrap(map, corners.us, 4)
      return corners
    },
  }
}

function takeCorners(nodes: Float64Array, at: number, stride: number, into: Float64Array): void {
  into[0] = nodes[at] as number
  into[1] = nodes[at + 1] as number
  into[2] = nodes[at + stride] as number
  into[3] = nodes[at + stride + 1] as number
}

const corners = { us: new Float64Array(4), vs: new Float64Array(4) }
const node = { us: new Float64Array(9), vs: new Float64Array(9) }

function patchAt(map: PixelMap, us: Float64Array, vs: Float64Array, from: number, stride: number): Patch {
  for (let i = 0; i < 9; i++) {
    const at = Math.floor(i / 3) * stride + from + (i % 3)
    node.us[i] = us[at] as number
    node.vs[i] = vs[at] as number
  }
  unwrap(map, node.us, 9)
  return { error: errorOf(node), scale: scaleOf(stepsBetween(node.us, node.vs, 3, rootPx)) }
}
