import { CrsError, GridError, UsageError } from '../base/errors.js'
import { type Crs, sameCrs } from '../geo/crs.js'
import { gcpsAttribute } from '../geo/gcp.js'
import { type Bounds, boundsOf, formatBounds, type GeoBox, labelOf, resolutionOf } from '../geo/geobox.js'
import { transformBounds } from '../geo/geobox-bounds.js'
import { cutOf, firstGrid } from '../geo/geobox-lattice.js'
import { type Alignment, geoboxFromBounds } from '../geo/geobox-make.js'
import { enclosing } from '../geo/geobox-overlap.js'
import { alignmentOf, sameGridPx } from '../geo/grid-alignment.js'
import { outputExtent } from '../geo/grid-extent.js'
import { pixelMap } from '../geo/grid-map.js'
import { rootPx } from '../geo/mesh-cell.js'
import type { ArraySpec } from '../graph/spec.js'
import type { BoundsLike, CrsLike, ReprojectOptions } from './data-array-types.js'
import { crsArgument, geoboxArgument } from './geo-arguments.js'
import { boundsFrom } from './select-clip.js'

/** The grid of a mosaic as its options say it. */
export interface MosaicGridOptions extends Pick<ReprojectOptions, 'resolution' | 'snap' | 'anchor' | 'tol'> {
  readonly geobox?: GeoBox
  readonly crs?: CrsLike
  readonly bounds?: BoundsLike
  readonly boundsCrs?: CrsLike
}

/** Options that a geobox says all of. */
export const gridKeys = ['crs', 'resolution', 'bounds', 'boundsCrs', 'snap', 'anchor', 'tol'] as const

/** Where a grid lies in another CRS than its own. */
export type ExtentOf = (own: GeoBox, crs: Crs) => Bounds

/** Extents of grids, each found once: it takes some hundred points of each. */
export function extentsOnce(): ExtentOf {
  const known = new Map<GeoBox, { readonly crs: Crs; readonly extent: Bounds }>()
  return (own, crs) => {
    const found = known.get(own)
    if (found?.crs === crs) return found.extent
    const { extent } = outputExtent(own, crs, pixelMap(own, crs))
    known.set(own, { crs, extent })
    return extent
  }
}

/** The grid of arrays in the order given. Throws `E_USAGE` naming the option that is missing where the arrays do not say it alike. */
export function mosaicGrid(specs: readonly ArraySpec[], options: MosaicGridOptions, extentOf: ExtentOf): GeoBox {
  if (options.geobox !== undefined) return gridGiven(options.geobox, options)
  const grids = specs.map(gridOf)
  const crs = options.crs === undefined ? commonCrs(specs, grids) : crsArgument(options.crs)
  const bounds = boundsIn(crs, options)
  const { resolution, snap, anchor, tol } = options
  const alignment: Alignment = {
    ...(snap === undefined ? {} : { snap }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(tol === undefined ? {} : { tol }),
  }
  const own = resolution === undefined ? firstLattice(grids, crs) : null
  if (own !== null && snap === undefined && anchor === undefined) return bounds === null ? hullOf(own, grids) : enclosing(own, bounds)
  const extent = bounds ?? extentIn(crs, specs, grids, extentOf)
  return geoboxFromBounds(extent, { resolution: resolution ?? resolutionOf(own as GeoBox), ...alignment }, crs)
}

function gridGiven(geobox: GeoBox, options: MosaicGridOptions): GeoBox {
  const clash = gridKeys.find((key) => options[key] !== undefined)
  if (clash === undefined) return geoboxArgument(geobox)
  throw new UsageError(`mosaic: ${clash} was given beside a geobox, which says all of the grid: give one of them`)
}

function gridOf({ geobox, dims }: ArraySpec, index: number): GeoBox {
  if (geobox !== null) return geobox
  throw new GridError(`mosaic: array ${index} has no grid (its dims are ${dims.join(', ')}): a mosaic needs arrays with y, x and an affine`)
}

/** The CRS that all grids have; null where none has one. */
function commonCrs(specs: readonly ArraySpec[], grids: readonly GeoBox[]): Crs | null {
  const first = (grids[0] as GeoBox).crs
  const other = grids.findIndex(({ crs }) => (crs === null || first === null ? crs !== first : crs !== first && !sameCrs(crs, first)))
  if (other < 0 && !specs.some((spec) => isByPoints(spec))) return first
  const at = Math.max(other, 0)
  throw new UsageError(
    `mosaic: array 0 is in ${labelOf(first)}, array ${at} in ${labelOf((grids[at] as GeoBox).crs)}: give the crs and the resolution of the mosaic, or a geobox`,
  )
}

/** The first array's grid, where all are in one CRS and have pixels of one size. Throws `E_USAGE` otherwise. */
function firstLattice(grids: readonly GeoBox[], crs: Crs | null): GeoBox {
  const first = grids[0] as GeoBox
  grids.forEach((grid, index) => {
    const { kind } = alignmentOf(first, grid)
    if (kind === 'same' || kind === 'offset') return
    const [one, other] = [resolutionOf(first), resolutionOf(grid)]
    const how =
      kind === 'crs'
        ? `array 0 is in ${labelOf(first.crs)}, array ${index} in ${labelOf(grid.crs)}`
        : `array 0 has pixels of ${one.x} x ${one.y}, array ${index} of ${other.x} x ${other.y}`
    throw new UsageError(`mosaic: ${how}: give the resolution of the mosaic, or a geobox`)
  })
  if (crs === null || first.crs === null || sameCrs(crs, first.crs)) return firstGrid(first)
  throw new UsageError(`mosaic: the arrays are in ${labelOf(first.crs)}, the mosaic in ${labelOf(crs)}: give its resolution, or a geobox`)
}

function boundsIn(crs: Crs | null, { bounds, boundsCrs }: MosaicGridOptions): Bounds | null {
  if (bounds === undefined) {
    if (boundsCrs === undefined) return null
    throw new UsageError('mosaic: boundsCrs says the CRS of bounds, which are not given: give both, or neither')
  }
  const given = boundsFrom('mosaic', bounds)
  const from = boundsCrs === undefined ? null : crsArgument(boundsCrs)
  if (from === null || crs === null || sameCrs(from, crs)) return given
  return transformBounds(given, from, crs)
}

/** The smallest grid on a lattice that holds all grids of its CRS. */
function hullOf(lattice: GeoBox, grids: readonly GeoBox[]): GeoBox {
  let [x0, y0, x1, y1] = [0, 0, lattice.width, lattice.height]
  for (const grid of grids) {
    const { column, row } = placeOf(lattice, grid)
    x0 = Math.min(x0, Math.floor(column + slackPx))
    y0 = Math.min(y0, Math.floor(row + slackPx))
    x1 = Math.max(x1, Math.ceil(column + grid.width - slackPx))
    y1 = Math.max(y1, Math.ceil(row + grid.height - slackPx))
  }
  return cutOf(lattice, { column: x0, row: y0, stepX: 1, stepY: 1, width: x1 - x0, height: y1 - y0 })
}

/** What counts as no part of a pixel. */
const slackPx = sameGridPx

function placeOf(lattice: GeoBox, grid: GeoBox): { readonly column: number; readonly row: number } {
  const alignment = alignmentOf(lattice, grid)
  return alignment.kind === 'same' || alignment.kind === 'crs' ? { column: 0, row: 0 } : alignment
}

/** The extent of all grids in a CRS. */
function extentIn(crs: Crs | null, specs: readonly ArraySpec[], grids: readonly GeoBox[], extentOf: ExtentOf): Bounds {
  const all = grids.map((grid, index) => {
    if (crs === null || (grid.crs !== null && sameCrs(grid.crs, crs))) return boundsOf(grid)
    if (isByPoints(specs[index] as ArraySpec))
      throw new UsageError(`mosaic: array ${index} is placed by control points: give the bounds of the mosaic, or a geobox`)
    if (grid.crs !== null) return extentOf(grid, crs)
    throw new CrsError(`mosaic: array ${index} has no CRS: give it when opening, as open(uri, { crs: 'EPSG:...' })`)
  })
  return all.reduce((one, other) => ({
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  }))
}

/** Whether control points place an array, not its affine. */
function isByPoints({ attrs, geobox }: ArraySpec): boolean {
  return gcpsAttribute in attrs && geobox?.crs === null
}

/** How an array comes into a mosaic: as it is, moved to a part of the grid, or not at all since no pixel of it lies there. */
export type Share = 'own' | 'beside' | { readonly part: GeoBox }

/** How an array comes into a mosaic of a grid. */
export function shareOf(target: GeoBox, spec: ArraySpec, extentOf: ExtentOf): Share {
  const own = spec.geobox as GeoBox
  if (isByPoints(spec)) return { part: target }
  const alignment = alignmentOf(target, own)
  if (alignment.kind === 'same') return 'own'
  if (alignment.kind === 'offset' && alignment.misfitPx < sameGridPx) {
    const [column, row] = [Math.round(alignment.column), Math.round(alignment.row)]
    const meets = turnsOf(target).filter((turn) => overlaps(target, { column: column + turn, row, width: own.width, height: own.height }))
    if (meets.length === 0) return 'beside'
    if (meets.length === 1 && meets[0] === 0) return 'own'
  }
  const isBent = alignment.kind === 'crs'
  const part = partFor(target, isBent ? bentHull(target, own, extentOf) : enclosing(target, own), isBent)
  return part === null ? 'beside' : { part }
}

/** Columns by which the same places come again: once around the earth to either side, on grids in degrees. */
function turnsOf({ crs, affine }: GeoBox): readonly number[] {
  return crs?.kind === 'geographic' && affine.a !== 0 ? [0, 360 / affine.a, -360 / affine.a] : [0]
}

/** A rectangle in pixels of a grid. */
interface Rectangle {
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

function overlaps(target: GeoBox, { column, row, width, height }: Rectangle): boolean {
  return column < target.width && row < target.height && column + width > 0 && row + height > 0
}

/**
 * The part of a grid that another one, which lies in a hull, may have pixels in. Its corners lie on whole root cells of the mesh, so that each pixel's position is
 * what it would be if the other were moved to all of the grid.
 */
function partFor(target: GeoBox, hull: GeoBox, isBent: boolean): GeoBox | null {
  const { column: first, row } = placeOf(target, hull)
  const rectangles = turnsOf(target).flatMap((turn) => {
    const column = first + turn
    // Edges that bend between the points that were looked at go a little further.
    const pad = isBent ? 2 + Math.ceil(Math.max(hull.width, hull.height) / 64) : 1
    const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value))
    const down = (value: number): number => Math.floor(value / rootPx) * rootPx
    const up = (value: number): number => Math.ceil(value / rootPx) * rootPx
    const [x0, x1] = [clamp(down(column - pad), target.width), clamp(up(column + hull.width + pad), target.width)]
    const [y0, y1] = [clamp(down(row - pad), target.height), clamp(up(row + hull.height + pad), target.height)]
    return x0 < x1 && y0 < y1 ? [{ x0, y0, x1, y1 }] : []
  })
  if (rectangles.length === 0) return null
  const x0 = Math.min(...rectangles.map((each) => each.x0))
  const y0 = Math.min(...rectangles.map((each) => each.y0))
  const width = Math.max(...rectangles.map((each) => each.x1)) - x0
  const height = Math.max(...rectangles.map((each) => each.y1)) - y0
  return cutOf(target, { column: x0, row: y0, stepX: 1, stepY: 1, width, height })
}

/** What an array of another CRS may lie in, as a part of a grid's lattice. */
function bentHull(target: GeoBox, own: GeoBox, extentOf: ExtentOf): GeoBox {
  if (target.crs === null || own.crs === null)
    throw new CrsError(
      `mosaic: an array in ${labelOf(own.crs)} has no place in ${labelOf(target.crs)}: give it when opening, as open(uri, { crs: 'EPSG:...' })`,
    )
  return enclosing(target, extentOf(own, target.crs))
}

/** The extent of a grid for a message. */
export function gridText(grid: GeoBox): string {
  return `${formatBounds(boundsOf(grid))} in ${labelOf(grid.crs)}`
}
