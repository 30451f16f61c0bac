import type { HttpOptions } from '../io/http.js'
import type { S3Options } from '../io/s3-options.js'
import type { CrsLike } from './data-array-types.js'
import type { Chunks } from './data-array-write.js'

/** What is opened, and how it is read. */
export interface OpenOptions {
  /** One band by number from 1; drops the dim `band`. */
  readonly band?: number
  /** Bands by number from 1, in this order; keeps the dim `band`. */
  readonly bands?: readonly number[]
  /** 0 is the image itself, k its k-th overview. */
  readonly level?: number
  /** The overview to read: as `level`, or the coarsest whose pixels are no larger than `resolution` (in units of the CRS). */
  readonly overview?: number | { readonly resolution: number }
  /** False: no mask, alpha or nodata makes a pixel invalid (NaN still does), and alpha is a band like others. Default true. */
  readonly masked?: boolean
  /**
   * Whether files beside a GeoTIFF are looked for: `.aux.xml`, `.ovr`, `.msk`, world files, `.RPB` and `_RPC.TXT`. Default: where it lies on this machine;
   * elsewhere each is one request more, eight at most.
   */
  readonly sideFiles?: boolean
  /** Extent of the chunks that are computed and written: one number for y and x, or by dim. As `chunk` says it. */
  readonly chunks?: Chunks
  /** Which array of a store. */
  readonly variable?: string
  /** Physical values instead of stored ones: `true` takes the file's scale and offset, or give them: `physical = stored * scale + offset`. */
  readonly scaled?: boolean | { readonly scale: number; readonly offset: number }
  readonly name?: string
  /** The value that stands for "invalid", instead of what the file declares; null for none. */
  readonly nodata?: number | bigint | null
  /** The CRS, where the file does not say it or says it wrongly. */
  readonly crs?: CrsLike
  /**
   * Whether the latitudes and longitudes that alone place the pixels of a NetCDF variable are read, so that `reproject` has them. Default: up to 4 Mi of them in a file
   * on this machine; more, or elsewhere, where this is true.
   */
  readonly geolocation?: boolean
  /** Whether values are classes, which kernels that mix values must not touch. Default: where the file has a palette, or its name says so. */
  readonly categorical?: boolean
  /** Whether values are sets of bits, of which only `near` and `mode` make sense. Default: where the name of the file or band says so. */
  readonly bitfield?: boolean
  /**
   * What is done where a tile cannot be read, since the file is damaged or a server fails: the run fails (`fail`, the default), the tile's pixels are
   * invalid and the report and the output say which (`nodata`), or it is read again three times before the run fails (`retry`).
   * A TIFF whose tiles lie beyond its end is only opened under the latter two.
   */
  readonly onReadError?: 'fail' | 'nodata' | 'retry'
  /** The format, where name and first bytes do not tell. */
  readonly format?: string
  /** Headers and retries of requests: used for all reads, never recorded or shown. */
  readonly http?: HttpOptions
  /** Endpoint, region, credentials and retries of an object store: used for all reads, never recorded or shown. Default: what the AWS SDK finds. */
  readonly s3?: S3Options
}

/** Names of the options of `open`. */
export const openOptionNames: readonly string[] = [
  'band',
  'bands',
  'level',
  'overview',
  'masked',
  'sideFiles',
  'chunks',
  'variable',
  'scaled',
  'name',
  'nodata',
  'crs',
  'geolocation',
  'categorical',
  'bitfield',
  'onReadError',
  'format',
  'http',
  's3',
]
