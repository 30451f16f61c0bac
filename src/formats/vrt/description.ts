import type { Dtype } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { Affine } from '../../geo/affine.js'
import type { Crs } from '../../geo/crs.js'

/** A rectangle in pixels, fractions included. */
export interface VrtRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A file as a VRT names it; `relative` ones are seen from the directory of the VRT. */
export interface VrtFile {
  readonly name: string
  readonly relative: boolean
}

/** Which pixels a source paints into a band, and how. */
export interface VrtSource {
  readonly file: VrtFile
  /** Number of the band in the file, from 1; `ofMask`: its mask instead of its values. */
  readonly band: number
  readonly ofMask: boolean
  /** The dtype that the VRT says the band has; null where it does not say. */
  readonly dtype: Dtype | null
  /** Null: all of the file. */
  readonly from: VrtRect | null
  /** Null: where the pixel has the same column and row. */
  readonly to: VrtRect | null
  /** The value that is not painted; null for none. */
  readonly nodata: ScalarJson | null
  /** `painted = stored * ratio + offset`; null where values stay. */
  readonly scale: { readonly ratio: number; readonly offset: number } | null
  /** Whether pixels that the file's own mask, alpha or nodata makes invalid are not painted. */
  readonly masked: boolean
  /** The kernel, by our name. */
  readonly resampling: string
  /** The overview of the file that is read; left out for its full size. */
  readonly level?: number
}

/** One band: its sources are painted one over the other, the last on top. */
export interface VrtBand {
  readonly dtype: Dtype
  /** What stands where nothing is painted, and for "invalid"; null: 0, which is valid. */
  readonly nodata: ScalarJson | null
  /** Whether `nodata` is only what stands where nothing is painted, and valid. */
  readonly hidesNodata: boolean
  readonly scale: number
  readonly offset: number
  readonly unit: string | null
  readonly description: string | null
  /** GDAL's colour interpretation in lower case; null where it says none. */
  readonly color: string | null
  /** Colours by value, as [red, green, blue]. */
  readonly colorTable: readonly (readonly number[])[] | null
  readonly items: Readonly<Record<string, string>>
  readonly sources: readonly VrtSource[]
}

/** A raster that is another one, warped. */
export interface VrtWarp {
  readonly file: VrtFile
  readonly resampling: string
  /** Bands of the source by number, in the order of the VRT's. */
  readonly bands: readonly number[]
  /** The source's nodata value; null for none. */
  readonly nodata: ScalarJson | null
}

/** All that a VRT says, as plain data. */
export interface VrtDescription {
  readonly width: number
  readonly height: number
  readonly affine: Affine
  readonly crs: Crs | null
  /** Items of metadata, and `gcps`, `crs_problem` and `domains` where there are any. */
  readonly attrs: JsonObject
  readonly bands: readonly VrtBand[]
  /** The mask of all bands; null for none. */
  readonly mask: VrtBand | null
  readonly warp: VrtWarp | null
  /** Overviews that are made of the VRT's own pixels by factors, and the kernel; null where it lists none. */
  readonly overviews: { readonly factors: readonly number[]; readonly resampling: string } | null
}
