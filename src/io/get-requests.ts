import { AbortedError, SourceError } from '../base/errors.js'
import type { BytesSource } from './bytes-source.js'
import { final, networkRefusal, Patience, type Refusal, type RetryOptions, type RetryRule, refusalOf, retried, retryRule } from './retry.js'
import { truncated } from './source-failure.js'

/** Bytes that the first request asks for; the headers of most files lie within. */
export const headBytes = 32 * 1024

/** What a server answers to one GET, its body still to come. */
export interface GetAnswer {
  readonly status: number
  /** The headers `content-range` and `content-length`, where they are there and say something of the body as it comes. */
  readonly contentRange: string | null
  readonly contentLength: number | null
  /** ETag, else the time of change, else empty. */
  readonly changed: string
  readonly retryAfter: string | null
  /** What a status means where the protocol knows better than HTTP. */
  readonly reason?: string
  readonly body: AsyncIterable<Uint8Array> | null
  /** Lets go of a body that is not wanted. */
  discard(): Promise<void>
}

/** Sends one GET; `range` is the header of that name, null for the whole. What it throws is a failure of the network. */
export type SendGet = (range: string | null, signal: AbortSignal) => Promise<GetAnswer>

/** Bytes with what the answer said of the file that they are of. */
interface Answer {
  readonly bytes: Uint8Array
  /** Size of the whole file. */
  readonly size: number
  readonly changed: string
}

/**
 * Opens a remote file for ranged reading. Makes one request, for the first 32 KiB, which later reads are served from.
 * Throws `E_SOURCE` for what is missing, forbidden, or on a server without range requests.
 */
export async function openRanged(uri: string, send: SendGet, options: RetryOptions): Promise<BytesSource> {
  const requests = new GetRequests(uri, send, options)
  const head = await requests.range(0, headBytes, null)
  return {
    ...sourceOf(uri, head),
    async read(offset, length, signal) {
      if (offset + length > head.size) throw truncated(uri, offset, length, head.size)
      if (length === 0) return new Uint8Array(0)
      if (offset + length <= head.bytes.length) return head.bytes.slice(offset, offset + length)
      return (await requests.range(offset, length, head, signal)).bytes
    },
  }
}

/** Fetches a remote file in one request, for whoever reads all of it. Throws `E_SOURCE`, also where it has more than `mostBytes`. */
export async function openWhole(uri: string, send: SendGet, options: RetryOptions, mostBytes = Infinity): Promise<BytesSource> {
  const whole = await new GetRequests(uri, send, options).whole(mostBytes)
  return {
    ...sourceOf(uri, whole),
    async read(offset, length) {
      if (offset + length > whole.size) throw truncated(uri, offset, length, whole.size)
      return whole.bytes.subarray(offset, offset + length)
    },
  }
}

function sourceOf(uri: string, { size, changed }: Answer): Omit<BytesSource, 'read'> {
  return { uri, path: null, size: async () => size, changed: async () => changed, close: async () => {} }
}

/** GET requests to one file, with retries. */
class GetRequests {
  readonly #uri: string
  readonly #send: SendGet
  readonly #rule: RetryRule

  constructor(uri: string, send: SendGet, options: RetryOptions) {
    this.#uri = uri
    this.#send = send
    this.#rule = retryRule(options)
  }

  /** Bytes of a range (the first answer may be shorter than asked). `head` is the first answer, which later ones must agree with. */
  range(offset: number, length: number, head: Answer | null, signal?: AbortSignal): Promise<Answer> {
    const attempt = () =>
      this.#attempt(`bytes=${offset}-${offset + length - 1}`, signal, (answer, heard) => takeRange(answer, heard, offset, length, head))
    return retried(this.#rule, attempt, (refusal, tries) => this.#failure(refusal, tries, offset, length), signal)
  }

  /** All bytes. */
  whole(mostBytes: number, signal?: AbortSignal): Promise<Answer> {
    const attempt = () => this.#attempt(null, signal, (answer, heard) => takeWhole(answer, heard, mostBytes))
    return retried(this.#rule, attempt, (refusal, tries) => this.#failure(refusal, tries, 0, -1), signal)
  }

  async #attempt(
    range: string | null,
    signal: AbortSignal | undefined,
    take: (answer: GetAnswer, heard: () => void) => Promise<Answer | Refusal>,
  ): Promise<Answer | Refusal> {
    const patience = new Patience(this.#rule.timeoutMs, signal)
    try {
      return await take(await this.#send(range, patience.signal), () => patience.renew())
    } catch (cause) {
      if (signal?.aborted) throw new AbortedError(`${this.#uri}: reading was stopped`, { uri: this.#uri }, { cause })
      if (cause instanceof SourceError) throw cause
      return patience.isOver ? { ...patience.refusal, cause } : networkRefusal(cause)
    } finally {
      patience.end()
    }
  }

  #failure({ reason, status, cause }: Refusal, tries: string, offset: number, length: number): SourceError {
    const uri = this.#uri
    const fields = { uri, ...(length < 0 ? {} : { offset, length }), ...(status === undefined ? {} : { status }) }
    const what = length < 0 ? 'all of its bytes' : `bytes ${offset}..${offset + length}`
    return new SourceError(`${uri}: ${what}: ${reason}${tries}`, fields, { cause })
  }
}

async function takeRange(
  answer: GetAnswer,
  heard: () => void,
  offset: number,
  length: number,
  head: Answer | null,
): Promise<Answer | Refusal> {
  const { status, contentLength, changed } = answer
  // Servers that know no ranges send all, which is as good where all was wanted.
  const isAll = status === 200 && offset === 0 && head === null && contentLength !== null && contentLength <= length
  if (status !== 206 && !isAll) return refused(answer)
  const range = isAll ? wholeRange(contentLength) : /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.contentRange ?? '')
  if (range === null) {
    await answer.discard()
    return final('its server answers with a range but does not say which, or of how many bytes in all (Content-Range)')
  }
  const [start, stop, size] = [Number(range[1]), Number(range[2]) + 1, Number(range[3])]
  if (start !== offset || stop !== Math.min(offset + length, size)) {
    await answer.discard()
    return final(`its server answered with bytes ${start}..${stop} where ${offset}..${offset + length} were asked`)
  }
  if (head !== null && (head.size !== size || head.changed !== changed)) {
    await answer.discard()
    return final('it was changed while it was being read')
  }
  const bytes = await bodyOf(answer, length, heard)
  if (bytes.length !== stop - start) return brokenOff(bytes)
  return { bytes, size, changed }
}

function wholeRange(size: number): readonly (string | number)[] {
  return ['', 0, size - 1, size]
}

async function takeWhole(answer: GetAnswer, heard: () => void, mostBytes: number): Promise<Answer | Refusal> {
  if (answer.status !== 200) return refused(answer)
  const { contentLength, changed } = answer
  if (contentLength !== null && contentLength > mostBytes) {
    await answer.discard()
    return final(`it has ${contentLength} bytes, at most ${mostBytes} were announced: it is corrupt`)
  }
  const bytes = contentLength === null ? await joined(answer, mostBytes, heard) : await bodyOf(answer, contentLength, heard)
  if (contentLength !== null && bytes.length !== contentLength) return brokenOff(bytes)
  return { bytes, size: bytes.length, changed }
}

function brokenOff({ length }: Uint8Array): Refusal {
  return { reason: `the answer broke off after ${length} bytes`, again: true, waitMs: 0 }
}

async function refused(answer: GetAnswer): Promise<Refusal> {
  await answer.discard()
  return refusalOf(answer.status, answer.retryAfter, answer.reason)
}

/** The bytes of an answer, of which `heard` is told as they come. No more are taken than were asked for. */
async function bodyOf({ body }: GetAnswer, length: number, heard: () => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let at = 0
  for await (const part of body ?? []) {
    heard()
    const room = length - at
    if (part.length > room) throw new Error(`the answer is longer than the ${length} bytes that were asked for`)
    bytes.set(part, at)
    at += part.length
  }
  return at === length ? bytes : bytes.slice(0, at)
}

/** The bytes of an answer that does not say how many they are. */
async function joined({ body }: GetAnswer, mostBytes: number, heard: () => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    heard()
    length += part.length
    if (length > mostBytes) throw new Error(`the answer is longer than the ${mostBytes} bytes that were announced`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts, length))
}
