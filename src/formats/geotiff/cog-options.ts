import { dtypes, isInteger } from '../../base/dtype.js'
import { OutputError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import { fits, type ScalarJson } from '../../base/scalar.js'
import { type ArraySpec, dimIndex } from '../../graph/spec.js'
import { mustSuitOverviews, valueKind } from '../../graph/value-kind.js'
import {
  type CogCompress,
  type Compression,
  isLossy,
  mustSuitPicture,
  parseCompression,
  parseMaxError,
  parsePredictor,
} from './cog-compress.js'
import { type OverviewSource, overviewSource } from './cog-overviews.js'

/**
 * Options of a COG, normalised for one array.
 * - `level`: effort of deflate (1 to 9) or zstd (1 to 22 of which 1 to 9 are offered); null for the codec's own default.
 * - `quality`: of JPEG and WebP, 1 to 100; null for 75. `lossless`: WebP keeps every byte. `maxZError`: the largest error of LERC, 0 for none.
 * - `predictor`: 2 is the difference to the pixel before (all dtypes), 3 byte planes of floats.
 * - `blockSize`: side of a tile in pixels, a multiple of 16.
 * - `overviews`: `'auto'` halves until both sides fit one tile; a number of levels; none.
 * - `overviewSource`: whether each overview is made of the array itself (`'native'`: exact, and the array is read again for each), or of the one
 *   before as it is stored.
 * - `mask`: where `'internal'`, validity is kept in mask tiles and no nodata value is stored. One mask serves all bands: a pixel counts as
 *   valid where every band is. `'alpha'` says the same with one more band, 0 where a pixel is invalid and the dtype's maximum elsewhere.
 *   Where `'none'` and integers have no nodata value, 0 is stored under invalid pixels and reads as valid.
 * - `statistics`: bands in a tile whose statistics are written for the full size; 0 for none.
 * - `sparse`: tiles without a valid pixel are not stored; readers take them for nodata.
 */
export type CogOptions = {
  readonly compress: CogCompress
  readonly level: number | null
  readonly quality: number | null
  readonly lossless: boolean
  readonly maxZError?: number
  readonly predictor: 'none' | 2 | 3
  readonly blockSize: number
  readonly interleave: 'pixel' | 'band'
  readonly overviews: 'auto' | 'none' | number
  readonly overviewResampling: OverviewResampling
  readonly overviewSource: OverviewSource
  readonly mask: 'internal' | 'alpha' | 'none'
  readonly bigtiff: 'auto' | 'yes' | 'no'
  readonly sparse: boolean
  readonly statistics: number
  /** Overviews of classes or bit fields by a kernel that mixes values. */
  readonly allowAveraging?: true
  /** The scheme whose tiles those of the file are; the array lies on its grid already. */
  readonly tilingScheme?: TilingScheme
}

/** A tiling scheme, as the file's metadata says it: zoom level of the full size, and levels whose tiles are tiles of the scheme (0: just that one). */
export type TilingScheme = { readonly name: string; readonly zoomLevel: number; readonly alignedLevels: number }

/** How overviews are made. */
export type OverviewResampling = (typeof overviewResamplings)[number]

const overviewResamplings = [
  ...(['average', 'near', 'mode', 'min', 'max', 'med', 'q1', 'q3', 'rms', 'sum'] as const),
  ...(['bilinear', 'cubic', 'cubicspline', 'lanczos', 'gauss'] as const),
] as const

const overviewNames: Readonly<Record<string, OverviewResampling>> = { nearest: 'near', median: 'med', cubic_spline: 'cubicspline' }

function parseOverviewResampling(name: Json): OverviewResampling {
  return overviewNames[String(name)] ?? (name as OverviewResampling)
}

/** Largest tile that readers of TIFF take. */
const maxTileBytes = 2 ** 31 - 1

type Choices = Readonly<Record<string, readonly Json[]>>

const choices: Choices = {
  compress: ['deflate', 'none', 'lzw', 'zstd', 'jpeg', 'webp', 'lerc'],
  lossless: [true, false],
  predictor: ['auto', 'none', 1, 2, 3],
  interleave: ['pixel', 'band'],
  overviewResampling: [null, ...overviewResamplings, 'nearest', 'median', 'cubic_spline'],
  overviewSource: ['auto', 'native', 'level'],
  mask: ['auto', 'internal', 'alpha', 'none'],
  bigtiff: ['auto', 'yes', 'no'],
  sparse: [true, false],
  allowAveraging: [true, false],
}

const defaults: Readonly<Record<string, Json>> = {
  compress: 'deflate',
  level: null,
  quality: null,
  lossless: false,
  maxZError: null,
  predictor: 'auto',
  blockSize: 512,
  interleave: 'pixel',
  overviews: 'auto',
  overviewResampling: null,
  overviewSource: 'auto',
  mask: 'auto',
  bigtiff: 'auto',
  sparse: false,
  statistics: false,
  allowAveraging: false,
  tilingScheme: null,
}

/** Options as JSON to {@link CogOptions}; what is left out or `'auto'` is decided from the spec. Throws `E_USAGE`; `E_OUTPUT` and `E_CRS` for arrays that TIFF cannot hold. */
export function parseCogOptions(options: Json, spec: ArraySpec): CogOptions {
  const given = withDefaults(options)
  const compress = given.compress as CogCompress
  mustSuit(spec)
  const compression = parseCompression(compress, given.level as Json, given.quality as Json, given.lossless as Json)
  const lerc = parseMaxError(given.maxZError as Json, compress, spec)
  const kernel = parseOverviewResampling(given.overviewResampling ?? (valueKind(spec) === 'amounts' ? 'average' : 'mode'))
  const parsed: CogOptions = {
    ...compression,
    ...lerc,
    predictor: parsePredictor(given.predictor as 'auto' | 'none' | 1 | 2 | 3, compress, spec),
    blockSize: parseBlockSize(given.blockSize as Json),
    interleave: given.interleave as 'pixel' | 'band',
    overviews: parseOverviews(given.overviews as Json),
    overviewResampling: kernel,
    overviewSource: overviewSource(given.overviewSource as OverviewSource | 'auto', kernel, spec),
    mask: parseMask(given.mask as CogOptions['mask'] | 'auto', { ...compression, ...lerc }, spec),
    bigtiff: given.bigtiff as 'auto' | 'yes' | 'no',
    sparse: given.sparse as boolean,
    statistics: parseStatistics(given.statistics as Json, spec, given.interleave as CogOptions['interleave']),
    ...(given.allowAveraging === true ? { allowAveraging: true } : {}),
    ...(isJsonObject(given.tilingScheme) ? { tilingScheme: given.tilingScheme as unknown as TilingScheme } : {}),
  }
  if (parsed.overviews !== 'none') mustSuitOverviews(parsed.overviewResampling, spec, parsed.allowAveraging === true)
  mustSuitMask(parsed, spec)
  mustSuitStatistics(parsed, spec)
  mustSuitPicture(parsed, spec, tileSamples(spec, parsed), parsed.allowAveraging === true)
  mustFitTile(parsed, spec)
  if (parsed.mask === 'none') storedValue(spec, parsed)
  return parsed
}

/**
 * The one value that is stored under invalid pixels of all bands: the declared nodata (bands without one take that of the others), NaN for
 * floats without; null where a mask or alpha is kept, and for integers without nodata and mask. A declared value that the dtype cannot hold is as
 * good as none. Throws `E_OUTPUT` where bands declare different values.
 */
export function storedValue(spec: ArraySpec, options: Pick<CogOptions, 'mask'>): ScalarJson | null {
  if (options.mask !== 'none') return null
  const [declared, ...others] = declaredValues(spec)
  if (declared === undefined) return isInteger(spec.dtype) ? null : 'NaN'
  if (others.length === 0) return declared
  throw new OutputError(
    `the bands have different nodata values (${[declared, ...others].join(', ')}), and a TIFF holds one for all: ` +
      `set one nodata value, use mask 'internal', or write to Zarr`,
  )
}

/** The different nodata values that bands declare and the dtype can hold. */
function declaredValues(spec: ArraySpec): ScalarJson[] {
  const values = spec.bands.flatMap(({ nodata }) => (nodata !== null && fits(nodata, spec.dtype) ? [nodata] : []))
  return [...new Map(values.map((value) => [String(value), value])).values()]
}

function withDefaults(options: Json): Record<string, Json> {
  if (options !== null && !isJsonObject(options)) throw new UsageError(`COG options ${JSON.stringify(options)} are not an object`)
  for (const [key, value] of Object.entries(options ?? {})) {
    if (!Object.hasOwn(defaults, key)) {
      throw new UsageError(`"${key}" is not an option of a COG: there are ${Object.keys(defaults).join(', ')}`, { option: key })
    }
    const allowed = choices[key]
    if (allowed !== undefined && !allowed.includes(value)) {
      const names = allowed.filter((one) => one !== null).map((one) => JSON.stringify(one))
      throw new UsageError(`${key} ${JSON.stringify(value)} is not known for a COG: use ${names.join(', ')}`, { option: key })
    }
  }
  return { ...defaults, ...options }
}

function mustSuit(spec: ArraySpec): void {
  const { dims, shape } = spec
  const spatial = dims.join(',') === 'y,x' || dims.join(',') === 'band,y,x'
  if (!spatial) {
    throw new OutputError(
      `a COG holds dims [y, x] or [band, y, x], not [${dims.join(', ')}]: select along the other dims first, or write to Zarr`,
    )
  }
  if (shape.some((extent) => extent < 1)) throw new OutputError(`a COG needs at least one pixel, the shape is [${shape.join(', ')}]`)
  const bands = bandCount(spec)
  if (bands > 65535) throw new OutputError(`a TIFF holds at most 65,535 bands, not ${bands}: select bands, or write to Zarr`)
  // A CRS that GeoKeys cannot say is told now, not when all tiles are written.
}

function mustFitTile(options: CogOptions, spec: ArraySpec): void {
  const bands = tileSamples(spec, options)
  const bytes = options.blockSize ** 2 * bands * dtypes[spec.dtype].bytes
  if (bytes <= maxTileBytes) return
  throw new UsageError(
    `a tile of ${options.blockSize} x ${options.blockSize} px with ${bands} bands of ${spec.dtype} has ${bytes} bytes; ` +
      `TIFF tiles end at 2 GiB: use a smaller blockSize or interleave 'band'`,
  )
}

function parseBlockSize(size: Json): number {
  if (typeof size === 'number' && Number.isInteger(size) && size >= 64 && size <= 4096 && size % 16 === 0) return size
  throw new UsageError(`blockSize ${JSON.stringify(size)} is not a tile size: give a multiple of 16 from 64 to 4096`, {
    option: 'blockSize',
  })
}

function parseOverviews(overviews: Json): 'auto' | 'none' | number {
  if (overviews === 'auto' || overviews === 'none') return overviews
  if (typeof overviews === 'number' && Number.isInteger(overviews) && overviews >= 0 && overviews <= 30) return overviews
  throw new UsageError(`overviews ${JSON.stringify(overviews)} is not known: use 'auto', 'none', or a number of levels from 0 to 30`, {
    option: 'overviews',
  })
}

function parseMask(mask: CogOptions['mask'] | 'auto', compression: Compression, spec: ArraySpec): CogOptions['mask'] {
  if (mask !== 'auto') return mask
  // A value that a codec may change tells nothing.
  return (isInteger(spec.dtype) && declaredValues(spec).length === 0) || isLossy(compression) ? 'internal' : 'none'
}

/** True and numbers ask for them. Throws `E_USAGE` for anything else but false. */
function parseStatistics(asked: Json, spec: ArraySpec, interleave: CogOptions['interleave']): number {
  if (typeof asked !== 'boolean' && typeof asked !== 'number')
    throw new UsageError(`statistics ${JSON.stringify(asked)} is not known for a COG: use true, false`, { option: 'statistics' })
  return asked === false || asked === 0 ? 0 : tileSamples(spec, { interleave, mask: 'none' })
}

/** Refuses statistics that a reader would not find in the file's pixels. */
function mustSuitStatistics(options: CogOptions, spec: ArraySpec): void {
  if (options.statistics === 0) return
  const refuse = (why: string): UsageError => new UsageError(`statistics ${why}`, { option: 'statistics' })
  if (isLossy(options)) throw refuse(`would be those of the pixels before compress '${options.compress}' changes them: leave them out`)
  if (options.mask === 'internal' && options.interleave === 'band' && bandCount(spec) > 1)
    throw refuse(`of bands in planes of their own are not known where one mask serves all: use interleave 'pixel', or a nodata value`)
}

function mustSuitMask(options: CogOptions, spec: ArraySpec): void {
  const { mask, compress, interleave } = options
  const refuse = (why: string): UsageError => new UsageError(`mask '${mask}' ${why}`, { option: 'mask' })
  if (mask === 'none' && isLossy(options) && declaredValues(spec).length > 0) {
    throw refuse(`would store the nodata value in pixels, which ${compress} changes: use mask 'internal'`)
  }
  if (mask !== 'alpha') return
  if (spec.dtype !== 'uint8' && spec.dtype !== 'uint16')
    throw refuse(`is for uint8 and uint16, the array is ${spec.dtype}: use mask 'internal'`)
  const bands = bandCount(spec)
  if (bands !== 1 && bands !== 3)
    throw refuse(`is for 1 or 3 bands, of which GDAL takes it as the mask; there are ${bands}: use mask 'internal'`)
  if (compress === 'jpeg') throw refuse(`does not go with compress 'jpeg': use mask 'internal', or compress 'webp'`)
  if (interleave === 'band' && bands > 1) throw refuse(`needs interleave 'pixel'`)
}

/** Number of bands: 1 without a dim `band`. */
export function bandCount(spec: ArraySpec): number {
  const dim = dimIndex(spec, 'band')
  return dim < 0 ? 1 : (spec.shape[dim] as number)
}

/** Samples of a pixel within one tile, alpha included. */
export function tileSamples(spec: ArraySpec, { interleave, mask }: Pick<CogOptions, 'interleave' | 'mask'>): number {
  return (interleave === 'pixel' ? bandCount(spec) : 1) + (mask === 'alpha' ? 1 : 0)
}
