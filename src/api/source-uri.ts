import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SourceError } from '../base/errors.js'
import { publicUri } from '../io/public-uri.js'

/** Two letters or more before a colon; one letter is a Windows drive. */
const schemePattern = /^[a-zA-Z][a-zA-Z0-9+.-]+:/

/** Whether a uri names a file or directory on this machine. */
export function isLocal(uri: string): boolean {
  return !schemePattern.test(uri) || uri.startsWith('file:')
}

/** A uri that means the same wherever the program goes: paths and `file:` URLs as absolute paths, other uris as they are. Relative ones are seen from `from`. */
export function absoluteUri(uri: string, from = process.cwd()): string {
  if (!isLocal(uri)) return uri
  if (!uri.startsWith('file:')) return resolve(from, uri)
  try {
    return fileURLToPath(uri)
  } catch (cause) {
    throw new SourceError(`${uri}: not the URL of a file on this machine: give file:///path`, { uri }, { cause })
  }
}

/** The deepest directory that all paths lie in; null where there is none (other drives) or no path is given. */
export function commonDirectory(paths: readonly string[]): string | null {
  const [first, ...others] = paths.map((path) => dirname(path).split(sep))
  if (first === undefined) return null
  let depth = first.length
  for (const parts of others) {
    const differs = parts.findIndex((part, at) => part !== first[at])
    depth = Math.min(depth, differs < 0 ? parts.length : differs)
  }
  if (depth === 0) return null
  const joined = first.slice(0, depth).join(sep)
  return depth === 1 ? joined + sep : joined
}

/** A uri as recipes hold it: local ones relative to `directory` with forward slashes, others without credentials and signatures. */
export function recipeUri(uri: string, directory: string | null): string {
  if (!isLocal(uri)) return publicUri(uri)
  return directory === null ? slashes(uri) : relativePath(directory, uri)
}

/** Where `path` lies as seen from `from`, with forward slashes; `.` for the same place, an absolute path only where there is no other (drives). */
export function relativePath(from: string, path: string): string {
  const seen = relative(from, path)
  return seen === '' ? '.' : isAbsolute(seen) ? slashes(path) : slashes(seen)
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
