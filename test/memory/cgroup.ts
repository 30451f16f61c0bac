import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A control group of this process's own that bounds the memory of what is started in it. */
export interface MemoryGroup {
  /** What a shell does to be in it. */
  readonly enter: string
  /** Removes it; all that ran in it must have ended. */
  remove(): void
}

/** The directory of this process's group of the memory controller, version 1 or 2; null where there is none. */
function ownGroup(): { readonly path: string; readonly limit: string } | null {
  if (!existsSync('/proc/self/cgroup')) return null
  const lines = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n')
  const pathOf = (pattern: RegExp): string | undefined => lines.map((line) => pattern.exec(line)?.[1]).find((path) => path !== undefined)
  const first = pathOf(/^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/)
  if (first !== undefined) return { path: join('/sys/fs/cgroup/memory', first), limit: 'memory.limit_in_bytes' }
  const second = pathOf(/^0::(.*)$/)
  return second === undefined ? null : { path: join('/sys/fs/cgroup', second), limit: 'memory.max' }
}

/** A group with a limit below this process's own; null, with a printed reason, where none may be made. */
export function memoryGroup(bytes: number): MemoryGroup | null {
  const own = ownGroup()
  const path = own === null ? '' : join(own.path, `rasterloom-test-${process.pid}-${bytes}`)
  try {
    if (own === null) throw new Error('no memory controller')
    mkdirSync(path)
    writeFileSync(join(path, own.limit), String(bytes))
    return { enter: `echo $$ > ${join(path, 'cgroup.procs')}`, remove: () => rmdirSync(path) }
  } catch (error) {
    if (path !== '' && existsSync(path)) rmdirSync(path)
    process.stdout.write(`skipped: a control group with a memory limit needs the right to make one (${String(error)})\n`)
    return null
  }
}
