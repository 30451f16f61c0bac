import type { PerAxis, ReprojectOptions } from 'rasterloom'
import {
  averageOfCovered,
  bilinear,
  cubicOrBilinear,
  type Definition,
  lanczos,
  modeOfCovered,
  widenedRound,
  widenedSpline,
} from './gdal-definitions.js'

/** A case as its index lists it. */
export interface Case {
  readonly id: string
  readonly input: string
  readonly expected: string
  readonly options: string
  readonly nodata: number | 'nan' | null
  readonly epsg: number
  readonly tolerance: string
  readonly note: string
}

/** Why a case is not checked against what GDAL 3.6 makes of it, and what it is checked against. */
export interface Difference {
  readonly reason: string
  /** What a pixel is. */
  readonly is: Definition
}

const clipped = 'GDAL gives the edge of the array more weight where a pixel hangs over it; here what is covered counts'
const covered = 'GDAL counts each pixel once, the value that first reaches the top count wins; here covered area counts, first met wins'
const byBand = 'with several bands GDAL interpolates where the nearest pixel is nodata, or mixes nodata in; here bands are as by themselves'

/** Cases that differ on purpose from every GDAL, at most 14 of 71: each is checked against its definition, computed apart. */
export const differences: Readonly<Record<string, Difference>> = {
  W05: { reason: 'GDAL does not divide by a sum of weights within 1e-5 of 1, so that a constant would not stay one', is: lanczos },
  W13: { reason: covered, is: modeOfCovered },
  N11: { reason: clipped, is: averageOfCovered },
  N12: { reason: 'in GDAL a NaN that is not declared spreads over the kernel; here NaN is invalid', is: cubicOrBilinear },
  N13: { reason: byBand, is: bilinear },
  N14: { reason: byBand, is: bilinear },
  N15: { reason: covered, is: modeOfCovered },
  N16: { reason: covered, is: modeOfCovered },
  E02: { reason: clipped, is: averageOfCovered },
  E05: {
    reason: 'GDAL falls back to plain bilinear where the kernel is wider than the image; here it is not',
    is: widenedSpline(1 / 2, 1 / 3),
  },
  O02: { reason: clipped, is: averageOfCovered },
  O05: { reason: clipped, is: averageOfCovered },
  P07: { reason: clipped, is: averageOfCovered },
  P08: {
    reason: 'GDAL does not interpolate over the seam of the world; here the last column is beside the first',
    is: widenedRound(60 / 90, 1),
  },
}

/** Cases whose expected pixels are those of GDAL 3.12, which mended 3.6. */
export const newer: Readonly<Record<string, string>> = {
  W10: 'Lanczos keeps its sub-pixel phase where it shrinks',
  N05: 'Lanczos keeps its sub-pixel phase where it shrinks',
  P06: 'Lanczos keeps its sub-pixel phase where it shrinks',
  P10: 'edges are moved to whole pixels with a tolerance',
}

/** The scale that GDAL took from the outline of its chunk, where by default it is that of each place. Given, it reproduces GDAL's pixels. */
export const scales: Readonly<Record<string, PerAxis>> = {
  S04: 0.75,
  P04: { x: 0.7609515656843128, y: 1 },
  P06: { x: 50 / 60, y: 1 },
  P08: { x: 60 / 90, y: 1 },
}

/** A case in words of ours: the CRS to go to (null for the same) and the options. */
export function translate({ id, options }: Case): { crs: string | null; options: ReprojectOptions } {
  const words = options.split(' ')
  const numbers = (at: number, count: number): number[] => words.slice(at + 1, at + 1 + count).map(Number)
  let crs: string | null = null
  let made: Record<string, unknown> = { maxErrorPx: 0 }
  for (const [at, word] of words.entries()) {
    const [x, y] = numbers(at, 2) as [number, number]
    const scale = /^([XY])SCALE=(.*)/.exec(word)
    if (word === '-r') made.resampling = words[at + 1]
    else if (word === '-te') made.bounds = numbers(at, 4)
    else if (word === '-tr') made.resolution = { x, y }
    else if (word === '-ts') made.size = { width: x, height: y }
    else if (word === '-t_srs') crs = words[at + 1] as string
    else if (word === '-tap') made.snap = true
    else if (word === '-dstnodata') made.nodata = x
    else if (scale !== null) made = { ...made, scale: Number(scale[2]) }
    else if (word.startsWith('-') && !['-et', '-wo'].includes(word) && Number.isNaN(Number(word))) throw new Error(`unknown option ${word}`)
  }
  return { crs, options: { ...made, ...(id in scales ? { scale: scales[id] } : {}) } as ReprojectOptions }
}
