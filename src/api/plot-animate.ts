import { UsageError } from '../base/errors.js'
import { drawFigure } from '../picture/figure.js'
import { encodeApng } from '../picture/png.js'
import { shownArgument } from './arguments.js'
import type { DataArray } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { drawn, panelsAlong } from './plot.js'
import { type PlotOptions, plotOptions } from './plot-options.js'

/** Options of {@link animate}. */
export interface AnimateOptions extends Omit<PlotOptions, 'rgb'> {
  /** The dim that becomes time; default: the one beside y and x. */
  readonly dim?: string
  /** How long each picture stays, in milliseconds; default 500. */
  readonly delayMs?: number
}

/**
 * An animated PNG of the positions of an array along a dim, one after the other under their labels, over one range of colours. Browsers and notebooks play
 * it; other programs show the first picture. Reads like `plot`. Throws `E_USAGE`.
 */
export async function animate(array: LazyArray, given?: AnimateOptions): Promise<Uint8Array> {
  const { dim, delayMs = 500, ...options } = plotOptions('animate', given, ['dim', 'delayMs'])
  if (!(array instanceof LazyArray)) throw new UsageError(`animate: ${shownArgument(array)} was given, expected a DataArray`)
  if (!(delayMs >= 10 && delayMs <= 60_000)) throw new UsageError(`animate: delayMs is ${shownArgument(delayMs)}, expected 10 to 60000`)
  const panels = panelsAlong('animate', array as DataArray, dim)
  const { figure } = await drawn(panels, 1, { ...options, title: '' }, true)
  const name = options.title ?? array.name ?? ''
  const frames = figure.panels.map((panel, at) => {
    const label = (panels[at] as { title: string }).title
    return drawFigure({ ...figure, title: name === '' ? label : `${name}, ${label}`, panels: [{ ...panel, title: '' }] })
  })
  return encodeApng(frames, delayMs)
}
