import type { Calendar } from '../base/calendar.js'
import type { Affine } from '../geo/affine.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { formatTime, labelToMs, parseTimeUnit } from './labels-time.js'

/** The labels along one dim, by position; `regular` where they follow from a start and a step. */
export type Axis =
  | {
      readonly kind: 'number'
      readonly count: number
      readonly at: (index: number) => number
      readonly regular: { readonly start: number; readonly step: number } | null
    }
  | {
      readonly kind: 'time'
      /** The calendar whose days `at` counts. */
      readonly calendar: Calendar
      readonly count: number
      readonly at: (index: number) => number
      readonly regular: { readonly start: number; readonly step: number } | null
    }
  | { readonly kind: 'text'; readonly count: number; readonly at: (index: number) => string }
  | { readonly kind: 'rotated'; readonly count: number }
  | { readonly kind: 'none'; readonly count: number }

/** The labels of a dim: pixel centres for x and y, times in milliseconds (since 1970 UTC in the usual calendar), numbers or texts. `rotated` has none along a single dim. */
export function axisOf(spec: ArraySpec, dim: string): Axis {
  const position = spec.dims.indexOf(dim)
  const count = spec.shape[position] as number
  const coord = spec.coords[dim]
  if (spec.geobox !== null && (dim === 'x' || dim === 'y') && (coord === undefined || coord.kind === 'affine')) {
    return centres(spec.geobox.affine, dim, count)
  }
  if (coord === undefined || coord.kind === 'affine') return { kind: 'none', count }
  return coord.kind === 'regular' ? regularAxis(coord, count) : inlineAxis(coord, count)
}

function centres(affine: Affine, dim: 'x' | 'y', count: number): Axis {
  if (affine.b !== 0 || affine.d !== 0) return { kind: 'rotated', count }
  const [step, origin] = dim === 'x' ? [affine.a, affine.c] : [affine.e, affine.f]
  return { kind: 'number', count, at: (index) => origin + (index + 0.5) * step, regular: { start: origin + 0.5 * step, step } }
}

function regularAxis(coord: Extract<Coord, { kind: 'regular' }>, count: number): Axis {
  const time = parseTimeUnit(coord.unit, undefined)
  const toLabel = (value: number): number => (time === null ? value : labelToMs(value, time))
  return {
    ...(time === null ? { kind: 'number' } : { kind: 'time', calendar: time.calendar }),
    count,
    at: (index) => toLabel(coord.start + index * coord.step),
    regular: { start: toLabel(coord.start), step: coord.step * (time?.unitMs ?? 1) },
  }
}

function inlineAxis(coord: Extract<Coord, { kind: 'inline' }>, count: number): Axis {
  const time = parseTimeUnit(coord.unit, coord.calendar)
  const { labels } = coord
  if (time !== null)
    return { kind: 'time', calendar: time.calendar, count, at: (index) => labelToMs(labels[index] as number, time), regular: null }
  const numbers = labels.every((label) => typeof label === 'number' || /^(-?\d{16,}|NaN|-?Infinity)$/.test(label))
  if (numbers) return { kind: 'number', count, at: (index) => Number(labels[index]), regular: null }
  return { kind: 'text', count, at: (index) => String(labels[index]) }
}

/** Labels of a dim as users read them: numbers (x and y: pixel centres), ISO texts for times, texts; positions from 0 where there are none. */
export function labelsOf(spec: ArraySpec, dim: string): readonly (number | string)[] {
  const axis = axisOf(spec, dim)
  const named = dim === 'band' && axis.kind !== 'text' ? spec.bands.map((band) => band.description) : []
  const all = Array.from({ length: axis.count }, (_, index) => named[index] ?? labelAt(axis, index))
  return dim === 'band' && axis.kind === 'none' ? all.map((label) => (typeof label === 'number' ? label + 1 : label)) : all
}

/** One label as users read it. */
export function labelAt(axis: Axis, index: number): number | string {
  if (axis.kind === 'time') return formatTime(axis.at(index), axis.calendar)
  return axis.kind === 'none' || axis.kind === 'rotated' ? index : axis.at(index)
}

/** A few labels for a message: all when short, else both ends. */
export function someLabels(labels: readonly (number | string)[], most = 12): string {
  if (labels.length <= most) return labels.join(', ')
  return `${labels.slice(0, most - 2).join(', ')}, ... ${labels[labels.length - 1]} (${labels.length} labels)`
}
