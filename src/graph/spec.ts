import type { ChunkGrid } from '../array/chunk-grid.js'
import type { Dtype } from '../base/dtype.js'
import type { JsonObject } from '../base/json.js'
import type { ScalarJson } from '../base/scalar.js'
import type { GeoBox } from '../geo/geobox.js'

/**
 * Labels along one dim. `affine`: derived from the array's geobox (dims x and y only). `regular`: start + index * step.
 * `inline`: at most 65,536 labels. Times are integers with a CF unit and calendar.
 */
export type Coord =
  | { readonly kind: 'affine' }
  | { readonly kind: 'regular'; readonly start: number; readonly step: number; readonly unit?: string }
  | { readonly kind: 'inline'; readonly labels: readonly ScalarJson[]; readonly unit?: string; readonly calendar?: string }

/** What is said of one band: its nodata value, its scale and offset (physical = stored * scale + offset), unit and description. */
export interface Band {
  /** The value that stands for "invalid" in this band where values are stored without a mask; null when none is declared. */
  readonly nodata: ScalarJson | null
  readonly scale: number
  readonly offset: number
  readonly unit: string | null
  readonly description: string | null
  /** What the band is in a picture, where its source says (`red`, `green`, `blue`, `gray`, `palette`, `undefined`, ...): GDAL's colour interpretations in lower case. */
  readonly color?: string
  /** Items of metadata that the source has for this band alone. */
  readonly items?: Readonly<Record<string, string>>
}

/**
 * All that is known of an array before a pixel is read. Plain JSON.
 * `geobox` lies on the dims `y` and `x` and its height and width are their extents; null when either is missing.
 */
export interface ArraySpec {
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly dtype: Dtype
  readonly chunks: ChunkGrid
  readonly geobox: GeoBox | null
  /** Columns after which the array repeats in x (a full circle of longitude), or null. */
  readonly periodX: number | null
  readonly coords: Readonly<Record<string, Coord>>
  /** One entry per index along the dim `band`; exactly one where there is no such dim. */
  readonly bands: readonly Band[]
  /** Whether values are classes, which averaging kernels must not mix. */
  readonly categorical: boolean
  /** Whether values come straight from a source (reads, crops, near), so that a clash with nodata is a fact of the data, not of rounding. */
  readonly moved: boolean
  readonly name: string | null
  readonly attrs: JsonObject
}

/** A band about which nothing is said. */
export const plainBand: Band = { nodata: null, scale: 1, offset: 0, unit: null, description: null }

/** Position of a dim, or -1. */
export function dimIndex(spec: Pick<ArraySpec, 'dims'>, dim: string): number {
  return spec.dims.indexOf(dim)
}
