import { MiB } from '../base/bytes.js'

/** Bytes of a part where parts are few: at least the 5 MiB that S3 asks for. */
const partBytes = 8 * MiB

/** Most parts that an upload may have. */
const mostParts = 10_000

/** Where an upload that is under way is remembered. */
export interface UploadNote {
  read(): string | null
  write(text: string): void
  clear(): void
}

/** The requests of an upload. */
export interface UploadRequests {
  /** All of a small object at once. */
  put(bytes: Uint8Array): Promise<void>
  /** Answers the upload's id. */
  begin(): Promise<string>
  /** Answers the part's ETag. `number` counts from 1. */
  part(id: string, number: number, bytes: Uint8Array): Promise<string>
  complete(id: string, tags: readonly string[]): Promise<void>
  abort(id: string): Promise<void>
}

/** Bytes of a part of an object of so many bytes: so many that 10,000 are enough. */
export function partBytesOf(totalBytes: number): number {
  return Math.max(partBytes, Math.ceil(totalBytes / mostParts / MiB) * MiB)
}

/**
 * An object that is written from its beginning to its end: in one PUT where it fits a part, else as a multipart upload, of which one part is
 * sent while the next is filled. It appears when `finish` is done; after `abort` nothing of it is left. Holds two parts.
 */
export class S3Upload {
  readonly #totalBytes: number
  readonly #requests: UploadRequests
  readonly #tags: Promise<string>[] = []
  #buffer: Uint8Array
  #spare: Uint8Array | null = null
  #filled = 0
  #id: string | null = null

  constructor(totalBytes: number, requests: UploadRequests) {
    this.#totalBytes = totalBytes
    this.#requests = requests
    this.#buffer = new Uint8Array(Math.min(totalBytes, partBytesOf(totalBytes)))
  }

  /** Takes bytes; the caller's buffer is free again when this resolves. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      if (this.#filled === this.#buffer.length) await this.#send()
      const count = Math.min(bytes.length - done, this.#buffer.length - this.#filled)
      this.#buffer.set(bytes.subarray(done, done + count), this.#filled)
      this.#filled += count
      done += count
    }
  }

  async finish(): Promise<void> {
    if (this.#id === null) return this.#requests.put(this.#buffer.subarray(0, this.#filled))
    await this.#send()
    await this.#requests.complete(this.#id, await Promise.all(this.#tags))
  }

  async abort(): Promise<void> {
    await Promise.allSettled(this.#tags)
    if (this.#id !== null) await this.#requests.abort(this.#id)
  }

  /** Sends what is filled as a part, once the part before it has arrived, and goes on with the other buffer. */
  async #send(): Promise<void> {
    this.#id ??= await this.#requests.begin()
    await this.#tags.at(-1)
    const [full, number] = [this.#buffer.subarray(0, this.#filled), this.#tags.length + 1]
    const tag = this.#requests.part(this.#id, number, full)
    // Whoever sends the next part, or ends the upload, meets the failure.
    tag.catch(() => {})
    this.#tags.push(tag)
    const next = this.#spare ?? new Uint8Array(partBytesOf(this.#totalBytes))
    ;[this.#spare, this.#buffer] = [this.#buffer, next]
    this.#filled = 0
  }
}
