import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type DataArray, nodeOf } from '../api/data-array.js'
import { portableRecipe } from '../api/recipe.js'
import { OutputError, RecipeError, SourceError } from '../base/errors.js'
import { isJsonObject, type JsonObject } from '../base/json.js'
import type { Format, WriteOptions } from './options.js'

/** Where and how a recipe's output was written: beside the recipe in its file, and no part of its hash. */
export interface RecipeOutput {
  /** As seen from the recipe's file. */
  readonly path: string
  readonly format: Format
  readonly options: WriteOptions
}

/** Refuses to write a recipe over a file, unless asked to. Throws `E_OUTPUT`. */
export function checkRecipeOut(path: string, overwrite: boolean): void {
  if (!overwrite && existsSync(path))
    throw new OutputError(`${path}: exists already: give --overwrite to replace it, or another name after --recipe-out`, { uri: path })
  const directory = dirname(resolve(path))
  if (!existsSync(directory)) throw new OutputError(`${path}: the directory ${directory} does not exist: make it first`, { uri: path })
}

/** Writes the recipe of an array, and how its output is written, whole or not at all. Throws `E_OUTPUT`. */
export function writeRecipe(array: DataArray<string>, path: string, target: string, format: Format, options: WriteOptions): void {
  const directory = dirname(resolve(path))
  const recipe = portableRecipe([nodeOf(array)], { base: directory })
  const seen = isUri(target) ? target : relative(directory, resolve(target)).replaceAll('\\', '/')
  const output = { path: seen, format, options: storedOptions(options) }
  const partial = join(directory, `.${basename(path)}.${process.pid}.partial`)
  try {
    writeFileSync(partial, `${JSON.stringify({ ...recipe, output }, null, 2)}\n`)
    renameSync(partial, path)
  } catch (cause) {
    rmSync(partial, { force: true })
    const code = (cause as NodeJS.ErrnoException).code
    throw new OutputError(
      `${path}: the recipe cannot be written (${code}): check the directory and the space on its disk`,
      { uri: path },
      { cause },
    )
  }
}

/** Whether an output is named by a uri, which means the same wherever it is seen from. */
export function isUri(target: string): boolean {
  return /^s3:\/\//i.test(target)
}

const storedKeys = [
  ...(['compress', 'level', 'predictor', 'interleave', 'mask', 'chunks', 'overviews', 'overviewResampling'] as const),
  ...(['bloscCodec', 'bloscShuffle', 'order', 'bool', 'boundsVariables', 'shards', 'zarrFormat'] as const),
  ...(['quality', 'lossless', 'maxZError', 'sparse', 'overviewSource', 'statistics'] as const),
]

function storedOptions(options: WriteOptions): JsonObject {
  const stored = storedKeys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]]))
  return Object.fromEntries(options.nodata === 'none' ? [...stored, ['nodata', 'none']] : stored)
}

/** Reads a recipe's file. Throws `E_SOURCE` where it cannot be read, `E_RECIPE` where it is no JSON. */
export function readRecipe(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : String(code)
    throw new SourceError(`${path}: the recipe cannot be read: ${why}`, { uri: path }, { cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    // What is no text has no place in a message.
    const why = text.includes('\0') ? '' : ` (${(cause as Error).message})`
    throw new RecipeError(`${path}: is not JSON${why}: give a recipe, as --recipe-out writes it`, { uri: path }, { cause })
  }
}

/** Where and how the output of a recipe's file was written; null where it does not say. */
export function outputOf(recipe: unknown): RecipeOutput | null {
  const output = isJsonObject(recipe as JsonObject) ? (recipe as JsonObject).output : undefined
  if (output === undefined || !isJsonObject(output)) return null
  const { path, format, options } = output
  if (typeof path !== 'string' || (format !== 'cog' && format !== 'zarr') || !isJsonObject(options ?? null)) return null
  const known = Object.entries(options as JsonObject).filter(([key]) => (storedKeys as readonly string[]).includes(key) || key === 'nodata')
  return { path, format, options: Object.fromEntries(known) as WriteOptions }
}
