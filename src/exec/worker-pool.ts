import { Worker } from 'node:worker_threads'

/** Heap limits of a worker, counted in the plan's worker base: its pixels live in the arena, not on the heap. */
export const resourceLimits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 192, stackSizeMb: 2 }

/** Worker threads. Some may be started before it is known what they will do, so that they load while the run is planned. */
export class WorkerPool {
  readonly #url: URL
  readonly #idle: { readonly worker: Worker; alive: boolean }[]

  constructor(url: URL, early = 0) {
    this.#url = url
    this.#idle = Array.from({ length: early }, () => {
      const each = { worker: this.#start(), alive: true }
      const gone = (): void => {
        each.alive = false
      }
      // One that dies before it is taken is replaced; what ails it shows again in the next.
      each.worker.on('error', gone)
      each.worker.on('exit', gone)
      // Nobody waits for it yet.
      each.worker.unref()
      return each
    })
  }

  /** A worker that nobody has been given yet. */
  take(): Worker {
    for (;;) {
      const each = this.#idle.shift()
      if (each === undefined) return this.#start()
      if (!each.alive) continue
      each.worker.removeAllListeners()
      each.worker.ref()
      return each.worker
    }
  }

  /** Ends those that were not taken, but for so many. */
  async end(butFor = 0): Promise<void> {
    await Promise.all(this.#idle.splice(butFor).map(({ worker }) => worker.terminate()))
  }

  #start(): Worker {
    return new Worker(this.#url, { resourceLimits })
  }
}
