import { dirname, resolve } from 'node:path'
import { DataArray } from '../api/data-array.js'
import { UsageError } from '../base/errors.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import type { RecipeOptions } from './options.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { isUri, outputOf, readRecipe } from './recipe-file.js'
import { checkOutput, writeArray } from './write.js'

/** Carries out `run`; answers the exit code. */
export async function run(path: string, given: string | undefined, options: RecipeOptions): Promise<number> {
  if (options.keepGoing === true) throw new UsageError('--keep-going is for several sources, a recipe has one output: leave it out')
  const recipe = readRecipe(path)
  const base = dirname(resolve(path))
  const recorded = outputOf(recipe)
  const target = given ?? (recorded === null ? null : isUri(recorded.path) ? recorded.path : resolve(base, recorded.path))
  if (target === null) throw new UsageError(`${path}: does not say where its output goes: name the output, as in run RECIPE.json DST`)
  const format = given === undefined && recorded !== null ? (options.format ?? recorded.format) : formatOf(target, options.format)
  // Options on the command line come first; recorded ones only count for the format that they were given for.
  const write = { ...(recorded?.format === format ? recorded.options : {}), ...options, format }
  checkWriteOptions(write, format)
  checkOutput(target, options)
  const interrupt = interruptSignal()
  try {
    const array = await DataArray.fromJSON(recipe, { base })
    const summary = await writeArray({ array, notes: [], warnings: [] }, target, write, options, interrupt.signal)
    if (options.json === true) printJson(summary)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}
