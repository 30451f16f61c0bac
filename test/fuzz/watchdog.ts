import { Worker } from 'node:worker_threads'

/** Longest that one mutant may take by the clock, on a machine that others use too, before the process is ended. */
const mostMs = 60_000

/** Looks after a loop that cannot look after itself once a mutant hangs. */
export interface Watchdog {
  /** Says which mutant is met now. */
  at(index: number): void
  end(): Promise<void>
}

const program = `
const { workerData: { cells, name, seed, mostMs } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let [seen, since] = [-1, Date.now()]
setInterval(() => {
  const index = Atomics.load(cells, 0)
  if (index !== seen) [seen, since] = [index, Date.now()]
  if (Date.now() - since < mostMs) return
  writeSync(2, 'fuzz: hangs at RASTERLOOM_SEED=' + seed + ', mutant ' + index + ' of ' + name + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, 1000)
`

/** Starts a thread that ends this process, with a word on why, when a mutant takes beyond all measure. */
export function watchdog(name: string, seed: number): Watchdog {
  const cells = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(program, { eval: true, workerData: { cells, name, seed, mostMs } })
  worker.unref()
  return { at: (index) => void Atomics.store(cells, 0, index), end: async () => void (await worker.terminate()) }
}
