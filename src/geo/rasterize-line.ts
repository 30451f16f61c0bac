/** Rows and columns that are burned: of an array of `columns` to a row, whose first element is the pixel (`row`, `column`). */
export interface BurnTarget {
  readonly pixels: Uint8Array | Uint32Array
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Burns a value into the pixel at a row and column, where it is in the target. */
export function burnPixel({ pixels, row, column, rows, columns }: BurnTarget, value: number, y: number, x: number): void {
  if (y >= row && y < row + rows && x >= column && x < column + columns) pixels[(y - row) * columns + (x - column)] = value
}

/** Burns columns `from` to `to` (both included) of a row. */
export function burnRow(target: BurnTarget, value: number, y: number, from: number, to: number): void {
  const { pixels, row, column, rows, columns } = target
  if (y < row || y >= row + rows) return
  const start = Math.max(from, column) - column
  const stop = Math.min(to + 1, column + columns) - column
  const base = (y - row) * columns
  if (start < stop) pixels.fill(value, base + start, base + stop)
}

/** Burns rows `from` to `to` (both included) of a column. */
export function burnColumn(target: BurnTarget, value: number, x: number, from: number, to: number): void {
  const { pixels, row, column, rows, columns } = target
  if (x < column || x >= column + columns) return
  const stop = Math.min(to, row + rows - 1)
  for (let y = Math.max(from, row); y <= stop; y++) pixels[(y - row) * columns + (x - column)] = value
}

/**
 * Burns a line of pixels between two points, one for each step along its longer axis (Bresenham's), as GDAL does without ALL_TOUCHED. Any step is
 * computed from the first pixel, so that a window costs what it holds.
 */
export function burnThin(target: BurnTarget, value: number, ax: number, ay: number, bx: number, by: number): void {
  const [x0, y0] = [Math.floor(ax), Math.floor(ay)]
  const [dx, dy] = [Math.floor(bx) - x0, Math.floor(by) - y0]
  const isFlat = Math.abs(dx) >= Math.abs(dy)
  const [long, short] = isFlat ? [Math.abs(dx), Math.abs(dy)] : [Math.abs(dy), Math.abs(dx)]
  const [from, low, high] = isFlat
    ? [x0, target.column, target.column + target.columns - 1]
    : [y0, target.row, target.row + target.rows - 1]
  const direction = (isFlat ? dx : dy) < 0 ? -1 : 1
  const ends = [(low - from) * direction, (high - from) * direction]
  const last = Math.min(long, Math.max(...ends))
  const aside = (isFlat ? dy : dx) < 0 ? -1 : 1
  for (let step = Math.max(0, Math.min(...ends)); step <= last; step++) {
    const off = long === 0 ? 0 : Math.floor((2 * short * step + long) / (2 * long)) * aside
    if (isFlat) burnPixel(target, value, y0 + off, x0 + step * direction)
    else burnPixel(target, value, y0 + step * direction, x0 + off)
  }
}
