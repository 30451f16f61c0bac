import { resolve } from 'node:path'
import type { DataArray } from '../api/data-array.js'
import { inTurns } from '../api/in-turns.js'
import { type MosaicOptions, mosaic } from '../api/mosaic.js'
import { rasterFiles } from '../api/mosaic-files.js'
import { open } from '../api/open.js'
import { OutputError, UsageError } from '../base/errors.js'
import { checkConvertOptions, kernelOf, selectedSource, withValues } from './chain.js'
import { cutByShapes } from './cutline.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import type { MosaicFlags } from './options.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { checkOutput, writeArray } from './write.js'

/** Files that are opened at once. */
const openedAtOnce = 16

/** Carries out `mosaic`; answers the exit code. */
export async function mosaicFiles(paths: readonly string[], options: MosaicFlags): Promise<number> {
  const sources = paths.slice(0, -1)
  const target = paths[paths.length - 1] as string
  if (sources.length === 0)
    throw new UsageError(`mosaic: "${target}" is all that was given: name the sources and an output, as in mosaic SRC... DST`)
  if (options.size !== undefined) throw new UsageError('--size is not for mosaics: give --resolution, or a raster as --like')
  // Any of the sources may be moved to the mosaic's grid, also where no option asks for one.
  checkConvertOptions(options, true)
  const format = formatOf(target, options.format)
  checkWriteOptions(options, format)
  checkOutput(target, options)
  const files = await rasterFiles(sources)
  const same = files.find((file) => resolve(file) === resolve(target))
  if (same !== undefined)
    throw new OutputError(`${target}: is one of the sources, and a mosaic cannot replace what it reads: give another path`, { uri: target })
  const interrupt = interruptSignal()
  try {
    const notes: string[] = []
    const arrays = await inTurns(files, openedAtOnce, (file) => selectedSource(file, options, notes))
    const array = withValues(await cutByShapes(await mosaicOf(arrays, options), options), options, notes)
    const chain = { array, notes: [...new Set(notes)], warnings: [] }
    const summary = await writeArray(chain, target, options, options, interrupt.signal)
    if (options.json === true) printJson(summary)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

async function mosaicOf(arrays: readonly DataArray<string>[], options: MosaicFlags): Promise<DataArray<string>> {
  const { method, crs, resolution, bounds, boundsCrs, tap, like, maxErrorPx } = options
  const grid: MosaicOptions = {
    ...(like === undefined ? {} : { geobox: await gridOf(like) }),
    ...(crs === undefined ? {} : { crs }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(bounds === undefined ? {} : { bounds }),
    ...(boundsCrs === undefined ? {} : { boundsCrs }),
    ...(tap === true ? { snap: true } : {}),
  }
  return mosaic(arrays, {
    ...grid,
    ...kernelOf(options),
    ...(method === undefined ? {} : { method }),
    ...(maxErrorPx === undefined ? {} : { maxErrorPx }),
  })
}

async function gridOf(like: string): Promise<MosaicOptions['geobox'] & {}> {
  const { geobox } = await open(like)
  if (geobox !== null) return geobox
  throw new UsageError(`--like: ${like} has no grid: name a raster with y, x and an affine`)
}
