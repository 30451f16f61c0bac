import { stat } from 'node:fs/promises'
import { UsageError } from '../base/errors.js'
import { type CogReport, validateCog } from '../formats/geotiff/validate.js'
import type { HttpOptions } from '../io/http.js'
import { publicUri } from '../io/public-uri.js'
import type { S3Options } from '../io/s3-options.js'
import { knownOptions } from './data-array-options.js'
import { openUri, setRequests } from './opened.js'
import { absoluteUri, isLocal } from './source-uri.js'

export type { CogFinding, CogReport } from '../formats/geotiff/validate.js'

/** How a file is checked. */
export interface ValidateOptions {
  /** Whether warnings make a file invalid. */
  readonly strict?: boolean
  /** Whether the bytes around every tile are read too. Local files yes, remote ones no, unless said. */
  readonly tiles?: boolean
  readonly http?: HttpOptions
  readonly s3?: S3Options
}

/**
 * Checks whether a file is a Cloud Optimized GeoTIFF: every rule of GDAL's validator, without GDAL, and as warnings what makes reading slower
 * though it is allowed. Throws `E_SOURCE` for what is missing or no TIFF, `E_USAGE` for a store.
 *
 * @example const { valid, errors } = await validate('scene.tif')
 */
export async function validate(uri: string, given?: ValidateOptions): Promise<CogReport> {
  const options = knownOptions('validate', given, ['strict', 'tiles', 'http', 's3'])
  if (typeof uri !== 'string' || uri === '') throw new UsageError('validate: give the path or URL of a GeoTIFF')
  const absolute = absoluteUri(uri)
  setRequests(absolute, options)
  const local = isLocal(absolute)
  const isDirectory = local && ((await stat(absolute).catch(() => null))?.isDirectory() ?? false)
  if (isDirectory || /\.zarr\/?([?#]|$)/i.test(absolute)) {
    const what = isDirectory && !/\.zarr\/?$/i.test(absolute) ? 'a directory' : 'a Zarr store'
    throw new UsageError(`validate: ${publicUri(uri)} is ${what}, and what is checked are GeoTIFFs: info says what a store holds`)
  }
  const bytes = await openUri(absolute)
  try {
    const externalOverviews = local && (await stat(`${absolute}.ovr`).catch(() => null)) !== null
    return await validateCog(bytes, { strict: options.strict ?? false, blocks: options.tiles ?? local, externalOverviews })
  } finally {
    await bytes.close()
  }
}
