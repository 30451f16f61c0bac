import { type Dtype, dtypes, isInteger } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { GeoFeature, GeoJson } from '../geo/geojson.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import type { HasGeoBox } from './data-array-types.js'
import { geoboxArgument } from './geo-arguments.js'
import { allShapes, type ShapesCrs, shapesArgument } from './shapes-argument.js'

/** The grid that shapes are laid on: exactly one of the two. */
export interface ShapesGrid extends ShapesCrs {
  /** An array (or anything with a geobox) whose grid is taken, and its chunks. */
  readonly like?: HasGeoBox
  readonly geobox?: GeoBox
}

/** Options of `rasterize`. */
export interface RasterizeOptions extends ShapesGrid {
  /** The property of each feature that holds its value, a number. */
  readonly attribute?: string
  /** The value of all shapes, where there is no `attribute`. Default 1. */
  readonly value?: number
  /** Default: the smallest integer that holds all values and `fill`, float64 where one has a fraction. */
  readonly dtype?: Dtype
  /** The value of pixels of no shape; null makes them invalid. Default 0. */
  readonly fill?: number | null
  /** Every pixel that a shape touches, instead of those whose centres lie inside (lines: instead of one for each step along their longer axis). Default false. */
  readonly allTouched?: boolean
}

/** Options of `coverage`. */
export interface CoverageOptions extends ShapesGrid {
  /** Default float32. */
  readonly dtype?: 'float32' | 'float64'
}

/**
 * GeoJSON burned into a grid, lazily: pixels get the values of features, where several meet the last one's. Which pixels a shape has is as GDAL's rasterize
 * decides it. Throws `E_USAGE`, `E_CRS`, `E_GRID`, `E_DTYPE`.
 *
 * @example rasterize(fields, { like: ndvi, attribute: 'crop', fill: null })
 */
export function rasterize(geojson: GeoJson | string, options: RasterizeOptions): DataArray<'y' | 'x'> {
  const known = ['like', 'geobox', 'crs', 'attribute', 'value', 'dtype', 'fill', 'allTouched']
  const { attribute, value = 1, fill = 0, allTouched = false, crs, ...rest } = knownOptions('rasterize', options, known)
  const { geobox, chunk } = gridOption('rasterize', rest)
  if (attribute !== undefined && 'value' in options) throw new UsageError('rasterize: give attribute or value, not both')
  const { features, crs: from } = shapesArgument('rasterize', geojson, crs, geobox)
  const shapes = allShapes('rasterize', features)
  const values = features.flatMap((feature, at) => {
    const own = attribute === undefined ? value : attributeOf(feature, at, attribute)
    return feature.shapes.map(() => own)
  })
  const dtype = rest.dtype ?? smallestDtype(fill === null ? values : [...values, fill])
  const params = {
    shapes,
    crs: from,
    geobox,
    chunk,
    values: values.map(scalarOf),
    dtype,
    fill: fill === null ? null : scalarOf(fill),
    allTouched,
  }
  return wrapped<'y' | 'x'>(applyOp('rasterize', params as unknown as Json, []))
}

/**
 * The share of each pixel's area that polygons cover, 0 to 1, lazily and exact (to some 1e-9); where polygons overlap, that of their union.
 * Throws `E_USAGE`, `E_CRS`, `E_GRID`.
 */
export function coverage(geojson: GeoJson | string, options: CoverageOptions): DataArray<'y' | 'x'> {
  const { crs, dtype = 'float32', ...rest } = knownOptions('coverage', options, ['like', 'geobox', 'crs', 'dtype'])
  const { geobox, chunk } = gridOption('coverage', rest)
  const read = shapesArgument('coverage', geojson, crs, geobox)
  const shapes = allShapes('coverage', read.features)
  const odd = shapes.find(({ type }) => type !== 'polygon')
  if (odd !== undefined) throw new UsageError(`coverage: a ${odd.type} has no area: give polygons`)
  return wrapped<'y' | 'x'>(applyOp('coverage', { shapes, crs: read.crs, geobox, chunk, dtype } as unknown as Json, []))
}

function gridOption(what: string, { like, geobox }: ShapesGrid): { geobox: GeoBox; chunk: readonly number[] } {
  if ((like === undefined) === (geobox === undefined))
    throw new UsageError(`${what}: give the grid as like (an array) or as geobox, one of the two`)
  if (geobox !== undefined) return { geobox: plainGrid(geoboxArgument(geobox)), chunk: [512, 512] }
  const grid = (like as HasGeoBox).geobox
  if (grid === null || grid === undefined) throw new GridError(`${what}: like is ${shownArgument(like)}, which has no grid`)
  const chunks = like instanceof LazyArray ? nodeOf(like).spec : null
  const chunk = chunks === null ? [512, 512] : ['y', 'x'].map((dim) => chunks.chunks.chunk[chunks.dims.indexOf(dim)] ?? 512)
  return { geobox: plainGrid(grid), chunk }
}

function plainGrid({ width, height, affine, crs }: GeoBox): GeoBox {
  return { width, height, affine, crs }
}

function attributeOf({ properties }: GeoFeature, at: number, attribute: string): number {
  const value = properties?.[attribute]
  if (typeof value === 'number') return value
  throw new UsageError(
    `rasterize: features[${at}].properties.${attribute} is ${shownArgument(value)}, expected a number; the properties are ${Object.keys(properties ?? {}).join(', ') || '(none)'}`,
  )
}

function scalarOf(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}

const integers: readonly Dtype[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32']

function smallestDtype(values: readonly number[]): Dtype {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [0, 0])
  if (!values.every(Number.isSafeInteger)) return 'float64'
  return integers.find((dtype) => isInteger(dtype) && low >= Number(dtypes[dtype].min) && high <= Number(dtypes[dtype].max)) ?? 'float64'
}
