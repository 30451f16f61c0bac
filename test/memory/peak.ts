import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { main } from '../cli/command.js'

/** What a run of the command line held at most, beside what it promised. */
export interface Measured {
  readonly code: number | null
  readonly stderr: string
  readonly promiseBytes: number
  readonly peakBytes: number
}

/** Peak RSS of a process as the kernel keeps it; 0 once it has ended. */
function highWaterBytes(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/**
 * Runs `rasterloom ... --json` and reads its high-water mark while it lasts. The mark only grows, so nothing but the last few
 * milliseconds, in which the process gives back what it has, can be missed. `nodeOptions` are Node's own.
 */
export function measure(args: readonly string[], nodeOptions = ''): Promise<Measured> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [main, ...args, '--json'], {
      env: { ...process.env, NODE_OPTIONS: nodeOptions, RASTERLOOM_DEBUG: '' },
    })
    let peakBytes = 0
    let [stdout, stderr] = ['', '']
    const look = (): void => {
      peakBytes = Math.max(peakBytes, highWaterBytes(child.pid as number))
    }
    const timer = setInterval(look, 10)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      look()
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', failed)
    child.on('close', (code) => {
      clearInterval(timer)
      const { promiseBytes = 0 } = (code === 0 ? JSON.parse(stdout) : {}) as { promiseBytes?: number }
      done({ code, stderr, promiseBytes, peakBytes })
    })
  })
}
