import { type Affine, invert } from './affine.js'
import type { Crs } from './crs.js'
import { crsTransform } from './crs-transform.js'
import type { GeoBox } from './geobox.js'

/** Pixel positions of a raster to coordinates in another CRS and back, in place; NaN where there is no image. */
export interface PixelMap {
  toTarget(xs: Float64Array, ys: Float64Array, count: number): void
  toSource(xs: Float64Array, ys: Float64Array, count: number): void
}

/** The map between the pixels of a geobox, which must have a CRS, and the coordinates of another CRS. */
export function pixelMap(source: GeoBox, target: Crs): PixelMap {
  const from = source.crs as Crs
  const forward = crsTransform(from, target)
  const back = crsTransform(target, from)
  const inverse = invert(source.affine)
  return {
    toTarget(xs, ys, count) {
      applyAll(source.affine, xs, ys, count)
      forward(xs, ys, count)
    },
    toSource(xs, ys, count) {
      back(xs, ys, count)
      applyAll(inverse, xs, ys, count)
    },
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
