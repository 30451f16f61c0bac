import { type Affine, invert } from './affine.js'
import type { Crs } from './crs.js'
import { type CrsTransform, crsTransform } from './crs-transform.js'
import { type Gcps, gcpPlaces } from './gcp.js'
import type { GeoBox } from './geobox.js'

/** What places the pixels of a raster where neither an affine nor control points do. */
export interface Placing {
  readonly crs: Crs
  /** Pixels to coordinates of its CRS and back, in place. */
  readonly places: ReturnType<typeof gcpPlaces>
  /** The longitude in the middle of all places, and how far they go around the earth, in degrees. */
  readonly middle: number
  readonly span: number
}

/** Pixel positions of a raster to coordinates in another CRS and back, in place; NaN where there is no image. */
export interface PixelMap {
  toTarget(xs: Float64Array, ys: Float64Array, count: number): void
  toSource(xs: Float64Array, ys: Float64Array, count: number): void
}

// How far a point may come back from where it started, in degrees and in units of a projected CRS (GDAL's values).
const returnSlack = { geographic: 0.1, projected: 10000 }

/**
 * The map between the pixels of a geobox, which must have a CRS, and the coordinates of another CRS. A `checked` one has no image
 * for points that do not come back from it: projections also answer for places that they do not cover. With control points or a placing, these place the pixels.
 */
export function pixelMap(source: GeoBox, target: Crs, checked = false, placed: Gcps | Placing | null = null): PixelMap {
  const from = placed?.crs ?? (source.crs as Crs)
  const there = crsTransform(from, target)
  const back = crsTransform(target, from)
  const forward = checked ? returning(there, back, returnSlack[from.kind]) : there
  const backward = checked ? returning(back, there, returnSlack[target.kind]) : back
  const { toEarth, toImage } = placed === null ? affinePlaces(source.affine) : 'places' in placed ? placed.places : gcpPlaces(placed)
  return {
    toTarget(xs, ys, count) {
      toEarth(xs, ys, count)
      forward(xs, ys, count)
    },
    toSource(xs, ys, count) {
      backward(xs, ys, count)
      toImage(xs, ys, count)
    },
  }
}

function affinePlaces(affine: Affine): ReturnType<typeof gcpPlaces> {
  const inverse = invert(affine)
  return {
    toEarth: (xs, ys, count) => applyAll(affine, xs, ys, count),
    toImage: (xs, ys, count) => applyAll(inverse, xs, ys, count),
  }
}

function returning(there: CrsTransform, back: CrsTransform, slack: number): CrsTransform {
  return (xs, ys, count) => {
    const [x0, y0] = [xs.slice(0, count), ys.slice(0, count)]
    there(xs, ys, count)
    const [x1, y1] = [xs.slice(0, count), ys.slice(0, count)]
    back(x1, y1, count)
    for (let i = 0; i < count; i++) {
      if (Math.abs(x1[i]! - x0[i]!) <= slack && Math.abs(y1[i]! - y0[i]!) <= slack) continue
      xs[i] = Number.NaN
      ys[i] = Number.NaN
    }
  }
}

function applyAll({ a, b, c, d, e, f }: Affine, xs: Float64Array, ys: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = xs[i] as number
    const y = ys[i] as number
    xs[i] = c + x * a + y * b
    ys[i] = f + x * d + y * e
  }
}
