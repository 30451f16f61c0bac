import { isInteger } from '../base/dtype.js'
import type { ArraySpec } from '../graph/spec.js'
import { type Canvas, makeCanvas, type Rgb } from '../picture/canvas.js'
import { type Colormap, classColor, colorTable } from '../picture/colormap.js'
import type { Key } from '../picture/key.js'
import type { Plane } from './picture-read.js'

/** Values that colours are stretched over. */
export type Range = readonly [least: number, most: number]

/** Colours of a bar: with text beside it the picture stays within the 256 that make a small file. */
const barColors = 192

/** The most classes that a picture tells apart. */
const mostClasses = 32

/** A pixel as a number; NaN where it is invalid. */
function valueAt({ values, valid }: Plane, at: number): number {
  return valid !== null && valid[at] === 0 ? Number.NaN : Number(values[at])
}

/** All values of some planes that are valid and finite, in no order. */
export function knownValues(planes: readonly Plane[]): Float64Array {
  const known = new Float64Array(planes.reduce((sum, { values }) => sum + values.length, 0))
  let count = 0
  for (const plane of planes) {
    for (let at = 0; at < plane.values.length; at++) {
      const value = valueAt(plane, at)
      if (Number.isFinite(value)) known[count++] = value
    }
  }
  return known.subarray(0, count)
}

/** The range between two percentiles (0 and 100: the least and the greatest). Equal ends are moved apart. Without a value 0 to 1. */
export function rangeOf(known: Float64Array, [low, high]: readonly [number, number]): Range {
  if (known.length === 0) return [0, 1]
  const sorted = known.slice().sort()
  const at = (percent: number): number => sorted[Math.round((percent / 100) * (sorted.length - 1))] as number
  const [least, most] = [at(low), at(high)]
  return least < most ? [least, most] : [least - 0.5, least + 0.5]
}

/** Paints values by a colour map over a range. Invalid pixels are transparent. */
export function paintValues(plane: Plane, [least, most]: Range, cmap: Colormap): Canvas {
  const table = colorTable(cmap, barColors)
  return paint(plane, (at) => {
    const value = valueAt(plane, at)
    if (Number.isNaN(value)) return null
    const share = Math.min(1, Math.max(0, (value - least) / (most - least)))
    return table[Math.min(barColors - 1, Math.floor(share * barColors))] as Rgb
  })
}

/** The bar of a picture painted by {@link paintValues}; `known` are the values behind it. */
export function barOf(known: Float64Array, [from, to]: Range, cmap: Colormap, label: string): Key {
  let [below, above] = [false, false]
  for (const value of known) {
    if (value < from) below = true
    else if (value > to) above = true
  }
  return { kind: 'bar', colors: colorTable(cmap, barColors), from, to, label, below, above }
}

function paint({ rows, columns }: Plane, colorAt: (at: number) => Rgb | null): Canvas {
  const canvas = makeCanvas(columns, rows)
  for (let at = 0; at < rows * columns; at++) {
    const color = colorAt(at)
    if (color !== null) canvas.rgba.set([...color, 255], at * 4)
  }
  return canvas
}

/** Paints three planes as red, green and blue, each over a range of its own. A pixel that one of them lacks is transparent. */
export function paintRgb(planes: readonly Plane[], ranges: readonly Range[]): Canvas {
  return paint(planes[0] as Plane, (at) => {
    const color = planes.map((plane, band) => {
      const [least, most] = ranges[band] as Range
      return Math.round(255 * Math.min(1, Math.max(0, (valueAt(plane, at) - least) / (most - least))))
    })
    return color.some(Number.isNaN) ? null : (color as unknown as Rgb)
  })
}

/** Colours and names of the classes that are seen; null for what is no map of classes. */
export interface Classes {
  readonly colors: ReadonlyMap<number, Rgb>
  readonly key: Key
}

/** The classes in some planes, by the palette and the names in their attributes; null where values are no classes, or too many. */
export function classesOf(planes: readonly Plane[]): Classes | null {
  const { spec } = planes[0] as Plane
  if (!spec.categorical || !isInteger(spec.dtype)) return null
  const seen = [...new Set(planes.flatMap((plane) => [...new Set(knownValues([plane]))]))].sort((a, b) => a - b)
  if (seen.length > mostClasses) return null
  const colors = new Map(seen.map((value, rank) => [value, paletteColor(spec, value) ?? classColor(rank)]))
  const entries = seen.map((value) => ({ color: colors.get(value) as Rgb, label: className(spec, value) }))
  return { colors, key: { kind: 'legend', entries } }
}

/** The key that a map of classes will have at most, before it is read. */
export function possibleClasses(spec: ArraySpec): Key {
  const names = Object.keys(spec.attrs).filter((name) => /^CLASS_\d+$/.test(name))
  const values = names.map((name) => Number(name.slice('CLASS_'.length)))
  const labels = [...values, ...flagValues(spec)].map((value) => className(spec, value))
  return { kind: 'legend', entries: ['000', ...labels].map((label) => ({ color: classColor(0), label })) }
}

/** Paints classes. */
export function paintClasses(plane: Plane, { colors }: Classes): Canvas {
  return paint(plane, (at) => colors.get(valueAt(plane, at)) ?? null)
}

function paletteColor({ attrs }: ArraySpec, value: number): Rgb | null {
  const table = attrs.color_table
  const color = Array.isArray(table) ? table[value] : undefined
  return Array.isArray(color) && color.length >= 3 ? (color.slice(0, 3) as unknown as Rgb) : null
}

function flagValues({ attrs }: ArraySpec): number[] {
  return Array.isArray(attrs.flag_values) ? attrs.flag_values.map(Number) : []
}

/** The name of a class: a band item `CLASS_10`, CF's `flag_meanings`, or the number. */
function className(spec: ArraySpec, value: number): string {
  const item = spec.attrs[`CLASS_${value}`]
  if (typeof item === 'string') return item
  const meanings = String(spec.attrs.flag_meanings ?? '').split(/\s+/)
  const place = flagValues(spec).indexOf(value)
  return place >= 0 && meanings[place] !== undefined ? (meanings[place] as string).replaceAll('_', ' ') : String(value)
}
