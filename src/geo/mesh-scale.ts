import { rootPx, type Scale } from './mesh-cell.js'
import { type Nodes, sampleNodes } from './mesh-refine.js'
import { type PixelMap, unwrap } from './pixel-map.js'

/** How far one output pixel steps along u and along v. */
export interface Steps {
  readonly u: number
  readonly v: number
}

/** Extents in output pixels between the points at which a root cell is looked at where the map fails at one of its nodes, one after the other. */
const spacings = [4, 1] as const

/**
 * How far one output pixel steps between neighbours of a square lattice of `side` points a side, `spacingPx` apart: the least that is not 0, which
 * neither a jump of the map nor points without image disturb; NaN where no three neighbours have an image.
 */
export function stepsBetween(us: ArrayLike<number>, vs: ArrayLike<number>, side: number, spacingPx: number): Steps {
  return { u: stepOf(us, side, spacingPx), v: stepOf(vs, side, spacingPx) }
}

function stepOf(values: ArrayLike<number>, side: number, spacingPx: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let row = 0; row < side - 1; row++) {
    for (let from = row * side; from < (row + 1) * side - 1; from++) {
      const across = (values[from + 1] as number) - (values[from] as number)
      const down = (values[from + side] as number) - (values[from] as number)
      const step = Math.sqrt(across * across + down * down) / spacingPx
      if (step > 0 && step < least) least = step
    }
  }
  return least < Number.POSITIVE_INFINITY ? least : Number.NaN
}

/** The scale at which pixels step so far; 1 along an axis where it is not known. */
export function scaleOf({ u, v }: Steps): Scale {
  return { x: u > 0 ? 1 / u : 1, y: v > 0 ? 1 / v : 1 }
}

/**
 * How far pixels of a root cell step, from its 3 x 3 nodes; where one of these has no image, from whatever of the cell has one. A function of the
 * cell alone. NaN where no three neighbouring pixels' corners have an image.
 */
export function cellSteps(map: PixelMap, column: number, row: number, { us, vs }: Nodes): Steps {
  if (us.every((u) => u === u)) return stepsBetween(us, vs, 3, rootPx / 2)
  for (const spacing of spacings) {
    const steps = latticeSteps(map, column * rootPx, row * rootPx, spacing)
    if (steps.u > 0 && steps.v > 0) return steps
  }
  return { u: Number.NaN, v: Number.NaN }
}

/** How far pixels of the patch of 2 x 2 root cells that a cell lies in step, between the cells' corners; NaN where none is known. */
export function patchSteps(map: PixelMap, column: number, row: number): Steps {
  const corner = { x: Math.floor(column / 2) * 2 * rootPx, y: Math.floor(row / 2) * 2 * rootPx }
  const { us, vs } = sampleNodes(map, corner, 2 * rootPx)
  return stepsBetween(us, vs, 3, rootPx)
}

function latticeSteps(map: PixelMap, x: number, y: number, spacing: number): Steps {
  const side = rootPx / spacing + 1
  const us = new Float64Array(side * side).map((_, at) => x + (at % side) * spacing)
  const vs = us.map((_, at) => y + Math.floor(at / side) * spacing)
  map.apply(us, vs, us.length)
  unwrap(map, us, us.length)
  return stepsBetween(us, vs, side, spacing)
}
