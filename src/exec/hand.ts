import type { FromWorker, ToWorker } from './messages.js'

/** One of a crew, as those see it who hand out the tasks. */
export interface Hand {
  /** The most tasks that it has in hand at once. */
  readonly most: number
  /** Tasks in hand. */
  busy: number
  /** Hears what it has done. */
  onMessage: (message: FromWorker) => void
  /** Hears what it failed with. */
  onError: (error: Error) => void
  /** Resolves when it can be given tasks. Rejects with what it cannot for. */
  ready(): Promise<void>
  send(message: ToWorker): void
  /** Throws what it failed with before anyone listened. */
  check(): void
  /** Resolves when it has let go of its files, which are flushed first unless all is about to be put together. Safe after a failure. */
  stop(isWhole: boolean): Promise<void>
  /** Ends it at once; resolves when nothing is left of it. */
  end(): Promise<void>
}
