import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One run of a command. Seconds and bytes; `NaN` for what could not be measured here. */
export interface Measurement {
  readonly wallS: number
  /** User and system time of the process and the children it waited for. */
  readonly cpuS: number
  /** The largest resident set of any one process of the command. */
  readonly peakRssBytes: number
  readonly outputBytes: number
}

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

/** Removes `output`, runs the command under GNU time where there is one, and weighs what it wrote. Throws `CommandFailed`. */
export async function measure(argv: readonly string[], output: string, gnuTime: string | undefined): Promise<Measurement> {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(dirname(output), { recursive: true })
  const figures = `${output}.time`
  const wrapped = gnuTime === undefined ? argv : [gnuTime, '-f', '%U %S %M', '-o', figures, ...argv]
  const { code, stderr, wallS } = await run(wrapped)
  const parts = gnuTime === undefined ? [] : (readFileSync(figures, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [])
  rmSync(figures, { force: true })
  if (code !== 0) throw new CommandFailed(`exit ${code}: ${stderr.trim().split('\n').at(-1) ?? ''}`)
  const [user = Number.NaN, system = Number.NaN, rssKiB = Number.NaN] = parts
  return { wallS, cpuS: user + system, peakRssBytes: rssKiB * 1024, outputBytes: sizeOf(output) }
}

/** The median of each figure. */
export function medians(runs: readonly Measurement[]): Measurement {
  const middle = (of: (run: Measurement) => number): number => {
    const sorted = runs.map(of).sort((a, b) => a - b)
    const half = Math.floor(sorted.length / 2)
    return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
  }
  return {
    wallS: middle((run) => run.wallS),
    cpuS: middle((run) => run.cpuS),
    peakRssBytes: middle((run) => run.peakRssBytes),
    outputBytes: middle((run) => run.outputBytes),
  }
}
