import { isAxisAligned } from '../geo/affine.js'
import { formatCrs, isGeographic, unitOf } from '../geo/crs.js'
import { boundsOf } from '../geo/geobox.js'
import type { ArraySpec } from '../graph/spec.js'
import type { Axis } from '../picture/axis.js'
import { niceTicks, type Ticks } from '../picture/ticks.js'
import { timeTicks } from '../picture/time-ticks.js'
import { axisOf } from './labels-axis.js'

/** The axes of an array's picture, and whether its columns and rows are turned round so that east is right and north is up. */
export interface PictureAxes {
  readonly x: Axis
  readonly y: Axis
  readonly flipX: boolean
  readonly flipY: boolean
  /** Height of a pixel over its width. */
  readonly aspect: number
}

/** The axes of an array of two dims (rows, columns): by its grid, else by its labels, else by position. */
export function axesOf(spec: ArraySpec): PictureAxes {
  const { geobox, dims, shape } = spec
  if (geobox === null) {
    const [rows, columns] = dims as [string, string]
    return { x: labelAxis(spec, columns), y: labelAxis(spec, rows), flipX: false, flipY: false, aspect: 1 }
  }
  const { a, e } = geobox.affine
  if (!isAxisAligned(geobox.affine)) {
    const [height, width] = shape as [number, number]
    const label = 'column, row (the grid is turned)'
    return { x: { from: 0, to: width, label }, y: { from: 0, to: height, label: '' }, flipX: false, flipY: false, aspect: 1 }
  }
  const { left, right, top, bottom } = boundsOf(geobox)
  const [x, y] = geobox.crs !== null && isGeographic(geobox.crs) ? [degrees('E', 'W'), degrees('N', 'S')] : [undefined, undefined]
  return {
    x: { from: left, to: right, label: crsLabel(spec), ...(x === undefined ? {} : { ticks: (most) => x(left, right, most) }) },
    y: { from: top, to: bottom, label: '', ...(y === undefined ? {} : { ticks: (most) => y(top, bottom, most) }) },
    flipX: a < 0,
    flipY: e > 0,
    aspect: Math.abs(e / a),
  }
}

function crsLabel({ geobox }: ArraySpec): string {
  const crs = geobox?.crs ?? null
  if (crs === null) return 'x, y (no CRS)'
  const code = formatCrs(crs)
  const short = code.length > 24 ? crs.name : code
  if (isGeographic(crs)) return short
  const unit = unitOf(crs)
  return `x, y in ${unit === 'metre' ? 'm' : unit}, ${short}`
}

/** Marks in degrees with the side of the earth. */
function degrees(positive: string, negative: string): (from: number, to: number, most: number) => Ticks {
  return (from, to, most) => {
    const { values, labels } = niceTicks(from, to, most)
    const side = (value: number): string => (value === 0 ? '' : value > 0 ? positive : negative)
    return { values, labels: labels.map((label, at) => `${label.replace('−', '')}°${side(values[at] as number)}`) }
  }
}

/** An axis over the labels of a dim, from half a step before the first to half a step after the last; times at their instants. */
export function labelAxis(spec: ArraySpec, dim: string): Axis {
  const axis = axisOf(spec, dim)
  if ((axis.kind === 'number' || axis.kind === 'time') && axis.count > 1) {
    const [first, last] = [axis.at(0), axis.at(axis.count - 1)]
    const half = (last - first) / (axis.count - 1) / 2
    const [from, to] = [first - half, last + half]
    if (axis.kind === 'number' && last !== first) return { from, to, label: dim }
    if (axis.kind === 'time' && last > first) return { from, to, label: dim, ticks: (most) => timeTicks(from, to, most, axis.calendar) }
  }
  const ticks = (most: number): Ticks => {
    const step = Math.ceil(axis.count / most)
    const places = Array.from({ length: Math.ceil(axis.count / step) }, (_, at) => at * step)
    return { values: places.map((at) => at + 0.5), labels: places.map((at) => (axis.kind === 'text' ? axis.at(at) : String(at))) }
  }
  return { from: 0, to: axis.count, label: dim, ticks }
}
