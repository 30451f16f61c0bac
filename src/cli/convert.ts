import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { errorRecord, isRasterloomError, OutputError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { convertChain } from './chain.js'
import { errorText, exitCode, exitCodeOf } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import { addConvertOptions, addRunOptions, addWriteOptions, type ConvertOptions, type RunFlags, type WriteOptions } from './options.js'
import { writeArray } from './write.js'

type AllOptions = ConvertOptions & WriteOptions & RunFlags

/** `rasterloom convert SRC... DST`. */
export function convertCommand(done: (code: number) => void): Command {
  const command = new Command('convert')
    .description('Convert, crop, reproject or resample. Several sources go one by one into the directory DST; they are not mosaicked.')
    .argument('<src...>', 'sources, then the output: a GeoTIFF, COG or Zarr store, or an http(s) URL')
    .usage('SRC... DST [options]')
  addRunOptions(addWriteOptions(addConvertOptions(command)))
  return command.action(async (paths: string[], options: AllOptions) => done(await convert(paths, options)))
}

async function convert(paths: readonly string[], options: AllOptions): Promise<number> {
  const sources = paths.slice(0, -1)
  const target = paths[paths.length - 1] as string
  if (sources.length === 0) throw new UsageError('convert needs a source and an output: rasterloom convert SRC... DST')
  const interrupt = interruptSignal()
  try {
    if (sources.length === 1 && !isDirectory(target, options)) {
      const array = await convertChain(sources[0] as string, options)
      const summary = await writeArray(array, target, options, options, interrupt.signal)
      if (options.json === true) process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
      return exitCode.done
    }
    return await convertAll(sources, target, options, interrupt.signal)
  } finally {
    interrupt.release()
  }
}

/** Whether a single source goes into a directory rather than to a path of its own. */
function isDirectory(target: string, options: AllOptions): boolean {
  return options.format === undefined && !/\.(tiff?|zarr)\/?$/i.test(target) && existsSync(target) && statSync(target).isDirectory()
}

async function convertAll(sources: readonly string[], directory: string, options: AllOptions, signal: AbortSignal): Promise<number> {
  if (/\.(tiff?|zarr)$/i.test(directory)) {
    throw new UsageError(
      `${directory}: ${sources.length} sources are converted one by one into a directory; convert does not mosaic. Name a directory as DST.`,
    )
  }
  if (options.recipeOut !== undefined) throw new UsageError('--recipe-out holds one recipe: convert one source, or leave it out')
  makeDirectory(directory)
  const extension = options.format === 'zarr' ? '.zarr' : '.tif'
  const results: JsonObject[] = []
  const names = new Set<string>()
  let failure: unknown
  for (const source of sources) {
    const name = basename(source.replace(/\/$/, '')).replace(/\.[^.]+$/, '') + extension
    const target = join(directory, name)
    try {
      if (names.has(name))
        throw new UsageError(`${source}: another source is written to ${target} already: convert them into different directories`)
      names.add(name)
      const array = await convertChain(source, options)
      results.push({ source, ok: true, ...(await writeArray(array, target, { format: 'cog', ...options }, options, signal)) })
    } catch (error) {
      if (options.keepGoing !== true || !isRasterloomError(error) || error.code === 'E_ABORTED') throw error
      failure = error
      process.stderr.write(errorText(error))
      results.push({ source, ok: false, target, error: errorRecord(error) as unknown as JsonObject })
    }
  }
  if (options.json === true || options.keepGoing === true)
    process.stdout.write(`${JSON.stringify(results, null, options.json === true ? 2 : 0)}\n`)
  if (failure === undefined) return exitCode.done
  return results.some((result) => result.ok === true) || sources.length > 1 ? exitCode.someFailed : exitCodeOf(failure)
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (cause) {
    throw new OutputError(
      `${directory}: the directory cannot be made (${(cause as NodeJS.ErrnoException).code})`,
      { uri: directory },
      { cause },
    )
  }
}
