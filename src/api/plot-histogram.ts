import { UsageError } from '../base/errors.js'
import { type Chart, drawChart, type Series } from '../picture/chart.js'
import { classColor } from '../picture/colormap.js'
import { encodePng } from '../picture/png.js'
import { shownArgument } from './arguments.js'
import { type DataArray, nodeOf } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { labelsOf } from './labels-axis.js'
import { knownValues, rangeOf } from './picture-paint.js'
import { type Plane, readPlanes } from './picture-read.js'
import { type Plottable, planesOf, plotOptions, variablesOf } from './plot-options.js'
import type { RunOptions } from './run.js'

/** How a histogram is drawn. */
export interface PlotHistogramOptions {
  /** Number of bins; default 64. */
  readonly bins?: number
  /** The values that the bins lie between; default: the least and the greatest, or with `robust` the percentiles 0.5 and 99.5. */
  readonly range?: readonly [number, number]
  readonly robust?: boolean
  readonly title?: string
  /** Under the axis of values; default: the unit. */
  readonly label?: string
  readonly width?: number
  readonly height?: number
  /** Most rows and columns that are read; default 1024. */
  readonly samplePx?: number
  readonly run?: RunOptions
}

/**
 * A PNG of how often values occur: of an array (each band by itself, as a line), or of the variables of a dataset. Counts pixels of overviews where an array
 * is larger than `samplePx`; the vertical axis is their share in percent. Throws `E_USAGE`.
 */
export async function plotHistogram(subject: Plottable, given?: PlotHistogramOptions): Promise<Uint8Array> {
  const options = plotOptions('plotHistogram', given, ['bins', 'range', 'height', 'samplePx'])
  const { bins = 64, samplePx = 1024, width = 640, height = 320, title = '' } = options
  if (!Number.isInteger(bins) || bins < 1 || bins > 4096)
    throw new UsageError(`plotHistogram: bins is ${shownArgument(bins)}, expected a whole number from 1 to 4096`)
  const named = namedPlanes(subject)
  const planes = await readPlanes(
    named.map(([, array]) => array),
    { width: samplePx, height: samplePx },
    options.run,
  )
  const range = options.range ?? rangeOf(knownValues(planes), options.robust === true ? [0.5, 99.5] : [0, 100])
  const counted = planes.map((plane) => shares(plane, range, bins))
  const edges = Array.from({ length: bins + 1 }, (_, at) => range[0] + (at * (range[1] - range[0])) / bins)
  const series = named.map(([label], at) => seriesOf(label, counted[at] as number[], edges, at, named.length === 1))
  const most = Math.max(1e-9, ...counted.flat())
  const unit = nodeOf(named[0]?.[1] as DataArray).spec.bands[0]?.unit ?? ''
  const chart: Chart = {
    title,
    width,
    height,
    x: { from: range[0], to: range[1], label: options.label ?? unit },
    y: { from: most * 1.06, to: 0, label: '% of pixels' },
    series,
  }
  return encodePng(drawChart(chart))
}

function seriesOf(label: string, ys: readonly number[], edges: readonly number[], at: number, isOnly: boolean): Series {
  const color = classColor(at)
  if (isOnly) return { kind: 'bars', label, color, xs: edges, ys }
  const middles = ys.map((_, bin) => ((edges[bin] as number) + (edges[bin + 1] as number)) / 2)
  return { kind: 'line', label, color, xs: middles, ys }
}

/** The planes that are counted, by name: one, each band, or each variable. */
function namedPlanes(subject: Plottable): [string, DataArray][] {
  const dataset = variablesOf(subject)
  if (dataset !== null) return dataset.names.map((name) => [name, planesOf('plotHistogram', dataset.get(name), undefined)[0] as DataArray])
  if (!(subject instanceof LazyArray)) throw new UsageError(`plotHistogram: ${shownArgument(subject)} was given, expected a DataArray`)
  const array = subject as DataArray
  const extra = array.dims.find((dim, at) => dim !== 'y' && dim !== 'x' && (array.shape[at] as number) > 1)
  if (extra === undefined) return [[array.name ?? '', planesOf('plotHistogram', array, undefined)[0] as DataArray]]
  return labelsOf(nodeOf(array).spec, extra).map((label, at) => [
    String(label),
    planesOf('plotHistogram', array.isel({ [extra]: at } as { readonly [dim: string]: number }), undefined)[0] as DataArray,
  ])
}

/** Percent of the valid pixels in each bin; the last one holds its upper end. */
function shares(plane: Plane, [least, most]: readonly [number, number], bins: number): number[] {
  const known = knownValues([plane])
  const counts = new Array<number>(bins).fill(0)
  for (const value of known) {
    if (value < least || value > most) continue
    const bin = Math.min(bins - 1, Math.floor(((value - least) / (most - least)) * bins))
    counts[bin] = (counts[bin] as number) + 1
  }
  return counts.map((count) => (100 * count) / Math.max(1, known.length))
}
