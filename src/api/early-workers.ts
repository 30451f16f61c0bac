import { availableParallelism } from 'node:os'
import { MiB, parseBytes } from '../base/bytes.js'
import { UsageError } from '../base/errors.js'
import { isJsonObject } from '../base/json.js'
import type { UserCode } from '../graph/block-function.js'
import { flatten, type LazyNode } from '../graph/graph.js'
import { inlinePixels } from '../plan/inline-pixels.js'
import { floorBytes } from '../plan/memory.js'
import { userCode } from './block-modules.js'

/**
 * How many worker threads a run is sure enough to have for them to be started before it is planned: loading them takes as long as the
 * planning. 0 where the run may be done on the calling thread. A guess: the plan decides, and what is too many is ended again.
 */
export function earlyWorkers(
  targets: readonly { readonly node: LazyNode }[],
  { workers, maxMemory }: { readonly workers?: number; readonly maxMemory?: number | string },
): number {
  const pixels = targets.reduce((sum, { node }) => sum + node.spec.shape.reduce((product, extent) => product * extent, 1), 0)
  if (pixels <= inlinePixels && workers === undefined) return 0
  if (userCode(targets.map(({ node }) => node)).some(({ uri }) => uri === null)) return 0
  // Shapes may take much memory, so that there may be none for workers.
  if (flatten(targets.map(({ node }) => node)).graph.nodes.some(({ params }) => isJsonObject(params) && 'shapes' in params)) return 0
  const cores = availableParallelism()
  const count = Math.min(workers ?? cores, cores)
  if (!(count >= 1) || (workers === undefined && count === 1)) return 0
  // In a tight budget the plan may come to fewer threads, and those that were started would have taken their share of it.
  return parseBytes(maxMemory ?? 512 * MiB) < 2 * floorBytes(count) ? 0 : count
}

/** The threads of a run: a function that is in no module exists in the calling thread alone. Throws `E_USAGE` where others were asked for. */
export function workersFor(codes: readonly UserCode[], given: number | undefined): number | 'auto' {
  const workers = checkWorkers(given)
  const inline = codes.find(({ uri }) => uri === null)
  if (inline === undefined || workers === 0) return workers
  if (workers === 'auto') return 0
  throw new UsageError(
    `mapBlocks: the inline function ${inline.name} runs on the calling thread, and ${workers} workers were asked for: put it in a module, or leave workers out`,
  )
}

function checkWorkers(workers: number | undefined): number | 'auto' {
  if (workers === undefined) return 'auto'
  if (Number.isInteger(workers) && workers >= 0 && workers <= 64) return workers
  throw new UsageError(`workers: ${workers} is not a number of threads; give a whole number from 0 (the calling thread alone) to 64`)
}
