import type { Worker } from 'node:worker_threads'
import { formatBytes } from '../base/bytes.js'
import { BudgetError, errorFromRecord, errorRecord, InternalError } from '../base/errors.js'
import type { ByteRange } from '../graph/source.js'
import type { Crew, StageWork } from './crew.js'
import type { Hand } from './hand.js'
import type { FromWorker, ToWorker, WorkerBirth } from './messages.js'
import { cutSpans, type Span, steal } from './spans.js'
import { resourceLimits, type WorkerPool } from './worker-pool.js'

/** Tasks that a worker has in hand at once: one at work, and waiting, so that it never waits for the main thread, one; or two, where that thread has tasks of its own. */
const inHand = { idle: 2, working: 3 } as const

/** Answers bytes that a worker asks for. */
export type FetchBytes = (leaf: number, range: ByteRange) => Promise<Uint8Array | null>

/** One worker thread and what it has in hand. */
class WorkerHand implements Hand {
  readonly worker: Worker
  readonly most: number
  busy = 0
  exited = false
  onMessage: (message: FromWorker) => void = () => {}
  onError: (error: Error) => void = () => {}
  #failed: Error | null = null

  constructor(worker: Worker, birth: WorkerBirth, fetch: FetchBytes, most: number) {
    this.worker = worker
    this.most = most
    this.worker.on('message', (message: FromWorker) => {
      if (message.type === 'fetch') void this.#answer(message.id, fetch(message.leaf, message.range))
      else if (message.type === 'failed') this.#fail(errorFromRecord(message.error))
      else this.onMessage(message)
    })
    this.worker.on('error', (error) => this.#fail(deathOf(error)))
    this.worker.on('exit', () => {
      this.exited = true
      this.#fail(new InternalError('a worker thread ended before its tasks were done'))
    })
    this.send({ type: 'birth', birth })
  }

  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.onError = reject
      this.onMessage = (message) => {
        if (message.type === 'ready') resolve()
      }
    })
  }

  send(message: ToWorker): void {
    this.worker.postMessage(message)
  }

  /** Its thread may take some time more to end than it takes to let go of its files. */
  stop(isWhole: boolean): Promise<void> {
    if (this.exited) return Promise.resolve()
    return new Promise((resolve) => {
      const stopped = (): void => {
        void this.worker.terminate()
        resolve()
      }
      this.onError = stopped
      this.onMessage = (message) => {
        if (message.type === 'stopped') stopped()
      }
      this.send({ type: 'stop', isWhole })
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  /** Throws what the worker failed with before anyone listened. */
  check(): void {
    if (this.#failed !== null) throw this.#failed
  }

  #fail(error: Error): void {
    this.#failed ??= error
    this.onError(this.#failed)
  }

  async #answer(id: number, bytes: Promise<Uint8Array | null>): Promise<void> {
    try {
      const answer = await bytes
      // A copy is handed over: what was fetched is kept for others, a view would take its whole buffer along, and a message copies twice.
      const own = answer === null ? null : new Uint8Array(answer)
      this.worker.postMessage({ type: 'bytes', id, bytes: own, error: null } satisfies ToWorker, own === null ? [] : [own.buffer])
    } catch (error) {
      this.send({ type: 'bytes', id, bytes: null, error: errorRecord(error) })
    }
  }
}

/** What a worker died of, as an error that says what to do. */
function deathOf(error: Error): Error {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY')
    return new InternalError(`a worker thread died: ${error.message}`, {}, { cause: error })
  const limit = formatBytes(resourceLimits.maxOldGenerationSizeMb * 1024 * 1024)
  const message = `a worker thread used up its heap of ${limit}: give workers 0, whose thread is not limited so, or fewer sources at once`
  return new BudgetError(message, {}, { cause: error })
}

/**
 * A crew of worker threads that share nothing, and of the calling thread where `local` is given. The main thread hands out tasks, answers fetches, and keeps the
 * records.
 */
export async function workerCrew(
  pool: WorkerPool,
  birth: (worker: number) => WorkerBirth,
  workers: number,
  fetch: FetchBytes,
  local: (() => Hand) | null = null,
): Promise<Crew> {
  const most = local === null ? inHand.idle : inHand.working
  const hands: Hand[] = Array.from({ length: workers }, (_, index) => new WorkerHand(pool.take(), birth(index), fetch, most))
  if (local !== null) hands.push(local())
  await Promise.all(hands.map((hand) => hand.ready())).catch(async (error) => {
    await Promise.all(hands.map((hand) => hand.end()))
    throw error
  })
  return {
    runStage: (work) => runStage(hands, work),
    async close(isWhole: boolean): Promise<void> {
      await Promise.all(hands.map((hand) => hand.stop(isWhole)))
    },
    async gone(): Promise<void> {
      await Promise.all(hands.map((hand) => hand.end()))
    },
  }
}

function runStage(hands: readonly Hand[], work: StageWork): Promise<void> {
  const spans = cutSpans(work.taskCount, hands.length)
  hands.forEach((hand, index) => {
    const { next, end } = spans[index] as Span
    hand.send({ type: 'span', stage: work.stage, start: next, end })
  })
  return new Promise((resolve, reject) => {
    let running = 0
    const feed = (hand: Hand, index: number): void => {
      while (hand.busy < hand.most && !work.signal?.aborted) {
        const task = nextTask(hand, spans, index, work)
        if (task === null) break
        hand.busy++
        running++
        hand.send({ type: 'task', index: task, stored: work.storedFor(task) })
      }
      if (running === 0) resolve()
    }
    hands.forEach((hand, index) => {
      hand.onError = reject
      hand.onMessage = (message) => {
        if (message.type !== 'done') return
        hand.busy--
        running--
        try {
          for (const result of message.results) work.onResult(result, index)
          feed(hand, index)
        } catch (error) {
          reject(error)
        }
      }
    })
    try {
      for (const hand of hands) hand.check()
      hands.forEach(feed)
    } catch (error) {
      reject(error)
    }
  })
}

/** The next wanted task of a worker's span; a worker that runs dry takes the far half of the longest span. */
function nextTask(hand: Hand, spans: Span[], index: number, work: StageWork): number | null {
  for (;;) {
    const span = spans[index] as Span
    while (span.next < span.end) {
      const task = span.next++
      if (work.wanted(task)) return task
    }
    const taken = steal(spans)
    if (taken === null) return null
    spans[index] = taken
    hand.send({ type: 'span', stage: work.stage, start: taken.next, end: taken.end })
  }
}
