import { UsageError } from '../base/errors.js'
import { geoboxEquals } from '../geo/geobox.js'
import { makeCanvas } from '../picture/canvas.js'
import { drawFigure, figureMargins, type Panel } from '../picture/figure.js'
import { encodePng } from '../picture/png.js'
import { textWidth } from '../picture/text.js'
import { shortNumber } from '../picture/ticks.js'
import { type DataArray, nodeOf } from './data-array.js'
import type { LazyArray } from './data-array-base.js'
import { axesOf } from './picture-axes.js'
import { barOf, knownValues, paintValues, rangeOf } from './picture-paint.js'
import { type Plane, readPlanes } from './picture-read.js'
import { painted } from './plot.js'
import { type PlotOptions, planesOf, plotOptions } from './plot-options.js'

/** Options of {@link compare}. */
export interface CompareOptions extends Omit<PlotOptions, 'rgb' | 'axes'> {
  /** Titles of the two arrays; default: their names (with A and B behind them where they have the same), or A and B. */
  readonly titles?: readonly [string, string]
  /** The values at the ends of the difference's bar are this and its negative; default: the 98th percentile. */
  readonly vdiff?: number
}

/**
 * A PNG of two arrays of one grid, side by side over one range, and of the second less the first. Its mean and root mean square stand above it (of the
 * pixels that are seen: reads like `plot`). Throws `E_USAGE`, `E_GRID` where the grids differ.
 */
export async function compare(a: LazyArray, b: LazyArray, given?: CompareOptions): Promise<Uint8Array> {
  const { titles, vdiff, ...options } = plotOptions('compare', given, ['titles', 'vdiff'])
  if (vdiff !== undefined && !(vdiff > 0)) throw new UsageError(`compare: vdiff is ${vdiff}, expected a number above 0`)
  const [one] = planesOf('compare', a, undefined) as [DataArray]
  const [other] = planesOf('compare', b, undefined) as [DataArray]
  mustMatch(one, other)
  const { spec } = nodeOf(one)
  const axes = axesOf(spec)
  const label = options.label ?? spec.bands[0]?.unit ?? ''
  const guess = barOf(new Float64Array(0), [0, 1], 'viridis', label)
  const names = titles ?? namesOf(one, other)
  const panel = (title: string, at: number): Panel => ({
    title,
    image: makeCanvas(1, 1),
    x: at === 0 ? axes.x : { ...axes.x, label: '' },
    y: at === 0 ? axes.y : null,
    key: at === 0 ? null : guess,
  })
  const shell = { panels: [panel(names[0], 0), panel(names[1], 1), panel('', 2)], columns: 3, key: null }
  const width = Math.max(48, Math.floor(((options.width ?? 900) - figureMargins(shell)) / 3))
  const [rows, columns] = spec.shape as [number, number]
  const height = Math.min(2 * width, Math.max(24, Math.round((width * rows * axes.aspect) / columns)))
  const [left, right] = (await readPlanes([one, other], { width, height }, options.run)) as [Plane, Plane]
  const { images, key } = painted([[left], [right]], options)
  const difference = lessThan(right, left)
  const known = knownValues([difference])
  const most = vdiff ?? rangeOf(known.map(Math.abs), [0, 98])[1]
  const sum = known.reduce((total, value) => total + value, 0) / Math.max(1, known.length)
  const square = Math.sqrt(known.reduce((total, value) => total + value * value, 0) / Math.max(1, known.length))
  const panels = [
    { ...panel(names[0], 0), image: images[0] as Panel['image'] },
    { ...panel(names[1], 1), image: images[1] as Panel['image'], key },
    {
      ...panel(differenceTitle(square, sum, width), 2),
      image: paintValues(difference, [-most, most], 'RdBu_r'),
      key: barOf(known, [-most, most], 'RdBu_r', differenceLabel(names, label, height)),
    },
  ]
  return encodePng(drawFigure({ title: options.title ?? '', panels, columns: 3, width, height, key: null }))
}

/** What two arrays are called, told apart where they have one name. */
function namesOf(one: DataArray, other: DataArray): readonly [string, string] {
  const [first, second] = [one, other].map(({ name, bands }) => name ?? bands[0]?.description ?? null)
  if (first === second) return first === null || first === undefined ? ['A', 'B'] : [`${first} (A)`, `${first} (B)`]
  return [first ?? 'A', second ?? 'B']
}

/** What is taken from what, where it fits beside the bar. */
function differenceLabel([one, other]: readonly [string, string], unit: string, room: number): string {
  const all = [`${other} − ${one}`, 'difference'].map((text) => (unit === '' ? text : `${text}, ${unit}`))
  return all.find((text) => textWidth(text) <= room) ?? 'difference'
}

/** The statistics of the differences, as far as they fit. */
function differenceTitle(square: number, mean: number, width: number): string {
  const root = `RMS ${shortNumber(square, 3)}`
  const both = `${root}, mean ${shortNumber(mean, 2)}`
  return textWidth(both) <= width ? both : root
}

function mustMatch(one: DataArray, other: DataArray): void {
  const same =
    one.shape.join() === other.shape.join() && (one.geobox === null || other.geobox === null || geoboxEquals(one.geobox, other.geobox))
  if (!same) throw new UsageError('compare: the arrays have different grids: bring one to the other with reprojectMatch')
}

/** The first plane less the second; invalid where one of them is. */
function lessThan(plane: Plane, other: Plane): Plane {
  const values = Float64Array.from(plane.values as ArrayLike<number | bigint>, (value, at) => Number(value) - Number(other.values[at]))
  const valid = Uint8Array.from(values, (_, at) => Number((plane.valid?.[at] ?? 1) === 1 && (other.valid?.[at] ?? 1) === 1))
  return { ...plane, spec: { ...plane.spec, dtype: 'float64', categorical: false }, values, valid }
}
