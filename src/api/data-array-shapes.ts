import { UsageError } from '../base/errors.js'
import type { GeoJson } from '../geo/geojson.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { type ClipOptions, clippedByShapes, paddedToBox } from './clip-shapes.js'
import { LazyArray, peek } from './data-array-base.js'
import { FocalArray } from './data-array-focal.js'
import type { ArrayKind, ArrayOf, MathArray } from './data-array-math.js'
import { knownOptions } from './data-array-options.js'
import type { ArithOptions, BoundsLike, CrsLike } from './data-array-types.js'
import { type Histogram, type HistogramOptions, histogramOf } from './histogram.js'
import type { RunOptions } from './run.js'
import {
  type PointsLike,
  type ProfileOptions,
  type ProfileRow,
  profileRows,
  type SampleOptions,
  type SampleRow,
  sampleRows,
} from './sample-points.js'
import { uniqueValues } from './unique-values.js'
import { type ZonalOptions, type ZonalRow, zonalRows } from './zonal-stats.js'
import type { ZonalStatistic } from './zonal-tally.js'

/** Arrays and shapes on earth: which pixels lie in them, and what they hold. */
export abstract class ShapeArray<out Dims extends string, K extends ArrayKind> extends FocalArray<Dims, K> {
  /** This within two bounds, numbers or arrays. */
  override clip<D extends string = never>(
    low: MathArray<D, K> | number,
    high: MathArray<D, K> | number,
    options?: ArithOptions,
  ): ArrayOf<K, Dims | D>
  /**
   * Keeps the pixels whose centres lie in GeoJSON (an object or its text), or with `allTouched` all that it touches; all others become invalid. The rules are those
   * of GDAL's rasterize. Coordinates are longitude and latitude unless `crs` says otherwise; edges that bend on the way to the array's CRS are followed to 0.001 px. What lies beside the shapes is
   * not read. Throws `E_USAGE` for GeoJSON that is none, `E_CRS` for coordinates in another CRS than is said, `E_GRID` where they do not meet the array.
   */
  override clip(geojson: GeoJson | string, options?: ClipOptions): ArrayOf<K, Dims>
  override clip<D extends string = never>(
    first: MathArray<D, K> | number | GeoJson | string,
    second?: MathArray<D, K> | number | ClipOptions,
    options?: ArithOptions,
  ): ArrayOf<K, Dims | D> {
    const isRange = typeof first === 'number' || first instanceof LazyArray
    if (isRange) return super.clip<D>(first as MathArray<D, K> | number, second as MathArray<D, K> | number, options)
    return this.made<Dims | D>(clippedByShapes(peek(this).node, first as GeoJson | string, second as ClipOptions | undefined))
  }

  /** Keeps the pixels where a condition on the same grid is valid and not 0; all others become invalid. Dims that the condition lacks are repeated. Throws `E_GRID`, `E_USAGE`. */
  mask(condition: LazyArray): ArrayOf<K, Dims> {
    if (!(condition instanceof LazyArray)) throw new UsageError(`mask: ${shownArgument(condition)} was given, expected a DataArray`)
    return this.made<Dims>(applyOp('mask', {}, [peek(this).node, peek(condition).node]))
  }

  /**
   * Reaches as far as a rectangle too, on the array's own lattice: pixels that the rectangle touches beyond the array are there and invalid. Nothing is left out.
   * The bounds are in the array's CRS unless `crs` says another. Throws `E_GRID`, `E_USAGE`.
   */
  padBox(bounds: BoundsLike, options?: { readonly crs?: CrsLike }): ArrayOf<K, Dims> {
    const { crs } = knownOptions('padBox', options, ['crs'])
    return this.made<Dims>(paddedToBox(peek(this).node, bounds, crs))
  }

  /**
   * Statistics of the valid pixels in zones: one row for each zone (GeoJSON features, or the classes of an integer array on the same grid) and position of the other dims.
   * Reads strip by strip what the zones lie in; the numbers do not depend on chunks, memory or workers. Throws `E_USAGE`, `E_CRS`, `E_GRID`, `E_BUDGET`.
   *
   * @example await ndvi.zonalStats(fields, { stats: ['mean', 'count'], by: 'crop' })
   */
  zonalStats<const S extends ZonalStatistic = 'count' | 'mean' | 'min' | 'max'>(
    zones: GeoJson | string | LazyArray,
    options?: ZonalOptions<S>,
  ): Promise<ZonalRow<S>[]> {
    return zonalRows(peek(this).node, zones, options)
  }

  /**
   * The values at points: GeoJSON, or pairs of x and y in the array's CRS unless `crs` says another. Invalid pixels and points beyond the array give null. Reads the
   * chunks that the points lie in. Throws `E_USAGE`, `E_CRS`.
   */
  sample(points: PointsLike, options?: SampleOptions): Promise<SampleRow[]> {
    return sampleRows(peek(this).node, points, options)
  }

  /** The values along a line (GeoJSON, or pairs of x and y) at points one pixel apart, or as `spacing` or `n` say; see {@link sample}. */
  profile(line: GeoJson | string | readonly (readonly [x: number, y: number])[], options?: ProfileOptions): Promise<ProfileRow[]> {
    return profileRows(peek(this).node, line, options)
  }

  /** How many valid pixels lie in bins of values, of all dims together, as numpy counts them. Reads strip by strip. Throws `E_USAGE`. */
  histogram(options?: HistogramOptions): Promise<Histogram> {
    return histogramOf(peek(this).node, options)
  }

  /** The different values of the valid pixels, ascending: the classes of a map. Reads strip by strip. Throws `E_USAGE` beyond 65,536 of them. */
  unique(options?: RunOptions): Promise<number[]> {
    return uniqueValues(peek(this).node, options)
  }
}
