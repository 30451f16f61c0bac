import { type Dtype, dtypes, isBigInt } from '../../base/dtype.js'
import { DtypeError, UsageError } from '../../base/errors.js'
import { type Json, jsonText } from '../../base/json.js'
import { oneOf, paramsObject } from '../../graph/params.js'

/** What pixels around a pixel are made into. */
export const focalStatistics = [
  'convolve',
  'correlate',
  'sum',
  'mean',
  'std',
  'var',
  'min',
  'max',
  'range',
  'median',
  'mode',
  'count',
] as const

/** One of {@link focalStatistics}. */
export type FocalStatistic = (typeof focalStatistics)[number]

/** What lies beyond the edge of an array: nothing, the outermost pixel, the pixels mirrored at the edge or about the outermost pixel, or a number. */
export type FocalEdge = 'invalid' | 'nearest' | 'reflect' | 'mirror' | number

/** Params of a statistic of neighbourhoods. */
export type FocalParams = {
  readonly statistic: FocalStatistic
  /** Weights in rows; odd extents, its middle lies on the pixel. 0 leaves a pixel out. */
  readonly kernel: readonly (readonly number[])[]
  readonly edge: FocalEdge
  /** Whether invalid pixels are left out, or one of them makes the result invalid. */
  readonly skipna: boolean
  /** A result of fewer valid pixels is invalid; 0 makes the sum of nothing 0. */
  readonly minCount: number
  /** Whether pixels that are invalid stay so. */
  readonly keepInvalid: boolean
}

/** Greatest extent of a kernel. */
const mostExtent = 255

/** Params, typed and normalised. Throws `E_USAGE`. */
export function parseFocal(params: Json): FocalParams {
  const given = paramsObject('focal', params, ['statistic', 'kernel', 'edge', 'skipna', 'minCount', 'keepInvalid'])
  if (given.statistic === undefined) throw new UsageError(`focal: statistic is missing; give one of ${focalStatistics.join(', ')}`)
  const statistic = oneOf('focal', 'statistic', given.statistic, focalStatistics, 'mean')
  const { minCount = statistic === 'count' ? 0 : 1, edge = 'invalid' } = given
  const flag = (key: string, fallback: boolean): boolean => {
    const value = given[key] ?? fallback
    if (typeof value !== 'boolean') throw new UsageError(`focal: ${key} is ${jsonText(value)}; give true or false`)
    return value
  }
  if (typeof minCount !== 'number' || !Number.isSafeInteger(minCount) || minCount < 0)
    throw new UsageError(`focal: minCount is ${jsonText(minCount)}; give a whole number from 0`)
  const kernel = kernelOf(given.kernel)
  if (statistic === 'mean' && kernel.flat().some((weight) => weight < 0))
    throw new UsageError('focal: a mean with weights below 0 may divide by nothing; use convolve')
  return {
    statistic,
    kernel,
    edge: typeof edge === 'number' && Number.isFinite(edge) ? edge : edgeRule(edge),
    skipna: flag('skipna', statistic !== 'convolve' && statistic !== 'correlate'),
    minCount,
    keepInvalid: flag('keepInvalid', false),
  }
}

const edgeRules = ['invalid', 'nearest', 'reflect', 'mirror'] as const

function edgeRule(edge: Json): FocalEdge {
  if (typeof edge === 'number') throw new UsageError(`focal: edge is ${edge}; give a finite number or a rule`)
  return oneOf('focal', 'edge', edge, edgeRules, 'invalid')
}

function kernelOf(kernel: Json | undefined): number[][] {
  const rows = Array.isArray(kernel) && kernel.length > 0 && kernel.every(Array.isArray) ? (kernel as Json[][]) : null
  const width = rows?.[0]?.length ?? 0
  if (
    rows === null ||
    rows.some((row) => row.length !== width || row.some((weight) => typeof weight !== 'number' || !Number.isFinite(weight)))
  )
    throw new UsageError(`focal: the kernel is ${shortened(kernel)}; give rows of finite numbers, all of one length`)
  const odd = (extent: number): boolean => extent % 2 === 1 && extent <= mostExtent
  if (!odd(rows.length) || !odd(width))
    throw new UsageError(
      `focal: the kernel has ${rows.length} x ${width} weights; give odd numbers of at most ${mostExtent}, so that a pixel is in the middle`,
    )
  if (rows.every((row) => row.every((weight) => weight === 0)))
    throw new UsageError('focal: all weights of the kernel are 0: nothing would be left')
  return rows as number[][]
}

function shortened(json: Json | undefined): string {
  const text = jsonText(json ?? null)
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}

/** Pixels that a kernel reaches on each side. */
export function reachOf(kernel: readonly (readonly number[])[]): { readonly x: number; readonly y: number } {
  return { x: ((kernel[0] as readonly number[]).length - 1) / 2, y: (kernel.length - 1) / 2 }
}

/** A pixel of a neighbourhood, or a run of 2^level pixels that begins there; (0, 0) is the first column of the first row. */
export interface Tap {
  readonly row: number
  readonly column: number
  readonly level: number
  readonly weight: number
}

/** The pixels that count, in rows from the north-west. Convolution turns the kernel by half. */
export function tapsOf({ kernel, statistic }: FocalParams): Tap[] {
  const rows = statistic === 'convolve' ? [...kernel].reverse().map((row) => [...row].reverse()) : kernel
  return rows.flatMap((weights, row) => weights.flatMap((weight, column) => (weight === 0 ? [] : [{ row, column, level: 0, weight }])))
}

/** For extremes, which may count a pixel twice: each run of pixels in a row as two runs of a power of two, which may overlap. */
export function runTapsOf({ kernel }: FocalParams): Tap[] {
  return kernel.flatMap((weights, row) => runsOf(weights).flatMap(([from, to]) => runTaps(row, from, to)))
}

function runsOf(weights: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  weights.forEach((weight, at) => {
    const last = runs.at(-1)
    if (weight === 0) return
    if (last !== undefined && last[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  })
  return runs
}

function runTaps(row: number, from: number, to: number): Tap[] {
  const level = Math.floor(Math.log2(to - from))
  const first = { row, column: from, level, weight: 1 }
  return 2 ** level === to - from ? [first] : [first, { ...first, column: to - 2 ** level }]
}

/** Whether a statistic answers one of the values that it was made from. */
export function isPicked(statistic: FocalStatistic): boolean {
  return statistic === 'min' || statistic === 'max' || statistic === 'mode'
}

/** Whether a dtype is computed with in float64, not in float32. Throws `E_DTYPE` for 64-bit integers. */
export function isWide(dtype: Dtype): boolean {
  if (isBigInt(dtype))
    throw new DtypeError(
      `focal: ${dtype} does not fit what neighbourhoods are computed in; cast it with astype first, to float64 or to 32 bits`,
    )
  return dtypes[dtype].bytes > 2 && dtype !== 'float32'
}

/** The dtype of a result: the array's own for `min`, `max` and `mode`, uint16 for `count`, else float32, or float64 of float64 and of 32-bit integers. */
export function focalDtype(statistic: FocalStatistic, dtype: Dtype): Dtype {
  const wide = isWide(dtype)
  if (statistic === 'count') return 'uint16'
  return isPicked(statistic) ? dtype : wide ? 'float64' : 'float32'
}
