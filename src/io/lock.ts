import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OutputError } from '../base/errors.js'
import { isJsonObject } from '../base/json.js'
import { outputError } from './atomic-write.js'

/** A directory that belongs to one run at a time. */
export interface Lock {
  /** Gives it back. Safe to call twice, and after the directory is gone. */
  release(): void
}

/** Who holds a lock. `began` tells a process from a later one with the same number; '' where the system does not say. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly began: string
  readonly since: string
  readonly key: string
}

const fileName = 'lock'

/** Locks of this process, by key: its own number in a lock's file that is not in here is left from an earlier process. */
const held = new Set<string>()

/** A lock whose file says nothing is being written this moment; older than this, its writer died. */
const unwrittenMs = 10_000

/**
 * Makes a directory this run's own by a file `lock` in it, made exclusively: process, host and time. The lock of a process of this host that
 * is no more is taken over. Throws `E_OUTPUT` saying who holds it; for another host than `host`, this
 * one, of which nothing can be known, also how to remove it.
 */
export function lockDirectory(directory: string, target: string, host: string): Lock {
  const path = join(directory, fileName)
  const own: Holder = {
    pid: process.pid,
    host,
    began: beginOf(process.pid),
    since: new Date().toISOString(),
    key: randomUUID(),
  }
  while (!claim(path, own)) {
    const text = textOf(path)
    if (text === null) continue
    const other = holderOf(text)
    if (!isStale(other, path, host)) throw refusal(path, target, other, host)
    takeAway(path, text)
  }
  held.add(own.key)
  return {
    release() {
      held.delete(own.key)
      if (holderOf(textOf(path) ?? '')?.key === own.key) rmSync(path, { force: true })
    },
  }
}

/** Makes the lock's file, whole or not at all; answers whether it was not there before. */
function claim(path: string, own: Holder): boolean {
  const draft = `${path}.${own.key}`
  try {
    writeFileSync(draft, `${JSON.stringify(own)}\n`, { flag: 'wx' })
    linkSync(draft, path)
    return true
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // Not every file system has links.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS') return claimUnlinked(path, own)
    throw outputError(path, 'lock', cause)
  } finally {
    rmSync(draft, { force: true })
  }
}

function claimUnlinked(path: string, own: Holder): boolean {
  try {
    writeFileSync(path, `${JSON.stringify(own)}\n`, { flag: 'wx' })
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw outputError(path, 'lock', cause)
  }
}

/** Removes a stale lock, and no other: what somebody else put in its place meanwhile goes back. */
function takeAway(path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    if (textOf(aside) !== text) linkSync(aside, path)
  } catch (cause) {
    if (!['ENOENT', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw outputError(path, 'lock', cause)
  } finally {
    rmSync(aside, { force: true })
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw outputError(path, 'read', cause)
  }
}

function holderOf(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isJsonObject(value)) return null
    const { pid, host, began, since, key } = value
    return typeof pid === 'number' ? { pid, host: String(host), began: String(began), since: String(since), key: String(key) } : null
  } catch {
    return null
  }
}

function isStale(other: Holder | null, path: string, host: string): boolean {
  if (other === null) return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > unwrittenMs
  if (other.host !== host) return false
  if (other.pid === process.pid) return !held.has(other.key)
  if (!isAlive(other.pid)) return true
  const began = beginOf(other.pid)
  return began !== '' && other.began !== '' && began !== other.began
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in the system's own words, where `/proc` tells it: the 22nd field of its status, after a name that may hold spaces. */
function beginOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function refusal(path: string, target: string, other: Holder | null, host: string): OutputError {
  const fields = { uri: target, lock: path, ...(other === null ? {} : { pid: other.pid, host: other.host, since: other.since }) }
  if (other === null)
    return new OutputError(`${target}: is being written by another process: wait for it, or write to another path`, fields)
  const who = `${target}: is being written by process ${other.pid}`
  if (other.host === host) return new OutputError(`${who} (since ${other.since}): wait for it, or write to another path`, fields)
  return new OutputError(
    `${who} on host ${other.host} (since ${other.since}), which cannot be asked from here: wait for it; if it is no more, remove ${path}`,
    fields,
  )
}
