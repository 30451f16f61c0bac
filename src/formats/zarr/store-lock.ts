import { rmdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isRasterloomError } from '../../base/errors.js'
import { makeDirectorySync } from '../../io/atomic-write.js'
import { goOn } from '../../io/go-on.js'
import { lockDirectory } from '../../io/lock.js'

/** The last of those in this process who change a store, by its path: they go one after the other without asking the disk. */
const queues = new Map<string, Promise<void>>()

/** Longest wait for others that change the same store. */
const mostWaitMs = 15 * 60_000

/** Time between two attempts, in ms: short at first, as a change of a few chunks takes little. */
const leastPauseMs = 2
const mostPauseMs = 40

/**
 * Changes a store while nobody else does, in this process or another of this machine: waits for those who do. The lock is a file in a directory
 * beside the store, and that of a process that is no more is taken over. Throws `E_OUTPUT` saying who holds it after a quarter of an hour,
 * `E_ABORTED` where the signal says so.
 */
export async function whileLocked<T>(store: string, signal: AbortSignal | undefined, change: () => Promise<T>): Promise<T> {
  const before = queues.get(store) ?? Promise.resolve()
  const own = before.then(() => alone(store, signal, change))
  const settled = own.then(
    () => {},
    () => {},
  )
  queues.set(store, settled)
  try {
    return await own
  } finally {
    if (queues.get(store) === settled) queues.delete(store)
  }
}

async function alone<T>(store: string, signal: AbortSignal | undefined, change: () => Promise<T>): Promise<T> {
  const directory = join(dirname(store), `.${basename(store)}.lock`)
  const lock = await acquired(directory, store, signal)
  try {
    return await change()
  } finally {
    lock.release()
    removeEmpty(directory)
  }
}

async function acquired(directory: string, store: string, signal: AbortSignal | undefined): Promise<{ release(): void }> {
  const started = performance.now()
  for (let pause = leastPauseMs; ; pause = Math.min(mostPauseMs, pause * 1.5)) {
    goOn(signal)
    try {
      makeDirectorySync(directory)
      return lockDirectory(directory, store, hostname())
    } catch (error) {
      if (!isPassing(error) || performance.now() - started > mostWaitMs) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Held by somebody, or its directory was removed by who held it before. */
function isPassing(error: unknown): boolean {
  if (!isRasterloomError(error) || error.code !== 'E_OUTPUT') return false
  return error.fields.lock !== undefined || error.fields.cause === 'ENOENT' || /another process/.test(error.message)
}

function removeEmpty(directory: string): void {
  try {
    rmdirSync(directory)
  } catch {
    // Somebody waits in it: the last one takes it away.
  }
}
