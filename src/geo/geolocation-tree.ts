import { isPlace, writeDirection } from './geolocation-cell.js'

/** Longitudes and latitudes of the pixels of an array, in rows, and what finds them. Views of one buffer that threads share. */
export interface Positions {
  readonly width: number
  readonly height: number
  readonly longitudes: Float32Array | Float64Array
  readonly latitudes: Float32Array | Float64Array
  /** Bits of each cell of four neighbouring pixels, in rows of `width` - 1: see {@link cellBits}. */
  readonly cells: Uint8Array
  /** Boxes about the directions of cells, six numbers each: of 4 x 4 cells, of 4 x 4 such boxes, and so on to one box. */
  readonly boxes: Float32Array
  /** The levels of boxes, finest first. */
  readonly levels: readonly BoxLevel[]
  /** Longitude of the middle of the narrowest span that holds all, and its extent in degrees, to about a degree. */
  readonly middle: number
  readonly span: number
}

/** A level of boxes: where its first is, and how many lie side by side and below each other. */
export interface BoxLevel {
  readonly first: number
  readonly width: number
  readonly height: number
}

/** What is known of a cell: that it has positions, and at which sides there is no other, so that pixels reach half of their extent beyond the centres. */
export const cellBits = { valid: 1, left: 2, right: 4, top: 8, bottom: 16 } as const

/** Pixels beyond the array's edges of which it is known where they would lie: there are none, but pixels of an output grid may reach so far. */
export const farReach = 4

/** Cells along a side of a finest box, and boxes along a side of a coarser one. */
export const boxSide = 4

/** Numbers before the longitudes: width, height, bytes of a coordinate, middle, span. */
const headNumbers = 8

/** Cells whose corners lie farther from each other than this (of the earth's radius) are no cells: rows of other passes beside each other. */
const mostChord = 0.7

/** Bytes that positions take with all that finds them. */
export function positionBytes(width: number, height: number, coordinateBytes: 4 | 8): number {
  const levels = boxLevels(width, height)
  const last = levels.at(-1) as BoxLevel
  const boxes = last.first + last.width * last.height
  return headNumbers * 8 + 2 * coordinateBytes * width * height + boxes * 24 + (width - 1) * (height - 1) + 8
}

function boxLevels(width: number, height: number): BoxLevel[] {
  const levels: BoxLevel[] = []
  let [w, h, first] = [width - 1, height - 1, 0]
  do {
    ;[w, h] = [Math.ceil(w / boxSide), Math.ceil(h / boxSide)]
    levels.push({ first, width: w, height: h })
    first += w * h
  } while (w > 1 || h > 1)
  return levels
}

/** Positions as views of a buffer that {@link indexPositions} filled. */
export function positionsFrom(bytes: Uint8Array): Positions {
  const { buffer, byteOffset } = bytes
  const head = new Float64Array(buffer, byteOffset, headNumbers)
  const [width, height, size, middle, span] = head as unknown as [number, number, number, number, number]
  const count = width * height
  const levels = boxLevels(width, height)
  const last = levels.at(-1) as BoxLevel
  const boxCount = last.first + last.width * last.height
  const start = byteOffset + headNumbers * 8
  const coordinates = (at: number): Float32Array | Float64Array =>
    size === 4 ? new Float32Array(buffer, start + at * 4 * count, count) : new Float64Array(buffer, start + at * 8 * count, count)
  const boxesAt = start + 2 * size * count
  return {
    ...{ width, height, levels, middle, span, longitudes: coordinates(0), latitudes: coordinates(1) },
    boxes: new Float32Array(buffer, boxesAt, boxCount * 6),
    cells: new Uint8Array(buffer, boxesAt + boxCount * 24, (width - 1) * (height - 1)),
  }
}

/** Longitudes and latitudes, NaN or out of range where there are none, with all that finds them, in memory that threads can share. */
export function indexPositions(
  width: number,
  height: number,
  longitudes: Float32Array | Float64Array,
  latitudes: Float32Array | Float64Array,
): Uint8Array {
  const size = longitudes instanceof Float32Array && latitudes instanceof Float32Array ? 4 : 8
  const bytes = new Uint8Array(new SharedArrayBuffer(Math.ceil(positionBytes(width, height, size) / 8) * 8))
  const head = new Float64Array(bytes.buffer, 0, headNumbers)
  head.set([width, height, size])
  const positions = positionsFrom(bytes)
  positions.longitudes.set(longitudes)
  positions.latitudes.set(latitudes)
  head.set(spanOf(positions), 3)
  markCells(positions)
  fillBoxes(positions)
  joinBoxes(positions)
  return bytes
}

/** Middle and extent of what is left of the circle without its widest part that has no position. */
function spanOf({ longitudes, latitudes }: Positions): [number, number] {
  const held = new Uint8Array(360)
  for (let i = 0; i < longitudes.length; i++) {
    const longitude = longitudes[i] as number
    if (isPlace(longitude, latitudes[i] as number)) held[Math.floor(longitude - 360 * Math.floor(longitude / 360)) % 360] = 1
  }
  let [widest, end, run] = [0, 0, 0]
  for (let i = 0; i < 720; i++) {
    run = held[i % 360] === 1 ? 0 : Math.min(360, run + 1)
    if (run <= widest) continue
    widest = run
    end = i + 1
  }
  const span = 360 - widest
  const middle = end + span / 2
  return [middle - 360 * Math.ceil((middle - 180) / 360), span]
}

/** The directions of a row of pixels. */
function directionsOf({ width, longitudes, latitudes }: Positions, row: number, to: Float64Array): void {
  for (let column = 0; column < width; column++) {
    const at = row * width + column
    writeDirection(longitudes[at] as number, latitudes[at] as number, to, 3 * column)
  }
}

/** Calls `visit` for each row of cells with the directions of the pixels above and below. */
function eachRow(positions: Positions, visit: (row: number, above: Float64Array, below: Float64Array) => void): void {
  let [above, below] = [new Float64Array(3 * positions.width), new Float64Array(3 * positions.width)]
  directionsOf(positions, 0, below)
  for (let row = 0; row < positions.height - 1; row++) {
    ;[above, below] = [below, above]
    directionsOf(positions, row + 1, below)
    visit(row, above, below)
  }
}

function markCells(positions: Positions): void {
  const { width, height, longitudes, latitudes, cells } = positions
  const [columns, rows] = [width - 1, height - 1]
  const isAt = (at: number): boolean => isPlace(longitudes[at] as number, latitudes[at] as number)
  eachRow(positions, (row, above, below) => {
    for (let column = 0; column < columns; column++) {
      const at = row * width + column
      const isCell = isAt(at) && isAt(at + 1) && isAt(at + width) && isAt(at + width + 1)
      if (isCell && chordOf(above, below, column) < mostChord) cells[row * columns + column] = cellBits.valid
    }
  })
  const has = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < columns && row < rows && ((cells[row * columns + column] as number) & cellBits.valid) !== 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!has(column, row)) continue
      let bits: number = cellBits.valid
      if (!has(column - 1, row)) bits |= cellBits.left
      if (!has(column + 1, row)) bits |= cellBits.right
      if (!has(column, row - 1)) bits |= cellBits.top
      if (!has(column, row + 1)) bits |= cellBits.bottom
      cells[row * columns + column] = bits
    }
  }
}

/** The longer of a cell's diagonals, in radii of the earth. */
function chordOf(above: Float64Array, below: Float64Array, column: number): number {
  const between = (one: Float64Array, i: number, other: Float64Array, k: number): number => {
    const [x, y, z] = [0, 1, 2].map((axis) => (one[3 * i + axis] as number) - (other[3 * k + axis] as number)) as [number, number, number]
    return Math.sqrt(x * x + y * y + z * z)
  }
  return Math.max(between(above, column, below, column + 1), between(above, column + 1, below, column))
}

function fillBoxes(positions: Positions): void {
  const { width, boxes, cells, levels } = positions
  const finest = levels[0] as BoxLevel
  for (let at = 0; at < boxes.length; at += 6) boxes.set(nothing, at)
  const [box, reach] = [new Float64Array(6), new Float64Array(8)]
  eachRow(positions, (row, above, below) => {
    for (let column = 0; column < width - 1; column++) {
      const bits = cells[row * (width - 1) + column] as number
      if (bits === 0) continue
      boundsOfCell(above, below, cellReach(positions, column, row, bits, reach), column, box)
      const chord = chordOf(above, below, column)
      // The patch between the corners lies below the sphere, and beyond them above it; then the rounding to float32.
      const slack = (bits === cellBits.valid ? 2 : 50) * chord * chord + 1e-6
      const at = 6 * (finest.first + Math.floor(row / boxSide) * finest.width + Math.floor(column / boxSide))
      for (let axis = 0; axis < 3; axis++) {
        boxes[at + axis] = Math.min(boxes[at + axis] as number, (box[axis] as number) - slack)
        boxes[at + 3 + axis] = Math.max(boxes[at + 3 + axis] as number, (box[3 + axis] as number) + slack)
      }
    }
  })
}

/** A box that holds nothing: least x, y, z, then greatest. */
const nothing = [1, 1, 1, -1, -1, -1].map((sign) => sign * 9)

/**
 * Writes how far a cell reaches, as least and greatest shares of the way right and down: first half a pixel beyond its sides without another cell, then the same with more
 * at the edges of the array. Answers `to`.
 */
export function cellReach({ width, height }: Positions, column: number, row: number, bits: number, to: Float64Array): Float64Array {
  const half = (bit: number): number => (bits & bit ? 0.5 : 0)
  to[0] = -half(cellBits.left)
  to[1] = 1 + half(cellBits.right)
  to[2] = -half(cellBits.top)
  to[3] = 1 + half(cellBits.bottom)
  to[4] = column === 0 ? -farReach : (to[0] as number)
  to[5] = column === width - 2 ? 1 + farReach : (to[1] as number)
  to[6] = row === 0 ? -farReach : (to[2] as number)
  to[7] = row === height - 2 ? 1 + farReach : (to[3] as number)
  return to
}

/** Least and greatest x, y, z of all that a cell reaches. */
function boundsOfCell(above: Float64Array, below: Float64Array, reach: Float64Array, column: number, to: Float64Array): void {
  const [s0, s1, t0, t1] = [reach[4] as number, reach[5] as number, reach[6] as number, reach[7] as number]
  for (let axis = 0; axis < 3; axis++) {
    const at = 3 * column + axis
    const [a, b, c, d] = [above[at] as number, above[at + 3] as number, below[at] as number, below[at + 3] as number]
    let [least, most] = [9, -9]
    for (const s of [s0, s1]) {
      for (const t of [t0, t1]) {
        const value = (a + (b - a) * s) * (1 - t) + (c + (d - c) * s) * t
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
    }
    to[axis] = least
    to[axis + 3] = most
  }
}

function joinBoxes({ boxes, levels }: Positions): void {
  for (let k = 1; k < levels.length; k++) {
    const [fine, coarse] = [levels[k - 1] as BoxLevel, levels[k] as BoxLevel]
    for (let row = 0; row < fine.height; row++) {
      for (let column = 0; column < fine.width; column++) {
        const from = 6 * (fine.first + row * fine.width + column)
        const at = 6 * (coarse.first + Math.floor(row / boxSide) * coarse.width + Math.floor(column / boxSide))
        for (let axis = 0; axis < 3; axis++) {
          boxes[at + axis] = Math.min(boxes[at + axis] as number, boxes[from + axis] as number)
          boxes[at + 3 + axis] = Math.max(boxes[at + 3 + axis] as number, boxes[from + 3 + axis] as number)
        }
      }
    }
  }
}
