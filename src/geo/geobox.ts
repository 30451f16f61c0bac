import type { Affine } from './affine.js'
import type { Crs } from './crs.js'

/** A grid of pixels on earth: an immutable value; identity is exact. Dims are always y (rows, `height`) then x (columns, `width`). */
export interface GeoBox {
  readonly width: number
  readonly height: number
  readonly affine: Affine
  /** Null where nobody said. */
  readonly crs: Crs | null
}
