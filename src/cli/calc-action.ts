import { resolve } from 'node:path'
import type { DataArray } from '../api/data-array.js'
import { expr } from '../api/expr.js'
import { nearNames } from '../api/near-names.js'
import { GridError, OutputError, UsageError } from '../base/errors.js'
import type { CalcFlags } from './calc-flags.js'
import { selectedSource, withValues } from './chain.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { checkOutput, writeArray } from './write.js'

/** Carries out `calc`; answers the exit code. */
export async function calcFiles(text: string, words: readonly string[], options: CalcFlags, known: readonly string[]): Promise<number> {
  const { variables, target } = variablesOf(words)
  mustBeUsed(text, [...variables.keys()], known)
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
    const made = computed(text, arrays, options)
    const { dtype, nodata } = options
    const array = withValues(made, { ...(dtype === undefined ? {} : { dtype }), ...(nodata === undefined ? {} : { nodata }) }, notes)
    const summary = await writeArray(
      { array, notes: [...new Set(notes)], warnings: scaleWarnings(arrays, options) },
      target,
      options,
      options,
      interrupt.signal,
    )
    if (options.json === true) printJson(summary)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

/** The expression as an array. Throws what is wrong with it, with what a shell can do about it. */
function computed(text: string, arrays: Record<string, DataArray<string>>, { join }: CalcFlags): DataArray<string> {
  try {
    return expr(text, arrays, join === undefined ? {} : { join })
  } catch (error) {
    if (!(error instanceof GridError)) throw error
    throw new GridError(error.message.replace(/: bring the second onto it with b\.reprojectMatch.*$/s, remedy), error.fields, {
      cause: error,
    })
  }
}

const remedy = ': bring one to the other first, with rasterloom convert FILE OUT --like OTHER --resampling METHOD'

/** Refuses variables that the expression does not have: as a rule they are options with a slip. */
function mustBeUsed(text: string, names: readonly string[], known: readonly string[]): void {
  const used = new Set(text.match(/[A-Za-z_]\w*/g))
  for (const name of names) {
    if (used.has(name)) continue
    const near = nearNames(`--${name}`, known)
    const hint = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`
    throw new UsageError(`calc: --${name} is no option, and ${name} is no name in "${text}"${hint}`)
  }
}

/** Warns of stored values in place of physical ones: an offset makes another ratio of them. */
function scaleWarnings(arrays: Record<string, DataArray<string>>, { scaled }: CalcFlags): string[] {
  if (scaled === true) return []
  const names = Object.keys(arrays).filter((name) => arrays[name]?.bands.some(({ scale, offset }) => scale !== 1 || offset !== 0))
  if (names.length === 0) return []
  return [
    `${names.join(', ')}: stored values are taken as they are, though a scale and offset are declared; give --scaled for physical ones`,
  ]
}

/** A source; one band, where there is but one or one is meant, has no dim for it, so that files of one band each go together. */
async function arrayOf({ uri, band }: Source, { scaled }: CalcFlags, notes: string[]): Promise<DataArray<string>> {
  const array = await selectedSource(uri, { scaled: scaled === true, ...(band === null ? {} : { bands: [band] }) }, notes).catch(
    (error) => {
      throw band === null ? error : bandFault(error, uri, band)
    },
  )
  const at = array.dims.indexOf('band')
  return at >= 0 && array.shape[at] === 1 ? array.isel({ band: 0 }) : array
}

/** An error of a band in the words of `FILE:3`. */
function bandFault(error: unknown, uri: string, band: number): unknown {
  if (!(error instanceof UsageError) || !error.message.startsWith('--bands: ')) return error
  const message = error.message.replace('--bands: ', `${uri}:${band}: `).replace('leave --bands out', `leave :${band} out`)
  return new UsageError(message, error.fields, { cause: error })
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
