import { GridError } from '../base/errors.js'
import { type GeoBox, labelOf, resolutionOf } from '../geo/geobox.js'
import { snapTo } from '../geo/geobox-overlap.js'
import { alignmentOf, describeMisfit, type GridAlignment, sameGridPx } from '../geo/grid-alignment.js'
import type { ArraySpec } from './spec.js'

/**
 * Whether two arrays lie on one grid: the same to the last bit, or off by less than a thousandth of a pixel anywhere (axes stored in float32,
 * rounded tags). Throws `E_GRID` otherwise, naming the offset, the nearest common grid, and the call that brings them together.
 */
export function requireOneGrid(a: ArraySpec, b: ArraySpec): void {
  if (a.geobox === null || b.geobox === null) return
  const difference = gridDifference(a.geobox, b.geobox)
  if (difference === null) return
  throw new GridError(`the two arrays lie on different grids: ${difference}. ${remedyFor(a.geobox, b.geobox, 'a.add(b')}`)
}

/** How two grids differ, in words; null where they are one by the rule of {@link requireOneGrid}. */
export function gridDifference(a: GeoBox, b: GeoBox): string | null {
  if (a === b) return null
  const alignment = alignmentOf(a, b)
  return alignment.kind === 'same' || isNearlySame(a, b, alignment) ? null : describeMisfit(a, b, alignment)
}

/** What is to be said where the first grid was adopted for both; null where they are the same. `which` names the second array. */
export function adoptedGridNote(a: ArraySpec, b: ArraySpec, which = 'the second array'): string | null {
  if (a.geobox === null || b.geobox === null || a.geobox === b.geobox) return null
  const alignment = alignmentOf(a.geobox, b.geobox)
  return alignment.kind !== 'offset' ? null : adopted(alignment.misfitPx, which)
}

/** The same for grids side by side, by how far the second misses the lattice of the first; null where it does not, but for rounding. */
export function continuedGridNote(first: GeoBox, next: GeoBox, which: string): string | null {
  const alignment = alignmentOf(first, next)
  // A corner that is far from the first has lost some digits.
  return alignment.kind !== 'offset' || alignment.misfitPx < 1e-6 ? null : adopted(alignment.misfitPx, which)
}

function adopted(misfitPx: number, which: string): string {
  return `${which}'s grid is off by ${Number(misfitPx.toPrecision(2))} px: it counts as the first's`
}

/**
 * How a grid fails to begin at (column, row) of another's lattice, in words; null where it does, to less than a thousandth of a pixel anywhere.
 */
export function continuationMisfit(first: GeoBox, next: GeoBox, at: { readonly column: number; readonly row: number }): string | null {
  const alignment = alignmentOf(first, next)
  if (alignment.kind === 'crs' || alignment.kind === 'pixels') return describeMisfit(first, next, alignment)
  const [column, row] = alignment.kind === 'same' ? [0, 0] : [alignment.column - at.column, alignment.row - at.row]
  const isThere = alignment.kind !== 'same' && alignment.misfitPx < sameGridPx && Math.round(column) === 0 && Math.round(row) === 0
  if (isThere) return null
  const off = Math.hypot(column, row)
  return off < sameGridPx && alignment.kind === 'offset'
    ? `its pixels run off by ${alignment.misfitPx} pixels over its extent`
    : `it begins ${Number((alignment.kind === 'same' ? Math.hypot(at.column, at.row) : off).toPrecision(6))} pixels off`
}

function isNearlySame(a: GeoBox, b: GeoBox, alignment: GridAlignment): boolean {
  if (alignment.kind !== 'offset' || !(alignment.misfitPx < sameGridPx)) return false
  return Math.round(alignment.column) === 0 && Math.round(alignment.row) === 0 && a.width === b.width && a.height === b.height
}

/** What brings two grids together: the nearest common one and the call; `call` is one that takes a join, without its options. */
export function remedyFor(a: GeoBox, b: GeoBox, call: string): string {
  const alignment = alignmentOf(a, b)
  if (alignment.kind === 'offset' && alignment.misfitPx < sameGridPx) {
    return `They are parts of one grid: give join 'inner', 'outer' or 'left', as in ${call}${call.includes('{') ? ', ' : ', { '}join: 'inner' })`
  }
  if (alignment.kind === 'crs' && (a.crs === null || b.crs === null)) return 'Give both a CRS, or neither'
  const common = alignment.kind === 'offset' && alignment.misfitPx < 0.5 ? snapTo(b, a) : a
  return `The nearest common grid is ${gridText(common)}: bring the second onto it with b.reprojectMatch(a, { resampling: 'bilinear' })`
}

function gridText(box: GeoBox): string {
  const { x, y } = resolutionOf(box)
  return `${box.width} x ${box.height} px of ${x} x ${y} from (${box.affine.c}, ${box.affine.f}) in ${labelOf(box.crs)}`
}
