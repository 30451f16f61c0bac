import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Command } from 'commander'
import { DataArray } from '../api/data-array.js'
import { RecipeError, SourceError } from '../base/errors.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import { addRunOptions, addWriteOptions, type RunFlags, type WriteOptions } from './options.js'
import { writeArray } from './write.js'

/** `rasterloom run RECIPE.json DST`. */
export function runCommand(done: (code: number) => void): Command {
  const command = new Command('run')
    .description('Carry out a recipe: as saved by --recipe-out, by the library, or from the metadata of an output.')
    .argument('<recipe>', 'a recipe as JSON')
    .argument('<dst>', 'the output')
  addRunOptions(addWriteOptions(command))
  return command.action(async (path: string, target: string, options: WriteOptions & RunFlags) => done(await run(path, target, options)))
}

async function run(path: string, target: string, options: WriteOptions & RunFlags): Promise<number> {
  const array = await DataArray.fromJSON(readRecipe(path), { base: dirname(resolve(path)) })
  const interrupt = interruptSignal()
  try {
    const summary = await writeArray(array, target, options, options, interrupt.signal)
    if (options.json === true) process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

function readRecipe(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new SourceError(`${path}: the recipe cannot be read (${(cause as NodeJS.ErrnoException).code})`, { uri: path }, { cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RecipeError(`${path}: is not JSON: ${(cause as Error).message}`, { uri: path }, { cause })
  }
}
