import { type GridFile, gridFiles, registerGrid } from '../geo/datum-grids.js'
import type { UserCode } from '../graph/block-function.js'
import { loadBlockModules } from './block-modules.js'
import { nameAsset } from './registry.js'

/** What a worker is told beside the plan. */
export interface WorkerExtras {
  /** Grids of datum shifts that were registered in the process. */
  readonly grids: readonly GridFile[]
  /** Modules of the user's that are run on blocks. */
  readonly code: readonly UserCode[]
  /** Assets that ops prepare themselves from, in memory that all threads share. */
  readonly assets: readonly NamedAsset[]
}

/** An asset and its hash. */
export interface NamedAsset {
  readonly hash: string
  readonly bytes: Uint8Array
}

/** What this thread was given stays as long as it lives. */
const given: Uint8Array[] = []

/** Makes a worker know what the process that started it knows. */
export async function takeExtras({ grids, code, assets }: WorkerExtras): Promise<void> {
  for (const { hash, bytes } of assets) {
    given.push(bytes)
    nameAsset(hash, bytes)
  }
  for (const { name, bytes } of grids) registerGrid(name, bytes)
  if (code.length > 0) await loadBlockModules(code)
}

/** Bytes that the registered grids take in so many workers: each has the file and what is read out of it. */
export function gridBytes(workers: number): number {
  return workers * gridFiles().reduce((sum, { bytes }) => sum + 3 * bytes.byteLength, 0)
}
