import { type Block, isValidAt } from '../../array/block.js'
import { chunkCount } from '../../array/chunk-grid.js'
import type { ChunkRecord, SinkLevel, WrittenChunks } from '../../graph/sink.js'

/** What is known of the valid pixels of one band in one tile, or in several: their number, least and greatest value, mean, and sum of squared differences to it. */
export type BandStatistics = readonly [count: number, min: number, max: number, mean: number, squares: number]

const nothing: BandStatistics = [0, 0, 0, 0, 0]

/**
 * Statistics of each band of a block, in the order of its pixels: what a thread finds does not depend on others. `joined`: a pixel counts where all bands are
 * valid. Infinite values do not count; 64-bit integers count as the floats next to them.
 */
export function blockStatistics(block: Block, bands: number, joined: boolean): BandStatistics[] {
  const pixels = block.data.length / bands
  const shared = joined && bands > 1 && block.valid !== null ? sharedValidity(block, pixels) : null
  return Array.from({ length: bands }, (_, band) => {
    const isValid = (at: number): boolean => (shared === null ? isValidAt(block, band * pixels + at) : shared[at] === 1)
    return planeStatistics(block, band * pixels, pixels, isValid)
  })
}

function sharedValidity(block: Block, pixels: number): Uint8Array {
  const shared = new Uint8Array(pixels).fill(1)
  for (let at = 0; at < block.data.length; at++) if (!isValidAt(block, at)) shared[at % pixels] = 0
  return shared
}

function planeStatistics({ data }: Block, from: number, pixels: number, isValid: (at: number) => boolean): BandStatistics {
  let [count, min, max, sum] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (let at = 0; at < pixels; at++) {
    if (!isValid(at)) continue
    const value = Number(data[from + at])
    if (!Number.isFinite(value)) continue
    count++
    sum += value
    if (value < min) min = value
    if (value > max) max = value
  }
  if (count === 0) return nothing
  const mean = sum / count
  let squares = 0
  for (let at = 0; at < pixels; at++) {
    const value = Number(data[from + at])
    if (isValid(at) && Number.isFinite(value)) squares += (value - mean) ** 2
  }
  return [count, min, max, mean, squares]
}

/** Statistics of what two parts hold together. Source: Chan, Golub, LeVeque, "Updating Formulae and a Pairwise Algorithm", 1979. */
function together(one: BandStatistics, other: BandStatistics): BandStatistics {
  if (one[0] === 0) return other
  if (other[0] === 0) return one
  const count = one[0] + other[0]
  const apart = other[3] - one[3]
  return [
    count,
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    one[3] + (apart * other[0]) / count,
    one[4] + other[4] + (apart * apart * one[0] * other[0]) / count,
  ]
}

/** Items of metadata of each band, by GDAL's names and in its texts, from the records of the full size's tiles in their order. */
export function statisticsItems({ spec }: SinkLevel, bands: number, written: WrittenChunks): Record<string, string>[] {
  const count = chunkCount(spec.chunks)
  const [height, width] = spec.shape.slice(-2) as [number, number]
  const found = Array.from({ length: bands }, () => nothing)
  const planes = spec.dims.length === 3 && spec.chunks.chunk[0] === 1 && bands > 1 ? bands : 1
  for (let slot = 0; slot < count; slot++) {
    const stats = statisticsOf(written.get(0, slot))
    const first = planes === 1 ? 0 : Math.floor(slot / (count / planes))
    stats.forEach((each, band) => {
      found[first + band] = together(found[first + band] as BandStatistics, each)
    })
  }
  return found.map((each) => itemsOf(each, width * height))
}

function statisticsOf(record: ChunkRecord | undefined): readonly BandStatistics[] {
  return (record?.statistics ?? []) as unknown as readonly BandStatistics[]
}

function itemsOf([count, min, max, mean, squares]: BandStatistics, pixels: number): Record<string, string> {
  if (count === 0) return {}
  return {
    STATISTICS_MINIMUM: digits(min, 14),
    STATISTICS_MAXIMUM: digits(max, 14),
    STATISTICS_MEAN: digits(mean, 14),
    STATISTICS_STDDEV: digits(Math.sqrt(squares / count), 14),
    STATISTICS_VALID_PERCENT: digits((100 * count) / pixels, 4),
  }
}

/** A number as C's `%.<n>g` prints it. */
function digits(value: number, n: number): string {
  if (!Number.isFinite(value)) return String(value).toLowerCase().replace('infinity', 'inf')
  if (value === 0) return '0'
  const [mantissa = '', power = '0'] = value.toExponential(n - 1).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < n)
    return value
      .toFixed(n - 1 - exponent)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
  const sign = exponent < 0 ? '-' : '+'
  return `${mantissa.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
}
