import { inverseBilinear, type Rank, writeDirection } from './geolocation-cell.js'
import { type BoxLevel, boxSide, cellBits, cellReach, type Positions } from './geolocation-tree.js'

/** Boxes whose corners' directions a search keeps: neighbouring places are looked for one after another. */
const keptBoxes = 1024

/** Corners along a side of a finest box, and numbers of all of them. */
const cornerSide = boxSide + 1
const cornerNumbers = 3 * cornerSide * cornerSide

/** Bytes that a search holds. */
export const searchBytes = keptBoxes * (cornerNumbers * 8 + 4) + 8192

/** Finds where in an array, in pixels, places on earth lie. What it answers depends on the place alone, not on what was asked before. */
export class PositionSearch {
  readonly #positions: Positions
  readonly #corners: Float64Array
  readonly #held = new Int32Array(keptBoxes).fill(-1)
  /** Level and number of boxes that are still to be looked at. */
  readonly #pending = new Int32Array(2 * 256)
  /** Corners of a box on the plane, and those of one cell. */
  readonly #plane = new Float64Array(2 * cornerSide * cornerSide)
  readonly #cell = new Float64Array(8)
  readonly #reach = new Float64Array(8)
  readonly #share = new Float64Array(2)
  readonly #wanted = new Float64Array(3)
  /** Columns right, rows down, how good an answer is and of which cell. */
  readonly #best = new Float64Array(4)

  constructor(positions: Positions) {
    this.#positions = positions
    this.#corners = new Float64Array(keptBoxes * cornerNumbers)
  }

  /** Longitudes and latitudes to columns and rows (the centre of the first pixel is 0.5, 0.5), in place; NaN where no pixel lies. */
  find(xs: Float64Array, ys: Float64Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const [longitude, latitude] = [xs[i] as number, ys[i] as number]
      const isFound = Number.isFinite(longitude) && Number.isFinite(latitude) && this.#findOne(longitude, latitude)
      xs[i] = isFound ? (this.#best[0] as number) : Number.NaN
      ys[i] = isFound ? (this.#best[1] as number) : Number.NaN
    }
  }

  #findOne(longitude: number, latitude: number): boolean {
    const { boxes, levels } = this.#positions
    const wanted = this.#wanted
    writeDirection(longitude, latitude, wanted, 0)
    const x = wanted[0] as number
    const y = wanted[1] as number
    const z = wanted[2] as number
    const pending = this.#pending
    this.#best[2] = 0
    let top = 0
    pending[top++] = levels.length - 1
    pending[top++] = 0
    while (top > 0) {
      const own = pending[--top] as number
      const level = pending[--top] as number
      const { first, width } = levels[level] as BoxLevel
      const at = 6 * (first + own)
      if (x < (boxes[at] as number) || x > (boxes[at + 3] as number)) continue
      if (y < (boxes[at + 1] as number) || y > (boxes[at + 4] as number)) continue
      if (z < (boxes[at + 2] as number) || z > (boxes[at + 5] as number)) continue
      const row = Math.floor(own / width)
      const column = own % width
      if (level === 0) {
        this.#findInBox(own, column * boxSide, row * boxSide)
        continue
      }
      const below = levels[level - 1] as BoxLevel
      const right = Math.min(below.width, (column + 1) * boxSide)
      const bottom = Math.min(below.height, (row + 1) * boxSide)
      for (let r = row * boxSide; r < bottom; r++) {
        for (let c = column * boxSide; c < right; c++) {
          pending[top++] = level - 1
          pending[top++] = r * below.width + c
        }
      }
    }
    return (this.#best[2] as number) > 0
  }

  /** Looks into the cells of a box: one that holds the place counts more than one whose outer pixels do, and then the first. */
  #findInBox(box: number, column0: number, row0: number): void {
    const { width, height, cells } = this.#positions
    this.#project(this.#cornersOf(box, column0, row0))
    const columns = width - 1
    const best = this.#best
    const bottom = Math.min(height - 1, row0 + boxSide)
    const right = Math.min(columns, column0 + boxSide)
    for (let row = row0; row < bottom; row++) {
      for (let column = column0; column < right; column++) {
        const cell = row * columns + column
        const bits = cells[cell] as number
        if (bits === 0) continue
        const rank = this.#findInCell(2 * ((row - row0) * cornerSide + column - column0), column, row, bits)
        if (rank < (best[2] as number) || rank === 0 || (rank === best[2] && cell > (best[3] as number))) continue
        best[0] = column + 0.5 + (this.#share[0] as number)
        best[1] = row + 0.5 + (this.#share[1] as number)
        best[2] = rank
        best[3] = cell
      }
    }
  }

  /** Brings a box's corners to the plane that touches the sphere at the place, as x to the east and y to the north of it. */
  #project(from: number): void {
    const corners = this.#corners
    const plane = this.#plane
    const x = this.#wanted[0] as number
    const y = this.#wanted[1] as number
    const z = this.#wanted[2] as number
    // At a pole any two axes that are square to each other.
    const level = Math.sqrt(x * x + y * y)
    const ex = level > 1e-12 ? -y / level : 0
    const ey = level > 1e-12 ? x / level : 1
    const nx = -z * ey
    const ny = z * ex
    const nz = x * ey - y * ex
    for (let k = 0, at = from; k < 2 * cornerSide * cornerSide; k += 2, at += 3) {
      const px = corners[at] as number
      const py = corners[at + 1] as number
      plane[k] = ex * px + ey * py
      plane[k + 1] = nx * px + ny * py + nz * (corners[at + 2] as number)
    }
  }

  /** Looks into a cell, by its corners on the plane: there the place is the origin. */
  #findInCell(at: number, column: number, row: number, bits: number): Rank {
    const plane = this.#plane
    const below = at + 2 * cornerSide
    const ax = plane[at] as number
    const ay = plane[at + 1] as number
    const bx = plane[at + 2] as number
    const by = plane[at + 3] as number
    const cx = plane[below] as number
    const cy = plane[below + 1] as number
    const dx = plane[below + 2] as number
    const dy = plane[below + 3] as number
    const left = Math.min(ax, bx, cx, dx)
    const right = Math.max(ax, bx, cx, dx)
    const low = Math.min(ay, by, cy, dy)
    const high = Math.max(ay, by, cy, dy)
    // Four pixels beyond two sides are no farther than forty extents of the cell.
    const share = bits === cellBits.valid ? 1e-9 : 40
    const wide = (right - left) * share
    const tall = (high - low) * share
    if (left - wide > 0 || right + wide < 0 || low - tall > 0 || high + tall < 0) return 0
    const cell = this.#cell
    cell[0] = ax
    cell[1] = ay
    cell[2] = bx
    cell[3] = by
    cell[4] = cx
    cell[5] = cy
    cell[6] = dx
    cell[7] = dy
    return inverseBilinear(cell, cellReach(this.#positions, column, row, bits, this.#reach), this.#share)
  }

  /** Where the directions of a box's corners are. */
  #cornersOf(box: number, column0: number, row0: number): number {
    const slot = box % keptBoxes
    const from = slot * cornerNumbers
    if (this.#held[slot] === box) return from
    const { width, height, longitudes, latitudes } = this.#positions
    for (let r = 0; r < cornerSide && row0 + r < height; r++) {
      for (let c = 0; c < cornerSide && column0 + c < width; c++) {
        const at = (row0 + r) * width + column0 + c
        writeDirection(longitudes[at] as number, latitudes[at] as number, this.#corners, from + 3 * (r * cornerSide + c))
      }
    }
    this.#held[slot] = box
    return from
  }
}
