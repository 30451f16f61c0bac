import type { JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import { type Affine, affine, fromGdal, isAxisAligned } from '../../geo/affine.js'
import type { StoredLabels } from './coordinates.js'
import type { StoredArray } from './stored-array.js'

/** Largest deviation of pixel centres from even spacing, in pixels: what float32 labels of a global grid need. */
const evenSpacingPx = 0.01

/** Largest difference between a stated affine and the labels' own, in pixels, at which the stated one counts: labels are the data, an affine may be left over from before a crop. */
const agreementPx = 0.01

const yNames = ['y', 'lat', 'latitude', 'northing', 'north']
const xNames = ['x', 'lon', 'longitude', 'long', 'easting', 'east']
const yStandardNames = ['latitude', 'projection_y_coordinate', 'grid_latitude']
const xStandardNames = ['longitude', 'projection_x_coordinate', 'grid_longitude']

/**
 * Names of dims with the two of space called y and x: told by the standard name or axis of their labels, else by name (lat, lon,
 * northing, ...). Dims stay as they are unless both are found.
 */
export function spatialDimNames(dims: readonly string[], labels: ReadonlyMap<string, StoredLabels>): string[] {
  if (dims.includes('y') && dims.includes('x')) return [...dims]
  const find = (standardNames: readonly string[], axis: string, names: readonly string[]): number => {
    const told = dims.findIndex((dim) => {
      const attributes = labels.get(dim)?.array.attributes ?? {}
      return standardNames.includes(String(attributes.standard_name)) || attributes.axis === axis
    })
    return told >= 0 ? told : dims.findIndex((dim) => names.includes(dim.toLowerCase()))
  }
  const y = find(yStandardNames, 'Y', yNames)
  const x = find(xStandardNames, 'X', xNames)
  if (y < 0 || x < 0 || y === x) return [...dims]
  return dims.map((dim, at) => (at === y ? 'y' : at === x ? 'x' : dim))
}

/** Whether labels are degrees of latitude or longitude by CF. */
export function areDegrees({ array }: StoredLabels): boolean {
  const { units, standard_name: standardName } = array.attributes
  return standardName === 'latitude' || standardName === 'longitude' || /^degrees?_?(north|east|n|e)$/i.test(String(units))
}

/**
 * The affine of an array: the stated one where the labels agree with it or are missing, else the one that evenly spaced labels give;
 * null where neither is there, or labels are uneven.
 */
export function affineOf(stated: Affine | null, y: readonly ScalarJson[] | null, x: readonly ScalarJson[] | null): Affine | null {
  if (y === null || x === null) return stated
  if (stated !== null && !isAxisAligned(stated)) return stated
  const rows = evenSpacing(y, stated?.e ?? null)
  const columns = evenSpacing(x, stated?.a ?? null)
  if (rows === null || columns === null) return null
  const own = affine(columns.step, 0, columns.origin, 0, rows.step, rows.origin)
  return stated !== null && agrees(stated, own, y.length, x.length) ? stated : own
}

/** Outer edge of the first pixel and step of evenly spaced centres. A single label needs to be told its step. */
function evenSpacing(labels: readonly ScalarJson[], statedStep: number | null): { origin: number; step: number } | null {
  const values = labels.map(Number)
  const first = values[0] as number
  const last = values[values.length - 1] as number
  const step = values.length > 1 ? (last - first) / (values.length - 1) : statedStep
  if (step === null || !Number.isFinite(step) || step === 0) return null
  const tolerance = Math.abs(step) * evenSpacingPx
  if (values.some((value, index) => !(Math.abs(value - (first + index * step)) <= tolerance))) return null
  return { origin: first - step / 2, step }
}

/** Whether two axis-aligned affines put all corners of the array at the same place. */
function agrees(stated: Affine, own: Affine, height: number, width: number): boolean {
  const x = [0, width].every((column) => Math.abs(stated.c + stated.a * column - (own.c + own.a * column)) <= Math.abs(own.a) * agreementPx)
  const y = [0, height].every((row) => Math.abs(stated.f + stated.e * row - (own.f + own.e * row)) <= Math.abs(own.e) * agreementPx)
  return x && y
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
