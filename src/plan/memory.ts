import { formatBytes, MiB } from '../base/bytes.js'
import { BudgetError } from '../base/errors.js'
import type { MemorySplit } from './plan.js'

/** The least `maxMemory` for a run on the calling thread alone. */
export const inlineFloorBytes = 96 * MiB

/** The least `maxMemory` for one worker; each further worker adds {@link workerStepBytes}. */
const firstWorkerFloorBytes = 112 * MiB

/** What each further worker adds to the floor. */
const workerStepBytes = 16 * MiB

// Measured on Node 20.20, x64 Linux, 2026-11: peak RSS of the command line over warps, resampling, overviews and band arithmetic on
// 5490 x 5490 and 10980 x 10980 pixels, with the heaps kept small; test/memory holds them to it.

/** What a fresh command-line process holds when a plan is made: Node, the modules and their heap. Measured: 61 to 65 MiB. */
export const standardBaselineBytes = 66 * MiB

/** What a worker thread holds beside its arena: its isolate, its modules and a heap capped by resource limits. Measured: 11 to 14 MiB. */
export const workerBaseBytes = 15 * MiB

/**
 * What the main thread adds during a run: the compiler's memory while kernels are optimised (9 MiB), garbage between two collections,
 * journal, progress, the buffer that a file is put together in (4 MiB). Measured: 8 to 13 MiB.
 */
export const mainBytes = 16 * MiB

/** The least `maxMemory` that any run with this many workers accepts. */
export function floorBytes(workers: number): number {
  return workers === 0 ? inlineFloorBytes : firstWorkerFloorBytes + (workers - 1) * workerStepBytes
}

/** What one thread needs, in bytes. */
export interface ThreadNeed {
  /** The kernel module's own memory at the start of the arena. */
  readonly reserved: number
  readonly codecs: number
  readonly state: number
  readonly task: number
  /** The largest tile: the least that the tile region may be. */
  readonly leastTiles: number
  /** What the tile region would like to be. */
  readonly wantedTiles: number
}

/**
 * Divides a budget among threads. Each thread gets what its largest task needs, and of what is left as many tile slots as it can use.
 * Answers null when the need does not fit. `baseline` is what the process holds already; a library's own is counted at its standard size
 * for fitting, and at its true size in the promise; so is the garbage by which its heaps may grow.
 */
export function splitMemory(
  maxMemory: number,
  workers: number,
  need: ThreadNeed,
  baseline: number,
  heapGrowth: number,
): MemorySplit | null {
  const threads = Math.max(1, workers)
  const perWorker = workers > 0 ? workerBaseBytes : 0
  const available = Math.floor((maxMemory - standardBaselineBytes - mainBytes) / threads) - perWorker - need.state
  const fixed = need.reserved + need.codecs + need.task
  const room = available - fixed
  if (room < need.leastTiles) return null
  const tiles = Math.min(room, Math.max(need.leastTiles, need.wantedTiles))
  const arena = pages(fixed + tiles)
  const main = mainBytes + heapGrowth
  const promise = baseline + main + threads * (perWorker + arena + need.state)
  return {
    maxMemory,
    baseline,
    workers,
    workerBase: perWorker,
    main,
    arena,
    codecs: need.codecs,
    tiles,
    task: need.task,
    state: need.state,
    promise,
  }
}

/** The smallest budget that {@link splitMemory} accepts for a need. */
export function leastMemory(workers: number, need: ThreadNeed): number {
  const threads = Math.max(1, workers)
  const thread = (workers > 0 ? workerBaseBytes : 0) + need.state + need.reserved + need.codecs + need.task + need.leastTiles
  return Math.max(floorBytes(workers), Math.ceil((standardBaselineBytes + mainBytes + threads * thread) / MiB) * MiB)
}

function pages(bytes: number): number {
  return Math.ceil(bytes / 65536) * 65536
}

/** Refuses budgets below the floor before anything else is worked out. */
export function requireFloor(maxMemory: number, workers: number): void {
  const floor = floorBytes(workers)
  if (maxMemory >= floor) return
  const threads = workers === 0 ? 'on one thread' : `with ${workers} worker${workers === 1 ? '' : 's'}`
  throw new BudgetError(
    `a run ${threads} needs at least ${formatBytes(floor)}; maxMemory is ${formatBytes(maxMemory)}. Raise maxMemory to ${formatBytes(floor)}${workers > 0 ? ' or use fewer workers' : ''}.`,
    { neededBytes: floor, budgetBytes: maxMemory },
  )
}
