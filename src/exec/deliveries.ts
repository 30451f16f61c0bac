import { readFile, rm } from 'node:fs/promises'
import { MiB } from '../base/bytes.js'
import type { FinishedFile, RemoteOutput } from '../graph/sink.js'
import { outputError } from '../io/atomic-write.js'

/** Files that are on their way at once, and their bytes: one larger file goes alone. */
const mostFiles = 8
const mostBytes = 16 * MiB

interface Delivery {
  readonly file: FinishedFile
  readonly bytes: number
  readonly remote: RemoteOutput
  readonly done: () => void
}

/** Takes finished files to remote outputs while the run goes on, and removes them here. The first failure ends it. */
export class Deliveries {
  readonly #signal: AbortSignal | undefined
  readonly #waiting: Delivery[] = []
  #files = 0
  #bytes = 0
  #failure: { readonly error: unknown } | null = null
  #settle: () => void = () => {}

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal
  }

  /** Takes a file of so many bytes; `done` is called when it is there. Throws what an earlier one failed with. */
  add(remote: RemoteOutput, file: FinishedFile, bytes: number, done: () => void): void {
    if (this.#failure !== null) throw this.#failure.error
    this.#waiting.push({ remote, file, bytes, done })
    this.#go()
  }

  /** Resolves when all files are there. Throws what one failed with, when none is on its way any more. */
  async settled(): Promise<void> {
    while (this.#files > 0 || (this.#failure === null && this.#waiting.length > 0))
      await new Promise<void>((resolve) => (this.#settle = resolve))
    if (this.#failure !== null) throw this.#failure.error
  }

  /** Lets what is on its way arrive or fail, and begins no more. */
  async stopped(): Promise<void> {
    this.#waiting.length = 0
    await this.settled().catch(() => {})
  }

  #go(): void {
    for (;;) {
      const next = this.#waiting[0]
      if (next === undefined || this.#failure !== null || this.#files >= mostFiles) return
      if (this.#files > 0 && this.#bytes + next.bytes > mostBytes) return
      this.#waiting.shift()
      void this.#deliver(next)
    }
  }

  async #deliver({ remote, file, bytes, done }: Delivery): Promise<void> {
    this.#files++
    this.#bytes += bytes
    try {
      await remote.put(file.key, await bytesOf(file.path), this.#signal)
      if (!file.isReadBack) await rm(file.path, { force: true })
      done()
    } catch (error) {
      this.#failure ??= { error }
    } finally {
      this.#files--
      this.#bytes -= bytes
      this.#go()
      this.#settle()
    }
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw outputError(path, 'read back', cause)
  }
}
