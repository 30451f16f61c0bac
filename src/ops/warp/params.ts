import { UsageError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject, jsonText } from '../../base/json.js'
import { type Gcps, parseGcps } from '../../geo/gcp.js'
import type { GeoBox } from '../../geo/geobox.js'
import { type Geolocation, parseGeolocation } from '../../geo/geolocation.js'
import { defaultMaxErrorPx } from '../../geo/mesh-cell.js'
import { kernelNames, kernelsByName, type Resampling } from './kernels.js'

/** A warp as its node holds it. */
export type WarpParams = {
  /** The output grid. */
  readonly geobox: GeoBox & JsonObject
  readonly resampling: Resampling
  /** Largest error of interpolated pixel positions, in source pixels; 0 computes every pixel exactly. */
  readonly maxErrorPx?: number
  /** Output pixels per source pixel along x and y, where it is not to be taken from the map; below 0.95 the kernel is widened. */
  readonly scale: { readonly x: number; readonly y: number } | null
  /** Least part, 0 to 1, of what a pixel is made of that must be valid; any part where it is not given. */
  readonly minValidFraction?: number
  /** Whether kernels that mix values may work on classes and bit fields. */
  readonly allowAveraging?: true
  /** Control points that place the source's pixels, in place of its grid. */
  readonly gcps?: Gcps & JsonObject
  /** Arrays that place each of the source's pixels, in place of its grid; they are the second (latitudes) and third (longitudes) input. */
  readonly geolocation?: Geolocation & JsonObject
}

/** Params as typed, normalised JSON. Throws `E_USAGE` for unknown keys, unknown kernels and bad numbers; `op` is named in messages. */
export function parseWarpParams(op: string, keys: readonly string[], params: Json): WarpParams {
  if (!isJsonObject(params)) throw new UsageError(`${op}: params must be an object`)
  const unknown = Object.keys(params).find((key) => !keys.includes(key))
  if (unknown !== undefined) throw new UsageError(`${op}: unknown param "${unknown}"; known are ${keys.join(', ')}`)
  const isSearched = (params.geolocation ?? null) !== null
  return {
    geobox: parseGeobox(op, params.geobox),
    resampling: parseResampling(op, params.resampling),
    // Between positions that may jump nothing is interpolated, and no scale is taken from them.
    ...(keys.includes('maxErrorPx') ? { maxErrorPx: isSearched ? 0 : parseMaxError(op, params.maxErrorPx ?? defaultMaxErrorPx) } : {}),
    scale: parseScale(op, params.scale ?? (isSearched ? { x: 1, y: 1 } : null)),
    ...parseLeastValid(op, params.minValidFraction ?? 0),
    ...parseForce(op, params.allowAveraging ?? false),
    ...(params.gcps === undefined || params.gcps === null ? {} : { gcps: parseGcps(params.gcps) as Gcps & JsonObject }),
    ...(isSearched ? { geolocation: parseGeolocation(params.geolocation as Json) as Geolocation & JsonObject } : {}),
  }
}

/** Whether the source's pixels lie where its grid says, not where control points or arrays of positions do. */
export function isPlacedByGrid({ gcps, geolocation }: WarpParams): boolean {
  return gcps === undefined && geolocation === undefined
}

function parseResampling(op: string, value: Json | undefined): Resampling {
  if (value === undefined) return 'near'
  const found = typeof value === 'string' && Object.hasOwn(kernelsByName, value) ? kernelsByName[value] : undefined
  if (found !== undefined) return found
  const overviewsOnly = value === 'gauss' ? ' (gauss is a kernel of overviews)' : ''
  throw new UsageError(`${op}: unknown resampling ${JSON.stringify(value)}${overviewsOnly}; known are ${kernelNames.join(', ')}`)
}

function parseMaxError(op: string, value: Json): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value
  throw new UsageError(`${op}: maxErrorPx must be a number of source pixels from 0 (exact) to 1, not ${jsonText(value)}`)
}

function parseScale(op: string, value: Json): WarpParams['scale'] {
  if (value === null) return null
  const { x, y } = isJsonObject(value) ? value : { x: null, y: null }
  if (typeof x === 'number' && typeof y === 'number' && x > 0 && y > 0 && Object.keys(value).length === 2) return { x, y }
  throw new UsageError(`${op}: scale must be {x, y}, output pixels per source pixel, both above 0; not ${jsonText(value)}`)
}

function parseLeastValid(op: string, value: Json): Pick<WarpParams, 'minValidFraction'> {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value === 0 ? {} : { minValidFraction: value }
  throw new UsageError(`${op}: minValidFraction must be a number from 0 to 1, not ${jsonText(value)}`)
}

function parseForce(op: string, value: Json): Pick<WarpParams, 'allowAveraging'> {
  if (typeof value === 'boolean') return value ? { allowAveraging: true } : {}
  throw new UsageError(`${op}: allowAveraging must be true or false, not ${jsonText(value)}`)
}

function parseGeobox(op: string, value: Json | undefined): GeoBox & JsonObject {
  if (isJsonObject(value)) {
    const { width, height, affine, crs } = value
    const isSize = (size: Json | undefined): size is number => typeof size === 'number' && Number.isInteger(size) && size > 0
    const isAffine = isJsonObject(affine) && ['a', 'b', 'c', 'd', 'e', 'f'].every((key) => typeof affine[key] === 'number')
    const isCrs = crs === null || (isJsonObject(crs) && typeof crs.proj === 'string')
    if (isSize(width) && isSize(height) && isAffine && isCrs) return value as unknown as GeoBox & JsonObject
  }
  throw new UsageError(`${op}: geobox must be {width, height, affine: {a, b, c, d, e, f}, crs}, not ${JSON.stringify(value ?? null)}`)
}
