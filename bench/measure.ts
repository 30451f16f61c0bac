import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One run of a command, in seconds and bytes; without a way to account for a process there is only wall time. */
export interface Measurement {
  readonly wallS: number
  /** User and system time of the process and the children it waited for. */
  readonly cpuS?: number
  /** The largest resident set of any one process of the command. */
  readonly peakRssBytes?: number
  readonly outputBytes: number
}

/** The words to put before a command so that it writes `USER SYSTEM PEAK_KIB` to a file when it ends. */
export type Timer = (figures: string) => readonly string[]

/** A command which did not end well: the last line that it wrote to stderr, and its exit code. */
export class CommandFailed extends Error {}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

interface Ended {
  readonly code: number
  readonly stderr: string
  readonly wallS: number
}

function run(argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(argv[0]!, argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4000)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, stderr, wallS: (performance.now() - started) / 1000 }))
  })
}

/** Removes `output`, runs the command under the timer where there is one, and weighs what it wrote. Throws `CommandFailed`. */
export async function measure(argv: readonly string[], output: string, timer: Timer | undefined): Promise<Measurement> {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(dirname(output), { recursive: true })
  const figures = `${output}.time`
  const { code, stderr, wallS } = await run(timer === undefined ? argv : [...timer(figures), ...argv])
  const accounted = timer !== undefined && existsSync(figures)
  const parts = accounted ? (readFileSync(figures, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? []) : []
  rmSync(figures, { force: true })
  if (code !== 0) throw new CommandFailed(`exit ${code}: ${stderr.trim().split('\n').at(-1) ?? ''}`)
  const measured = { wallS, outputBytes: sizeOf(output) }
  const [user, system, peakKiB] = parts
  if (user === undefined || system === undefined || peakKiB === undefined) return measured
  return { ...measured, cpuS: user + system, peakRssBytes: peakKiB * 1024 }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** The median of each figure that every run has. */
export function medians(runs: readonly Measurement[]): Measurement {
  const cpuS = runs.flatMap((run) => run.cpuS ?? [])
  const peaks = runs.flatMap((run) => run.peakRssBytes ?? [])
  return {
    wallS: median(runs.map((run) => run.wallS)),
    outputBytes: median(runs.map((run) => run.outputBytes)),
    ...(cpuS.length < runs.length ? {} : { cpuS: median(cpuS) }),
    ...(peaks.length < runs.length ? {} : { peakRssBytes: median(peaks) }),
  }
}
