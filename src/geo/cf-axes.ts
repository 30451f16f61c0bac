import type { ScalarJson } from '../base/scalar.js'
import { type Affine, affine, isAxisAligned } from './affine.js'

/** Labels along one dim and what their attributes say of them. */
export interface AxisLabels {
  readonly values: readonly ScalarJson[]
  readonly standardName: string | null
  readonly axis: string | null
  readonly units: string | null
}

/** Largest deviation of pixel centres from even spacing, in pixels: what float32 labels of a global grid need. */
const evenSpacingPx = 0.01

/** Largest difference between a stated affine and the labels' own, in pixels, at which the stated one counts: labels are the data, an affine may be left over from before a crop. */
const agreementPx = 0.01

const yNames = ['y', 'lat', 'latitude', 'northing', 'north']
const xNames = ['x', 'lon', 'longitude', 'long', 'easting', 'east']
const yStandardNames = ['latitude', 'projection_y_coordinate', 'grid_latitude', 'projection_y_angular_coordinate']
const xStandardNames = ['longitude', 'projection_x_coordinate', 'grid_longitude', 'projection_x_angular_coordinate']
const yUnits = /^degrees?_?n(orth)?$/i
const xUnits = /^degrees?_?e(ast)?$/i

/** Positions of the dims of space, told by CF: standard name, axis or unit of their labels, else the dim's name. -1 where one is not told. */
export function spatialDims(dims: readonly string[], labelsOf: (dim: string) => AxisLabels | null): { y: number; x: number } {
  const find = (standardNames: readonly string[], axis: string, units: RegExp, names: readonly string[]): number => {
    const told = dims.findIndex((dim) => {
      const labels = labelsOf(dim)
      return (
        labels !== null && (standardNames.includes(labels.standardName ?? '') || labels.axis === axis || units.test(labels.units ?? ''))
      )
    })
    return told >= 0 ? told : dims.findIndex((dim) => names.includes(dim.toLowerCase()))
  }
  return { y: find(yStandardNames, 'Y', yUnits, yNames), x: find(xStandardNames, 'X', xUnits, xNames) }
}

/** Whether labels are degrees of latitude or longitude by CF. */
export function areDegrees({ standardName, units }: AxisLabels): boolean {
  return standardName === 'latitude' || standardName === 'longitude' || yUnits.test(units ?? '') || xUnits.test(units ?? '')
}

/**
 * The affine of an array: the stated one where the labels agree with it or are missing, else the one that evenly spaced labels give;
 * null where neither is there, or labels are uneven.
 */
export function affineOfLabels(stated: Affine | null, y: readonly ScalarJson[] | null, x: readonly ScalarJson[] | null): Affine | null {
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
