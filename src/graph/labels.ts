import { calendarNamed, timeText } from '../base/calendar.js'
import { UsageError } from '../base/errors.js'
import { canonicalJson } from '../base/json.js'
import type { ArraySpec, Coord } from './spec.js'

/** Most labels that a recipe carries along one dim. */
export const maxInlineLabels = 65_536

/** Numbers a constant step apart of which there are more are kept as a start and a step. */
export const maxListedEven = 4096

/**
 * The labels of a dim without the help of the geobox: pixel centres of an axis-aligned grid become `regular`.
 * Undefined where there are no labels, or where they need both x and y (a rotated grid).
 */
export function ownLabels(spec: ArraySpec, dim: string): Coord | undefined {
  const coord = spec.coords[dim]
  if (coord?.kind !== 'affine') return coord
  const affine = spec.geobox?.affine
  if (affine === undefined || affine.b !== 0 || affine.d !== 0) return undefined
  const [origin, step] = dim === 'x' ? [affine.c, affine.a] : [affine.f, affine.e]
  return { kind: 'regular', start: origin + 0.5 * step, step }
}

/** The labels of every `step`-th index from `start` on. Affine labels stay affine: the geobox moves along. */
export function slicedLabels(coord: Coord, start: number, step: number, count: number): Coord {
  if (coord.kind === 'affine') return coord
  if (coord.kind === 'regular') return { ...coord, start: coord.start + start * coord.step, step: coord.step * step }
  return { ...coord, labels: Array.from({ length: count }, (_, index) => coord.labels[start + index * step] as number | string) }
}

/** The labels at a list of indices, inline. Throws `E_USAGE` beyond 65,536. */
export function pickedLabels(coord: Exclude<Coord, { kind: 'affine' }>, indices: readonly number[]): Coord {
  if (indices.length > maxInlineLabels) {
    throw new UsageError(
      `a list of ${indices.length} indices is longer than the ${maxInlineLabels} labels that an array keeps; select a range with a step`,
    )
  }
  if (coord.kind === 'inline') return { ...coord, labels: indices.map((index) => coord.labels[index] as number | string) }
  const { start, step, unit } = coord
  return { kind: 'inline', labels: indices.map((index) => start + index * step), ...(unit === undefined ? {} : { unit }) }
}

/** How the labels of a dim differ between two arrays, for messages; null where they are the same or one array has none. */
export function labelDifference(a: ArraySpec, b: ArraySpec, dim: string): string | null {
  if (a.coords[dim]?.kind === 'affine' && b.coords[dim]?.kind === 'affine') return null
  const [left, right] = [ownLabels(a, dim), ownLabels(b, dim)]
  if (left === undefined || right === undefined) return null
  if (canonicalJson(left) === canonicalJson(right)) return null
  const extent = a.shape[a.dims.indexOf(dim)] as number
  for (let index = 0; index < extent; index++) {
    const [one, other] = [labelAt(left, index), labelAt(right, index)]
    if (one !== other) return `label ${index} of ${dim} is ${shownLabel(left, one)} and ${shownLabel(right, other)}`
  }
  const meaning = (coord: Coord): string => JSON.stringify('unit' in coord ? coord.unit : undefined) ?? 'no unit'
  return meaning(left) === meaning(right) ? null : `the unit of ${dim} is ${meaning(left)} and ${meaning(right)}`
}

const unitMs: Readonly<Record<string, number>> = {
  nanoseconds: 1e-6,
  microseconds: 1e-3,
  milliseconds: 1,
  seconds: 1e3,
  minutes: 60e3,
  hours: 3600e3,
  days: 86_400e3,
}

/** A label for a message: a time as its ISO text where its unit counts from a date of a known calendar, else as it is kept. */
export function shownLabel(coord: Coord, label: number | string | undefined): string {
  const { unit, calendar: named } = coord as { unit?: string; calendar?: string }
  const [, name = '', year, month, day, hour = 0, minute = 0, second = 0] =
    /^(\w+) since (\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.0*)?)?)?(?: ?Z| UTC)?$/.exec(unit ?? '') ?? []
  const calendar = calendarNamed(named)
  if (calendar === null || year === undefined) return String(label)
  const start = calendar.toDays(Number(year), Number(month), Number(day)) * 86_400e3
  const clock = Number(hour) * 3600e3 + Number(minute) * 60e3 + Number(second) * 1e3
  const ms = start + clock + Number(label) * (unitMs[name] ?? Number.NaN)
  return Number.isFinite(ms) ? timeText(ms, calendar) : String(label)
}

/** The label at an index; undefined for affine labels, which the geobox knows. */
export function labelAt(coord: Coord, index: number): number | string | undefined {
  if (coord.kind === 'inline') return coord.labels[index]
  return coord.kind === 'regular' ? coord.start + index * coord.step : undefined
}
