import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { makeDirectorySync, outputError } from './atomic-write.js'

/** Whether a file or directory of that name is there. */
export function pathExists(path: string): boolean {
  return existsSync(path)
}

/** Names in a directory, sorted by code unit; none where there is no directory. Throws `E_OUTPUT`. */
export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw outputError(directory, 'list', cause)
  }
}

/** The bytes of a small file that this run wrote, or null where it is not there, or where a file stands for its directory. Throws `E_OUTPUT`. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw outputError(path, 'read back', cause)
  }
}

/** Reads a file that this run wrote into the start of `out`; answers its bytes, never more than `out` holds. Throws `E_OUTPUT`. */
export function readBackSync(path: string, out: Uint8Array): number {
  try {
    return readInto(path, out)
  } catch (cause) {
    throw outputError(path, 'read back', cause)
  }
}

/** As {@link readBackSync} of a file that may not be there: null then. */
export function readBackIfThere(path: string, out: Uint8Array): number | null {
  try {
    return readInto(path, out)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw outputError(path, 'read back', cause)
  }
}

function readInto(path: string, out: Uint8Array): number {
  const file = openSync(path, 'r')
  try {
    return readFully(file, out)
  } finally {
    closeSync(file)
  }
}

function readFully(file: number, out: Uint8Array): number {
  let at = 0
  while (at < out.length) {
    const count = readSync(file, out, at, out.length - at, at)
    if (count === 0) break
    at += count
  }
  return at
}

/**
 * Gives a finished directory its final name in one step. What stands at the target is moved to `aside` first and removed last;
 * where the step fails it is put back. All three lie on one file system. Throws `E_OUTPUT`.
 */
export function publishDirectory(finished: string, target: string, aside: string): void {
  makeDirectorySync(dirname(target))
  const replaces = existsSync(target)
  try {
    if (replaces) renameSync(target, aside)
    renameSync(finished, target)
  } catch (cause) {
    if (replaces && !existsSync(target) && existsSync(aside)) renameSync(aside, target)
    throw outputError(target, 'put the finished output at', cause)
  }
  if (replaces) rmSync(aside, { recursive: true, force: true })
}

/** Paths of all files below a directory as seen from there, with forward slashes, sorted by code unit. Throws `E_OUTPUT`. */
export function filesBelow(directory: string): string[] {
  try {
    const found = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return found.map(({ parentPath, name }) => relative(directory, join(parentPath, name)).split(sep).join('/')).sort()
  } catch (cause) {
    throw outputError(directory, 'list', cause)
  }
}
