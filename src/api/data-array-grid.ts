import type { Element } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { scalarToJson } from '../base/scalar.js'
import { type Affine, affineEquals, apply, identity, invert } from '../geo/affine.js'
import type { Crs } from '../geo/crs.js'
import { type Gcps, gcpsAttribute, parseGcps, placedByGcps } from '../geo/gcp.js'
import { type GeoBox, geobox, labelOf, perAxis, resizeGeoBox, resolutionOf } from '../geo/geobox.js'
import { type Geolocation, geolocationPlaces } from '../geo/geolocation.js'
import { geolocationScale } from '../geo/geolocation-scale.js'
import { positionsFrom } from '../geo/geolocation-tree.js'
import { suggestedGeoBox } from '../geo/grid.js'
import type { Placing } from '../geo/grid-map.js'
import { gridsMiss } from '../geo/grid-miss.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'
import type { CrsLike, HasGeoBox, KernelOptions, MatchOptions, ReprojectOptions, ResampleOptions } from './data-array-types.js'
import { crsArgument, geoboxArgument } from './geo-arguments.js'
import { geolocationOf, positionsHeld } from './positions.js'
import { boundsFrom, crsOf, gridOf } from './select-clip.js'

const gridKeys = ['resolution', 'size', 'bounds', 'boundsCrs', 'snap', 'anchor', 'tol']
const kernelKeys = ['resampling', 'scale', 'minValidFraction', 'allowAveraging', 'validity']
const matchKeys = [...kernelKeys, 'nodata', 'maxErrorPx']
const warpKeys = [...matchKeys, 'gcps']

/** Whether a target of `reproject` is a grid rather than a CRS. */
export function isGeoBox(value: unknown): value is GeoBox {
  return typeof value === 'object' && value !== null && 'affine' in value && 'width' in value && 'height' in value
}

/** A node on the grid that `reproject`'s arguments describe. */
export function reprojected(node: LazyNode, to: CrsLike | GeoBox, given: ReprojectOptions | undefined): LazyNode {
  const options = knownOptions('reproject', given, [...gridKeys, ...warpKeys])
  const source = gridOf('reproject', node.spec)
  const placed = placedApart(node.spec, options.gcps)
  if (placed === null) crsOf('reproject', node.spec)
  if (!isGeoBox(to)) return warped('reproject', node, targetGrid(source, to, options, placed), options, placed)
  const clash = gridKeys.find((key) => key in options)
  if (clash === undefined) return warped('reproject', node, geoboxArgument(to), options, placed)
  throw new UsageError(`reproject: ${clash} was given beside a geobox, which says all of the grid: give a CRS to have a grid made`)
}

/** What places an array's pixels in place of its grid: control points, or the latitude and longitude of each; null for a grid. */
export function placedApart(spec: ArraySpec, given?: ReprojectOptions['gcps']): Gcps | Geolocation | null {
  return gcpsOf(spec, given) ?? geolocationOf(spec)
}

/** The CRS of what places an array in place of its grid, and what that is; null for a grid. */
export function placedBy({ spec }: LazyNode): { readonly crs: Crs | null; readonly by: string } | null {
  const points = placedByGcps(spec.geobox, spec.attrs)
  if (points !== null) return { crs: points.crs, by: `${points.points.length} control points` }
  const geolocation = geolocationOf(spec)
  return geolocation === null ? null : { crs: geolocation.crs, by: 'latitudes and longitudes of pixels' }
}

/** What the search for a grid, and for the scale of kernels, needs to know of places. */
export function placingOf(placed: Gcps | Geolocation | null): Gcps | Placing | null {
  if (placed === null || 'points' in placed) return placed
  const positions = positionsFrom(positionsHeld(placed))
  return { crs: placed.crs, places: geolocationPlaces(placed, positions), middle: positions.middle, span: positions.span }
}

/** The control points that place an array's pixels: those given, or those that it was opened with where it has no grid; null for a grid. */
export function gcpsOf({ attrs, geobox }: ArraySpec, given?: ReprojectOptions['gcps']): Gcps | null {
  const own = attrs[gcpsAttribute] ?? null
  if (given !== undefined && 'points' in given) return parseGcps({ ...given, crs: crsArgument(given.crs) } as unknown as Json)
  if (isJsonObject(own) && geobox !== null && (given !== undefined || geobox.crs === null)) {
    return movedGcps(parseGcps({ ...own, ...given }), geobox.affine)
  }
  if (given === undefined) return null
  throw new UsageError('reproject: gcps.fit was given, but the array has no control points: give points and crs too')
}

/** The control points that alone place an array on earth, and their CRS; null for any other array. */
export function pointsOf({ spec: { geobox, attrs } }: LazyNode): ReturnType<typeof placedByGcps> {
  return placedByGcps(geobox, attrs)
}

/** Control points of an image, as seen from a part of it whose affine leads to the image's columns and rows: a crop, every second pixel. */
function movedGcps(gcps: Gcps, affine: Affine): Gcps {
  if (affineEquals(affine, identity)) return gcps
  const back = invert(affine)
  const points = gcps.points.map((point) => {
    const { x: column, y: row } = apply(back, point.column, point.row)
    return { ...point, column, row }
  })
  return { ...gcps, points }
}

function targetGrid(
  source: GeoBox,
  to: CrsLike,
  { resolution, size, bounds, boundsCrs, snap, anchor, tol }: ReprojectOptions,
  placed: Gcps | Geolocation | null,
): GeoBox {
  if (resolution !== undefined && size !== undefined) throw new UsageError('reproject: give resolution or size, not both')
  const wanted = {
    ...(resolution === undefined ? {} : { resolution: positivePair('reproject', 'resolution', resolution) }),
    ...(size === undefined ? {} : { size: checkedSize('reproject', size) }),
    ...(bounds === undefined ? {} : { bounds: boundsFrom('reproject', bounds) }),
    ...(boundsCrs === undefined ? {} : { boundsCrs: crsArgument(boundsCrs) }),
    ...(snap === undefined ? {} : { snap }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(tol === undefined ? {} : { tol }),
  }
  return suggestedGeoBox(source, crsArgument(to), wanted, placingOf(placed))
}

/** Whether a grid has no pixel in common with an array: moved there, all of it would be invalid. Not known of arrays that something else than their grid places. */
export function isBeside(node: LazyNode, to: GeoBox): boolean {
  const { geobox, periodX } = node.spec
  return placedBy(node) === null && geobox !== null && gridsMiss(to, geobox, periodX)
}

/** A node on the grid of another array, or on a geobox. Throws `E_USAGE` where the other has no grid. */
export function matched(node: LazyNode, other: HasGeoBox | GeoBox, given: MatchOptions | undefined): LazyNode {
  const options = knownOptions('reprojectMatch', given, matchKeys)
  const expected = 'an array with a geobox, or a geobox'
  objectArgument('reprojectMatch', other, expected)
  const to = isGeoBox(other) ? other : other.geobox
  if (to === null) throw new UsageError('reprojectMatch: the other array has no geobox to match')
  if (to === undefined) throw new UsageError(`reprojectMatch: ${shownArgument(other)} was given, expected ${expected}`)
  gridOf('reprojectMatch', node.spec)
  return warped('reprojectMatch', node, geoboxArgument(to), options, placedApart(node.spec))
}

function warped(
  what: string,
  node: LazyNode,
  to: GeoBox,
  { nodata, maxErrorPx, validity, ...kernel }: MatchOptions,
  placed: Gcps | Geolocation | null = null,
): LazyNode {
  const params = kernelParams(to, kernel)
  if (maxErrorPx !== undefined) params.maxErrorPx = maxErrorPx
  if (placed !== null && 'points' in placed) params.gcps = placed as unknown as JsonObject
  else if (placed !== null) {
    params.geolocation = placed as unknown as JsonObject
    const positions = positionsFrom(positionsHeld(placed))
    params.scale ??= geolocationScale(to, node.spec.geobox as GeoBox, placed, positions)
  }
  const moved = applyOp('reproject', params, [unified(what, node, validity)])
  return nodata === undefined ? moved : withNodata(what, moved, nodata)
}

/** A node whose bands are valid together, where that is asked for and there are several. Throws `E_USAGE` for another rule. */
function unified(what: string, node: LazyNode, validity: KernelOptions['validity'] = 'band'): LazyNode {
  if (validity !== 'band' && validity !== 'any' && validity !== 'all') {
    throw new UsageError(
      `${what}: validity is ${shownArgument(validity)}, expected 'band' (each band by itself), 'any' or 'all' (one for all bands)`,
    )
  }
  const bands = node.spec.shape[node.spec.dims.indexOf('band')] ?? 1
  return validity === 'band' || bands === 1 ? node : applyOp('unify', { dim: 'band', rule: validity }, [node])
}

function kernelParams(to: GeoBox, { resampling, scale, minValidFraction, allowAveraging }: KernelOptions): Record<string, Json> {
  return {
    geobox: to as unknown as JsonObject,
    resampling: resampling ?? 'near',
    ...(scale === undefined ? {} : { scale: typeof scale === 'number' ? perAxis(scale) : { ...scale } }),
    ...(minValidFraction === undefined ? {} : { minValidFraction }),
    ...(allowAveraging === undefined ? {} : { allowAveraging }),
  }
}

/** A node whose bands declare another nodata value. Pixels and their validity stay as they are. */
export function withNodata(what: string, node: LazyNode, nodata: Element | null): LazyNode {
  if (nodata !== null && typeof nodata !== 'number' && typeof nodata !== 'bigint')
    throw new UsageError(`${what}: nodata is ${shownArgument(nodata)}, expected a number, a bigint, or null for none`)
  return applyOp('relabel', { nodata: nodata === null ? null : scalarToJson(nodata) }, [node])
}

/** A node on the grid that `resample`'s options describe. */
export function resampled(node: LazyNode, given: ResampleOptions): LazyNode {
  const options = knownOptions('resample', given, ['resolution', 'size', 'factor', ...kernelKeys])
  const source = gridOf('resample', node.spec)
  const placed = placedBy(node)
  if (placed !== null && options.resolution !== undefined) {
    throw new UsageError(
      `resample: the array has no resolution, it is placed by ${placed.by.replace(/^\d+ /, '')} in ${labelOf(placed.crs)}: give size or factor, or reproject it to a CRS`,
    )
  }
  return applyOp('resample', kernelParams(gridOfSize(source, options), options), [unified('resample', node, options.validity)])
}

function gridOfSize(source: GeoBox, { resolution, size, factor }: ResampleOptions): GeoBox {
  const given = [resolution, size, factor].filter((each) => each !== undefined).length
  if (given !== 1)
    throw new UsageError(`resample: give exactly one of resolution, size and factor, not ${given === 0 ? 'none' : 'several'}`)
  if (size !== undefined) {
    const { width, height } = checkedSize('resample', size)
    return resizeGeoBox(source, width, height)
  }
  if (factor !== undefined) {
    const { x, y } = positivePair('resample', 'factor', factor)
    return scaledGrid(source, x, y, Math.ceil)
  }
  const wanted = positivePair('resample', 'resolution', resolution as number)
  const has = resolutionOf(source)
  return scaledGrid(source, wanted.x / has.x, wanted.y / has.y, Math.round)
}

/** The grid with the same first corner and pixels that are larger by these factors; the number of them is rounded. */
function scaledGrid(source: GeoBox, x: number, y: number, round: (count: number) => number): GeoBox {
  const { a, b, c, d, e, f } = source.affine
  // Counts that are whole but for the last bits stay whole.
  const count = (extent: number, factor: number): number => Math.max(1, round(Number((extent / factor).toPrecision(12))))
  const scaled = { a: a * x, b: b * y, c, d: d * x, e: e * y, f }
  return geobox(count(source.width, x), count(source.height, y), scaled, source.crs)
}

function positivePair(what: string, name: string, value: ResampleOptions['factor'] & {}): { x: number; y: number } {
  const { x, y } = perAxis(value ?? Number.NaN)
  if (Number.isFinite(x) && Number.isFinite(y) && x > 0 && y > 0) return { x, y }
  throw new GridError(`${what}: ${name} ${shownArgument(value)} makes no sense: expected a positive number, or one for x and one for y`)
}

function checkedSize(what: string, size: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const { width, height } = objectArgument(what, size, 'a size { width, height }')
  if (Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0) return { width, height }
  throw new GridError(
    `${what}: a size of ${shownArgument(width)} x ${shownArgument(height)} makes no sense: width and height are whole numbers of pixels`,
  )
}
