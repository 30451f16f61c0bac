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
export const workerBaseBytes = 14 * MiB

/**
 * What the main thread adds during a run: the compiler's memory while kernels are optimised (9 MiB), garbage between two collections,
 * journal, progress, the buffer that a file is put together in (1 MiB). Where it does the tasks itself, their garbage and code too. Measured:
 * 8 to 13 MiB, and 12 to 17 MiB.
 */
function mainBytes(workers: number): number {
  return (workers > 0 ? 15 : 18) * MiB
}

/** How many threads are started for so many workers: one of several is the calling thread, where that may be. */
function startedFor({ callerWorks }: Room, workers: number): number {
  return callerWorks === true && workers > 1 ? workers - 1 : workers
}

/** The least `maxMemory` that any run with this many workers accepts. */
export function floorBytes(workers: number): number {
  return workers === 0 ? inlineFloorBytes : firstWorkerFloorBytes + (workers - 1) * workerStepBytes
}

/** Nodes whose plan the constants above hold, and what each further one takes: measured with 4,000 and 10,000 files of one kind. */
const countedNodes = 256
const nodeBytes = 6 * 1024

/** What a plan of so many nodes takes in each worker that has a copy of it; the main thread, with texts and hashes of it, takes twice that. */
export function graphBytes(nodes: number): number {
  return Math.max(0, nodes - countedNodes) * nodeBytes
}

/** What each task adds to what a worker holds, and how far that goes: measured with two workers and up to 38,416 tasks. */
const wearPerTask = 768
const mostWear = 5 * MiB

/** What a worker comes to hold over very many tasks beyond its first ones: heap and allocator spread out between what lives long. */
export function wearBytes(tasks: number): number {
  return Math.min(mostWear, tasks * wearPerTask)
}

/** What a run needs, in bytes: of each thread, and of the process. */
export interface RunNeed {
  /** The kernel module's own memory at the start of the arena. */
  readonly reserved: number
  readonly codecs: number
  readonly state: number
  /** Memory of codec libraries, outside the arena. */
  readonly libraries: number
  readonly task: number
  /** The largest tile: the least that the tile region may be. */
  readonly leastTiles: number
  /** What the tile region would like to be. */
  readonly wantedTiles: number
  /** What written chunks would like to be kept in. */
  readonly wantedHot: number
  /** Outputs that are kept in memory, whole, with their validity. */
  readonly result: number
  /** Pixels of such outputs on their way from one worker. */
  readonly flight: number
  /** The plan itself, where it has very many nodes: in each worker, and twice on the main thread. */
  readonly graph: number
  /** What a worker's memory spreads out by over all its tasks. */
  readonly wear: number
  /** Where the chunks of files lie, kept until the files are whole. */
  readonly index: number
}

/** What a run may use, and what is used already, in bytes. */
export interface Room {
  readonly maxMemory: number
  /** What the process holds at the start. */
  readonly baseline: number
  /** What of it counts against `maxMemory`: all of it in a process of our own; a library's host is counted at the size of a bare process. */
  readonly countedBaseline: number
  /** Garbage by which the heaps of this process may grow with so many workers, beside `maxMemory`. */
  readonly heapGrowth: (workers: number) => number
  /** What reaching remote sources and outputs takes with so many workers; nothing where this is left out. */
  readonly remoteBytes?: (workers: number) => number
  /** Whether the calling thread may be one of several workers. */
  readonly callerWorks?: boolean
}

/** What `baseline` bytes count for in a process that is ours alone, or that is not. Whole mebibytes, so that one budget gives one plan. */
export function countedBaseline(baseline: number, ownsProcess: boolean): number {
  return ownsProcess ? Math.max(standardBaselineBytes, Math.ceil(baseline / MiB) * MiB) : standardBaselineBytes
}

/** State of ops up to which the main thread's copy goes without saying: it is that of meshes, and of tables of a few thousand numbers. */
const smallStateBytes = 4 * MiB

/** What the main thread adds, with what is remote. */
function mainOf(room: Room, workers: number, { state }: RunNeed): number {
  const isWorker = startedFor(room, workers) < Math.max(1, workers)
  // Planning makes the state as well; the small one of most runs is counted in the constant.
  const own = isWorker ? 0 : Math.max(0, state - smallStateBytes)
  return mainBytes(isWorker ? 0 : workers) + own + (room.remoteBytes?.(workers) ?? 0)
}

/** How much more of what a library hands out lies about as garbage in a worker than on the main thread. Measured with zstd. */
const garbageFactor = 2.5

/** What a thread holds outside its arena beside its base. */
function stateOf({ state, libraries, graph, wear }: RunNeed, workers: number): number {
  return state + (workers > 0 ? graph + wear : 0) + Math.ceil(libraries * (workers > 0 ? garbageFactor : 1))
}

/** What is left for each thread's task region and tiles; negative where nothing fits. */
function roomInThread(room: Room, workers: number, need: RunNeed): number {
  const { maxMemory, countedBaseline } = room
  const threads = Math.max(1, workers)
  const forWorkers = startedFor(room, workers) * (workerBaseBytes + need.flight)
  const forThreads = maxMemory - countedBaseline - mainOf(room, workers, need) - 2 * need.graph - need.result - need.index - forWorkers
  // Arenas are whole pages.
  return Math.floor(Math.floor(forThreads / threads - stateOf(need, workers)) / pageBytes) * pageBytes - need.reserved - need.codecs
}

/**
 * Divides a budget among threads. Each thread gets what its largest task needs, and of what is left as many tile slots as it can use.
 * Answers null when the need does not fit. The promise holds the true baseline and the host's garbage.
 */
export function splitMemory(room: Room, workers: number, need: RunNeed): MemorySplit | null {
  const threads = Math.max(1, workers)
  const workerBase = workers > 0 ? workerBaseBytes + need.flight : 0
  const forTiles = roomInThread(room, workers, need) - need.task
  if (forTiles < need.leastTiles) return null
  const tiles = Math.min(forTiles, Math.max(need.leastTiles, need.wantedTiles))
  const hot = forTiles - tiles >= need.wantedHot / 2 ? Math.min(forTiles - tiles, need.wantedHot) : 0
  const arena = Math.ceil((need.reserved + need.codecs + need.task + tiles + hot) / pageBytes) * pageBytes
  const main = mainOf(room, workers, need) + 2 * need.graph + need.index + room.heapGrowth(workers)
  // Modules that are loaded later count as if they were there.
  const { maxMemory } = room
  const baseline = Math.max(room.baseline, room.countedBaseline)
  const { result, codecs, task } = need
  const state = stateOf(need, workers)
  const started = startedFor(room, workers)
  const promise = baseline + main + result + started * workerBase + threads * (arena + state)
  return { maxMemory, baseline, workers, started, workerBase, main, result, arena, codecs, tiles, hot, task, state, promise }
}

/** The most bytes that a task may have for {@link splitMemory} to accept it; negative where nothing fits. */
export function mostTaskBytes(room: Room, workers: number, need: RunNeed): number {
  return roomInThread(room, workers, need) - need.leastTiles
}

/** The smallest budget that {@link splitMemory} accepts for a need, in whole mebibytes; with a little more where it hangs on what this process happens to hold. */
export function leastMemory(room: Room, workers: number, need: RunNeed): number {
  const threads = Math.max(1, workers)
  const thread = stateOf(need, workers) + pageBytes + need.reserved + need.codecs + need.task + need.leastTiles
  const forWorkers = startedFor(room, workers) * (workerBaseBytes + need.flight)
  const slack = room.countedBaseline > standardBaselineBytes ? 2 * MiB : 0
  const bytes =
    room.countedBaseline + slack + mainOf(room, workers, need) + 2 * need.graph + need.result + need.index + forWorkers + threads * thread
  return Math.max(floorBytes(workers), Math.ceil(bytes / MiB) * MiB)
}

const pageBytes = 65536

/** A budget in a form that `maxMemory` takes, never less than it is. */
export function budgetText(bytes: number): string {
  return bytes <= 16 * 1024 * MiB ? `${Math.ceil(bytes / MiB)} MiB` : `${Math.ceil(bytes / (1024 * MiB))} GiB`
}

/** Why a budget below {@link floorBytes} is refused, and the least that works. */
export function floorError(maxMemory: number, workers: number, leastBytes: number): BudgetError {
  const threads = workers === 0 ? 'on one thread' : `with ${workers} worker${workers === 1 ? '' : 's'}`
  return new BudgetError(
    `this run ${threads} needs at least ${budgetText(leastBytes)}; maxMemory is ${formatBytes(maxMemory)}. Raise maxMemory to ${budgetText(leastBytes)}${workers > 0 ? ' or use fewer workers' : ''}.`,
    { neededBytes: leastBytes, budgetBytes: maxMemory },
  )
}
