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
  const alignment = alignmentOf(a.geobox, b.geobox)
  if (alignment.kind === 'same' || isNearlySame(a.geobox, b.geobox, alignment)) return
  const difference = describeMisfit(a.geobox, b.geobox, alignment)
  throw new GridError(`the two arrays lie on different grids: ${difference}. ${remedyFor(a.geobox, b.geobox, alignment)}`)
}

/** What is to be said where the first grid was adopted for both; null where they are the same. */
export function adoptedGridNote(a: ArraySpec, b: ArraySpec): string | null {
  if (a.geobox === null || b.geobox === null) return null
  const alignment = alignmentOf(a.geobox, b.geobox)
  if (alignment.kind !== 'offset') return null
  return `the second array's grid is off by ${Number(alignment.misfitPx.toPrecision(2))} px: it counts as the first's`
}

function isNearlySame(a: GeoBox, b: GeoBox, alignment: GridAlignment): boolean {
  if (alignment.kind !== 'offset' || !(alignment.misfitPx < sameGridPx)) return false
  return Math.round(alignment.column) === 0 && Math.round(alignment.row) === 0 && a.width === b.width && a.height === b.height
}

function remedyFor(a: GeoBox, b: GeoBox, alignment: GridAlignment): string {
  if (alignment.kind === 'offset' && alignment.misfitPx < sameGridPx) {
    return `They are parts of one grid: give join 'inner', 'outer' or 'left', as in a.add(b, { join: 'inner' })`
  }
  if (alignment.kind === 'crs' && (a.crs === null || b.crs === null)) return 'Give both a CRS, or neither'
  const common = alignment.kind === 'offset' && alignment.misfitPx < 0.5 ? snapTo(b, a) : a
  return `The nearest common grid is ${gridText(common)}: bring the second onto it with b.reprojectMatch(a, { resampling: 'bilinear' })`
}

function gridText(box: GeoBox): string {
  const { x, y } = resolutionOf(box)
  return `${box.width} x ${box.height} px of ${x} x ${y} from (${box.affine.c}, ${box.affine.f}) in ${labelOf(box.crs)}`
}
