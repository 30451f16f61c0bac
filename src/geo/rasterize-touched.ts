import { type BurnTarget, burnColumn, burnPixel, burnRow } from './rasterize-line.js'

/** How near (in pixels) to the pixels' own edges an upright or level edge of a polygon counts as one with them, and touches nothing by itself. */
const alignedPx = 0.01

/** The least step across the border of two rows, in pixels: what rounding leaves of a step must not hold the walk up. */
const leastStep = 1e-9

/** A walk along a sloped edge from left to right, and where it stands. */
export interface Walk {
  x: number
  y: number
  slope: number
  end: number
}

/** How an edge touches pixels: none by itself, a run of one column or row, or those of a walk. */
export type Touch = 'none' | 'column' | 'row' | 'walk'

/** Sorts an edge, whose left end comes first. `isArea`: of a polygon, whose inside is burned by itself. */
export function touchOf(x0: number, y0: number, x1: number, y1: number, isArea: boolean): Touch {
  if (Math.floor(x0) === Math.floor(x1) || Math.abs(x0 - x1) < alignedPx) return isArea && isOnEdge(x0) && isOnEdge(x1) ? 'none' : 'column'
  if (Math.floor(y0) === Math.floor(y1) || Math.abs(y0 - y1) < alignedPx) return isArea && isOnEdge(y0) && isOnEdge(y1) ? 'none' : 'row'
  return 'walk'
}

function isOnEdge(at: number): boolean {
  return Math.abs(at - Math.round(at)) < alignedPx
}

/** Burns an edge that is a run of one column or row. */
export function burnStraight(target: BurnTarget, value: number, touch: Touch, x0: number, y0: number, x1: number, y1: number): void {
  if (touch === 'column') burnColumn(target, value, Math.floor(x1), Math.floor(Math.min(y0, y1)), Math.floor(Math.max(y0, y1)))
  else if (touch === 'row') burnRow(target, value, Math.floor(y0), Math.floor(x0), Math.floor(x1))
}

/** Sets out on a sloped edge, at its left end or where it enters the grid. */
export function startWalk(walk: Walk, x0: number, y0: number, x1: number, y1: number, width: number, height: number): void {
  const slope = (y1 - y0) / (x1 - x0)
  let [x, y, end, last] = [x0, y0, x1, y1]
  if (end > width) {
    last -= (end - width) * slope
    end = width
  }
  if (x < 0) {
    y += (0 - x) * slope
    x = 0
  }
  if (last > y) {
    if (y < 0) {
      x += (0 - y) / slope
      y = 0
    }
  } else {
    if (y >= height) {
      x += (height - y) / slope
      y = height
    }
    if (last < 0) end -= last / slope
  }
  walk.x = x
  walk.y = y
  walk.slope = slope
  walk.end = end
}

/** To the next pixel. The order of evaluation is GDAL's, for the last bit decides where an edge goes through a corner. */
export function stepWalk(walk: Walk): void {
  const { x, y, slope } = walk
  const row = Math.floor(y)
  const stepX = Math.floor(x + 1) - x
  const stepY = stepX * slope
  if (Math.floor(y + stepY) === row) {
    walk.x = x + stepX
    walk.y = y + stepY
    return
  }
  const down = slope < 0 ? Math.min(row - y, -leastStep) : Math.max(row + 1 - y, leastStep)
  walk.x = x + down / slope
  walk.y = y + down
}

/** Walks on from where a walk stands, and burns what lies in the target, until it can meet it no more. */
export function burnWalk(target: BurnTarget, value: number, walk: Walk): void {
  const { row, rows, column, columns } = target
  const lastColumn = column + columns
  while (walk.x >= 0 && walk.x < walk.end && walk.x < lastColumn) {
    const y = Math.floor(walk.y)
    if (walk.slope > 0 ? y >= row + rows : y < row) return
    burnPixel(target, value, y, Math.floor(walk.x))
    stepWalk(walk)
  }
}
