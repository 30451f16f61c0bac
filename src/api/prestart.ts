import { WorkerPool } from '../exec/worker-pool.js'

/** Where the code of worker threads is. */
export const workerUrl = new URL('./worker.js', import.meta.url)

interface Prestarted {
  readonly pool: WorkerPool
  /** Bytes that the process held before. */
  readonly baseline: number
}

let waiting: Prestarted | null = null

/**
 * Starts worker threads before anything else is loaded, for a process that is likely to need them: loading takes them as long as it takes the process itself.
 * The next run takes them; a process that never runs anything is not kept alive by them.
 */
export function prestartWorkers(count: number): void {
  if (waiting !== null || count < 1) return
  const baseline = process.memoryUsage.rss()
  waiting = { pool: new WorkerPool(workerUrl, count), baseline }
}

/** The workers that were started ahead, once; null where there are none. */
export function takePrestarted(): Prestarted | null {
  const taken = waiting
  waiting = null
  return taken
}
