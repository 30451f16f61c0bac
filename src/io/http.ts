import type { BytesSource } from './bytes-source.js'
import { type GetAnswer, openRanged, openWhole, type SendGet } from './get-requests.js'
import { publicUri } from './public-uri.js'
import type { RetryOptions } from './retry.js'

/** What a program may set about requests. */
export interface HttpOptions extends RetryOptions {
  /** Headers of every request. Never shown, recorded or hashed. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Opens an http or https URL for ranged reading. Makes one request, for the first 32 KiB, which later reads are served from.
 * Throws `E_SOURCE` for what is missing, forbidden, or on a server without range requests.
 */
export function openHttp(url: string, options: HttpOptions = {}): Promise<BytesSource> {
  return openRanged(publicUri(url), sender(url, options), options)
}

/** Fetches what is behind an http or https URL in one request, for whoever reads all of it. Throws `E_SOURCE`, also beyond `mostBytes`. */
export function fetchHttp(url: string, options: HttpOptions = {}, mostBytes?: number): Promise<BytesSource> {
  return openWhole(publicUri(url), sender(url, options), options, mostBytes)
}

/** Sends GET requests to a URL: user and password go into a header. */
function sender(url: string, options: HttpOptions): SendGet {
  const parsed = new URL(url)
  const user = decodeURIComponent(parsed.username)
  const basic = Buffer.from(`${user}:${decodeURIComponent(parsed.password)}`).toString('base64')
  parsed.username = ''
  parsed.password = ''
  const own = { 'accept-encoding': 'identity', ...(user === '' ? {} : { authorization: `Basic ${basic}` }), ...options.headers }
  return async (range, signal) => answerOf(await fetch(parsed.href, { headers: range === null ? own : { ...own, range }, signal }))
}

function answerOf(response: Response): GetAnswer {
  const { headers } = response
  // The length is that of the bytes as they were sent, not of what fetch makes of them.
  const isPlain = ['', 'identity'].includes(headers.get('content-encoding') ?? '')
  const length = isPlain ? headers.get('content-length') : null
  return {
    status: response.status,
    contentRange: headers.get('content-range'),
    contentLength: length === null ? null : Number(length),
    changed: headers.get('etag') ?? headers.get('last-modified') ?? '',
    retryAfter: headers.get('retry-after'),
    body: response.body as AsyncIterable<Uint8Array> | null,
    discard: async () => response.body?.cancel(),
  }
}
