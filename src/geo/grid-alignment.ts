import { apply, invert } from './affine.js'
import { sameCrs } from './crs.js'
import { type GeoBox, labelOf, resolutionOf } from './geobox.js'

/** Most by which two grids may differ anywhere, in pixels, and still count as one: axes of float32 and rounded tags do. */
export const sameGridPx = 1e-3

/**
 * How a second grid lies on a first.
 * - `same`: equal to the last bit.
 * - `offset`: pixels of one size; the second begins at (column, row) of the first, which is off whole pixels by at most `misfitPx` at any of its corners.
 * - `pixels`: pixels of another size or direction. `crs`: another CRS.
 */
export type GridAlignment =
  | { readonly kind: 'same' }
  | { readonly kind: 'offset'; readonly column: number; readonly row: number; readonly misfitPx: number }
  | { readonly kind: 'pixels'; readonly column: number; readonly row: number; readonly misfitPx: number }
  | { readonly kind: 'crs' }

/** Compares two grids. O(1). */
export function alignmentOf(first: GeoBox, second: GeoBox): GridAlignment {
  const [one, other] = [first.crs, second.crs]
  if (one === null || other === null ? one !== other : !sameCrs(one, other)) return { kind: 'crs' }
  const inverse = invert(first.affine)
  // Relative to the first corner of the first grid, so that large coordinates do not cost digits.
  const [dx, dy] = [second.affine.c - first.affine.c, second.affine.f - first.affine.f]
  const column = dx * inverse.a + dy * inverse.b
  const row = dx * inverse.d + dy * inverse.e
  const unlike = pixelGrowth(first, second)
  const exact = unlike === 0 && column === 0 && row === 0 && first.width === second.width && first.height === second.height
  if (exact) return { kind: 'same' }
  const misfitPx = Math.max(Math.abs(column - Math.round(column)), Math.abs(row - Math.round(row))) + unlike
  // Pixels that are of one size drift apart by less than one over the whole extent.
  return { kind: unlike < 0.5 ? 'offset' : 'pixels', column, row, misfitPx }
}

/** How far pixels of the second grid run away from the first's lattice over its whole extent, in pixels of the first. */
function pixelGrowth(first: GeoBox, second: GeoBox): number {
  const [p, q] = [first.affine, second.affine]
  if (p.a === q.a && p.b === q.b && p.d === q.d && p.e === q.e) return 0
  const linear = invert({ ...p, c: 0, f: 0 })
  const drift = { a: q.a - p.a, b: q.b - p.b, c: 0, d: q.d - p.d, e: q.e - p.e, f: 0 }
  const corners: readonly (readonly [number, number])[] = [
    [second.width, 0],
    [0, second.height],
    [second.width, second.height],
  ]
  let worst = 0
  for (const [x, y] of corners) {
    const moved = apply(drift, x, y)
    const { x: u, y: v } = apply(linear, moved.x, moved.y)
    worst = Math.max(worst, Math.abs(u), Math.abs(v))
  }
  return worst
}

/** How a second grid differs from a first, in words for a message: the offset in pixels, and what would bring them together. */
export function describeMisfit(first: GeoBox, second: GeoBox, alignment: GridAlignment = alignmentOf(first, second)): string {
  if (alignment.kind === 'same') return 'they are the same'
  if (alignment.kind === 'crs') return `CRS ${labelOf(first.crs)} and ${labelOf(second.crs)}`
  const { column, row } = alignment
  if (alignment.kind === 'pixels') {
    const [one, other] = [resolutionOf(first), resolutionOf(second)]
    return `pixels of ${short(one.x)} x ${short(one.y)} and ${short(other.x)} x ${short(other.y)}${turned(first, second)}`
  }
  if (alignment.misfitPx < sameGridPx) {
    const [x, y] = [Math.round(column), Math.round(row)]
    const start = x === 0 && y === 0 ? 'they begin at one corner' : `the second begins ${compass(first, x, y)} of the first`
    return `${start}${sizes(first, second)}`
  }
  const off = Math.max(Math.abs(column - Math.round(column)), Math.abs(row - Math.round(row)))
  const drift = off < sameGridPx ? `, and they drift apart by ${short(alignment.misfitPx)} px over the extent` : ''
  return `the second lies ${compass(first, column, row)} of the first${drift}`
}

function sizes(first: GeoBox, second: GeoBox): string {
  if (first.width === second.width && first.height === second.height) return ''
  return `, with ${first.width} x ${first.height} and ${second.width} x ${second.height} pixels`
}

function turned(first: GeoBox, second: GeoBox): string {
  const sign = (value: number): number => Math.sign(value)
  const [p, q] = [first.affine, second.affine]
  const same = sign(p.a) === sign(q.a) && sign(p.e) === sign(q.e) && sign(p.b) === sign(q.b) && sign(p.d) === sign(q.d)
  return same ? '' : ', that run in other directions'
}

/** An offset in pixels of a grid as directions on earth: `0.37 px east, 0.02 px north`. */
function compass({ affine }: GeoBox, column: number, row: number): string {
  // Of a turned grid the sides have no such names.
  if (affine.b !== 0 || affine.d !== 0)
    return `${short(Math.abs(column))} px ${column < 0 ? 'back along' : 'along'} rows, ${short(Math.abs(row))} px ${row < 0 ? 'up' : 'down'} columns`
  const east = column * Math.sign(affine.a)
  const north = row * Math.sign(affine.e)
  return `${short(Math.abs(east))} px ${east < 0 ? 'west' : 'east'}, ${short(Math.abs(north))} px ${north < 0 ? 'south' : 'north'}`
}

function short(value: number): string {
  if (value < 1e-6) return '0'
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(value >= 0.01 && value < 1 ? 2 : 4)))
}
