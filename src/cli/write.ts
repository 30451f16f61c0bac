import { existsSync } from 'node:fs'
import type { DataArray } from '../api/data-array.js'
import { reportText } from '../api/display-report.js'
import type { RunReport } from '../api/run.js'
import { formatBytes } from '../base/bytes.js'
import { OutputError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { Chain } from './chain.js'
import { inFlags } from './flag-words.js'
import type { Format, RunFlags, WriteOptions } from './options.js'
import { formatOf, sinkOptions } from './output-format.js'
import { progressView } from './progress.js'
import { checkRecipeOut, writeRecipe } from './recipe-file.js'
import { sizeOfOutput } from './size-on-disk.js'

/** Refuses an output that exists, in the words of the command line. A plan writes nothing, and may name one. Throws `E_OUTPUT`, `E_USAGE`. */
export function checkOutput(
  target: string,
  { overwrite, resume, plan, append, region }: RunFlags & Pick<WriteOptions, 'append' | 'region'>,
): void {
  if (overwrite === true && resume === true)
    throw new UsageError('--overwrite begins anew and --resume goes on with what is there: give one of them')
  if (append !== undefined || region !== undefined) return
  if (plan === true || overwrite === true || resume === true || !existsSync(target)) return
  throw new OutputError(`${target}: exists already: give --overwrite to replace it, or another path`, { uri: target })
}

/** Writes one array to a target, or prints its plan; answers what `--json` prints. `notes` are told with the summary. */
export async function writeArray(
  { array, notes, warnings }: Chain,
  target: string,
  write: WriteOptions,
  flags: RunFlags,
  signal: AbortSignal,
): Promise<JsonObject> {
  const format = formatOf(target, write.format)
  const options = { ...sinkOptions(write, format), ...runOptions(flags), signal }
  if (flags.recipeOut !== undefined) checkRecipeOut(flags.recipeOut, flags.overwrite === true)
  const told = flags.quiet === true || flags.json === true ? [] : notes
  const facts = withWarnings(
    warnings,
    flags.plan === true
      ? await printPlan(array, target, format, options, flags, warnings)
      : await runAndTell(array, target, format, options, flags, warnings),
  )
  for (const note of told) process.stdout.write(`  ${note}\n`)
  const summary = notes.length === 0 ? facts : { ...facts, notes }
  if (flags.recipeOut !== undefined) writeRecipe(array, flags.recipeOut, target, format, write)
  return summary
}

/** Facts with what the command line itself warns of, too. */
function withWarnings(warnings: readonly string[], facts: JsonObject): JsonObject {
  if (warnings.length === 0) return facts
  return { ...facts, warnings: [...warnings, ...((facts.warnings as string[] | undefined) ?? [])] }
}

async function printPlan(
  array: DataArray<string>,
  target: string,
  format: Format,
  options: object,
  flags: RunFlags,
  warnings: readonly string[],
): Promise<JsonObject> {
  const plan = await array.plan({ to: target, format, ...options })
  if (tellsWarnings(flags)) for (const text of warnings) process.stderr.write(`warning: ${text}\n`)
  if (flags.json !== true) process.stdout.write(`${planInFlags(plan.toString())}\n`)
  if (!('append' in options) && !('region' in options)) warnOfOutput(target, flags)
  return plan.toJSON()
}

/** A plan in the words of the command line. */
function planInFlags(text: string): string {
  const lines = text.replace('allowed (maxMemory)   ', 'allowed (--max-memory)').split('\n')
  return lines.map((line) => (/^(note|warning): /.test(line) ? inFlags(line) : line)).join('\n')
}

/** A plan writes nothing and may name an output that is there, but carrying it out would be refused. */
function warnOfOutput(target: string, { overwrite, resume }: RunFlags): void {
  if (overwrite === true || resume === true || !existsSync(target)) return
  process.stderr.write(`note: ${target} exists already: writing it needs --overwrite, or another path\n`)
}

async function runAndTell(
  array: DataArray<string>,
  target: string,
  format: Format,
  options: object,
  flags: RunFlags,
  warnings: readonly string[],
): Promise<JsonObject> {
  const view = await progressView(flags.progress, flags.quiet === true, target)
  if (tellsWarnings(flags)) for (const text of warnings) view.onWarning(text)
  const all = {
    ...options,
    onProgress: view.onProgress,
    ...(tellsWarnings(flags) ? { onWarning: (text: string) => view.onWarning(inFlags(text)) } : {}),
  }
  try {
    const report = format === 'cog' ? await array.toCog(target, all) : await array.toZarr(target, all)
    view.close()
    if (flags.quiet !== true && flags.json !== true) process.stdout.write(summaryText(report, target))
    const moved = tellsWarnings(flags) ? movedWarning(report, array.shape) : null
    if (moved !== null) process.stderr.write(`warning: ${moved}\n`)
    if (flags.report === true && flags.json !== true) process.stdout.write(`\n${reportText(report)}\n`)
    return summaryOf(report, target, format)
  } finally {
    view.close()
  }
}

/** A share of pixels that have the nodata value by chance is small: more of them were meant to be something else. */
const muchMoved = 0.01

/** What is to be said where so many valid pixels were moved off the nodata value that it was hardly meant; null else. */
function movedWarning({ counts }: RunReport, shape: readonly number[]): string | null {
  const share = (counts.nudged ?? 0) / shape.reduce((product, extent) => product * extent, 1)
  if (share < muchMoved) return null
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} % of the pixels came out as the nodata value and were moved by one: give another --nodata, or a --dtype that holds the values`
}

function tellsWarnings({ quiet, warns }: RunFlags): boolean {
  return warns ?? quiet !== true
}

function runOptions({ maxMemory, workers, overwrite, resume, checkSpace, rechunk, trace, ifNoneMatch, scratch }: RunFlags): object {
  return {
    ...(maxMemory === undefined ? {} : { maxMemory }),
    ...(workers === undefined ? {} : { workers }),
    ...(overwrite === true ? { overwrite } : {}),
    ...(checkSpace === false ? { checkSpace } : {}),
    ...(rechunk === undefined ? {} : { rechunk }),
    ...(resume === true ? { resume } : {}),
    ...(trace === undefined ? {} : { trace }),
    ...(ifNoneMatch === true ? { ifNoneMatch } : {}),
    ...(scratch === undefined ? {} : { scratch }),
  }
}

/** Most phases that a summary lists: a mosaic of thousands of files has several for each of them. */
const mostPhases = 50

function summaryOf(report: RunReport, target: string, format: Format): JsonObject {
  const { outputs: _, elapsedMs, phases, ...facts } = report
  const [listed, others] = [phases.slice(0, mostPhases), phases.slice(mostPhases)]
  const left = { phases: others.length, ms: others.reduce((sum, { ms }) => sum + ms, 0) }
  const bytesWritten = sizeOfOutput(target, report.bytesWritten)
  return {
    ...{ target, format, ...(facts as unknown as JsonObject), phases: listed as unknown as JsonObject[] },
    ...(others.length === 0 ? {} : { phasesLeftOut: left }),
    ...{ elapsedMs: Math.round(elapsedMs), bytesWritten },
  }
}

function summaryText(report: RunReport, target: string): string {
  const { chunks, skipped, bytesRead, counts, elapsedMs, promiseBytes, peakBytes, recipeHash } = report
  const again = skipped > 0 ? `, ${skipped} of them from before` : ''
  const moved =
    (counts.nudged ?? 0) > 0 ? `\n  ${counts.nudged} valid pixel${counts.nudged === 1 ? '' : 's'} moved by one, off the nodata value` : ''
  const lost = report.unreadable.length
  const unread =
    lost === 0
      ? ''
      : `\n  ${lost} tile${lost === 1 ? '' : 's'} could not be read and ${lost === 1 ? 'is' : 'are'} nodata: ${report.unreadable[0]?.reason}`
  return (
    `${target}: ${formatBytes(sizeOfOutput(target, report.bytesWritten))}, ${chunks} chunk${chunks === 1 ? '' : 's'}${again}, in ${(elapsedMs / 1000).toFixed(2)} s\n` +
    `  read ${formatBytes(bytesRead)}, memory ${formatBytes(peakBytes)} of ${formatBytes(promiseBytes)} promised, recipe ${recipeHash.slice(0, 12)}${moved}${unread}\n`
  )
}
