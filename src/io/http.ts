import { SourceError } from '../base/errors.js'
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
  const own = { ...(user === '' ? {} : { authorization: `Basic ${basic}` }), ...options.headers }
  let start = parsed
  return async (range, signal) => {
    const plain = { 'accept-encoding': 'identity', ...(range === null ? {} : { range }) }
    let at = start
    for (let turn = 0; turn <= mostRedirects; turn++) {
      // Headers may be secrets of any name: they are for the host that they were given for.
      const headers = at.origin === parsed.origin ? { ...plain, ...own } : plain
      const response = await fetch(at.href, { headers, signal, redirect: 'manual' })
      const next = redirectOf(response, at)
      if (next === null) return answerOf(response)
      await response.body?.cancel()
      if (at.protocol === 'https:' && next.protocol !== 'https:') throw misled(url, `from https: to ${next.protocol}`)
      if (at === start && isForGood(response.status)) start = next
      at = next
    }
    throw misled(url, `more than ${mostRedirects} times`)
  }
}

/** Redirects that are followed for one request. */
const mostRedirects = 10

/** Where a redirect leads; null for another answer. */
function redirectOf({ status, headers }: Response, from: URL): URL | null {
  const target = headers.get('location')
  const isRedirect = [301, 302, 303, 307, 308].includes(status)
  return isRedirect && target !== null && URL.canParse(target, from.href) ? new URL(target, from) : null
}

function isForGood(status: number): boolean {
  return status === 301 || status === 308
}

function misled(url: string, how: string): SourceError {
  const uri = publicUri(url)
  return new SourceError(`${uri}: its server redirects ${how}, which is not followed: give the URL that it is to lead to`, { uri })
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
