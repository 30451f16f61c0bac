import { AbortedError, SourceError } from '../base/errors.js'
import type { BytesSource } from './bytes-source.js'
import { publicUri } from './public-uri.js'
import { truncated } from './source-failure.js'

/** What a program may set about requests. */
export interface HttpOptions {
  /** Headers of every request. Never shown, recorded or hashed. */
  readonly headers?: Readonly<Record<string, string>>
  /** How often a request is sent again after a network failure or a status of 408, 429 or 5xx. Default 3. */
  readonly retries?: number
  /** Wait before the first repetition, doubled for each further one, and up to half as long again by chance. Default 200. */
  readonly backoffMs?: number
  /** Longest time without a byte from the server before a request counts as failed and is sent again. Default 30,000. */
  readonly timeoutMs?: number
}

/** Bytes that the first request asks for; the headers of most files lie within. */
export const headBytes = 32 * 1024

interface Answer {
  readonly bytes: Uint8Array
  /** Size of the whole file. */
  readonly size: number
  readonly changed: string
}

/**
 * Opens an http or https URL for ranged reading. Makes one request, for the first 32 KiB, which later reads are served from.
 * Throws `E_SOURCE` for what is missing, forbidden, or on a server without range requests.
 */
export async function openHttp(url: string, options: HttpOptions = {}): Promise<BytesSource> {
  const requests = new RangeRequests(url, options)
  const head = await requests.get(0, headBytes, null)
  const { uri } = requests
  return {
    uri,
    path: null,
    size: async () => head.size,
    changed: async () => head.changed,
    async read(offset, length, signal) {
      if (offset + length > head.size) throw truncated(uri, offset, length, head.size)
      if (length === 0) return new Uint8Array(0)
      if (offset + length <= head.bytes.length) return head.bytes.slice(offset, offset + length)
      return (await requests.get(offset, length, head, signal)).bytes
    },
    close: async () => {},
  }
}

/** Ranged GET requests to one URL, with retries. */
class RangeRequests {
  readonly uri: string
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>
  readonly #retries: number
  readonly #backoffMs: number
  readonly #timeoutMs: number

  constructor(url: string, options: HttpOptions) {
    const parsed = new URL(url)
    const user = decodeURIComponent(parsed.username)
    const basic = Buffer.from(`${user}:${decodeURIComponent(parsed.password)}`).toString('base64')
    parsed.username = ''
    parsed.password = ''
    this.uri = publicUri(url)
    this.#url = parsed.href
    this.#headers = { 'accept-encoding': 'identity', ...(user === '' ? {} : { authorization: `Basic ${basic}` }), ...options.headers }
    this.#retries = options.retries ?? 3
    this.#backoffMs = options.backoffMs ?? 200
    this.#timeoutMs = options.timeoutMs ?? 30_000
  }

  /** Bytes of a range (the first answer may be shorter than asked). `head` is the first answer, which later ones must agree with. */
  async get(offset: number, length: number, head: Answer | null, signal?: AbortSignal): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.#attempt(offset, length, head, signal)
      if ('bytes' in outcome) return outcome
      if (!outcome.again || attempt === this.#retries) throw this.#failure(outcome, offset, length, attempt)
      // By chance: many readers that were turned away together must not come back together.
      await pause(Math.max(this.#backoffMs * 2 ** attempt, outcome.waitMs) * (1 + Math.random() / 2), signal)
    }
  }

  async #attempt(offset: number, length: number, head: Answer | null, signal?: AbortSignal): Promise<Answer | Refusal> {
    const patience = new Patience(this.#timeoutMs, signal)
    try {
      const headers = { ...this.#headers, range: `bytes=${offset}-${offset + length - 1}` }
      const response = await fetch(this.#url, { headers, signal: patience.signal })
      if (response.status !== 206) return await refusal(response)
      const bytes = await readBody(response, length, () => patience.renew())
      return this.#answer(response, bytes, offset, length, head)
    } catch (cause) {
      if (signal?.aborted) throw new AbortedError(`${this.uri}: reading was stopped`, { uri: this.uri }, { cause })
      if (cause instanceof SourceError) throw cause
      if (patience.isOver) return { reason: `its server sent nothing for ${this.#timeoutMs / 1000} s`, again: true, waitMs: 0, cause }
      return { reason: networkReason(cause), again: mayHeal(cause), waitMs: 0, cause }
    } finally {
      patience.end()
    }
  }

  #answer(response: Response, bytes: Uint8Array, offset: number, length: number, head: Answer | null): Answer | Refusal {
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
    if (range === null) return final('its server answers with a range but does not say which, or of how many bytes in all (Content-Range)')
    const [start, stop, size] = [Number(range[1]), Number(range[2]) + 1, Number(range[3])]
    if (start !== offset || stop !== Math.min(offset + length, size)) {
      return final(`its server answered with bytes ${start}..${stop} where ${offset}..${offset + length} were asked`)
    }
    if (bytes.length !== stop - start) return { reason: `the answer broke off after ${bytes.length} bytes`, again: true, waitMs: 0 }
    const changed = response.headers.get('etag') ?? response.headers.get('last-modified') ?? ''
    if (head !== null && (head.size !== size || head.changed !== changed)) return final('it was changed while it was being read')
    return { bytes, size, changed }
  }

  #failure(refused: Refusal, offset: number, length: number, attempt: number): SourceError {
    const tries = attempt === 0 ? '' : ` (${attempt + 1} tries)`
    const fields = { uri: this.uri, offset, length, ...(refused.status === undefined ? {} : { status: refused.status }) }
    return new SourceError(`${this.uri}: bytes ${offset}..${offset + length}: ${refused.reason}${tries}`, fields, { cause: refused.cause })
  }
}

/** Gives a request up when nothing has come for too long, or when the caller does. */
class Patience {
  isOver = false
  readonly #abort = new AbortController()
  readonly #timeoutMs: number
  readonly #outer: AbortSignal | undefined
  readonly #stop = (): void => this.#abort.abort(this.#outer?.reason)
  #timer: NodeJS.Timeout | undefined

  constructor(timeoutMs: number, outer: AbortSignal | undefined) {
    this.#timeoutMs = timeoutMs
    this.#outer = outer
    if (outer?.aborted) this.#stop()
    else outer?.addEventListener('abort', this.#stop, { once: true })
    this.renew()
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  renew(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.isOver = true
      this.#abort.abort()
    }, this.#timeoutMs)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#outer?.removeEventListener('abort', this.#stop)
  }
}

/** The bytes of an answer, of which `heard` is told as they come. No more are taken than were asked for. */
async function readBody(response: Response, length: number, heard: () => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let at = 0
  if (response.body === null) return bytes.subarray(0, 0)
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    heard()
    const room = length - at
    if (part.length > room) throw new Error(`the answer is longer than the ${length} bytes that were asked for`)
    bytes.set(part, at)
    at += part.length
  }
  return at === length ? bytes : bytes.slice(0, at)
}

interface Refusal {
  readonly reason: string
  /** Whether asking again may help. */
  readonly again: boolean
  readonly waitMs: number
  /** The HTTP status, where there was an answer. */
  readonly status?: number
  readonly cause?: unknown
}

function final(reason: string): Refusal {
  return { reason, again: false, waitMs: 0 }
}

const statuses: Readonly<Record<number, string>> = {
  200: 'its server does not support range requests, which reading a part of a file needs: download the file first',
  401: 'its server asks for credentials (401): give them as headers, or a signed URL',
  403: 'access denied (403): the URL may have expired, or needs credentials',
  404: 'no such file (404)',
  410: 'no such file any more (410)',
  416: 'the file is empty, or ends before these bytes (416)',
}

async function refusal(response: Response): Promise<Refusal> {
  await response.body?.cancel()
  const { status } = response
  const again = status === 408 || status === 429 || status >= 500
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  return {
    reason: statuses[status] ?? `its server answered with status ${status}`,
    again,
    waitMs: Math.min(10, seconds || 0) * 1000,
    status,
  }
}

/** What is wrong with the URL itself stays wrong; networks and name servers recover. */
function mayHeal(cause: unknown): boolean {
  const inner = innerOf(cause)
  const code = inner instanceof Error && 'code' in inner ? inner.code : null
  return !(inner instanceof Error && /^(bad port|unknown scheme|invalid url)$/i.test(inner.message)) && code !== 'ENOTFOUND'
}

function innerOf(cause: unknown): unknown {
  return cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
}

function networkReason(cause: unknown): string {
  const inner = innerOf(cause)
  return inner instanceof Error ? inner.message || String(('code' in inner && inner.code) || inner.name) : String(inner)
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new AbortedError('reading was stopped'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
