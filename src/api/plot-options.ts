import { UsageError } from '../base/errors.js'
import type { Colormap } from '../picture/colormap.js'
import { shownArgument } from './arguments.js'
import type { DataArray } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import { type AnyDataset, Dataset } from './dataset.js'
import type { RunOptions } from './run.js'

/** How an array is drawn. */
export interface PlotOptions {
  /** The values at the ends of the colour bar. Default: the least and the greatest that are seen. */
  readonly vmin?: number
  readonly vmax?: number
  /** Whether the ends are the 2nd and the 98th percentile instead. Default: for `rgb` alone. */
  readonly robust?: boolean
  /** Colours of values; default `viridis`, `gray` for hillshades. Classes have those of their file. */
  readonly cmap?: Colormap
  /** Three bands (or variables of a dataset) for red, green and blue, by description or number from 1, each stretched by itself. */
  readonly rgb?: readonly [red: number | string, green: number | string, blue: number | string]
  /** Width of the picture in pixels, with axes and bar; default 640. */
  readonly width?: number
  /** Above the picture; default: the array's name. */
  readonly title?: string
  /** Beside the colour bar; default: the unit. */
  readonly label?: string
  /** Whether axes are drawn; default true. */
  readonly axes?: boolean
  readonly run?: RunOptions
}

/** Names of {@link PlotOptions}. */
export const plotOptionNames = ['vmin', 'vmax', 'robust', 'cmap', 'rgb', 'width', 'title', 'label', 'axes', 'run'] as const

/** Options, checked. Throws `E_USAGE`. */
export function plotOptions<O extends PlotOptions>(what: string, given: O | undefined, more: readonly string[] = []): O {
  const options = knownOptions<O>(what, given, [...plotOptionNames, ...more])
  const { width, vmin, vmax, rgb } = options
  if (width !== undefined && !(Number.isInteger(width) && width >= 120 && width <= 8192))
    throw new UsageError(`${what}: width ${shownArgument(width)} is no number of pixels from 120 to 8192`)
  for (const [name, value] of Object.entries({ vmin, vmax }))
    if (value !== undefined && !Number.isFinite(value))
      throw new UsageError(`${what}: ${name} is ${shownArgument(value)}, expected a number`)
  if (vmin !== undefined && vmax !== undefined && !(vmin < vmax)) throw new UsageError(`${what}: vmin ${vmin} is not below vmax ${vmax}`)
  if (rgb !== undefined && !(Array.isArray(rgb) && rgb.length === 3))
    throw new UsageError(`${what}: rgb is ${shownArgument(rgb)}, expected three bands, as ['red', 'green', 'blue']`)
  return options
}

/** What is drawn: an array of two dims, or of bands of which three are red, green and blue; a dataset with three such variables. */
export type Plottable = LazyArray | AnyDataset

/** The variables of a dataset by name; null for what is none. */
export function variablesOf(subject: unknown): Dataset | null {
  return subject instanceof Dataset ? (subject as Dataset) : null
}

/**
 * The planes of two dims that make one picture: one, or three for `rgb`. A dim of one position is dropped. Throws `E_USAGE` for an array of more
 * dims, and for bands that are not there.
 */
export function planesOf(what: string, subject: Plottable, rgb: PlotOptions['rgb']): DataArray[] {
  const dataset = variablesOf(subject)
  if (dataset !== null) {
    if (rgb === undefined)
      throw new UsageError(`${what}: a Dataset is drawn with rgb: three of its variables; or get one of ${dataset.names.join(', ')}`)
    return rgb.map((name) => flat(what, dataset.get(String(name))))
  }
  if (!(subject instanceof LazyArray)) throw new UsageError(`${what}: ${shownArgument(subject)} was given, expected a DataArray`)
  const array = subject as DataArray
  if (rgb === undefined) return [flat(what, array)]
  if (!array.dims.includes('band')) throw new UsageError(`${what}: rgb was given, but the array has no dim band`)
  return rgb.map((band) => flat(what, array.sel({ band: [band] }).isel({ band: 0 })))
}

function flat(what: string, array: DataArray): DataArray {
  const single = array.dims.filter((dim, at) => array.shape[at] === 1 && dim !== 'y' && dim !== 'x')
  const result: DataArray = single.length === 0 ? array : array.isel(Object.fromEntries(single.map((dim) => [dim, 0])))
  if (result.dims.length === 2) return result
  const many = result.dims.map((dim, at) => `${dim}: ${result.shape[at]}`).join(', ')
  throw new UsageError(`${what}: an array with (${many}) is no picture: select until two dims remain, or use rgb, plotGrid or animate`)
}
