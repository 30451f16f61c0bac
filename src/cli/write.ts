import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { DataArray } from '../api/data-array.js'
import { LazyArray } from '../api/data-array-base.js'
import { toRecipe } from '../api/recipe.js'
import type { RunReport } from '../api/run.js'
import { formatBytes } from '../base/bytes.js'
import { OutputError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { formatOf, type RunFlags, type WriteOptions } from './options.js'
import { progressView } from './progress.js'
import { sizeOnDisk } from './size-on-disk.js'

/** Writes one array to a target, or prints its plan; answers what `--json` prints. */
export async function writeArray(
  array: DataArray<string>,
  target: string,
  write: WriteOptions,
  flags: RunFlags,
  signal: AbortSignal,
): Promise<JsonObject> {
  const format = formatOf(target, write.format)
  const options = { ...sinkOptions(write), ...runOptions(flags), signal }
  if (flags.recipeOut !== undefined) writeRecipe(array, flags.recipeOut)
  if (flags.plan === true) return printPlan(array, target, format, options, flags)
  const view = progressView(flags.progress, flags.quiet === true, target)
  try {
    const report =
      format === 'cog'
        ? await array.toCog(target, { ...options, onProgress: view.onProgress })
        : await array.toZarr(target, { ...options, onProgress: view.onProgress })
    view.close()
    const summary = summaryOf(report, target, format)
    if (flags.quiet !== true && flags.json !== true) process.stdout.write(summaryText(report, target))
    return summary
  } finally {
    view.close()
  }
}

async function printPlan(
  array: DataArray<string>,
  target: string,
  format: 'cog' | 'zarr',
  options: object,
  flags: RunFlags,
): Promise<JsonObject> {
  const plan = await array.plan({ to: target, format, ...options })
  if (flags.json !== true) process.stdout.write(`${plan.toString()}\n`)
  return plan.toJSON()
}

/** The options of a sink, without those that were not given. */
function sinkOptions(write: WriteOptions): object {
  const { chunks, compress, level, predictor, interleave, mask, overviews, overviewResampling, zarrFormat } = write
  return Object.fromEntries(
    Object.entries({ chunks, compress, level, predictor, interleave, mask, overviews, overviewResampling, zarrFormat }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}

function recipeOf(array: DataArray<string>, base: string): JsonObject {
  return toRecipe([LazyArray.peek(array).node], { base })
}

function runOptions(flags: RunFlags): object {
  return {
    ...(flags.maxMemory === undefined ? {} : { maxMemory: flags.maxMemory }),
    ...(flags.workers === undefined ? {} : { workers: flags.workers }),
    ...(flags.overwrite === true ? { overwrite: true } : {}),
    ...(flags.resume === true ? { resume: true } : {}),
  }
}

function writeRecipe(array: DataArray<string>, path: string): void {
  const text = `${JSON.stringify(recipeOf(array, dirname(resolve(path))), null, 2)}\n`
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true })
    writeFileSync(path, text)
  } catch (cause) {
    throw new OutputError(`${path}: the recipe cannot be written (${(cause as NodeJS.ErrnoException).code})`, { uri: path }, { cause })
  }
}

function summaryOf(report: RunReport, target: string, format: string): JsonObject {
  const { recipeHash, chunks, skipped, bytesRead, tilesDecoded, counts, elapsedMs, promiseBytes } = report
  return {
    target,
    format,
    recipeHash,
    chunks,
    skipped,
    bytesRead,
    tilesDecoded,
    counts,
    elapsedMs: Math.round(elapsedMs),
    promiseBytes,
    bytesWritten: sizeOnDisk(target),
  }
}

function summaryText(report: RunReport, target: string): string {
  const { chunks, skipped, bytesRead, counts, elapsedMs, promiseBytes, recipeHash } = report
  const again = skipped > 0 ? `, ${skipped} of them from before` : ''
  const moved = (counts.nudged ?? 0) > 0 ? `\n  ${counts.nudged} valid pixels moved by one, off the nodata value` : ''
  return (
    `${target}: ${formatBytes(sizeOnDisk(target))}, ${chunks} chunks${again}, in ${(elapsedMs / 1000).toFixed(2)} s\n` +
    `  read ${formatBytes(bytesRead)}, memory promised ${formatBytes(promiseBytes)}, recipe ${recipeHash.slice(0, 12)}${moved}\n`
  )
}
