import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { main, type Outcome, runProcess } from '../cli/command.js'
import { filesOf } from '../engine/scratch.js'

/** A fault in the file operations of a process: see inject.mjs, which says what each field means. */
export interface Fault {
  readonly calls: readonly string[]
  readonly path?: string
  readonly at?: number
  readonly times?: number
  readonly thread?: 'main' | 'worker' | 'any'
  readonly fault?: string
  readonly tell?: string
}

const inject = new URL('./inject.mjs', import.meta.url).href

/** Operations that change what is on the disk. */
export const changes: readonly string[] = [
  ...['writeSync', 'openSync', 'writeFileSync', 'renameSync', 'rmSync', 'unlinkSync', 'mkdirSync', 'linkSync', 'fsyncSync'],
  ...['open', 'write', 'sync', 'rename', 'rm'],
]

/** Runs `rasterloom` in a directory under a fault. */
export function struck(cwd: string, args: readonly string[], fault: Fault): Promise<Outcome> {
  const env = { NODE_OPTIONS: `--import=${inject}`, RASTERLOOM_FAULT: JSON.stringify(fault) }
  return runProcess(process.execPath, [main, ...args], cwd, env)
}

/** A hash over names and bytes of all files of an output. */
export function hashOf(path: string): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of filesOf(path)) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** A fixture of the repository. */
export const scene = fileURLToPath(new URL('../../fixtures/scene/B05.tif', import.meta.url))
