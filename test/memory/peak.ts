import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { main } from '../cli/command.js'

/** What a run of the command line held at most, beside what it promised. */
export interface Measured {
  readonly code: number | null
  readonly stderr: string
  readonly promiseBytes: number
  readonly peakBytes: number
  /** What `--json` told; empty where the run failed. */
  readonly report: Readonly<Record<string, unknown>>
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
 * milliseconds, in which the process gives back what it has, can be missed. `nodeOptions` are Node's own. `limits` is what a shell does
 * before it becomes the run, like `ulimit -d 100000`. RASTERLOOM_FIGURES=1 prints what was measured.
 */
export function measure(args: readonly string[], nodeOptions = '', limits = ':'): Promise<Measured> {
  return new Promise((done, failed) => {
    const child = spawn('sh', ['-c', `${limits} && exec "$0" "$@"`, process.execPath, main, ...args, '--json'], {
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
      const report = (code === 0 ? JSON.parse(stdout) : {}) as Record<string, unknown>
      const promiseBytes = Number(report.promiseBytes ?? 0)
      if (process.env.RASTERLOOM_FIGURES === '1') {
        const [held, promised] = [peakBytes, promiseBytes].map((bytes) => (bytes / 2 ** 20).toFixed(1))
        process.stdout.write(`${held} of ${promised} MiB: ${args.join(' ')}\n`)
      }
      done({ code, stderr, promiseBytes, peakBytes, report })
    })
  })
}
