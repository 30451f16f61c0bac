import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { MiB } from '../base/bytes.js'

/** What V8 lets a heap's young generation grow to, and its old one between two collections, where nobody asks it to keep small. */
const youngBytes = 32 * MiB
const oldStepBytes = 8 * MiB

let isSmall = false

/**
 * Tells V8 to keep the heaps of this process small, those of workers too: the young generation stays at its first size, and the old one
 * is collected after 2 MiB of growth instead of 8. For a process that is all ours, at its start; costs a few milliseconds of collections.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
  isSmall = true
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
  return isSmall
}

/** Bytes of garbage by which the main thread's heap and those of some workers may yet grow, beyond what the plan's constants hold for heaps that are kept small. */
export function heapGrowthBytes(workers: number): number {
  if (isSmall) return 0
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.physical_space_size ?? 0
  return Math.max(0, youngBytes - young) + oldStepBytes * (1 + workers)
}
