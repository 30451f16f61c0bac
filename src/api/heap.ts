import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { MiB } from '../base/bytes.js'

/** What V8 lets a heap's young generation grow to, where nobody asks it to keep small. */
const mostYoungBytes = 32 * MiB

/**
 * What it lets the old one of the main thread, and of a worker, grow by between two collections: 8 MiB, and for what comes from the young one up
 * to its capacity more. Measured: up to 13 MiB over a minute of medians of 200 files; workers' heaps are capped.
 */
const oldStepBytes = 16 * MiB
const workerStepBytes = 8 * MiB

/** The same where heaps are kept within bounds, but not as small as can be. Measured: 12 to 14 MiB more in all with two threads. */
const modestBytes = 9 * MiB

let kept: 'small' | 'modest' | null = null

/**
 * Tells V8 to keep the heaps of this process small, those of workers too: the young generation stays at its first size, and the old one
 * is marked from 3 MiB of growth on, of 8 after which it is collected at the latest: of many tasks in a row each thread kept up to 9 MiB of garbage. For a process that is all ours, at its start.
 * Where there is room, V8 is not told besides to save memory rather than time, which costs 5 % of the processor time of a warp of 30 Mpx.
 */
export function keepHeapsSmall(hasRoom: boolean): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  if (!hasRoom) setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--incremental-marking-hard-trigger=40')
  kept = hasRoom ? 'modest' : 'small'
}

/**
 * Tells V8 to wait four times as long as usual before it optimises a function, in this process and its workers. Pixels are computed by kernels, which
 * are not concerned; of the rest most runs a few hundred times a run, and optimising it took longer than it ever saved (measured: 7 % of the processor
 * time of a warp of 122 Mpx). For a process that is all ours, at its start.
 */
export function optimiseLate(): void {
  setFlagsFromString('--interrupt-budget=270000')
}

/** Whether the process is all ours, as {@link keepHeapsSmall} was told: then `maxMemory` bounds all of it. */
export function ownsProcess(): boolean {
  return kept !== null
}

/** What the young generation of this thread's heap holds now. */
export function youngHeapBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.physical_space_size ?? 0
}

/**
 * Bytes of garbage by which the main thread's heap and those of some workers may yet grow, beyond what the plan's constants hold for heaps that
 * are kept small, since its young generation held so much. That must be asked when the baseline is: planning makes it grow.
 */
export function heapGrowthBytes(workers: number, young: number): number {
  if (kept !== null) return kept === 'small' ? 0 : modestBytes * (1 + workers)
  return Math.max(0, mostYoungBytes - young) + oldStepBytes + workerStepBytes * workers
}
