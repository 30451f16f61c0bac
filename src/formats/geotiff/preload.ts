import type { Directory, TiffFile } from './directory.js'
import { tag } from './tags.js'

/** More than the lists of any file that can be planned hold. */
const mostSegments = 2 ** 23

/** Bytes between two lists that are read along: about what a request of its own costs. */
const bridgedBytes = 256 * 1024

const lists = [tag.tileOffsets, tag.tileByteCounts, tag.stripOffsets, tag.stripByteCounts]

/**
 * Reads the lists of where the segments of some directories are, those that lie near each other at once: over a network, the header of a large
 * COG takes two requests, one for its directories and one for these.
 */
export async function preloadRanges(file: TiffFile, directories: readonly (Directory | null)[]): Promise<void> {
  const spans = directories
    .flatMap((directory) => lists.map((each) => directory?.span(each, mostSegments) ?? null))
    .filter((span) => span !== null)
    .sort((a, b) => a.offset - b.offset)
  let [start, end] = [0, 0]
  for (const { offset, length } of [...spans, { offset: Number.POSITIVE_INFINITY, length: 0 }]) {
    if (offset <= end + bridgedBytes && end > start) {
      end = Math.max(end, offset + length)
      continue
    }
    if (end > start) await file.preload(start, end - start)
    start = offset
    end = offset + length
  }
}
