import type { Json } from '../base/json.js'
import type { FocalEdge, FocalStatistic } from '../ops/focal.js'
import { applyOp } from './apply.js'
import { peek } from './data-array-base.js'
import { LabelArray } from './data-array-labels.js'
import type { ArrayKind, ArrayOf } from './data-array-math.js'
import { knownOptions } from './data-array-options.js'
import { type FocalKernel, kernelRows, type MorphologyOptions, reachRows } from './neighbourhood.js'

/** Options of every measure of heights. */
export interface TerrainOptions {
  /** Whether pixels beside an edge or an invalid pixel are computed too. Default false: they are invalid. */
  readonly computeEdges?: boolean
}

/** Options of measures of steepness. */
export interface GradientOptions extends TerrainOptions {
  /** Weights of the eight neighbours: `'horn'` (the default), or four of them: `'zevenbergenThorne'`, for smooth ground. */
  readonly algorithm?: 'horn' | 'zevenbergenThorne'
  /** Units of height in a unit of the grid: 111120 for metres on a grid in degrees. Default 1; a grid in degrees must have one. */
  readonly scale?: number
}

/** Options of {@link FocalArray.slope}. */
export interface SlopeOptions extends GradientOptions {
  /** Degrees from level (the default), or percent: 100 is as much up as along. */
  readonly unit?: 'degree' | 'percent'
}

/** Options of {@link FocalArray.aspect}. */
export interface AspectOptions extends Omit<GradientOptions, 'scale'> {
  /** Counter-clockwise from east instead of clockwise from north. */
  readonly trigonometric?: boolean
  /** Whether level pixels are 0; else they are invalid. */
  readonly zeroForFlat?: boolean
}

/** Options of {@link FocalArray.hillshade}. */
export interface HillshadeOptions extends GradientOptions {
  /** `'plain'` (the default) has one lamp, `'multidirectional'` four, `'combined'` darkens slopes, `'igor'` leaves level ground white. */
  readonly shading?: 'plain' | 'multidirectional' | 'combined' | 'igor'
  /** What heights are multiplied by. Default 1. */
  readonly zFactor?: number
  /** Where the lamp stands, in degrees clockwise from north. Default 315. */
  readonly azimuth?: number
  /** How high the lamp stands, in degrees above the horizon. Default 45. */
  readonly altitude?: number
}

/** Options of {@link FocalArray.tri}. */
export interface RuggednessOptions extends TerrainOptions {
  /** `'riley'` (the default): root of the sum of squared differences; `'wilson'`: mean difference. */
  readonly algorithm?: 'riley' | 'wilson'
}

/** Options of {@link FocalArray.focal}. */
export interface FocalOptions {
  /** `'mean'` by default. Weights count for `convolve` (the kernel turned by half, as SciPy has it), `correlate` (as it stands), `sum` and `mean`. */
  readonly stat?: FocalStatistic
  /** What lies beyond the array: `'invalid'` (the default), `'nearest'`, `'reflect'` (a b | b a), `'mirror'` (a b | a), or a number. */
  readonly edge?: FocalEdge
  /** Whether invalid pixels are left out, as by default but for `convolve` and `correlate`, or one of them makes the result invalid. */
  readonly skipna?: boolean
  /** A result of fewer valid pixels is invalid. Default 1 (0 for `count`); 0 makes the sum of nothing 0. */
  readonly minCount?: number
  /** Whether pixels that are invalid stay so. Default false. */
  readonly keepInvalid?: boolean
}

/** Options of {@link FocalArray.fillNodata}. */
export interface FillOptions {
  /** How far away pixels may lie that a hole is filled from. Default 100. It is the halo: each window is read with as much around it. */
  readonly maxDistance?: number
  /** `'inverse'` (the default) weighs the nearest pixels of four quarters by the reciprocal of their distance; `'nearest'` takes the nearest of them. */
  readonly method?: 'inverse' | 'nearest'
  /** How often filled pixels become the mean of their 3 x 3 after that. Default 0. */
  readonly smoothing?: number
}

const gradient = ['algorithm', 'computeEdges'] as const

/** What is computed of a pixel and those around it: each result needs more of its input, a halo, which the plan counts. */
export abstract class FocalArray<out Dims extends string, K extends ArrayKind> extends LabelArray<Dims, K> {
  #op(op: string, params: Json): ArrayOf<K, Dims> {
    return this.made<Dims>(applyOp(op, params, [peek(this).node]))
  }

  #terrain(measure: string, options: object | undefined, known: readonly string[]): ArrayOf<K, Dims> {
    return this.#op('terrain', { measure, ...knownOptions(measure, options, known) } as Json)
  }

  /** How steep heights are, as float32 in degrees or percent, equal to gdaldem's. Throws `E_GRID` for grids in degrees without a scale, and rotated ones. */
  slope(options?: SlopeOptions): ArrayOf<K, Dims> {
    return this.#terrain('slope', options, [...gradient, 'scale', 'unit'])
  }

  /** Where slopes face, as float32 in degrees clockwise from north, equal to gdaldem's; level pixels are invalid. Pixels are taken for squares. */
  aspect(options?: AspectOptions): ArrayOf<K, Dims> {
    return this.#terrain('aspect', options, [...gradient, 'trigonometric', 'zeroForFlat'])
  }

  /** Heights lit by a lamp, as uint8 from 1 to 255, as gdaldem shades them. Throws `E_GRID` for grids in degrees without a scale, and rotated ones. */
  hillshade(options?: HillshadeOptions): ArrayOf<K, Dims> {
    return this.#terrain('hillshade', options, [...gradient, 'scale', 'shading', 'zFactor', 'azimuth', 'altitude'])
  }

  /** Terrain ruggedness: how far the eight neighbours are from a height; float32, equal to gdaldem's. */
  tri(options?: RuggednessOptions): ArrayOf<K, Dims> {
    return this.#terrain('tri', options, gradient)
  }

  /** Topographic position: a height less the mean of its eight neighbours; float32, equal to gdaldem's. */
  tpi(options?: TerrainOptions): ArrayOf<K, Dims> {
    return this.#terrain('tpi', options, ['computeEdges'])
  }

  /** Roughness: the greatest less the least of nine heights; float32, equal to gdaldem's. */
  roughness(options?: TerrainOptions): ArrayOf<K, Dims> {
    return this.#terrain('roughness', options, ['computeEdges'])
  }

  /**
   * A statistic of the pixels around each pixel: `focal(5, { stat: 'median' })`, `focal({ radius: 3 })`, `focal([[1, 2, 1]], { stat: 'convolve' })`. Results are
   * float32 (float64 of float64 and of 32-bit integers); `min`, `max` and `mode` keep the dtype. Throws `E_DTYPE` for 64-bit integers.
   */
  focal(kernel: FocalKernel, options?: FocalOptions): ArrayOf<K, Dims> {
    const { stat = 'mean', ...rest } = knownOptions('focal', options, ['stat', 'edge', 'skipna', 'minCount', 'keepInvalid'])
    return this.#op('focal', { statistic: stat, kernel: kernelRows('focal', kernel), ...rest } as Json)
  }

  /** A mask that reaches `px` pixels farther: the greatest value within reach. Pixels that are invalid stay so. */
  dilate(px: number, options?: MorphologyOptions): ArrayOf<K, Dims> {
    return this.#reach('dilate', 'max', px, options)
  }

  /** A mask without what lies within `px` pixels of its rim: the least value within reach. What lies beyond the array does not count. */
  erode(px: number, options?: MorphologyOptions): ArrayOf<K, Dims> {
    return this.#reach('erode', 'min', px, options)
  }

  #reach(what: string, statistic: 'min' | 'max', px: number, options: MorphologyOptions | undefined): ArrayOf<K, Dims> {
    const { shape } = knownOptions(what, options, ['shape'])
    return this.#op('focal', { statistic, kernel: reachRows(what, px, shape), keepInvalid: true } as Json)
  }

  /** Invalid pixels filled from those around them, weighed by distance, as gdal_fillnodata does it: `fillNodata({ maxDistance: 20 })`. The dtype stays. */
  fillNodata(options?: FillOptions): ArrayOf<K, Dims> {
    return this.#op('fillNodata', { ...knownOptions('fillNodata', options, ['maxDistance', 'method', 'smoothing']) } as Json)
  }

  /** The same as {@link FocalArray.fillNodata}. */
  interpolateNa(options?: FillOptions): ArrayOf<K, Dims> {
    return this.#op('fillNodata', { ...knownOptions('interpolateNa', options, ['maxDistance', 'method', 'smoothing']) } as Json)
  }
}

/** A mask that reaches `px` pixels farther; see {@link FocalArray.dilate}. */
export function dilate<Dims extends string, K extends ArrayKind>(
  mask: FocalArray<Dims, K>,
  px: number,
  options?: MorphologyOptions,
): ArrayOf<K, Dims> {
  return mask.dilate(px, options)
}

/** A mask without its rim; see {@link FocalArray.erode}. */
export function erode<Dims extends string, K extends ArrayKind>(
  mask: FocalArray<Dims, K>,
  px: number,
  options?: MorphologyOptions,
): ArrayOf<K, Dims> {
  return mask.erode(px, options)
}
