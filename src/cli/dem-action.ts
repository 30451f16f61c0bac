import { resolve } from 'node:path'
import type { DataArray } from '../api/data-array.js'
import { OutputError, UsageError } from '../base/errors.js'
import { selectedSource, withValues } from './chain.js'
import type { DemFlags } from './dem-flags.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { checkOutput, writeArray } from './write.js'

/** Carries out `dem`; answers the exit code. */
export async function demFile(measure: string, source: string, target: string, options: DemFlags): Promise<number> {
  const make = measureOf(measure, options)
  const format = formatOf(target, options.format)
  checkWriteOptions(options, format)
  checkOutput(target, options)
  if (resolve(source) === resolve(target))
    throw new OutputError(`${target}: is the source, and cannot be replaced while it is read: give another path`, { uri: target })
  const interrupt = interruptSignal()
  try {
    const notes: string[] = []
    const heights = await selectedSource(source, { scaled: options.scaled === true }, notes)
    const made = make(bandOf(heights, source, options.band))
    const array = withValues(made, options.nodata === undefined ? {} : { nodata: options.nodata }, notes)
    const summary = await writeArray({ array, notes, warnings: [] }, target, options, options, interrupt.signal)
    if (options.json === true) printJson(summary)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

/** One band of a source, the first where none is named. Throws `E_USAGE`. */
function bandOf(array: DataArray<string>, uri: string, band = 1): DataArray<string> {
  const at = array.dims.indexOf('band')
  const count = at < 0 ? 1 : (array.shape[at] as number)
  if (band < 1 || band > count)
    throw new UsageError(`--band: ${uri} has ${count === 1 ? 'one band' : `${count} bands`}, there is no band ${band}`)
  return at < 0 ? array : array.isel({ band: band - 1 })
}

const known: Readonly<Record<string, readonly (keyof DemFlags)[]>> = {
  slope: ['algorithm', 'scale', 'percent', 'computeEdges'],
  aspect: ['algorithm', 'trigonometric', 'zeroForFlat', 'computeEdges'],
  hillshade: ['algorithm', 'scale', 'shading', 'zFactor', 'azimuth', 'altitude', 'computeEdges'],
  tri: ['algorithm', 'computeEdges'],
  tpi: ['computeEdges'],
  roughness: ['computeEdges'],
  fill: ['maxDistance', 'smoothing'],
}

/** What is made of heights. Throws `E_USAGE` for a measure that is not there, and for options that mean nothing to it. */
function measureOf(measure: string, options: DemFlags): (heights: DataArray<string>) => DataArray<string> {
  const names = known[measure]
  if (names === undefined) throw new UsageError(`dem: there is no measure "${measure}"; there are ${Object.keys(known).join(', ')}`)
  const idle = [...new Set(Object.values(known).flat())].find((name) => options[name] !== undefined && !names.includes(name))
  if (idle !== undefined)
    throw new UsageError(
      `dem ${measure}: --${idle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} means nothing to it: leave it out`,
    )
  const { percent, ...given } = Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])))
  const settings = { ...given, ...(percent === true ? { unit: 'percent' } : {}) } as never
  return (heights) => {
    switch (measure) {
      case 'slope':
      case 'aspect':
      case 'hillshade':
      case 'tri':
      case 'tpi':
      case 'roughness':
        return heights[measure](settings)
      default:
        return heights.fillNodata(settings)
    }
  }
}
