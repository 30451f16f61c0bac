import { SourceError } from '../base/errors.js'

/** The error for a read that reaches past the end of its bytes. Fields: `uri`, `offset`, `length`. */
export function truncated(uri: string, offset: number, length: number, size: number): SourceError {
  const message = `${uri}: bytes ${offset}..${offset + length} wanted, the file ends at ${size}: it is truncated`
  return new SourceError(message, { uri, offset, length })
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file: a part of its path is not a directory',
  EISDIR: 'is a directory, not a file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EMFILE: 'too many files are open: raise the limit (ulimit -n) or open fewer sources at once',
  ENFILE: 'too many files are open on this machine: close some',
  EIO: 'the disk or the network that it lies on failed (EIO)',
  ESTALE: 'the network that it lies on failed (ESTALE)',
  ENAMETOOLONG: 'its name is too long for this system',
}

/** Codes of system calls that fail since too many files are open. */
export const noneFree: readonly string[] = ['EMFILE', 'ENFILE']

/** A failed system call on a file as `E_SOURCE`, in words. Fields: `uri`, and `offset` and `length` where it was a read. */
export function fileFailure(uri: string, cause: unknown, range?: { readonly offset: number; readonly length: number }): SourceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause))
  const bytes = range === undefined ? '' : `bytes ${range.offset}..${range.offset + range.length} cannot be read: `
  return new SourceError(`${uri}: ${bytes}${reason}`, { uri, ...range }, { cause })
}
