import { fullWindow, sizeOf } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { dtypes } from '../base/dtype.js'
import type { Plan, PlanOutput } from './plan.js'

/** Most bytes that a run writes to disks: those of pixels before compression, of all levels. */
export interface DiskNeed {
  /** In the outputs themselves. */
  readonly outputBytes: number
  /** In scratch directories beside them, which go when the outputs are whole. */
  readonly scratchBytes: number
}

/** What the outputs of a plan take on disks; nothing where they are kept in memory. */
export function diskNeed({ outputs }: Pick<Plan, 'outputs'>): DiskNeed {
  let [outputBytes, scratchBytes] = [0, 0]
  for (const output of outputs) {
    const bytes = pixelBytes(output)
    if (output.target !== '') outputBytes += bytes
    if ((output.target !== '' && output.spools === true) || output.scratchFor !== undefined) scratchBytes += bytes
  }
  return { outputBytes, scratchBytes }
}

/** Bytes of the pixels of all levels, before compression. */
export function pixelBytes({ levels }: Pick<PlanOutput, 'levels'>): number {
  return levels.reduce((sum, { spec }) => sum + sizeOf(fullWindow(spec.shape)) * dtypes[spec.dtype].bytes, 0)
}

/** The same as a line for people; null where nothing is written to a disk. */
export function diskText(plan: Pick<Plan, 'outputs'>): string | null {
  const { outputBytes, scratchBytes } = diskNeed(plan)
  if (outputBytes === 0) return null
  const [what, it] =
    plan.outputs.filter(({ target }) => target !== '').length === 1
      ? ['the output', 'it until it is']
      : ['the outputs', 'them until they are']
  const scratch = scratchBytes === 0 ? '' : `, and up to ${formatBytes(scratchBytes)} in scratch files beside ${it} whole`
  return `Disk: up to ${formatBytes(outputBytes)} for ${what}${scratch} (pixels before compression)`
}
