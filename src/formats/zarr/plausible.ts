import { SourceError } from '../../base/errors.js'
import type { StoredArray } from './stored-array.js'

/** As many dims as numpy has. */
const mostDims = 32

/** Attributes of real stores are nested some ten times. */
const mostDepth = 128

/** Most labels along a dim, and in one of their chunks: the columns of the whole earth at 10 m are fewer. */
const mostLabels = 2 ** 22

/** Why the extents in an array's metadata cannot be true, or null. */
export function extentFault({ shape, chunk, order }: Pick<StoredArray, 'shape' | 'chunk' | 'order'>): string | null {
  if (shape.length > mostDims) return `it has ${shape.length} dims, at most ${mostDims} can be read`
  const [listed, cut] = [shape.join(' x '), chunk.join(' x ')]
  if (chunk.length !== shape.length) return `its chunks of ${cut} have other dims than its shape of ${listed}`
  if (chunk.some((extent) => extent < 1)) return `its chunks of ${cut} hold nothing`
  if (!Number.isSafeInteger(product(chunk)) || !Number.isSafeInteger(product(shape))) {
    return `its shape of ${listed} in chunks of ${cut} has more pixels than can be counted`
  }
  const dims = [...order].sort((a, b) => a - b)
  return dims.length === shape.length && dims.every((dim, at) => dim === at)
    ? null
    : `its transpose codec's order names no dims of ${listed}`
}

/** Whether labels along a dim are so few that they can be held. */
export function canHoldLabels(array: StoredArray): boolean {
  return extentFault(array) === null && product(array.shape) <= mostLabels && product(array.chunk) <= mostLabels
}

function product(extents: readonly number[]): number {
  return extents.reduce((total, extent) => total * extent, 1)
}

/** Throws `E_SOURCE` for metadata that is nested too deep to be walked through, or holds numbers beyond float64. */
export function checkDocument(uri: string, document: unknown): void {
  let level: readonly unknown[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) {
      throw new SourceError(`${uri}: its metadata is nested more than ${mostDepth} times: it is damaged`, { uri, offset: 0 })
    }
    if (level.some((value) => typeof value === 'number' && !Number.isFinite(value))) {
      throw new SourceError(`${uri}: its metadata holds a number beyond the range of float64`, { uri, offset: 0 })
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}
