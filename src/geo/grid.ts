import { GridError } from '../base/errors.js'
import { affine, isAxisAligned } from './affine.js'
import { type Crs, formatCrs, sameCrs } from './crs.js'
import type { Gcps } from './gcp.js'
import { type Bounds, boundsOf, formatBounds, type GeoBox, geobox, type PerAxis, resolutionOf } from './geobox.js'
import { boundsImage, transformBounds } from './geobox-bounds.js'
import { type Alignment, anchorOf, geoboxFromBounds, onLattice, positiveResolution } from './geobox-make.js'
import { cutCrossing, cylinderX } from './grid-cut.js'
import { outputExtent } from './grid-extent.js'
import { type PixelMap, type Placing, pixelMap } from './grid-map.js'
import { trimBlankEdges } from './grid-trim.js'

/** What is wanted of an output grid; all that is left out is chosen as `gdalwarp` does. */
export interface GridOptions extends Alignment {
  /** Pixel size in units of the target CRS (`-tr`). */
  readonly resolution?: PerAxis
  /** Pixels; with one of the two, pixels are square and the other follows (`-ts`). Not together with `resolution`. */
  readonly size?: { readonly width?: number; readonly height?: number }
  /** Extent (`-te`). */
  readonly bounds?: Bounds
  /** The CRS of `bounds`, where it is not the target's (`-te_srs`). */
  readonly boundsCrs?: Crs
}

// Shares of a pixel by which the suggested pixel may shrink until the far edge maps back into the source.
const shrinkSteps = [0, 0.001, 0.01, 0.1, 1]

/**
 * The grid that a raster is reprojected to: north-up, in the target CRS. The suggestion is GDAL's (square pixels that keep the length of
 * the diagonal); within one CRS pixels keep their size. Throws `E_GRID` for a raster without CRS, options that contradict each other,
 * and bounds that miss the raster; `E_CRS` where the raster has no image in the target CRS. `placed` says where pixels lie where the raster has no affine.
 */
export function suggestedGeoBox(raster: GeoBox, target: Crs, options: GridOptions = {}, placed: Gcps | Placing | null = null): GeoBox {
  checkOptions(options)
  const source = placed === null ? raster : { ...raster, crs: placed.crs }
  if (source.crs === null) {
    throw new GridError(`the raster has no CRS, so it cannot be brought to ${formatCrs(target)}: say first which CRS it is in`)
  }
  if (source.width === 0 || source.height === 0) throw new GridError(`a raster of ${source.width} x ${source.height} pixels has no extent`)
  const suggested = suggestion(source, target, placed)
  const extent = wantedExtent(suggested, source, target, options)
  if (options.resolution !== undefined) {
    const resolution = positiveResolution(options.resolution)
    const anchor = anchorOf(options)
    const aligned = anchor === null ? extent : boundsOf(onLattice(extent, resolution, anchor, options.tol))
    const kept =
      options.bounds === undefined ? trimBlankEdges(aligned, resolution, source, pixelMap(source, target, false, placed)) : aligned
    return anchor === null ? geoboxFromBounds(kept, { resolution }, target) : onLattice(kept, resolution, anchor, options.tol, target)
  }
  if (options.size !== undefined) return withSize(extent, options.size, target)
  if (options.bounds === undefined) return suggested
  const { x, y } = resolutionOf(suggested)
  const [width, height] = [wholePixels(extent.right - extent.left, x), wholePixels(extent.top - extent.bottom, y)]
  return geoboxFromBounds(extent, { shape: { width, height } }, target)
}

function checkOptions(options: GridOptions): void {
  const { resolution, size, snap } = options
  if (resolution !== undefined && size !== undefined) throw new GridError('a grid takes resolution or size, not both')
  if (snap === true && resolution === undefined) throw new GridError('snap needs a resolution: edges go to its multiples')
  if (anchorOf(options) !== null && resolution === undefined) throw new GridError('an anchor needs a resolution: edges go to its multiples')
  if (resolution !== undefined) positiveResolution(resolution)
  for (const pixels of [size?.width, size?.height]) {
    if (pixels !== undefined && !(Number.isSafeInteger(pixels) && pixels > 0))
      throw new GridError(`a size of ${pixels} pixels makes no sense`)
  }
  if (size !== undefined && size.width === undefined && size.height === undefined) throw new GridError('size needs width, height or both')
}

function wantedExtent(suggested: GeoBox, source: GeoBox, target: Crs, { bounds, boundsCrs }: GridOptions): Bounds {
  const covered = boundsOf(suggested)
  if (bounds === undefined) return covered
  const wanted = boundsCrs === undefined || sameCrs(boundsCrs, target) ? bounds : transformBounds(bounds, boundsCrs, target)
  const { left, bottom, right, top } = wanted
  if (!(right > left) || !(top > bottom))
    throw new GridError(`bounds ${formatBounds(wanted)} are empty: right and top must be the larger ones`)
  // Degrees come round, as do cylinders.
  const period = target.kind === 'geographic' ? 360 : (cutCrossing(source, target)?.period ?? 0)
  const turns = [0, -period, period]
  const misses = turns.every((by) => left + by >= covered.right || right + by <= covered.left)
  if (misses || bottom >= covered.top || top <= covered.bottom) {
    const own = `the raster covers ${formatBounds(covered)} there (${formatBounds(boundsOf(source))} in ${formatCrs(source.crs as Crs)})`
    throw new GridError(`bounds ${formatBounds(wanted)} in ${formatCrs(target)} miss the raster: ${own}`)
  }
  return wanted
}

function withSize(extent: Bounds, { width, height }: { width?: number; height?: number }, crs: Crs): GeoBox {
  const [dx, dy] = [extent.right - extent.left, extent.top - extent.bottom]
  if (width !== undefined && height !== undefined) return geoboxFromBounds(extent, { shape: { width, height } }, crs)
  const pixel = width !== undefined ? dx / width : dy / (height as number)
  const shape = { width: width ?? wholePixels(dx, pixel), height: height ?? wholePixels(dy, pixel) }
  return geobox(shape.width, shape.height, affine(pixel, 0, extent.left, 0, -pixel, extent.top), crs)
}

function wholePixels(length: number, pixel: number): number {
  return Math.max(1, Math.floor((length + pixel / 2) / pixel))
}

function suggestion(source: GeoBox, target: Crs, placed: Gcps | Placing | null): GeoBox {
  const from = source.crs as Crs
  if (placed === null && sameCrs(from, target) && isAxisAligned(source.affine)) {
    const { left, top } = boundsOf(source)
    const { x, y } = resolutionOf(source)
    return geobox(source.width, source.height, affine(x, 0, left, 0, -y, top), target)
  }
  const turn = placed === null ? turnAcross(source, target) : 'places' in placed ? turnOfPlaces(placed, target) : null
  const hasPlainBounds = placed === null && turn === null
  const map = turnedAround(pixelMap(source, target, false, placed), turn)
  const grid = squareGrid(source, target, map, hasPlainBounds, placed === null || !('places' in placed))
  // Beyond the last pixels little is placed, so that nothing comes back from there.
  if (placed !== null && 'places' in placed) return grid
  if (comesBack(grid, map)) return grid
  return squareGrid(source, target, turnedAround(pixelMap(source, target, true, placed), turn), hasPlainBounds)
}

/** Where x of a map that repeats is counted from: the middle of what lies across its seam. */
interface Turn {
  readonly around: number
  readonly period: number
}

/**
 * The turn of a raster that lies across the antimeridian of degrees, or across the seam of a cylindrical CRS as web Mercator; null for others, also
 * for those around a pole. GDAL gives such a raster a grid around the earth, of a few large pixels; here the grid goes on beyond the seam.
 */
function turnAcross(source: GeoBox, target: Crs): Turn | null {
  const from = source.crs as Crs
  if (target.kind === 'geographic') {
    const image = from.kind === 'projected' ? boundsImage(boundsOf(source), from, target) : null
    return image === null || image.left <= image.right ? null : { around: (image.left + image.right + 360) / 2, period: 360 }
  }
  const crossing = cutCrossing(source, target)
  if (crossing === null || crossing.period === null) return null
  return { around: cylinderX(target, crossing.middle, crossing), period: crossing.period }
}

/** The same of places that go less than round the earth. */
function turnOfPlaces({ crs, middle, span }: Placing, target: Crs): Turn | null {
  if (target.kind === 'geographic') {
    const isAcross = span < 300 && (middle + span / 2 > 180 || middle - span / 2 < -180)
    return isAcross ? { around: middle, period: 360 } : null
  }
  // How it lies to a cut of the map is a matter of longitudes alone.
  return turnAcross(geobox(1, 1, affine(span, 0, middle - span / 2, 0, -90, 45), crs), target)
}

function turnedAround(map: PixelMap, turn: Turn | null): PixelMap {
  if (turn === null) return map
  const { around, period } = turn
  return {
    ...map,
    toTarget(xs, ys, count) {
      map.toTarget(xs, ys, count)
      for (let i = 0; i < count; i++) xs[i] = (xs[i] as number) - period * Math.floor(((xs[i] as number) - around) / period + 0.5)
    },
  }
}

// Whether each point of a 21 x 21 lattice over a grid comes back, within a pixel, from a trip to the source.
function comesBack(grid: GeoBox, map: PixelMap): boolean {
  const { left, bottom, right, top } = boundsOf(grid)
  const side = 21
  const share = (step: number): number => step / (side - 1)
  const xs = Float64Array.from({ length: side * side }, (_, i) => left + share(i % side) * (right - left))
  const ys = Float64Array.from({ length: side * side }, (_, i) => bottom + share(Math.floor(i / side)) * (top - bottom))
  const [wantedX, wantedY] = [xs.slice(), ys.slice()]
  map.toSource(xs, ys, xs.length)
  map.toTarget(xs, ys, xs.length)
  const { x, y } = resolutionOf(grid)
  return xs.every((got, i) => Math.abs(got - wantedX[i]!) <= x && Math.abs(ys[i]! - wantedY[i]!) <= y)
}

function squareGrid(source: GeoBox, target: Crs, map: PixelMap, hasAffine: boolean, mayShrink = true): GeoBox {
  const { extent, diagonal } = outputExtent(source, target, map, hasAffine)
  const pixel = diagonal / Math.sqrt(source.width * source.width + source.height * source.height)
  const width = Math.max(1, Math.floor((extent.right - extent.left) / pixel + 0.5))
  const height = Math.max(1, Math.floor((extent.top - extent.bottom) / pixel + 0.5))
  const x = shrunk(pixel, width, (size) => !mayShrink || farEdgeReturns(map, extent, size, pixel, width, height, 'right'))
  const y = shrunk(pixel, height, (size) => !mayShrink || farEdgeReturns(map, extent, x, size, width, height, 'bottom'))
  const { left, top } = extent
  const [a, e] = target.kind === 'geographic' ? withinTheGlobe(extent, x, y, width, height) : [x, y]
  return geobox(width, height, affine(a, 0, left, 0, -e, top), target)
}

function shrunk(pixel: number, count: number, fits: (size: number) => boolean): number {
  for (const share of shrinkSteps) {
    const size = pixel - (pixel * share) / count
    if (fits(size)) return size
  }
  return pixel
}

// Whether any of 21 points of the right or bottom edge comes back, within a pixel, from a trip to the source.
function farEdgeReturns(
  map: PixelMap,
  extent: Bounds,
  x: number,
  y: number,
  width: number,
  height: number,
  edge: 'right' | 'bottom',
): boolean {
  const count = 21
  const xs = new Float64Array(count)
  const ys = new Float64Array(count)
  let share = 0
  for (let i = 0; i < count; i++) {
    xs[i] = edge === 'right' ? extent.left + width * x : extent.left + x * share * width
    ys[i] = edge === 'right' ? extent.top - y * share * height : extent.top - height * y
    share += 0.05
  }
  const [wantedX, wantedY] = [xs.slice(), ys.slice()]
  map.toSource(xs, ys, count)
  map.toTarget(xs, ys, count)
  for (let i = 0; i < count; i++) {
    if (Math.abs(xs[i]! - wantedX[i]!) <= x && Math.abs(ys[i]! - wantedY[i]!) <= y) return true
  }
  return false
}

// Rounding the size up must not carry a grid in degrees beyond 180 east or 90 south.
function withinTheGlobe(extent: Bounds, x: number, y: number, width: number, height: number): [number, number] {
  const overEast = (extent.right <= 180 && extent.left + width * x > 180) || extent.right === 180
  const overSouth = extent.bottom >= -90 && extent.top - height * y < -90
  return [overEast ? (180 - extent.left) / width : x, overSouth ? (extent.top + 90) / height : y]
}
