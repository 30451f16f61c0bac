import { chunkGrid } from '../array/chunk-grid.js'
import { type Dtype, dtypes } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import { type Json, jsonText } from '../base/json.js'
import { ownLabels } from './labels.js'
import { oneOf, paramsObject } from './params.js'
import { type ArraySpec, type Band, type Coord, plainBand } from './spec.js'

/** What pixels can be reduced to. */
export const statistics = [
  'sum',
  'mean',
  'min',
  'max',
  'std',
  'var',
  'count',
  'any',
  'all',
  'argmin',
  'argmax',
  'first',
  'last',
  'median',
  'quantile',
  'mode',
] as const

/** One of {@link statistics}. */
export type Statistic = (typeof statistics)[number]

/** Params of a reduction. `dims` is null for all dims; `q` is the quantile, null for other statistics. */
export type ReduceParams = {
  readonly statistic: Statistic
  readonly dims: readonly string[] | null
  /** Whether invalid pixels are left out; else one of them makes the result invalid. */
  readonly skipna: boolean
  /** A result of fewer valid pixels is invalid. */
  readonly minCount: number
  /** What the count is lessened by where a variance is divided by it. */
  readonly ddof: number
  readonly q: number | null
}

/** Params of a reduction, typed and normalised. Throws `E_USAGE`. */
export function parseReduce(op: string, params: Json): ReduceParams {
  const given = paramsObject(op, params, ['statistic', 'dims', 'skipna', 'minCount', 'ddof', 'q'])
  const { dims = null, skipna = true, minCount = 1, ddof = 0, q = null } = given
  if (given.statistic === undefined) throw new UsageError(`${op}: statistic is missing; give one of ${statistics.join(', ')}`)
  const statistic = oneOf(op, 'statistic', given.statistic, statistics, 'sum')
  if (dims !== null && !(Array.isArray(dims) && dims.every((dim) => typeof dim === 'string'))) {
    throw new UsageError(`${statistic}: dims is ${JSON.stringify(dims)}; give names of dims, or null for all`)
  }
  if (typeof skipna !== 'boolean') throw new UsageError(`${statistic}: skipna is ${JSON.stringify(skipna)}; give true or false`)
  if (typeof minCount !== 'number' || !Number.isSafeInteger(minCount) || minCount < 0) {
    throw new UsageError(`${statistic}: minCount is ${jsonText(minCount)}; give a whole number from 0`)
  }
  if (typeof ddof !== 'number' || !Number.isSafeInteger(ddof) || ddof < 0) {
    throw new UsageError(`${statistic}: ddof is ${jsonText(ddof)}; give a whole number from 0`)
  }
  if (statistic === 'quantile' ? !(typeof q === 'number' && q >= 0 && q <= 1) : q !== null) {
    throw new UsageError(
      `${statistic}: q is ${jsonText(q)}; ${statistic === 'quantile' ? 'give a number from 0 to 1' : 'it is for quantile alone'}`,
    )
  }
  const names = dims === null ? null : [...new Set(dims as readonly string[])].sort()
  return { statistic, dims: names, skipna, minCount, ddof, q: q as number | null }
}

/**
 * The dtype of a result, by one table:
 *
 * | statistic | unsigned | signed | float32 | float64 |
 * |---|---|---|---|---|
 * | sum | uint64 | int64 | float32 | float64 |
 * | mean, std, var, median | float64 | float64 | float32 | float64 |
 * | quantile | float64 | float64 | float64 | float64 |
 * | min, max, first, last, mode | as the array | | | |
 * | count | uint32, from 2^32 pixels on int64 | | | |
 * | argmin, argmax | int64 | | | |
 * | any, all | uint8 (0, 1) | | | |
 */
export function reducedDtype(statistic: Statistic, dtype: Dtype, total: number): Dtype {
  switch (statistic) {
    case 'sum':
      return dtypes[dtype].kind === 'float' ? dtype : dtypes[dtype].kind === 'uint' ? 'uint64' : 'int64'
    case 'mean':
    case 'std':
    case 'var':
    case 'median':
      return dtype === 'float32' ? 'float32' : 'float64'
    case 'quantile':
      return 'float64'
    case 'count':
      return total < 2 ** 32 ? 'uint32' : 'int64'
    case 'argmin':
    case 'argmax':
      return 'int64'
    case 'any':
    case 'all':
      return 'uint8'
    default:
      return dtype
  }
}

/** Whether a result is one of the values that it was made from. */
export function isPicked(statistic: Statistic): boolean {
  return statistic === 'min' || statistic === 'max' || statistic === 'first' || statistic === 'last' || statistic === 'mode'
}

/** For each dim of an array, whether it is reduced. Throws `E_USAGE` for dims that are not there. */
export function reducedDims(spec: Pick<ArraySpec, 'dims'>, { dims, statistic }: Pick<ReduceParams, 'dims' | 'statistic'>): boolean[] {
  const unknown = dims?.find((dim) => !spec.dims.includes(dim))
  if (unknown !== undefined)
    throw new UsageError(`${statistic}: there is no dim "${unknown}"; the array has ${spec.dims.join(', ') || 'none'}`)
  return spec.dims.map((dim) => dims === null || dims.includes(dim))
}

/** How many pixels one result is made from. */
export function reducedCount(spec: Pick<ArraySpec, 'shape'>, reduced: readonly boolean[]): number {
  return spec.shape.reduce((product, extent, at) => (reduced[at] ? product * extent : product), 1)
}

/** The spec of a reduced array: the dims that are left, their labels, the grid where y and x are. Throws `E_USAGE`, `E_GRID`. */
export function reducedSpec(spec: ArraySpec, params: ReduceParams): ArraySpec {
  const reduced = reducedDims(spec, params)
  const kept = spec.dims.map((_, at) => at).filter((at) => !reduced[at])
  const dims = kept.map((at) => spec.dims[at] as string)
  const shape = kept.map((at) => spec.shape[at] as number)
  const geobox = dims.includes('y') && dims.includes('x') ? spec.geobox : null
  const coords: Record<string, Coord> = {}
  for (const dim of dims) {
    const labels = geobox === null ? ownLabels(spec, dim) : spec.coords[dim]
    if (labels !== undefined) coords[dim] = labels
  }
  const picked = isPicked(params.statistic)
  return {
    dims,
    shape,
    dtype: reducedDtype(params.statistic, spec.dtype, reducedCount(spec, reduced)),
    chunks: chunkGrid(
      shape,
      kept.map((at) => spec.chunks.chunk[at] as number),
    ),
    geobox,
    periodX: geobox === null ? null : spec.periodX,
    coords,
    bands: reducedBands(spec, params, reduced[spec.dims.indexOf('band')] ?? false),
    categorical: picked && spec.categorical,
    moved: picked && spec.moved,
    name: spec.name,
    attrs: {},
  }
}

/** Whether values of a statistic are read by the scale and offset of what they were made from. */
function keepsScale(statistic: Statistic): boolean {
  return isPicked(statistic) || statistic === 'mean' || statistic === 'median' || statistic === 'quantile'
}

function reducedBands({ bands }: ArraySpec, { statistic }: ReduceParams, merges: boolean): Band[] {
  const [first = plainBand] = bands
  const count = merges ? 1 : bands.length
  if (!keepsScale(statistic))
    return Array.from({ length: count }, (_, at) => ({ ...plainBand, description: merges ? null : (bands[at]?.description ?? null) }))
  const keepsNodata = isPicked(statistic)
  if (!merges) return bands.map((band) => ({ ...band, nodata: keepsNodata ? band.nodata : null }))
  for (const key of ['scale', 'offset', 'unit'] as const) {
    const other = bands.find((band) => band[key] !== first[key])
    if (other !== undefined) {
      throw new GridError(
        `${statistic} over band: bands have ${key} ${first[key]} and ${other[key]}: decode them first, so that their numbers mean the same`,
      )
    }
  }
  const sameNodata = bands.every((band) => band.nodata === first.nodata)
  const { scale, offset, unit } = first
  return [{ ...plainBand, scale, offset, unit, nodata: keepsNodata && sameNodata ? first.nodata : null }]
}

/** Pixels of one result up to which it is made in one task from all of them. */
export const shortCount = 65536

/** Side of a leaf along y and x: partial results are made of 256 x 256 pixels, wherever chunks lie. */
export const leafSide = 256

/**
 * Extents of the leaves of a long reduction along each dim, 0 along those that are kept: an absolute lattice from index 0. Along y and x
 * {@link leafSide}, along other dims 1; where neither y nor x is reduced, up to {@link shortCount} pixels along the last of the dims.
 */
export function leafExtents(spec: Pick<ArraySpec, 'dims' | 'shape'>, reduced: readonly boolean[], side = leafSide): number[] {
  const spatial = (at: number): boolean => spec.dims[at] === 'y' || spec.dims[at] === 'x'
  const hasSpace = spec.dims.some((_, at) => reduced[at] && spatial(at))
  const last = reduced.lastIndexOf(true)
  return spec.dims.map((_, at) => {
    if (!reduced[at]) return 0
    const extent = spec.shape[at] as number
    if (hasSpace) return spatial(at) ? Math.min(side, extent) : 1
    return at === last ? Math.min(shortCount, extent) : 1
  })
}
