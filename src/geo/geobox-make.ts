import { GridError } from '../base/errors.js'
import { type Affine, affine, apply, compose } from './affine.js'
import type { Crs } from './crs.js'
import { type Bounds, formatBounds, type GeoBox, geobox, type PerAxis, perAxis } from './geobox.js'
import { cutOf } from './geobox-lattice.js'

/**
 * Where pixel edges lie. `edge`: on multiples of the resolution. `center`: pixel centres do. `floating`: on the left and top of the bounds.
 * `{x, y}`: on multiples plus these shares of a pixel, from 0 (as `edge`) up to 1.
 */
export type Anchor = 'edge' | 'center' | 'floating' | { readonly x: number; readonly y: number }

/** How a grid meets the bounds that it is made for. */
export interface Alignment {
  /** Default `floating`. */
  readonly anchor?: Anchor
  /** The short word for `anchor: 'edge'`: target-aligned pixels (gdalwarp's -tap). */
  readonly snap?: boolean
  /** Share of a pixel by which bounds may reach beyond a pixel's edge without another pixel; default 1e-8 (more where float64 is coarser). */
  readonly tol?: number
}

/** How many pixels a rectangle is cut into. */
export type GridSize =
  | ({ readonly resolution: PerAxis } & Alignment)
  | { readonly shape: { readonly width: number; readonly height: number } }

/** Share of a pixel within which an edge counts as lying on a multiple of the resolution, as in GDAL since 3.9. */
export const snapSlackPx = 1e-8

/**
 * A north-up geobox of a rectangle. With `shape` all four edges are kept. With `resolution` (units of the CRS per pixel) left and top are kept
 * and the others move to the nearest whole pixel, half rounds up; with an anchor all four move outwards to its lattice.
 * Throws `E_GRID` for an empty rectangle, NaN, and a resolution that is not positive.
 */
export function geoboxFromBounds(bounds: Bounds, size: GridSize, crs: Crs | null): GeoBox {
  const { left, bottom, right, top } = bounds
  if (!(right > left) || !(top > bottom) || ![left, bottom, right, top].every(Number.isFinite))
    throw new GridError(`bounds ${formatBounds(bounds)} are empty: right and top must be the larger ones, and all four finite`)
  if ('shape' in size) {
    const { width, height } = size.shape
    if (!(width > 0) || !(height > 0)) throw new GridError(`a size of ${width} x ${height} pixels makes no sense: both must be positive`)
    return geobox(width, height, affine((right - left) / width, 0, left, 0, -(top - bottom) / height, top), crs)
  }
  const { x, y } = positiveResolution(size.resolution)
  const anchor = anchorOf(size)
  if (anchor !== null) return onLattice(bounds, { x, y }, anchor, size.tol, crs)
  const width = Math.max(1, Math.floor((right - left + x / 2) / x))
  const height = Math.max(1, Math.floor((top - bottom + y / 2) / y))
  return geobox(width, height, affine(x, 0, left, 0, -y, top), crs)
}

/** A resolution as one for each axis. Throws `E_GRID` unless both are positive and finite. */
export function positiveResolution(resolution: PerAxis): { readonly x: number; readonly y: number } {
  const { x, y } = perAxis(resolution)
  if (x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y)) return { x, y }
  throw new GridError(`a resolution of ${x} x ${y} makes no sense: both must be positive`)
}

/** The shares of a pixel by which the lattice lies off the multiples; null for a floating one. Throws `E_GRID` for a word that is no anchor. */
export function anchorOf({ anchor, snap }: Alignment): { readonly x: number; readonly y: number } | null {
  if (anchor === undefined) return snap === true ? { x: 0, y: 0 } : null
  if (snap === true && anchor !== 'edge')
    throw new GridError(`snap says anchor 'edge', but anchor is ${JSON.stringify(anchor)}: give one of them`)
  if (anchor === 'floating') return null
  if (anchor === 'edge') return { x: 0, y: 0 }
  if (anchor === 'center') return { x: 0.5, y: 0.5 }
  const isShare = (share: unknown): boolean => typeof share === 'number' && share >= 0 && share < 1
  if (typeof anchor === 'object' && anchor !== null && isShare(anchor.x) && isShare(anchor.y)) return { x: anchor.x, y: anchor.y }
  throw new GridError(
    `anchor ${JSON.stringify(anchor)} is not known: give 'edge', 'center', 'floating', or {x, y} with shares of a pixel from 0 to 1`,
  )
}

/** The smallest grid on the multiples of a resolution (plus `anchor` shares of a pixel) that holds a rectangle. */
export function onLattice(
  { left, bottom, right, top }: Bounds,
  { x, y }: { readonly x: number; readonly y: number },
  anchor: { readonly x: number; readonly y: number },
  tol: number = snapSlackPx,
  crs: Crs | null = null,
): GeoBox {
  if (!(tol >= 0 && tol < 0.5)) throw new GridError(`tol ${tol} makes no sense: it is a share of a pixel, from 0 up to 0.5`)
  const [west, east] = wholeRange(left / x - anchor.x, right / x - anchor.x, tol)
  const [south, north] = wholeRange(bottom / y - anchor.y, top / y - anchor.y, tol)
  const lattice = geobox(1, 1, affine(x, 0, 0, 0, -y, 0), crs)
  return cutOf(lattice, {
    column: west + anchor.x,
    row: -(north + anchor.y),
    stepX: 1,
    stepY: 1,
    width: east - west,
    height: north - south,
  })
}

// The quotient of two float64 is off by some parts of its last bit, which is more than `tol` for very large ones.
function wholeRange(low: number, high: number, tol: number): [number, number] {
  const slack = (value: number): number => Math.max(tol, Math.abs(value) * 4 * Number.EPSILON)
  const from = Math.floor(low + slack(low))
  return [from, Math.max(from + 1, Math.ceil(high - slack(high)))]
}

/** The geobox turned counter-clockwise by degrees about its centre. */
export function rotateGeoBox(box: GeoBox, degrees: number): GeoBox {
  if (!Number.isFinite(degrees)) throw new GridError(`cannot rotate a grid by ${degrees} degrees: the angle must be finite`)
  const centre = apply(box.affine, box.width / 2, box.height / 2)
  const turned = compose(aboutPoint(degrees, centre), box.affine)
  return geobox(box.width, box.height, turned, box.crs)
}

function aboutPoint(degrees: number, { x, y }: { readonly x: number; readonly y: number }): Affine {
  const quarters = degrees / 90
  // Quarter turns are exact.
  const [sin, cos] = Number.isInteger(quarters)
    ? ([
        [0, 1],
        [1, 0],
        [0, -1],
        [-1, 0],
      ][((quarters % 4) + 4) % 4] as [number, number])
    : [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  return { a: cos, b: -sin, c: x - cos * x + sin * y, d: sin, e: cos, f: y - sin * x - cos * y }
}
