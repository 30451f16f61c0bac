import { resolve } from 'node:path'
import type { DataArray } from '../api/data-array.js'
import { expr } from '../api/expr.js'
import { OutputError, UsageError } from '../base/errors.js'
import type { CalcFlags } from './calc-flags.js'
import { selectedSource, withValues } from './chain.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { checkOutput, writeArray } from './write.js'

/** Carries out `calc`; answers the exit code. */
export async function calcFiles(text: string, words: readonly string[], options: CalcFlags): Promise<number> {
  const { variables, target } = variablesOf(words)
  const format = formatOf(target, options.format)
  checkWriteOptions(options, format)
  checkOutput(target, options)
  const interrupt = interruptSignal()
  try {
    const notes: string[] = []
    const arrays: Record<string, DataArray<string>> = {}
    for (const [name, source] of variables) {
      if (resolve(source.uri) === resolve(target))
        throw new OutputError(`${target}: is the source of ${name}, and cannot be replaced while it is read: give another path`, {
          uri: target,
        })
      arrays[name] = await arrayOf(source, options, notes)
    }
    const made: DataArray<string> = expr(text, arrays, options.join === undefined ? {} : { join: options.join })
    const { dtype, nodata } = options
    const array = withValues(made, { ...(dtype === undefined ? {} : { dtype }), ...(nodata === undefined ? {} : { nodata }) }, notes)
    const summary = await writeArray({ array, notes: [...new Set(notes)], warnings: [] }, target, options, options, interrupt.signal)
    if (options.json === true) printJson(summary)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

/** A source; one band, where there is but one or one is meant, has no dim for it, so that files of one band each go together. */
async function arrayOf({ uri, band }: Source, { scaled }: CalcFlags, notes: string[]): Promise<DataArray<string>> {
  const array = await selectedSource(uri, { scaled: scaled === true, ...(band === null ? {} : { bands: [band] }) }, notes)
  const at = array.dims.indexOf('band')
  return at >= 0 && array.shape[at] === 1 ? array.isel({ band: 0 }) : array
}

interface Source {
  readonly uri: string
  readonly band: number | null
}

/** `--A a.tif`, `--A=a.tif`, and the one word that belongs to no variable: the output. Throws `E_USAGE`. */
function variablesOf(words: readonly string[]): { readonly variables: ReadonlyMap<string, Source>; readonly target: string } {
  const variables = new Map<string, Source>()
  const others: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const match = /^--?([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word)
    if (match === null) {
      if (word.startsWith('-')) throw new UsageError(`calc: ${word} is no option, and no name that a variable can have`)
      others.push(word)
      continue
    }
    const name = match[1] as string
    const given = match[2] ?? words[++at]
    if (given === undefined) throw new UsageError(`calc: --${name} is no option; as a variable it needs a source, as in --${name} FILE`)
    if (variables.has(name)) throw new UsageError(`calc: --${name} is given twice`)
    variables.set(name, sourceOf(given))
  }
  const [target, more] = others
  if (target === undefined) throw new UsageError('calc: there is no output: name it last, as in calc "A + B" --A a.tif --B b.tif sum.tif')
  if (more !== undefined)
    throw new UsageError(`calc: ${target} and ${more} both stand for the output: give each source a name, as in --A ${target}`)
  return { variables, target }
}

/** `FILE:3` is band 3 of a file. */
function sourceOf(text: string): Source {
  const match = /^(.+\.\w+):(\d+)$/s.exec(text)
  return match === null ? { uri: text, band: null } : { uri: match[1] as string, band: Number(match[2]) }
}
