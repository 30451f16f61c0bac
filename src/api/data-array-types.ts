import type { Element } from '../base/dtype.js'
import type { Crs } from '../geo/crs.js'
import type { Bounds, GeoBox, PerAxis } from '../geo/geobox.js'
import type { Anchor } from '../geo/geobox-make.js'
import type { LabelIndexer } from './labels.js'
import type { Indexer } from './select.js'

/** Indexers by dim; a name that is no dim of the array does not compile. */
export type IndexersOf<D extends string, I> = { readonly [K in D]?: Indexer } & { readonly [K in Exclude<keyof I, D | number>]: never }

/** Label indexers by dim. */
export type LabelIndexersOf<D extends string, I> = { readonly [K in D]?: LabelIndexer } & {
  readonly [K in Exclude<keyof I, D | number>]: never
}

/** The dims that remain after `isel`: a position drops its dim, ranges and lists keep it. */
export type AfterIsel<D extends string, I> = Exclude<D, { [K in keyof I]: I[K] extends number ? K : never }[keyof I]>

/** A text that names a year or a month, which may hold several times. */
type LongPeriod = `${number}` | `${number}-${number}`

/** Whether a label drops its dim: one number, Date or text does; what may be a year or a month is not known to. */
type Drops<L> = L extends number | Date ? true : L extends string ? (string extends L ? false : L extends LongPeriod ? false : true) : false

/** The dims that remain after `sel`: one label drops its dim; ranges, lists, and texts that name a year or a month keep it. */
export type AfterSel<D extends string, I> = Exclude<D, { [K in keyof I]: Drops<I[K]> extends true ? K : never }[keyof I]>

/** A CRS as users give it: an EPSG code as number or text, an ESRI or OGC code, a PROJ string, WKT, PROJJSON as text, or a CRS. */
export type CrsLike = string | number | Crs

/** A rectangle as users give it: named edges, or `[west, south, east, north]`. */
export type BoundsLike = Bounds | readonly [west: number, south: number, east: number, north: number]

/** Something that is said of each band: one value where all bands agree (and where there is one band), else a list by band. */
export type PerBand<T> = T | readonly T[]

/** A nodata value: null where none is declared. */
export type Nodata = PerBand<Element | null>

/** What stored numbers stand for: `physical = stored * scale + offset`. */
export interface Encoding {
  readonly scale: PerBand<number>
  readonly offset: PerBand<number>
  readonly unit: PerBand<string | null>
  readonly nodata: Nodata
}

/** How pixels are made. */
export interface KernelOptions {
  readonly resampling?: Resampling
  /**
   * Output pixels per source pixel along the source's axes, by which kernels widen where they shrink: instead of the local scale of the
   * map. GDAL's XSCALE and YSCALE, to reproduce its pixels. Kernels of areas do not use it.
   */
  readonly scale?: PerAxis
  /** Least part, 0 to 1, of what a pixel is made of that must be valid for it to be valid. Default 0: any. */
  readonly minValidFraction?: number
  /**
   * Whose validity counts before pixels are moved: each band's own (`'band'`, the default), or one for all along the dim `band`: a pixel is valid
   * where `'any'` band is (GDAL's UNIFIED_SRC_NODATA=YES) or where `'all'` are. With `'any'` an invalid band of a valid pixel holds its nodata value
   * (0 in integers that declare none), which is then a value like others: the array declares no nodata any more. NaN stays invalid.
   * An array without a dim `band` stays as it is.
   */
  readonly validity?: 'band' | 'any' | 'all'
  /** Lets kernels that mix values work on classes and bit fields, which is refused otherwise. */
  readonly allowAveraging?: boolean
}

/** The grid and the method of `reproject`. */
export interface ReprojectOptions extends KernelOptions {
  /** Units of the output CRS per pixel. Default: what keeps the number of pixels along the diagonal, as GDAL does. */
  readonly resolution?: PerAxis
  /** Width and height in pixels, instead of a resolution. */
  readonly size?: { readonly width: number; readonly height: number }
  /** The area in the output CRS. Default: all of the array. */
  readonly bounds?: BoundsLike
  /** The CRS of `bounds`, where it is not the output's. */
  readonly boundsCrs?: CrsLike
  /** Moves the edges outwards to whole multiples of the resolution, so that grids of one resolution line up (gdalwarp's -tap). */
  readonly snap?: boolean
  /** Where pixel edges lie: on multiples of the resolution (`'edge'`, as `snap`), pixel centres on them, or on the area's own edges (`'floating'`, the default). */
  readonly anchor?: Anchor
  /** Share of a pixel by which the area may reach beyond an edge without another pixel. Default 1e-8. */
  readonly tol?: number
  /** Nodata value that the output declares; the array's own by default. */
  readonly nodata?: number | bigint | null
  /** Most that a pixel's position may be off, in source pixels. Default 0.001; 0 computes each exactly. */
  readonly maxErrorPx?: number
  /** Control points, for an array without a grid of its own; or just the fit, for one that was opened with control points. */
  readonly gcps?: GcpOptions | Pick<GcpOptions, 'fit'>
}

/** Ground control points that place an array's pixels on earth. */
export interface GcpOptions {
  /** Columns and rows from the outer corner of the first pixel, x and y in `crs`. */
  readonly points: readonly { readonly column: number; readonly row: number; readonly x: number; readonly y: number }[]
  readonly crs: CrsLike
  /** Order of the polynomial (1 to 3), or `'tps'` for a thin-plate spline through all points. Default: order 1 below 6 points, else 2, as in GDAL. */
  readonly fit?: 1 | 2 | 3 | 'tps'
}

/** The grid and the method of `resample`: exactly one of resolution, size and factor. */
export interface ResampleOptions extends KernelOptions {
  /** Units of the CRS per pixel. */
  readonly resolution?: PerAxis
  readonly size?: { readonly width: number; readonly height: number }
  /** How many times larger pixels become: 2 halves the number of rows and columns, 0.5 doubles it. */
  readonly factor?: PerAxis
}

/**
 * How output pixels are made. `near` moves the nearest pixel; `bilinear`, `cubic`, `cubicspline` and `lanczos` weigh the pixels around the
 * centre, more of them where pixels become larger; `average`, `rms`, `sum` and `mode` weigh those that an output pixel covers by the part of
 * them that it covers; `min`, `max`, `med`, `q1` and `q3` take one of them. Other names: `nearest`, `cubic_spline`, `median`.
 */
export type Resampling =
  | 'near'
  | 'bilinear'
  | 'cubic'
  | 'cubicspline'
  | 'lanczos'
  | 'average'
  | 'rms'
  | 'mode'
  | 'min'
  | 'max'
  | 'med'
  | 'q1'
  | 'q3'
  | 'sum'
  | 'nearest'
  | 'cubic_spline'
  | 'median'

/** Options of `reprojectMatch`. */
export type MatchOptions = KernelOptions & Pick<ReprojectOptions, 'nodata' | 'maxErrorPx'>

/**
 * Which pixels the result of two arrays has that are parts of one grid: `exact` both must have the same, `inner` those that both have, `outer` those
 * that one has (the other is invalid there), `left` those of the first.
 */
export type Join = 'exact' | 'inner' | 'outer' | 'left'

/** Options of arithmetic between two arrays. */
export interface ArithOptions {
  /** Default `exact`. */
  readonly join?: Join
}

/** A grid that other arrays are brought to. */
export interface HasGeoBox {
  readonly geobox: GeoBox | null
}

/** What a cast that may lose values does. */
export interface CastOptions {
  /** How a number with a fraction becomes an integer: `nearest` rounds halves away from zero, `even` to the even neighbour. */
  readonly rounding?: 'nearest' | 'even' | 'floor' | 'trunc'
  /** What becomes of a value that the dtype cannot hold: the nearest that it can, or an invalid pixel. */
  readonly overflow?: 'clamp' | 'invalid'
}
