import type { Window } from '../array/window.js'
import { GridError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import { type Affine, affine, affineEquals, apply, formatAffine, invert, isAxisAligned } from './affine.js'
import { type Crs, checkedCrs, formatCrs } from './crs.js'

/** A grid of pixels on earth: an immutable value; identity is exact. Dims are always y (rows, `height`) then x (columns, `width`). */
export interface GeoBox {
  readonly width: number
  readonly height: number
  readonly affine: Affine
  /** Null where nobody said. */
  readonly crs: Crs | null
}

/** A rectangle of coordinates. In degrees, `left` is larger than `right` where it lies across the antimeridian. */
export interface Bounds {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** One number for both axes, or one for each. */
export type PerAxis = number | { readonly x: number; readonly y: number }

/** Makes a geobox. Throws `E_GRID` for extents that are no whole numbers of 0 or more, and for an affine without inverse. */
export function geobox(width: number, height: number, pixelToWorld: Affine, crs: Crs | null): GeoBox {
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 0 || height < 0) {
    throw new GridError(`a grid of ${width} x ${height} pixels makes no sense: width and height are whole numbers`)
  }
  const { a, b, c, d, e, f } = pixelToWorld
  invert(affine(a, b, c, d, e, f))
  return { width, height, affine: { a, b, c, d, e, f }, crs }
}

/** The rectangle around a geobox, in its CRS: around all four corners where it is rotated. */
export function boundsOf(box: GeoBox): Bounds {
  const { width, height, affine } = box
  const [a, b, c, d] = [apply(affine, 0, 0), apply(affine, width, 0), apply(affine, 0, height), apply(affine, width, height)]
  return {
    left: Math.min(a.x, b.x, c.x, d.x),
    bottom: Math.min(a.y, b.y, c.y, d.y),
    right: Math.max(a.x, b.x, c.x, d.x),
    top: Math.max(a.y, b.y, c.y, d.y),
  }
}

/** Lengths of a pixel's two sides, in units of the CRS, always positive. */
export function resolutionOf(box: GeoBox): { readonly x: number; readonly y: number } {
  const { a, b, d, e } = box.affine
  return { x: d === 0 ? Math.abs(a) : Math.hypot(a, d), y: b === 0 ? Math.abs(e) : Math.hypot(b, e) }
}

/** The same extent in another number of pixels. */
export function resizeGeoBox(box: GeoBox, width: number, height: number): GeoBox {
  const { a, b, c, d, e, f } = box.affine
  const x = (value: number): number => (width === box.width ? value : (value * box.width) / width)
  const y = (value: number): number => (height === box.height ? value : (value * box.height) / height)
  return geobox(width, height, affine(x(a), y(b), c, x(d), y(e), f), box.crs)
}

/** x of the centre of each column. Throws `E_GRID` for a rotated grid, whose columns have no x of their own. */
export function xCoordinates(box: GeoBox): Float64Array {
  assertAxisAligned(box)
  return Float64Array.from({ length: box.width }, (_, column) => apply(box.affine, column + 0.5, 0).x)
}

/** y of the centre of each row. Throws `E_GRID` for a rotated grid, whose rows have no y of their own. */
export function yCoordinates(box: GeoBox): Float64Array {
  assertAxisAligned(box)
  return Float64Array.from({ length: box.height }, (_, row) => apply(box.affine, 0, row + 0.5).y)
}

/** Whether two geoboxes are the same grid: equal sizes and affines to the last bit, and the same CRS. */
export function geoboxEquals(one: GeoBox, other: GeoBox): boolean {
  const sameSize = one.width === other.width && one.height === other.height
  return sameSize && affineEquals(one.affine, other.affine) && JSON.stringify(one.crs) === JSON.stringify(other.crs)
}

/**
 * The window of dims (y, x) of all pixels that a rectangle touches, clipped to the geobox; a touch of less than 1e-6 px does not count.
 * The rectangle is in the geobox's CRS. Throws `E_GRID` where they do not meet.
 */
export function windowOfBounds(box: GeoBox, bounds: Bounds): Window {
  const touched = touchedWindow(box, bounds)
  const start = touched.start.map((at) => Math.max(0, at))
  const stop = [Math.min(box.height, touched.stop[0] as number), Math.min(box.width, touched.stop[1] as number)]
  if (!(start[0]! < stop[0]!) || !(start[1]! < stop[1]!)) {
    throw new GridError(
      `bounds ${formatBounds(bounds)} miss the raster, which covers ${formatBounds(boundsOf(box))} in ${labelOf(box.crs)}`,
    )
  }
  return { start, stop }
}

/** As {@link windowOfBounds}, of a grid without end: the window may reach outside, or lie there. */
export function touchedWindow(box: GeoBox, { left, bottom, right, top }: Bounds): Window {
  const inverse = invert(box.affine)
  const corners = [apply(inverse, left, top), apply(inverse, right, top), apply(inverse, left, bottom), apply(inverse, right, bottom)]
  const pixels = boundsOfPoints(corners)
  return {
    start: [Math.floor(pixels.bottom + 1e-6), Math.floor(pixels.left + 1e-6)],
    stop: [Math.ceil(pixels.top - 1e-6), Math.ceil(pixels.right - 1e-6)],
  }
}

/** Reads a geobox back from JSON. Throws `E_GRID` for what is not one. */
export function parseGeoBox(json: Json): GeoBox {
  const numbers = isJsonObject(json) && isJsonObject(json.affine ?? null) ? json : null
  if (numbers === null) throw new GridError(`${JSON.stringify(json)} is not a geobox: expected {width, height, affine, crs}`)
  const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => numberOf((numbers.affine as Record<string, Json>)[key], key))
  const box = geobox(numberOf(numbers.width, 'width'), numberOf(numbers.height, 'height'), affine(a!, b!, c!, d!, e!, f!), null)
  const crs = numbers.crs ?? null
  return crs === null ? box : { ...box, crs: checkedCrs(crs) }
}

/** A rectangle as short text for messages: `[left, bottom, right, top]`. */
export function formatBounds({ left, bottom, right, top }: Bounds): string {
  return `[${left}, ${bottom}, ${right}, ${top}]`
}

/** One number for both axes as one for each. */
export function perAxis(value: PerAxis): { readonly x: number; readonly y: number } {
  return typeof value === 'number' ? { x: value, y: value } : value
}

/** The rectangle around points. */
export function boundsOfPoints(points: readonly { readonly x: number; readonly y: number }[]): Bounds {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

/** The name of a CRS in messages, also where there is none. */
export function labelOf(crs: Crs | null): string {
  return crs === null ? 'an unknown CRS' : formatCrs(crs)
}

function numberOf(value: Json | undefined, name: string): number {
  if (typeof value === 'number') return value
  throw new GridError(`a geobox needs a number as ${name}, not ${JSON.stringify(value ?? null)}`)
}

function assertAxisAligned(box: GeoBox): void {
  if (isAxisAligned(box.affine)) return
  throw new GridError(
    `the grid ${formatAffine(box.affine)} is rotated: it has no coordinates along one axis; reproject it to a north-up grid first`,
  )
}
