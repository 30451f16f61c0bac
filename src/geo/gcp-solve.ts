import { GridError } from '../base/errors.js'

/** Two coordinates. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Two coordinates as functions of two others. */
export type Fit = (u: number, v: number) => Place

/** How places are moved and scaled to lie about the origin, within 1 of it: what keeps fits of large coordinates exact. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** The frame of some places. */
export function frameOf(places: readonly Place[]): Frame {
  const mean = (pick: (place: Place) => number): number => places.reduce((sum, place) => sum + pick(place), 0) / places.length
  const [x, y] = [mean((place) => place.x), mean((place) => place.y)]
  const reach = places.reduce((most, place) => Math.max(most, Math.abs(place.x - x), Math.abs(place.y - y)), 0)
  return { x, y, scale: reach > 0 ? reach : 1 }
}

/**
 * Solves a square system for several right-hand sides, by elimination with the largest pivot. `rows` are the rows of the matrix followed by the
 * right-hand sides; they are changed. Throws `E_GRID` where the matrix has no inverse: the points lie on one line, or twice in one place.
 */
export function solve(rows: readonly Float64Array[], sides: number): Float64Array[] {
  const n = rows.length
  const lines = [...rows]
  for (let at = 0; at < n; at++) {
    const best = pivotOf(lines, at)
    const swapped = lines[at] as Float64Array
    lines[at] = lines[best] as Float64Array
    lines[best] = swapped
    const line = lines[at] as Float64Array
    const pivot = line[at] as number
    if (!(Math.abs(pivot) > 1e-12)) {
      throw new GridError('gcps: the control points do not determine the fit: they lie on one line, or several in one place')
    }
    for (let below = at + 1; below < n; below++) {
      const other = lines[below] as Float64Array
      const factor = (other[at] as number) / pivot
      if (factor === 0) continue
      for (let k = at; k < n + sides; k++) other[k] = (other[k] as number) - factor * (line[k] as number)
    }
  }
  return Array.from({ length: sides }, (_, side) => substituted(lines, side))
}

function pivotOf(lines: readonly Float64Array[], at: number): number {
  let best = at
  for (let row = at + 1; row < lines.length; row++) {
    if (Math.abs((lines[row] as Float64Array)[at] as number) > Math.abs((lines[best] as Float64Array)[at] as number)) best = row
  }
  return best
}

function substituted(lines: readonly Float64Array[], side: number): Float64Array {
  const n = lines.length
  const found = new Float64Array(n)
  for (let row = n - 1; row >= 0; row--) {
    const line = lines[row] as Float64Array
    let sum = line[n + side] as number
    for (let k = row + 1; k < n; k++) sum -= (line[k] as number) * (found[k] as number)
    found[row] = sum / (line[row] as number)
  }
  return found
}
