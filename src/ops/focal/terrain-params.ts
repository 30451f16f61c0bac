import { UsageError } from '../../base/errors.js'
import { type Json, jsonText } from '../../base/json.js'
import { oneOf, paramsObject } from '../../graph/params.js'

/** What can be measured of heights. */
export const measures = ['slope', 'aspect', 'hillshade', 'tri', 'tpi', 'roughness'] as const

/** One of {@link measures}. */
export type Measure = (typeof measures)[number]

/** Ways to shade hills: one lamp, four of them, one darkened by slope, and one that leaves level ground white. */
export const shadings = ['plain', 'multidirectional', 'combined', 'igor'] as const

/** Params of a measure of heights; each has those that mean something to it. */
export type TerrainParams = {
  readonly measure: Measure
  /** Whether pixels beside an edge or an invalid pixel are computed too. */
  readonly computeEdges: boolean
  readonly algorithm?: 'horn' | 'zevenbergenThorne' | 'riley' | 'wilson'
  /** Units of height in a unit of the grid; null where both are the same. */
  readonly scale?: number | null
  readonly unit?: 'degree' | 'percent'
  readonly trigonometric?: boolean
  readonly zeroForFlat?: boolean
  readonly shading?: (typeof shadings)[number]
  readonly zFactor?: number
  readonly azimuth?: number
  readonly altitude?: number
}

const gradient = ['horn', 'zevenbergenThorne'] as const

const keys: Readonly<Record<Measure, readonly string[]>> = {
  slope: ['algorithm', 'scale', 'unit'],
  aspect: ['algorithm', 'trigonometric', 'zeroForFlat'],
  hillshade: ['algorithm', 'scale', 'shading', 'zFactor', 'azimuth', 'altitude'],
  tri: ['algorithm'],
  tpi: [],
  roughness: [],
}

/** Params, typed and normalised. Throws `E_USAGE`. */
export function parseTerrain(params: Json): TerrainParams {
  const { measure: word } = paramsObject('terrain', params, [...new Set(['measure', 'computeEdges', ...Object.values(keys).flat()])])
  if (word === undefined) throw new UsageError(`terrain: measure is missing; give one of ${measures.join(', ')}`)
  const measure = oneOf('terrain', 'measure', word, measures, 'slope')
  const given = paramsObject(measure, params, ['measure', 'computeEdges', ...keys[measure]])
  const flag = (key: string): boolean => {
    const value = given[key] ?? false
    if (typeof value !== 'boolean') throw new UsageError(`${measure}: ${key} is ${jsonText(value)}; give true or false`)
    return value
  }
  const base = { measure, computeEdges: flag('computeEdges') }
  const algorithm = (): 'horn' | 'zevenbergenThorne' => oneOf(measure, 'algorithm', given.algorithm, gradient, 'horn')
  if (measure === 'slope')
    return {
      ...base,
      algorithm: algorithm(),
      scale: scaleOf(given.scale),
      unit: oneOf(measure, 'unit', given.unit, ['degree', 'percent'], 'degree'),
    }
  if (measure === 'aspect')
    return { ...base, algorithm: algorithm(), trigonometric: flag('trigonometric'), zeroForFlat: flag('zeroForFlat') }
  if (measure === 'tri') return { ...base, algorithm: oneOf(measure, 'algorithm', given.algorithm, ['riley', 'wilson'], 'riley') }
  if (measure !== 'hillshade') return base
  const shading = oneOf(measure, 'shading', given.shading, shadings, 'plain')
  const useless = shading === 'multidirectional' ? 'azimuth' : shading === 'igor' ? 'altitude' : undefined
  if (useless !== undefined && (given[useless] ?? null) !== null)
    throw new UsageError(`hillshade: ${useless} means nothing to "${shading}" shading; leave it out`)
  return {
    ...base,
    algorithm: algorithm(),
    scale: scaleOf(given.scale),
    shading,
    zFactor: numberOf('zFactor', given.zFactor, 1),
    ...(shading === 'multidirectional' ? {} : { azimuth: numberOf('azimuth', given.azimuth, 315) }),
    ...(shading === 'igor' ? {} : { altitude: altitudeOf(given.altitude) }),
  }
}

function numberOf(key: string, value: Json | undefined, fallback: number): number {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new UsageError(`hillshade: ${key} is ${jsonText(value)}; give a finite number`)
}

function altitudeOf(value: Json | undefined): number {
  const altitude = numberOf('altitude', value, 45)
  if (altitude >= 0 && altitude <= 90) return altitude
  throw new UsageError(`hillshade: altitude is ${altitude}; give degrees above the horizon, 0 to 90`)
}

function scaleOf(value: Json | undefined): number | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  throw new UsageError(
    `terrain: scale is ${jsonText(value)}; give units of height in a unit of the grid, as 111120 for metres on a grid in degrees`,
  )
}
