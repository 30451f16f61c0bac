import { boundsOf, type GeoBox, resolutionOf } from './geobox.js'

/** Most error in pixels that coordinates of a grid may have without a warning: that of interpolated positions. */
export const coarsePx = 1e-3

/** From this error on, positions between grids of one CRS are computed from a local origin. */
export const localOriginPx = 1e-7

/** How exactly float64 coordinates say where the pixels of a grid lie. */
export interface GridPrecision {
  /** Distance between neighbouring float64 numbers at the grid's farthest corner, in pixels. */
  readonly errorPx: number
  /** What is wrong where that is more than 1e-3 px; else null. */
  readonly warning: string | null
}

/**
 * The precision of a grid: large offsets and tiny pixels leave few digits. Positions between two grids of one CRS stay exact all the same
 * (they are computed relative to a corner); coordinates, and positions through a projection, have this error.
 */
export function precisionOf(box: GeoBox): GridPrecision {
  const { left, bottom, right, top } = boundsOf(box)
  const pixel = resolutionOf(box)
  const errorPx = Math.max(
    spacing(Math.max(Math.abs(left), Math.abs(right))) / pixel.x,
    spacing(Math.max(Math.abs(bottom), Math.abs(top))) / pixel.y,
  )
  if (errorPx <= coarsePx) return { errorPx, warning: null }
  const share = errorPx >= 1 ? errorPx.toFixed(1) : errorPx.toPrecision(2)
  return {
    errorPx,
    warning: `float64 cannot hold this grid: at its far corner coordinates are ${share} px apart (pixels of ${pixel.x} x ${pixel.y}); give it larger pixels or an origin nearer to 0`,
  }
}

/** Distance from a number to the next larger float64. */
function spacing(value: number): number {
  if (value < 2 ** -1022) return 2 ** -1074
  return 2 ** (Math.floor(Math.log2(value)) - 52)
}
