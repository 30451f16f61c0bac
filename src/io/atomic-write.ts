import { mkdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { OutputError } from '../base/errors.js'

/** Tells the temporary files of this thread from those of all others that write to the same directory. */
const writerTag = `${process.pid.toString(36)}-${Math.floor(Math.random() * 2 ** 48).toString(36)}`

let written = 0

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space or write elsewhere',
  EDQUOT: 'the disk quota is used up: free some space or write elsewhere',
  EACCES: 'no permission: choose another directory or change its permissions',
  EPERM: 'not permitted: choose another directory or change its permissions',
  EROFS: 'the file system is read-only: write elsewhere',
  ENOENT: 'a directory on the way is missing: create it first',
  ENOTDIR: 'a part of the path is a file, not a directory: choose another path',
  EISDIR: 'a directory stands there: choose another name or remove it',
  EEXIST: 'something stands there already: choose another name or remove it',
  ENOTEMPTY: 'a directory with files stands there: choose another name or remove it',
  EMFILE: 'too many files are open: raise the limit of open files',
  EXDEV: 'it lies on another file system than its scratch directory: choose a target on one file system',
}

/** An `E_OUTPUT` for a failed file operation: names the path and, for the usual causes, what to do. The cause is kept. */
export function outputError(path: string, doing: string, cause: unknown): OutputError {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? ''
  const why = remedies[code] ?? (cause instanceof Error ? cause.message : String(cause))
  return new OutputError(`cannot ${doing} ${path}: ${why}${code === '' ? '' : ` (${code})`}`, { uri: path, cause: code }, { cause })
}

/** Creates a directory and those above it; one that exists is fine. Throws `E_OUTPUT`. */
export function makeDirectorySync(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (cause) {
    throw outputError(path, 'create the directory', cause)
  }
}

/**
 * Writes a file so that its name never stands for half of it: a temporary file, then a rename. The temporary file stands in the same
 * directory, or in another one of the same file system, where a killed process leaves no litter among the results.
 * Missing directories are created; a file of that name is replaced. The bytes survive the end of the process, not a power cut.
 * Throws `E_OUTPUT`, having removed the temporary file.
 */
export function atomicWriteSync(path: string, bytes: Uint8Array, temporaryDirectory: string = dirname(path)): void {
  const temporary = join(temporaryDirectory, `.${basename(path)}.${writerTag}.${written++}.tmp`)
  try {
    makingDirectory(temporaryDirectory, () => writeFileSync(temporary, bytes, { flag: 'wx' }))
    makingDirectory(dirname(path), () => renameSync(temporary, path))
  } catch (cause) {
    removeQuietly(temporary)
    throw cause instanceof OutputError ? cause : outputError(path, 'write', cause)
  }
}

/**
 * Writes a file under its own name at once, for those who know by other means whether it is whole (length and checksum in a journal):
 * one file operation fewer than {@link atomicWriteSync}. Missing directories are created. Throws `E_OUTPUT`, having removed what was written.
 */
export function writeWholeSync(path: string, bytes: Uint8Array): void {
  try {
    makingDirectory(dirname(path), () => writeFileSync(path, bytes))
  } catch (cause) {
    removeQuietly(path)
    throw cause instanceof OutputError ? cause : outputError(path, 'write', cause)
  }
}

/** Files of one directory follow each other: asking for the directory only when it turns out to be missing saves a call for each file. */
function makingDirectory(directory: string, write: () => void): void {
  try {
    write()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    makeDirectorySync(directory)
    write()
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was not created, or the directory can no longer be written: the first failure is the one to report.
  }
}
