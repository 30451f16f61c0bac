import { UsageError } from '../base/errors.js'
import type { ArraySpec } from '../graph/spec.js'
import type { Canvas } from '../picture/canvas.js'
import { makeCanvas } from '../picture/canvas.js'
import type { Colormap } from '../picture/colormap.js'
import { drawFigure, type Figure, figureMargins, type Panel } from '../picture/figure.js'
import type { Key } from '../picture/key.js'
import { encodePng } from '../picture/png.js'
import { shownArgument } from './arguments.js'
import { type DataArray, nodeOf } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { labelsOf } from './labels-axis.js'
import { axesOf } from './picture-axes.js'
import {
  barOf,
  type Classes,
  classesOf,
  knownValues,
  paintClasses,
  paintRgb,
  paintValues,
  possibleClasses,
  type Range,
  rangeOf,
} from './picture-paint.js'
import { type Plane, readPlanes } from './picture-read.js'
import { type PlotOptions, type Plottable, planesOf, plotOptions } from './plot-options.js'

/**
 * A PNG of an array with axes in its coordinates and a colour bar: dims y and x (or any two), or three bands as red, green and blue. Reads as few
 * pixels as the picture has: overviews of the sources, through the whole graph. Invalid pixels are light grey. Throws `E_USAGE`.
 *
 * @example await plot(ndvi, { vmin: 0, vmax: 1, cmap: 'RdYlGn', title: 'NDVI' })
 */
export async function plot(subject: Plottable, given?: PlotOptions): Promise<Uint8Array> {
  const options = plotOptions('plot', given)
  const planes = planesOf('plot', subject, options.rgb)
  const title = options.title ?? titleOf(subject, planes)
  const { figure } = await drawn([{ title: '', planes }], 1, { ...options, title }, true)
  return encodePng(drawFigure(figure))
}

/** Options of {@link plotGrid}. */
export interface PlotGridOptions extends PlotOptions {
  /** Panels in a row; default: as many as give panels of some 200 pixels. */
  readonly columns?: number
  /** The dim whose positions are the panels, where one array is given. */
  readonly dim?: string
}

/**
 * A PNG of several arrays side by side, with one range of colours for all: arrays by the titles of their panels, or the positions of one array along
 * `dim`. Axes are drawn at the outer edges where all panels show the same area. Reads like {@link plot}. Throws `E_USAGE`.
 */
export async function plotGrid(arrays: LazyArray | { readonly [title: string]: Plottable }, given?: PlotGridOptions): Promise<Uint8Array> {
  const { columns, dim, ...options } = plotOptions('plotGrid', given, ['columns', 'dim'])
  const panels = arrays instanceof LazyArray ? panelsAlong('plotGrid', arrays as DataArray, dim) : panelsOf(arrays, options.rgb)
  const { width = 800 } = options
  const count = columns ?? balanced(panels.length, Math.max(1, Math.floor(width / 220)))
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`plotGrid: columns is ${shownArgument(columns)}, expected a whole number from 1`)
  const { figure } = await drawn(panels, count, { ...options, width, title: options.title ?? '' }, false)
  return encodePng(drawFigure(figure))
}

/** As few columns as fill the rows that so many columns at most would need. */
function balanced(panels: number, most: number): number {
  return Math.ceil(panels / Math.ceil(panels / most))
}

/** A picture of a figure before it is read: its title and its planes, one or three. */
export interface PanelPlan {
  readonly title: string
  readonly planes: readonly DataArray[]
}

function panelsOf(arrays: { readonly [title: string]: Plottable }, rgb: PlotOptions['rgb']): PanelPlan[] {
  if (typeof arrays !== 'object' || arrays === null)
    throw new UsageError(`plotGrid: ${shownArgument(arrays)} was given, expected arrays by title`)
  const panels = Object.entries(arrays).map(([title, each]) => ({ title, planes: planesOf('plotGrid', each, rgb) }))
  if (panels.length === 0) throw new UsageError('plotGrid: there are no arrays: give at least one')
  return panels
}

/** One panel for each position of an array along a dim, under its label. Throws `E_USAGE` for a dim that is not there. */
export function panelsAlong(what: string, array: DataArray, dim: string | undefined): PanelPlan[] {
  const along = dim ?? array.dims.find((each) => each !== 'y' && each !== 'x')
  if (along === undefined || !array.dims.includes(along))
    throw new UsageError(
      `${what}: ${dim === undefined ? 'give several arrays by title, or an array with a dim beside y and x' : `the array has no dim "${dim}"`}; its dims are ${array.dims.join(', ')}`,
    )
  return labelsOf(nodeOf(array).spec, along).map((label, at) => ({
    title: typeof label === 'number' ? `${along} ${Number(label.toPrecision(8))}` : label.replace(/T00:00:00(\.000)?Z$/, ''),
    planes: planesOf(what, array.isel({ [along]: at } as { readonly [dim: string]: number }), undefined),
  }))
}

function titleOf(subject: Plottable, planes: readonly DataArray[]): string {
  const [only] = planes
  if (!(subject instanceof LazyArray) || planes.length > 1 || only === undefined) return ''
  return only.name ?? only.bands[0]?.description ?? ''
}

/** Panels read and painted over common ranges, and what they were painted from. */
export interface Drawn {
  readonly figure: Figure
  readonly planes: readonly Plane[][]
}

/** Reads panels and paints them over common ranges. `ownKey`: the key stands at the one panel's side and is as high. */
export async function drawn(
  panels: readonly PanelPlan[],
  columns: number,
  options: PlotOptions & { readonly title: string },
  ownKey: boolean,
): Promise<Drawn> {
  const first = (panels[0] as PanelPlan).planes[0] as DataArray
  const { spec } = nodeOf(first)
  const isRgb = (panels[0] as PanelPlan).planes.length === 3
  const guess = isRgb ? null : spec.categorical ? possibleClasses(spec) : barGuess(labelFor(spec, options))
  const frames = framed(panels, columns, options.axes ?? true)
  const { aspect } = axesOf(spec)
  const shell = { panels: frames.map((frame) => ({ ...frame, key: ownKey ? guess : null })), columns, key: ownKey ? null : guess }
  const width = Math.max(48, Math.floor(((options.width ?? 640) - figureMargins(shell)) / Math.min(columns, panels.length)))
  const height = panelHeight(spec, width, aspect)
  const read = await readPlanes(
    panels.flatMap(({ planes }) => planes),
    { width, height },
    options.run,
  )
  const perPanel = (panels[0] as PanelPlan).planes.length
  const planes = panels.map((_, at) => read.slice(at * perPanel, (at + 1) * perPanel))
  const { images, key } = painted(planes, options)
  const figure: Figure = {
    title: options.title,
    panels: frames.map((frame, at) => ({ ...frame, image: images[at] as Canvas, key: ownKey ? key : null })),
    columns,
    width,
    height,
    key: ownKey ? null : key,
  }
  return { figure, planes }
}

function labelFor(spec: ArraySpec, { label }: PlotOptions): string {
  return label ?? spec.bands[0]?.unit ?? ''
}

/** A bar of unknown range: it is as wide as any. */
function barGuess(label: string): Key {
  return { kind: 'bar', colors: [], from: 0, to: 1, label, below: false, above: false }
}

/** Height of a panel so that pixels have their shape; arrays without a grid, and very long ones, fill a panel of a usual shape. */
function panelHeight({ shape, geobox }: ArraySpec, width: number, aspect: number): number {
  const [rows, columns] = shape as [number, number]
  const natural = (width * rows * aspect) / columns
  if (geobox === null && (natural > 1.5 * width || natural < 0.3 * width)) return Math.round(0.6 * width)
  return Math.round(Math.min(2 * width, Math.max(24, natural)))
}

/** Panels with the axes that they show: all of a single one; of several over one area those at the left and at the bottom; else none. */
function framed(panels: readonly PanelPlan[], columns: number, wanted: boolean): Panel[] {
  const blank = makeCanvas(1, 1)
  const axes = panels.map(({ planes }) => axesOf(nodeOf(planes[0] as DataArray).spec))
  const extents = axes.map(({ x, y }) => [x.from, x.to, y.from, y.to].join())
  const hasAxes = wanted && extents.every((each) => each === extents[0])
  return panels.map(({ title }, at) => {
    const { x, y } = axes[at] as ReturnType<typeof axesOf>
    const isLowest = at + columns >= panels.length
    // What the coordinates are is said once.
    const below = at % columns === 0 ? x : { ...x, label: '' }
    return { title, image: blank, x: hasAxes && isLowest ? below : null, y: hasAxes && at % columns === 0 ? y : null, key: null }
  })
}

/** Planes as pictures, all over the same ranges, and the key to them. */
export function painted(planes: readonly (readonly Plane[])[], options: PlotOptions): { images: Canvas[]; key: Key | null } {
  const [[first, ...others]] = planes as [[Plane, ...Plane[]]]
  const { cmap = usualColors(first.spec) } = options
  if (others.length === 2) {
    const ranges = [0, 1, 2].map((band) => limits(knownValues(planes.map((each) => each[band] as Plane)), { robust: true, ...options }))
    return { images: planes.map((each) => paintRgb(each, ranges)), key: null }
  }
  const all = planes.map(([plane]) => plane as Plane)
  const classes: Classes | null = options.cmap === undefined ? classesOf(all) : null
  if (classes !== null) return { images: all.map((plane) => paintClasses(plane, classes)), key: classes.key }
  const known = knownValues(all)
  const range = limits(known, options)
  return { images: all.map((plane) => paintValues(plane, range, cmap)), key: barOf(known, range, cmap, labelFor(first.spec, options)) }
}

/** Shades are drawn as light and shadow, everything else in colours that grow lighter evenly. */
function usualColors({ name, dtype }: ArraySpec): Colormap {
  return name === 'hillshade' && dtype === 'uint8' ? 'gray' : 'viridis'
}

function limits(known: Float64Array, { vmin, vmax, robust = false }: PlotOptions): Range {
  const [least, most] = rangeOf(known, robust ? [2, 98] : [0, 100])
  const [from, to] = [vmin ?? least, vmax ?? most]
  return from < to ? [from, to] : vmin === undefined ? [to - 1, to] : [from, from + 1]
}
