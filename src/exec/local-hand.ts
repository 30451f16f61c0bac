import { InternalError } from '../base/errors.js'
import type { Hand } from './hand.js'
import type { FromWorker, ToWorker } from './messages.js'
import { ChunkRecords } from './stored-records.js'
import { Thread } from './thread.js'
import type { ThreadEnvironment, ThreadSetup } from './thread-setup.js'

/**
 * The calling thread as one of a crew: it does a task, lets the event loop turn, so that the workers' messages and an abort are heard, and does the next.
 * A worker less is to be started then, whose code would have to be loaded and compiled, and whose heap be kept. For runs whose bytes are all on this
 * machine's disk: who waits for a network is to be answered at once.
 */
export class LocalHand implements Hand {
  readonly most = 1
  busy = 0
  onMessage: (message: FromWorker) => void = () => {}
  onError: (error: Error) => void = () => {}
  readonly #starting: Promise<Thread>
  #thread: Thread | null = null
  #stored = new ChunkRecords()
  #running: Promise<void> = Promise.resolve()

  constructor(setup: ThreadSetup, environment: ThreadEnvironment) {
    this.#starting = Thread.start(setup, environment)
    // Met where it is awaited.
    this.#starting.catch(() => {})
  }

  async ready(): Promise<void> {
    this.#thread = await this.#starting
  }

  send(message: ToWorker): void {
    const thread = this.#thread
    if (thread === null) return
    if (message.type === 'span') {
      thread.beginSpan(message.stage, message.start, message.end, (output, level, chunk) => this.#stored.get(output, level, chunk))
    } else if (message.type === 'task') {
      if (message.stored.length > 0) this.#stored = new ChunkRecords()
      for (const entry of message.stored) this.#stored.set(...entry)
      setImmediate(() => {
        // Stopped in the meantime.
        if (this.#thread !== null) this.#running = this.#run(thread, message.index)
      })
    }
  }

  async #run(thread: Thread, index: number): Promise<void> {
    try {
      this.onMessage({ type: 'done', index, results: await thread.run(index) })
    } catch (error) {
      this.onError(error instanceof Error ? error : new InternalError(String(error)))
    }
  }

  /** Whatever failed was told when it did. */
  check(): void {}

  async stop(isWhole: boolean): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await this.#running
    thread?.close(isWhole)
  }

  async end(): Promise<void> {
    await this.stop(false)
  }
}
