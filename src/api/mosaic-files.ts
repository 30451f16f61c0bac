import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { SourceError, UsageError } from '../base/errors.js'
import { shownArgument } from './arguments.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** Names of what a directory may hold that can be opened. */
const rasterName = /\.(tiff?|zarr)$/i

/** What makes a name a pattern. */
const patternSign = /[*?[\]{}]/

/**
 * The rasters that names stand for, in order: a file, a store or a URL is itself; a directory its `.tif`, `.tiff` and `.zarr` entries and its stores; a pattern
 * (`*`, `?`, `[a-z]`, `{a,b}`, and `**` for any directories) the files and stores that fit. Entries of one name are sorted by code unit.
 * Throws `E_SOURCE` for a name that stands for nothing.
 */
export async function rasterFiles(names: readonly string[], what = 'mosaic'): Promise<string[]> {
  const files: string[] = []
  for (const name of names) {
    if (typeof name !== 'string' || name === '') throw new UsageError(`${what}: ${shownArgument(name)} is no path or URL of a raster`)
    for (const file of await filesOf(name)) files.push(file)
  }
  return files
}

/** Whether a name stands for several files, by the signs in it. */
export function isPattern(name: string): boolean {
  return patternSign.test(name)
}

async function filesOf(name: string): Promise<string[]> {
  if (!isLocal(name)) return [name]
  const path = absoluteUri(name)
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory() === true && !isStore(path)) {
    const found = (await readdir(path)).filter((entry) => rasterName.test(entry) || isMarked(join(path, entry))).sort()
    if (found.length > 0) return found.map((entry) => join(path, entry))
    throw new SourceError(
      `${name}: the directory holds no .tif, .tiff or .zarr: name the files, or a pattern like '${join(name, '**', '*.tif')}'`,
      {
        uri: name,
      },
    )
  }
  if (there !== null || !patternSign.test(name)) return [name]
  const found = await matching(path)
  if (found.length > 0) return found
  throw new SourceError(`${name}: no file fits the pattern (looked for ${path})`, { uri: name })
}

function isStore(path: string): boolean {
  return /\.zarr$/i.test(path) || isMarked(path)
}

/** Whether a directory holds what makes it a store. */
function isMarked(path: string): boolean {
  return ['zarr.json', '.zgroup', '.zarray'].some((name) => existsSync(join(path, name)))
}

/** Paths that fit a pattern, sorted. */
async function matching(pattern: string): Promise<string[]> {
  const parts = pattern.split(/[\\/]/)
  const fixed = parts.findIndex((part) => patternSign.test(part))
  const found: string[] = []
  await descend(parts.slice(0, fixed).join(sep) || sep, parts.slice(fixed), found)
  return [...new Set(found)].sort()
}

async function descend(directory: string, parts: readonly string[], found: string[]): Promise<void> {
  const [part, ...rest] = parts
  if (part === undefined) return
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  const isDeep = part === '**'
  if (isDeep) await descend(directory, rest, found)
  const fits = isDeep ? null : segmentPattern(part)
  for (const entry of entries) {
    const path = join(directory, entry.name)
    // A link may be either; stat follows it.
    const isDirectory = entry.isSymbolicLink() ? ((await stat(path).catch(() => null))?.isDirectory() ?? false) : entry.isDirectory()
    if (fits === null) {
      if (isDirectory && !entry.isSymbolicLink() && !isStore(path)) await descend(path, parts, found)
    } else if (!fits.test(entry.name)) continue
    else if (rest.length > 0) {
      if (isDirectory) await descend(path, rest, found)
    } else if (!isDirectory || isStore(path)) found.push(path)
  }
}

/** One name of a path as a regular expression. A pattern does not find names that begin with a dot unless it does. */
function segmentPattern(part: string): RegExp {
  const text = part.replace(/\{([^{}]*)\}|\[(!?)([^\]]*)\]|[*?]|[.+^$()|\\{}[\]]/g, (sign, choices, not, letters) => {
    if (choices !== undefined)
      return `(?:${choices
        .split(',')
        .map((choice: string) => segmentPattern(choice).source.slice(1, -1).replace('(?!\\.)', ''))
        .join('|')})`
    if (letters !== undefined) return `[${not === '!' ? '^' : ''}${letters.replace(/[\\\]^]/g, '\\$&')}]`
    if (sign === '*') return '[^/]*'
    return sign === '?' ? '[^/]' : `\\${sign}`
  })
  return new RegExp(`^${part.startsWith('.') ? '' : '(?!\\.)'}${text}$`)
}
