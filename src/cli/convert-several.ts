import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { errorRecord, isRasterloomError, OutputError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { convertChain } from './chain.js'
import { errorText, exitCode } from './exit-code.js'
import type { AllOptions } from './options.js'
import { checkWriteOptions } from './output-format.js'
import { printJson, printJsonLine } from './print.js'
import { outputName, shownSource } from './source-name.js'
import { checkOutput, writeArray } from './write.js'

/** Converts sources one by one into a directory; answers the exit code. Stops at the first that fails unless `keepGoing`. */
export async function convertSeveral(
  sources: readonly string[],
  directory: string,
  options: AllOptions,
  signal: AbortSignal,
): Promise<number> {
  if (options.recipeOut !== undefined)
    throw new UsageError('--recipe-out takes one recipe, and several sources have several: convert one source')
  checkWriteOptions(options, options.format ?? 'cog')
  const targets = targetsOf(sources, directory, options)
  if (options.plan !== true) makeDirectory(directory)
  const results: JsonObject[] = []
  try {
    for (const [index, source] of sources.entries()) {
      const result = await convertOne(source, targets[index] as string, options, signal)
      results.push(result)
      if (options.keepGoing === true && options.json !== true && options.quiet !== true) printJsonLine(shortly(result))
    }
  } finally {
    // What was done before a failure is told, too.
    if (options.json === true) printJson(results)
  }
  return results.every(({ ok }) => ok) ? exitCode.done : exitCode.someFailed
}

/** What tells of a source at a glance; `--json` has all of it. */
function shortly({ ok, source, target, error, warnings, bytesWritten, elapsedMs }: JsonObject): JsonObject {
  const facts = { bytesWritten, elapsedMs, warnings: Array.isArray(warnings) && warnings.length > 0 ? warnings : undefined, error }
  return { ok, source, target, ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) } as JsonObject
}

async function convertOne(source: string, target: string, options: AllOptions, signal: AbortSignal): Promise<JsonObject> {
  const known = { source: shownSource(source), target }
  const quiet = options.quiet === true || (options.keepGoing === true && options.plan !== true)
  try {
    if (resolve(source) !== resolve(target)) checkOutput(target, options)
    const chain = await convertChain(source, options)
    const format = options.format ?? 'cog'
    return {
      ok: true,
      ...known,
      ...(await writeArray(chain, target, { ...options, format }, { ...options, quiet, warns: options.quiet !== true }, signal)),
    }
  } catch (error) {
    if (options.keepGoing !== true || !isRasterloomError(error) || error.code === 'E_ABORTED') throw error
    process.stderr.write(errorText(error))
    const { code, message, fields } = errorRecord(error)
    return { ok: false, ...known, error: { code, message, fields } }
  }
}

/** The outputs of sources in a directory. Throws `E_USAGE` where two would be one file. */
function targetsOf(sources: readonly string[], directory: string, options: AllOptions): string[] {
  const takenBy = new Map<string, string>()
  return sources.map((source) => {
    const target = join(directory, outputName(source, options.format))
    const other = takenBy.get(target)
    if (other !== undefined)
      throw new UsageError(
        `${shownSource(other)} and ${shownSource(source)} would both be written to ${target}: convert them into different directories`,
      )
    takenBy.set(target, source)
    return target
  })
}

function makeDirectory(directory: string): void {
  const there = existsSync(directory)
  if (/\.(tiff?|zarr)\/?$/i.test(directory) || (there && !statSync(directory).isDirectory())) {
    const what = there && !statSync(directory).isDirectory() ? 'is a file' : 'is named like one output'
    throw new UsageError(
      `${directory}: ${what}, but several sources go one by one into a directory (convert does not mosaic): give a directory as the last argument, or use rasterloom mosaic`,
    )
  }
  try {
    mkdirSync(directory, { recursive: true })
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    throw new OutputError(
      `${directory}: the directory cannot be made (${code}): check the path and its permissions`,
      { uri: directory },
      { cause },
    )
  }
}
