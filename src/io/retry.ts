import { AbortedError } from '../base/errors.js'

/** How requests are repeated. */
export interface RetryOptions {
  /** How often a request is sent again after a network failure or a status of 408, 429 or 5xx. Default 3. */
  readonly retries?: number
  /** Wait before the first repetition, doubled for each further one, and up to half as long again by chance. Default 200. */
  readonly backoffMs?: number
  /** Longest time without a byte from the server before a request counts as failed and is sent again. Default 30,000. */
  readonly timeoutMs?: number
}

/** Retry options with nothing left out. */
export type RetryRule = Required<RetryOptions>

/** Retry options with their defaults. */
export function retryRule({ retries = 3, backoffMs = 200, timeoutMs = 30_000 }: RetryOptions): RetryRule {
  return { retries, backoffMs, timeoutMs }
}

/** Why a request brought nothing. */
export interface Refusal {
  readonly reason: string
  /** Whether asking again may help. */
  readonly again: boolean
  readonly waitMs: number
  /** The HTTP status, where there was an answer. */
  readonly status?: number
  readonly cause?: unknown
}

/** A refusal that asking again does not change. */
export function final(reason: string, status?: number): Refusal {
  return { reason, again: false, waitMs: 0, ...(status === undefined ? {} : { status }) }
}

const statuses: Readonly<Record<number, string>> = {
  200: 'its server does not support range requests, which reading a part of a file needs: download the file first',
  401: 'its server asks for credentials (401): give them as headers, or a signed URL',
  403: 'access denied (403): the URL may have expired, or needs credentials',
  404: 'no such file (404)',
  410: 'no such file any more (410)',
  412: 'there is an object of that name already (412)',
  416: 'the file is empty, or ends before these bytes (416)',
}

/** Whether a status may be another one the next time: time-outs, too many requests, failures of the server. */
function isPassing(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500
}

/** What a status other than success means. `retryAfter` is the header of that name: seconds, of which at most ten are waited. */
export function refusalOf(status: number, retryAfter: string | null, reason = statuses[status]): Refusal {
  return {
    reason: reason ?? `its server answered with status ${status}`,
    again: isPassing(status),
    waitMs: Math.min(10, Number(retryAfter ?? 0) || 0) * 1000,
    status,
  }
}

/** A request that failed without an answer. What is wrong with the URL itself stays wrong; networks and name servers recover. */
export function networkRefusal(cause: unknown): Refusal {
  const inner = innerOf(cause)
  const code = inner instanceof Error && 'code' in inner ? inner.code : null
  const isWrong = (inner instanceof Error && /^(bad port|unknown scheme|invalid url)$/i.test(inner.message)) || code === 'ENOTFOUND'
  const said = inner instanceof Error ? inner.message || String(code || inner.name) : String(inner)
  const reason = /^bad port$/i.test(said) ? badPort : said
  return { reason, again: !isWrong, waitMs: 0, cause }
}

/** What fetch says of ports that belong to other services, in words that help. */
const badPort = 'bad port: it belongs to another service than a web server, so that nothing is asked there; check the port in the URL'

function innerOf(cause: unknown): unknown {
  return cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
}

/**
 * Makes attempts until one brings something or asking again cannot help. By chance each wait is longer: many that were turned away together
 * must not come back together. Throws what `failure` makes of the last refusal, and `E_ABORTED` where the signal says so.
 */
export async function retried<T extends object>(
  rule: RetryRule,
  attempt: () => Promise<T | Refusal>,
  failure: (refusal: Refusal, tries: string) => Error,
  signal?: AbortSignal,
): Promise<T> {
  for (let count = 0; ; count++) {
    const outcome = await attempt()
    if (!isRefusal(outcome)) return outcome
    if (!outcome.again || count === rule.retries) throw failure(outcome, count === 0 ? '' : ` (${count + 1} tries)`)
    await pause(Math.max(rule.backoffMs * 2 ** count, outcome.waitMs) * (1 + Math.random() / 2), signal)
  }
}

function isRefusal(outcome: object): outcome is Refusal {
  return 'reason' in outcome && 'again' in outcome
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new AbortedError('stopped while a request was to be sent again'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

/** Gives a request up when nothing has come for too long, or when the caller does. */
export class Patience {
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

  /** What the request failed with, where it was this that gave it up. */
  get refusal(): Refusal {
    return { reason: `its server sent nothing for ${this.#timeoutMs / 1000} s`, again: true, waitMs: 0 }
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
