import type { Laid } from '../../array/runs.js'
import type { Window } from '../../array/window.js'
import type { ShapeIndex } from '../../geo/rasterize-index.js'

/** Rows and columns of a window, whatever its other dims. */
export interface Plane {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** The plane under a window of an array's dims. */
export function planeOf(dims: readonly string[], { start, stop }: Window): Plane {
  const [y, x] = [dims.indexOf('y'), dims.indexOf('x')]
  const [row, column] = [start[y] as number, start[x] as number]
  return { row, column, rows: (stop[y] as number) - row, columns: (stop[x] as number) - column }
}

/** How a plane in C order lies under a window of an array's dims. */
export function laidPlane(dims: readonly string[], { columns }: Plane): Laid {
  return { offset: 0, strides: dims.map((dim) => (dim === 'y' ? columns : dim === 'x' ? 1 : 0)) }
}

/**
 * Fills a plane that may reach beyond the sides of a grid which goes round after `period` columns: in parts, each by `fill` where it lies in the grid. `aside` holds
 * as many elements as the plane, for parts; it is used where the plane reaches beyond alone.
 */
export function fillTurns<T extends Uint8Array | Float64Array>(
  plane: Plane,
  { placed: { width } }: Pick<ShapeIndex, 'placed'>,
  period: number | null,
  pixels: T,
  aside: T,
  fill: (part: Plane, pixels: T) => void,
): void {
  const end = plane.column + plane.columns
  if (period === null || (plane.column >= 0 && end <= width)) {
    fill(plane, pixels)
    return
  }
  for (let column = plane.column; column < end; ) {
    const own = column >= 0 && column < width ? column : column - Math.floor(column / period) * period
    const limit =
      column < 0 ? Math.min(end, column - own + period) : column < width ? Math.min(end, width) : Math.min(end, column - own + period)
    const part = { ...plane, column: own, columns: limit - column }
    const piece = aside.subarray(0, part.rows * part.columns) as T
    piece.fill(0)
    fill(part, piece)
    for (let row = 0; row < part.rows; row++) {
      const line = piece.subarray(row * part.columns, (row + 1) * part.columns) as never
      pixels.set(line, row * plane.columns + column - plane.column)
    }
    column = limit
  }
}
