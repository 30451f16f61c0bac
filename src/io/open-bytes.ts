import { SourceError } from '../base/errors.js'
import type { BytesSource } from './bytes-source.js'
import { openFile } from './file.js'
import { fetchHttp, type HttpOptions, openHttp } from './http.js'
import { openMemory } from './memory.js'
import { publicUri } from './public-uri.js'
import type { S3Options } from './s3-options.js'

/** What lies outside a recipe and yet decides how its uris are opened: in-memory assets by content hash, settings of requests, and how much is wanted. */
export interface BytesEnvironment {
  readonly assets?: { get(hash: string): Uint8Array }
  readonly http?: HttpOptions
  readonly s3?: S3Options
  /** All bytes are wanted: then remote ones come in one request, and are kept until the source is let go. */
  readonly whole?: true
  /** With `whole`: more than so many are refused. */
  readonly mostBytes?: number
}

/** A scheme of two or more letters; one letter is a Windows drive. */
const schemePattern = /^([a-z][a-z0-9+.-]+):/i

/**
 * Opens the bytes behind a uri: a path, or a `file:`, `http:`, `https:`, `s3:` or `asset:` URL. Throws `E_SOURCE`, also for any other scheme.
 */
export async function openBytes(uri: string, environment: BytesEnvironment = {}): Promise<BytesSource> {
  const scheme = schemePattern.exec(uri)?.[1]?.toLowerCase()
  if (scheme === undefined || scheme === 'file') return openFile(uri)
  if (scheme === 'asset' && environment.assets !== undefined) return openMemory(uri, environment.assets.get(uri.slice('asset:'.length)))
  const shown = publicUri(uri)
  if (scheme === 'http' || scheme === 'https') {
    if (!URL.canParse(uri)) throw new SourceError(`${shown}: not a URL`, { uri: shown })
    return environment.whole ? fetchHttp(uri, environment.http, environment.mostBytes) : openHttp(uri, environment.http)
  }
  if (scheme === 's3') {
    const { fetchS3, openS3 } = await import('./s3-read.js')
    return environment.whole ? fetchS3(uri, environment.s3, environment.mostBytes) : openS3(uri, environment.s3)
  }
  const known = 'known are paths, file:, http:, https: and s3:'
  const hint = ['gs', 'az', 'abfs'].includes(scheme) ? '. Give the https URL of the object, signed where it is not public' : ''
  throw new SourceError(`${shown}: uris that begin with "${scheme}:" cannot be read; ${known}${hint}`, { uri: shown })
}
