import { UsageError } from '../base/errors.js'
import { shownArgument } from './arguments.js'

export type { FocalEdge, FocalStatistic } from '../ops/focal.js'

/** A neighbourhood: a square of so many pixels a side (an odd number), a disc, or rows of weights. */
export type FocalKernel = number | { readonly radius: number } | readonly (readonly number[])[]

/** Options of dilation and erosion. */
export interface MorphologyOptions {
  /** What is within reach: `'disc'` (the default) by the distance of centres, or `'square'` by rows and columns. */
  readonly shape?: 'disc' | 'square'
}

/** Greatest reach in pixels. */
const mostPx = 127

/** A neighbourhood as rows of weights. Throws `E_USAGE`. */
export function kernelRows(what: string, kernel: FocalKernel): readonly (readonly number[])[] {
  if (Array.isArray(kernel)) return kernel as readonly (readonly number[])[]
  if (typeof kernel === 'number') {
    if (Number.isSafeInteger(kernel) && kernel % 2 === 1 && kernel >= 1 && kernel <= 2 * mostPx + 1) return square((kernel - 1) / 2)
    throw new UsageError(
      `${what}: a square of ${kernel} pixels a side has no pixel in the middle, or too many: give an odd number up to ${2 * mostPx + 1}`,
    )
  }
  const radius = (kernel as { readonly radius?: unknown } | null)?.radius
  if (typeof kernel === 'object' && kernel !== null && Object.keys(kernel).length === 1 && typeof radius === 'number')
    return reachRows(what, radius, 'disc')
  throw new UsageError(`${what}: ${shownArgument(kernel)} is no kernel: give an odd number of pixels, { radius }, or rows of weights`)
}

/** What lies within so many pixels, as rows of weights. Throws `E_USAGE`. */
export function reachRows(what: string, px: number, shape: 'disc' | 'square' = 'disc'): readonly (readonly number[])[] {
  if (typeof px !== 'number' || !(px >= 0 && px <= mostPx))
    throw new UsageError(`${what}: ${shownArgument(px)} pixels: give a number from 0 to ${mostPx}`)
  if (shape === 'square') return square(Math.floor(px))
  if (shape !== 'disc') throw new UsageError(`${what}: shape is ${shownArgument(shape)}: give "disc" or "square"`)
  const reach = Math.floor(px)
  const side = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach)
  return side.map((y) => side.map((x) => (x * x + y * y <= px * px ? 1 : 0)))
}

function square(reach: number): number[][] {
  const extent = 2 * reach + 1
  return Array.from({ length: extent }, () => new Array<number>(extent).fill(1))
}
