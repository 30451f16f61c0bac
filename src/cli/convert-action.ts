import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../base/errors.js'
import { checkConvertOptions, convertChain } from './chain.js'
import { convertSeveral } from './convert-several.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import type { AllOptions } from './options.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { outputName } from './source-name.js'
import { checkOutput, writeArray } from './write.js'

/** Carries out `convert`; answers the exit code. */
export async function convert(paths: readonly string[], options: AllOptions): Promise<number> {
  const sources = paths.slice(0, -1)
  const target = paths[paths.length - 1] as string
  if (sources.length === 0)
    throw new UsageError(`convert: "${target}" is all that was given: name a source and an output, as in convert SRC DST`)
  checkConvertOptions(options)
  const interrupt = interruptSignal()
  try {
    if (sources.length > 1) return await convertSeveral(sources, target, options, interrupt.signal)
    const source = sources[0] as string
    const path = isDirectory(target, options) ? join(target, outputName(source, options.format)) : target
    await convertOne(source, path, options, interrupt.signal)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

async function convertOne(source: string, target: string, options: AllOptions, signal: AbortSignal): Promise<void> {
  const format = formatOf(target, options.format)
  checkWriteOptions(options, format)
  if (resolve(source) !== resolve(target)) checkOutput(target, options)
  const summary = await writeArray(await convertChain(source, options), target, options, options, signal)
  if (options.json === true) printJson(summary)
}

/** Whether a single source goes into a directory rather than to a path of its own: one that is there and is not a store. */
function isDirectory(target: string, { format }: AllOptions): boolean {
  if (/\.(tiff?|zarr)\/?$/i.test(target) || !existsSync(target) || !statSync(target).isDirectory()) return false
  return format !== 'zarr' || !['zarr.json', '.zgroup', '.zarray'].some((name) => existsSync(join(target, name)))
}
