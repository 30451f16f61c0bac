import { UsageError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type ScalarJson, scalarToJson } from '../../base/scalar.js'

/** Which part of a file to open. Bands are 1-based; level 0 is the image itself, k its k-th overview. */
export interface OpenOptions {
  /** One band, without a dim `band`. */
  readonly band: number | null
  /** Several bands, in this order; null for all. */
  readonly bands: readonly number[] | null
  readonly level: number
  /** What stands for "invalid", in place of what the file declares: null for nothing; undefined for what it declares. */
  readonly nodata: ScalarJson | null | undefined
  /** False: masks, alpha and the declared nodata make no pixel invalid; alpha is a band like others. */
  readonly masked: boolean
  /** Whether files beside it are looked for (metadata, overviews, mask, world file, polynomial); undefined: where it lies on this machine. */
  readonly sideFiles?: boolean
}

function isWhole(value: Json | undefined, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least
}

/** Reads the options. Throws `E_USAGE` for unknown ones and for values of the wrong kind. */
export function parseOpenOptions(options: Json): OpenOptions {
  if (options === null) return { band: null, bands: null, level: 0, nodata: undefined, masked: true }
  if (!isJsonObject(options)) throw new UsageError('the options of a GeoTIFF must be an object')
  const { band, bands, level, nodata, masked, sideFiles, ...rest } = options
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined)
    throw new UsageError(`unknown option "${unknown}" for a GeoTIFF; known are band, bands, level, nodata, masked and sideFiles`)
  if (band !== undefined && !isWhole(band, 1)) throw new UsageError(`band ${JSON.stringify(band)}: give a band's number, from 1`)
  if (bands !== undefined && !(Array.isArray(bands) && bands.length > 0 && bands.every((each) => isWhole(each, 1)))) {
    throw new UsageError(`bands ${JSON.stringify(bands)}: give a list of band numbers, from 1`)
  }
  if (band !== undefined && bands !== undefined)
    throw new UsageError('give either band (drops the dim "band") or bands (keeps it), not both')
  if (level !== undefined && !isWhole(level, 0))
    throw new UsageError(`level ${JSON.stringify(level)}: give 0 for the image itself, k for overview k`)
  if (masked !== undefined && typeof masked !== 'boolean') throw new UsageError(`masked ${JSON.stringify(masked)}: give true or false`)
  if (sideFiles !== undefined && typeof sideFiles !== 'boolean')
    throw new UsageError(`sideFiles ${JSON.stringify(sideFiles)}: give true or false`)
  return {
    ...(sideFiles === undefined ? {} : { sideFiles }),
    band: band ?? null,
    bands: (bands as readonly number[] | undefined) ?? null,
    level: level ?? 0,
    nodata: parseAsked(nodata),
    masked: masked ?? true,
  }
}

/** A nodata value as asked for: a number, NaN and bigints included though they are no JSON, or a text that recipes hold for one. */
function parseAsked(value: unknown): ScalarJson | null | undefined {
  if (value === undefined || value === null) return value
  if (typeof value === 'number' || typeof value === 'bigint') return scalarToJson(value)
  if (typeof value === 'string' && (/^-?\d+$/.test(value) || ['NaN', 'Infinity', '-Infinity'].includes(value))) return value
  throw new UsageError(`nodata ${JSON.stringify(value)}: give a number, or null for none`)
}

/** Options as recipes record them: only what was asked for. */
export function recordedOptions({ band, bands, level, nodata, masked, sideFiles }: OpenOptions): JsonObject {
  return {
    ...(band === null ? {} : { band }),
    ...(bands === null ? {} : { bands }),
    ...(level === 0 ? {} : { level }),
    ...(nodata === undefined ? {} : { nodata }),
    ...(masked ? {} : { masked }),
    ...(sideFiles === undefined ? {} : { sideFiles }),
  }
}
