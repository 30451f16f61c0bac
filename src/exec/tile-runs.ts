import type { ByteRange } from '../graph/source.js'
import { rangeKey } from './tile-ranges.js'

/** A range of a leaf's bytes. */
export type LeafRange = readonly [leaf: number, range: ByteRange]

/** Ranges of one file that lie so near to each other that they are fetched as one. */
export interface TileRun {
  readonly leaf: number
  readonly range: ByteRange
  /** In ascending order; the range itself where it stands alone. */
  readonly parts: readonly ByteRange[]
}

/** Bytes between two ranges that are fetched rather than asked for a second time: what a request costs in waiting, at a slow 1 MB/s. */
const gapBytes = 32 * 1024

/** Most bytes of a run, so that it comes in good time and what is kept of it stays small. */
const mostRunBytes = 4 * 1024 * 1024

/**
 * Joins ranges that lie near each other in one file, each of which is named once. Whole files, ranges from the end and such that may be absent
 * stay alone. Runs come in the order of their first mention.
 */
export function runsOf(ranges: Iterable<LeafRange>): TileRun[] {
  const alone: TileRun[] = []
  const files = new Map<string, { leaf: number; parts: Map<string, ByteRange> }>()
  for (const [leaf, range] of ranges) {
    if (range.length < 0 || range.offset < 0 || range.mayBeAbsent === true) {
      if (!alone.some((run) => run.leaf === leaf && sameRange(run.range, range))) alone.push({ leaf, range, parts: [range] })
      continue
    }
    const name = `${leaf}:${range.file}`
    const file = files.get(name) ?? { leaf, parts: new Map<string, ByteRange>() }
    files.set(name, file)
    file.parts.set(rangeKey(leaf, range), range)
  }
  return [...alone, ...[...files.values()].flatMap(({ leaf, parts }) => joined(leaf, [...parts.values()]))]
}

function sameRange(a: ByteRange, b: ByteRange): boolean {
  return a.file === b.file && a.offset === b.offset && a.length === b.length
}

function joined(leaf: number, ranges: ByteRange[]): TileRun[] {
  ranges.sort((a, b) => a.offset - b.offset)
  const runs: TileRun[] = []
  let parts: ByteRange[] = []
  let end = 0
  for (const range of ranges) {
    const start = parts[0]?.offset ?? 0
    const fits = range.offset - end <= gapBytes && Math.max(end, range.offset + range.length) - start <= mostRunBytes
    if (parts.length > 0 && !fits) {
      runs.push(runOf(leaf, parts, end))
      parts = []
      end = 0
    }
    parts.push(range)
    end = Math.max(end, range.offset + range.length)
  }
  if (parts.length > 0) runs.push(runOf(leaf, parts, end))
  return runs
}

function runOf(leaf: number, parts: readonly ByteRange[], end: number): TileRun {
  const [first] = parts as [ByteRange]
  return { leaf, parts, range: parts.length === 1 ? first : { file: first.file, offset: first.offset, length: end - first.offset } }
}
