import type { JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import { type Affine, affine, fromGdal } from '../../geo/affine.js'
import { type AxisLabels, affineOfLabels, areDegrees as areDegreesOf, spatialDims } from '../../geo/cf-axes.js'
import type { StoredLabels } from './coordinates.js'
import type { StoredArray } from './stored-array.js'

/**
 * Names of dims with the two of space called y and x: told by the standard name, axis or unit of their labels, else by name (lat, lon,
 * northing, ...). Dims stay as they are unless both are found.
 */
export function spatialDimNames(dims: readonly string[], labels: ReadonlyMap<string, StoredLabels>): string[] {
  if (dims.includes('y') && dims.includes('x')) return [...dims]
  const { y, x } = spatialDims(dims, (dim) => {
    const found = labels.get(dim)
    return found === undefined ? null : axisOf(found)
  })
  if (y < 0 || x < 0 || y === x) return [...dims]
  return dims.map((dim, at) => (at === y ? 'y' : at === x ? 'x' : dim))
}

function axisOf({ array, values }: StoredLabels): AxisLabels {
  const text = (key: string): string | null => {
    const value = array.attributes[key]
    return typeof value === 'string' ? value : null
  }
  return { values, standardName: text('standard_name'), axis: text('axis'), units: text('units') }
}

/** Whether labels are degrees of latitude or longitude by CF. */
export function areDegrees(labels: StoredLabels): boolean {
  return areDegreesOf(axisOf(labels))
}

/**
 * The affine of an array: the stated one where the labels agree with it or are missing, else the one that evenly spaced labels give;
 * null where neither is there, or labels are uneven.
 */
export function affineOf(stated: Affine | null, y: readonly ScalarJson[] | null, x: readonly ScalarJson[] | null): Affine | null {
  return affineOfLabels(stated, y, x)
}

/**
 * The affine that attributes state: `GeoTransform` of the grid mapping in GDAL's order, or `spatial:transform` of the array, or of the group that it is
 * directly in, where that speaks of as many rows and columns.
 */
export function statedAffine(mapping: StoredArray | null, variable: StoredArray, group: JsonObject): Affine | null {
  const gdal = sixNumbers(mapping?.attributes.GeoTransform)
  if (gdal !== null) return fromGdal(gdal)
  const own = sixNumbers(variable.attributes['spatial:transform'])
  if (own !== null) return affine(...own)
  const shape = group['spatial:shape']
  const isOfGroup =
    !variable.path.includes('/') && (shape === undefined || JSON.stringify(shape) === JSON.stringify(variable.shape.slice(-2)))
  const shared = isOfGroup ? sixNumbers(group['spatial:transform']) : null
  return shared === null ? null : affine(...shared)
}

type Six = readonly [number, number, number, number, number, number]

function sixNumbers(value: unknown): Six | null {
  const list =
    typeof value === 'string'
      ? value
          .trim()
          .split(/[\s,]+/)
          .map(Number)
      : Array.isArray(value)
        ? value.slice(0, 6).map(Number)
        : []
  return list.length === 6 && list.every(Number.isFinite) ? (list as unknown as Six) : null
}
