import type { Readable } from 'node:stream'
import { SourceError } from '../base/errors.js'
import type { BytesSource } from './bytes-source.js'
import { type GetAnswer, openRanged, openWhole, type SendGet } from './get-requests.js'
import { final, networkRefusal, type Refusal, refusalOf, retried, retryRule } from './retry.js'
import { s3Connection, s3Failure, s3Place, s3Reason } from './s3-client.js'
import type { S3Options } from './s3-options.js'

/** Opens an object for ranged reading: one request, for its first 32 KiB. Throws `E_SOURCE`. */
export async function openS3(uri: string, options: S3Options = {}): Promise<BytesSource> {
  return openRanged(uri, await sender(uri, options), options)
}

/** Fetches an object in one request, for whoever reads all of it. Throws `E_SOURCE`, also beyond `mostBytes`. */
export async function fetchS3(uri: string, options: S3Options = {}, mostBytes?: number): Promise<BytesSource> {
  return openWhole(uri, await sender(uri, options), options, mostBytes)
}

async function sender(uri: string, options: S3Options): Promise<SendGet> {
  const { bucket: Bucket, key: Key } = s3Place(uri)
  if (Key === '') throw new SourceError(`${uri}: names a bucket and no object in it: give s3://bucket/key`, { uri })
  const { sdk, client, payer } = await s3Connection(uri, options)
  return async (range, abortSignal) => {
    const input = { Bucket, Key, ...payer, ...(range === null ? {} : { Range: range }) }
    try {
      const found = await client.send(new sdk.GetObjectCommand(input), { abortSignal })
      const body = found.Body as Readable | undefined
      // The SDK hears the signal up to the answer's head only.
      abortSignal.addEventListener('abort', () => body?.destroy(new Error('the request was given up')), { once: true })
      return {
        status: found.$metadata.httpStatusCode ?? 200,
        contentRange: found.ContentRange ?? null,
        contentLength: found.ContentLength ?? null,
        changed: found.ETag ?? found.LastModified?.toISOString() ?? '',
        retryAfter: null,
        body: body ?? null,
        discard: async () => void body?.destroy(),
      }
    } catch (error) {
      return answered(error)
    }
  }
}

/** An error of the SDK that the store answered with, as an answer. Rethrows what is none. */
function answered(error: unknown): GetAnswer {
  const { status, code, retryAfter } = s3Failure(error) ?? {
    status: unsent,
    code: error instanceof Error ? error.name : '',
    retryAfter: null,
  }
  const reason = s3Reason(code, status === unsent ? null : status)
  if (status === unsent && reason === undefined) throw error
  return {
    ...{ status, retryAfter, contentRange: null, contentLength: null, changed: '', body: null },
    ...(reason === undefined ? {} : { reason }),
    discard: async () => {},
  }
}

/** The status of a request that was never sent, for want of credentials: sending it again does not help. */
const unsent = 401

/** Keys below a uri, one page or all of them. */
export interface S3Listing {
  /** Whole keys of objects, sorted as the store does. */
  readonly objects: readonly { readonly key: string; readonly size: number }[]
  /** Names of what lies deeper, where only one level was asked for. */
  readonly below: readonly string[]
}

/** What lies below a uri that ends in a slash, by ListObjectsV2: all, or with `most` no more than so many. `deep`: not one level only. Throws `E_SOURCE`. */
export async function listObjects(
  uri: string,
  options: S3Options,
  { deep, most = Number.POSITIVE_INFINITY }: { readonly deep: boolean; readonly most?: number },
): Promise<S3Listing> {
  const { bucket: Bucket, key: Prefix } = s3Place(uri)
  const { sdk, client, payer } = await s3Connection(uri, options)
  const objects: { key: string; size: number }[] = []
  const below: string[] = []
  let token: string | undefined
  do {
    const input = {
      ...{ Bucket, Prefix, ...payer },
      ...(deep ? {} : { Delimiter: '/' }),
      ...(Number.isFinite(most) ? { MaxKeys: most } : {}),
      ...(token === undefined ? {} : { ContinuationToken: token }),
    }
    const page = await retried(
      retryRule(options),
      () => client.send(new sdk.ListObjectsV2Command(input)).catch(listRefusal),
      ({ reason, status, cause }, tries) =>
        new SourceError(`${uri}: cannot be listed: ${reason}${tries}`, { uri, ...(status === undefined ? {} : { status }) }, { cause }),
    )
    for (const { Key: key = '', Size: size = 0 } of page.Contents ?? []) objects.push({ key, size })
    for (const { Prefix: prefix = '' } of page.CommonPrefixes ?? []) below.push(prefix.slice(Prefix.length).replace(/\/$/, ''))
    token = page.IsTruncated === true && objects.length < most ? page.NextContinuationToken : undefined
  } while (token !== undefined)
  return { objects, below }
}

function listRefusal(error: unknown): Refusal {
  const failure = s3Failure(error)
  if (failure !== null) return refusalOf(failure.status, failure.retryAfter, s3Reason(failure.code, failure.status))
  const reason = error instanceof Error ? s3Reason(error.name, null) : undefined
  return reason === undefined ? networkRefusal(error) : final(reason)
}

/** Names directly below a uri, as a directory's would be; null where they may not be listed. */
export async function listS3(uri: string, options: S3Options = {}): Promise<string[] | null> {
  const root = uri.replace(/\/*$/, '/')
  try {
    const { objects, below } = await listObjects(root, options, { deep: false })
    const { key } = s3Place(root)
    return [...objects.map((object) => object.key.slice(key.length)), ...below].filter((name) => name !== '').sort()
  } catch (error) {
    if (error instanceof SourceError) return null
    throw error
  }
}
