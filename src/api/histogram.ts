import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'
import { runOptionNames } from './data-array-write.js'
import { reducedNode } from './reduce.js'
import { computeNodes, type RunOptions } from './run.js'

import { forStrips, gridExtents, type StripPixels } from './strips.js'

/** Options of `histogram`. */
export interface HistogramOptions extends RunOptions {
  /** How many bins of one width, or the edges of all of them, ascending. Default 256. */
  readonly bins?: number | readonly number[]
  /** Least and greatest value that is counted, for a number of bins. Default: those of the valid pixels. */
  readonly range?: readonly [number, number]
}

/** How many valid pixels lie in each bin: from its edge (included) to the next one (included in the last bin alone), as numpy counts. */
export interface Histogram {
  readonly counts: readonly number[]
  /** One more than counts. */
  readonly edges: readonly number[]
  /** Valid pixels, also those outside of all bins. */
  readonly valid: number
}

/** Counts an array's valid pixels in bins; see `DataArray.histogram`. */
export async function histogramOf(node: LazyNode, given: HistogramOptions | undefined): Promise<Histogram> {
  const { bins = 256, range, ...run } = knownOptions('histogram', given, ['bins', 'range', ...runOptionNames])
  const edges =
    typeof bins === 'number' ? evenEdges(bins, range === undefined ? await validRange(node, run) : checkedRange(range)) : checkedEdges(bins)
  const isEven = typeof bins === 'number'
  const counts = new Array<number>(edges.length - 1).fill(0)
  let valid = 0
  const find = isEven ? evenBin(edges) : searchedBin(edges)
  await forStrips([node], gridExtents(node), run, ([pixels]) => {
    const { values, valid: mask } = pixels as StripPixels
    for (let at = 0; at < values.length; at++) {
      if (mask instanceof Uint8Array && mask[at] === 0) continue
      const value = Number(values[at])
      if (value !== value) continue
      valid++
      const bin = find(value)
      if (bin >= 0) counts[bin] = (counts[bin] as number) + 1
    }
  })
  return { counts, edges, valid }
}

async function validRange(node: LazyNode, run: RunOptions): Promise<readonly [number, number]> {
  const [low, high] = await computeNodes([reducedNode('min', node, undefined), reducedNode('max', node, undefined)], run)
  const isNone = low?.mask?.[0] === 0 || high?.mask?.[0] === 0
  const ends = [Number(low?.data[0]), Number(high?.data[0])] as const
  return isNone || !Number.isFinite(ends[0]) || !Number.isFinite(ends[1]) ? [0, 1] : ends
}

function checkedRange(range: readonly [number, number]): readonly [number, number] {
  const [low, high] = Array.isArray(range) ? (range as readonly number[]) : []
  if (range.length === 2 && Number.isFinite(low) && Number.isFinite(high) && (low as number) <= (high as number)) return range
  throw new UsageError(`histogram: range is ${shownArgument(range)}, expected [least, greatest] in finite numbers`)
}

function checkedEdges(edges: readonly number[]): readonly number[] {
  const isAscending =
    Array.isArray(edges) &&
    edges.length >= 2 &&
    edges.every((edge, at) => Number.isFinite(edge) && (at === 0 || edge > (edges[at - 1] as number)))
  if (isAscending) return edges
  throw new UsageError(`histogram: bins are ${shownArgument(edges)}, expected how many, or at least two edges in ascending order`)
}

function evenEdges(bins: number, [low, high]: readonly [number, number]): readonly number[] {
  if (!Number.isSafeInteger(bins) || bins < 1 || bins > 2 ** 24)
    throw new UsageError(`histogram: bins is ${bins}, expected a whole number from 1 to 2^24`)
  const [first, last] = low === high ? [low - 0.5, high + 0.5] : [low, high]
  const step = (last - first) / bins
  return Array.from({ length: bins + 1 }, (_, at) => (at === bins ? last : at * step + first))
}

/** By division, then by the edges themselves, whose rounding decides. */
function evenBin(edges: readonly number[]): (value: number) => number {
  const bins = edges.length - 1
  const [first, last] = [edges[0] as number, edges[bins] as number]
  const perUnit = bins / (last - first)
  return (value) => {
    if (value < first || value > last) return -1
    const bin = Math.min(bins - 1, Math.floor((value - first) * perUnit))
    if (value < (edges[bin] as number)) return bin - 1
    return bin < bins - 1 && value >= (edges[bin + 1] as number) ? bin + 1 : bin
  }
}

function searchedBin(edges: readonly number[]): (value: number) => number {
  const bins = edges.length - 1
  return (value) => {
    if (value < (edges[0] as number) || value > (edges[bins] as number)) return -1
    let [low, high] = [0, bins]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((edges[middle] as number) <= value) low = middle
      else high = middle
    }
    return low
  }
}
