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

/** A CRS as users give it: an EPSG code as number or text, a PROJ string, WKT, or a CRS. */
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

/** The grid and the method of `reproject`. */
export interface ReprojectOptions {
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
  readonly resampling?: Resampling
  /** Nodata value that the output declares; the array's own by default. */
  readonly nodata?: number | bigint | null
  /** Most that a pixel's position may be off, in source pixels. Default 0.001; 0 computes each exactly. */
  readonly maxErrorPx?: number
  /**
   * Output pixels per source pixel along the source's axes, by which kernels widen where they shrink: instead of the local scale of the
   * map. GDAL's XSCALE and YSCALE, to reproduce its pixels. Kernels of areas do not use it.
   */
  readonly scale?: PerAxis
}

/** The grid and the method of `resample`: exactly one of resolution, size and factor. */
export interface ResampleOptions {
  /** Units of the CRS per pixel. */
  readonly resolution?: PerAxis
  readonly size?: { readonly width: number; readonly height: number }
  /** How many times larger pixels become: 2 halves the number of rows and columns, 0.5 doubles it. */
  readonly factor?: PerAxis
  readonly resampling?: Resampling
}

/**
 * How pixels between source pixels are made. `near` takes the nearest and moves values without changing them. Where pixels become larger
 * all others but `near` widen to their size. `nearest` and `cubic_spline` are other names of `near` and `cubicspline`.
 */
export type Resampling = 'near' | 'nearest' | 'bilinear' | 'cubic' | 'cubicspline' | 'cubic_spline' | 'lanczos'

/** Options of `reprojectMatch`. */
export type MatchOptions = Pick<ReprojectOptions, 'resampling' | 'nodata' | 'maxErrorPx' | 'scale'>

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
