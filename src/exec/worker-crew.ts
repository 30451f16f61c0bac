import type { Worker } from 'node:worker_threads'
import { formatBytes } from '../base/bytes.js'
import { BudgetError, errorFromRecord, errorRecord, InternalError } from '../base/errors.js'
import type { ByteRange } from '../graph/source.js'
import type { Crew, StageWork } from './crew.js'
import type { FromWorker, ToWorker, WorkerBirth } from './messages.js'
import { cutSpans, type Span, steal } from './spans.js'
import { resourceLimits, type WorkerPool } from './worker-pool.js'

/** Tasks that a worker has in hand at once: one at work, one waiting, so that it never waits for the main thread. */
const inHand = 2

/** Answers bytes that a worker asks for. */
export type FetchBytes = (leaf: number, range: ByteRange) => Promise<Uint8Array | null>

/** One worker thread and what it has in hand. */
class Hand {
  readonly worker: Worker
  busy = 0
  exited = false
  onMessage: (message: FromWorker) => void = () => {}
  onError: (error: Error) => void = () => {}
  #failed: Error | null = null

  constructor(worker: Worker, birth: WorkerBirth, fetch: FetchBytes) {
    this.worker = worker
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

  send(message: ToWorker): void {
    this.worker.postMessage(message)
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

/** A crew of worker threads that share nothing. The main thread hands out tasks, answers fetches, and keeps the records. */
export async function workerCrew(
  pool: WorkerPool,
  birth: (worker: number) => WorkerBirth,
  workers: number,
  fetch: FetchBytes,
): Promise<Crew> {
  const hands = Array.from({ length: workers }, (_, index) => new Hand(pool.take(), birth(index), fetch))
  await Promise.all(hands.map(ready)).catch(async (error) => {
    await Promise.all(hands.map((hand) => hand.worker.terminate()))
    throw error
  })
  return {
    runStage: (work) => runStage(hands, work),
    async close(isWhole: boolean): Promise<void> {
      await Promise.all(hands.map((hand) => stop(hand, isWhole)))
    },
    async gone(): Promise<void> {
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
    },
  }
}

function ready(hand: Hand): Promise<void> {
  return new Promise((resolve, reject) => {
    hand.onError = reject
    hand.onMessage = (message) => {
      if (message.type === 'ready') resolve()
    }
  })
}

/** Resolves when a worker has let go of its files; its thread may take some time more to end. */
function stop(hand: Hand, isWhole: boolean): Promise<void> {
  if (hand.exited) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      void hand.worker.terminate()
      resolve()
    }
    hand.onError = end
    hand.onMessage = (message) => {
      if (message.type === 'stopped') end()
    }
    hand.send({ type: 'stop', isWhole })
  })
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
      while (hand.busy < inHand && !work.signal?.aborted) {
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
