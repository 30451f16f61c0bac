import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { AGREEMENT_KERNELS, type Agreement, agreement } from './agreement.js'
import type { Surroundings } from './candidates.js'
import { compare, type JobResult, type Setting } from './compare.js'
import { JOBS } from './jobs.js'
import { type MemoryResult, memory } from './memory.js'
import { type Options, readOptions, USAGE } from './options.js'
import { type Report, writeReport } from './report.js'
import { ensureScene, SCENE_VERSION, SIDES } from './scene.js'
import { agreementTable, jobTable, memoryTable, summary } from './table.js'
import { findTools } from './tools.js'

function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** The path of a scene; made when first asked for, read once so that every candidate finds it in the system's cache. */
function sceneMaker(cache: string): Surroundings['scene'] {
  const ready = new Set<string>()
  return (size, kind = 'scene') => {
    const side = SIDES[size]
    const path = join(cache, `${kind}-${side}-v${SCENE_VERSION}.tif`)
    if (!ready.has(path)) {
      note(`${kind} of ${size} Mpx: ${path}`)
      ensureScene(path, kind, side)
      readFileSync(path)
      ready.add(path)
    }
    return { path, side }
  }
}

interface Found {
  readonly jobs: JobResult[]
  readonly agreements: Agreement[]
  memory?: MemoryResult
}

/** Runs one job and prints its table; kernels of P15 are lines as they come. */
async function runJob(id: string, around: Surroundings, options: Options, setting: Setting, found: Found): Promise<void> {
  if (id === 'P12') {
    found.memory = await memory(around, options.full, setting)
    print(memoryTable(found.memory))
  } else if (id === 'P15') {
    const { path } = around.scene(options.size)
    for (const kernel of AGREEMENT_KERNELS) found.agreements.push(agreement(kernel, path, around.bench, setting))
    print(agreementTable(found.agreements))
  }
  for (const job of JOBS[id]?.(around, options.size) ?? []) {
    const result = await compare(job, setting)
    found.jobs.push(result)
    print(jobTable(result))
  }
}

function wanted(args: readonly string[]): Options | undefined {
  if (args.includes('--help') || args.includes('-h')) return undefined
  try {
    return readOptions(args)
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

/** Runs the benchmark; the tables go to stdout as they come, notes on progress to stderr. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const options = wanted(args)
  if (options === undefined) {
    process.stderr.write(USAGE)
    return args.includes('--help') || args.includes('-h') ? 0 : 2
  }
  const { cache, keep, runs, size } = options
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'run-'))
  if (!keep) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const tools = findTools(root)
  const machine = { processor: cpus()[0]?.model.trim() ?? 'unknown', processors: cpus().length, ...tools.versions }
  print(
    `${Object.entries(machine)
      .map((entry) => entry.join(': '))
      .join('\n')}\n`,
  )
  const around = { cli: tools.cli, python: tools.python, bench: join(root, 'bench'), scene: sceneMaker(cache) }
  const began = new Date().toISOString()
  const found: Found = { jobs: [], agreements: [] }
  const report = (): Report => ({ format: 1, began, ended: new Date().toISOString(), machine, size, runs, ...found })
  for (const id of options.jobs) {
    await runJob(id, around, options, { tools, folder, runs, keep, size, note }, found)
    if (options.json !== undefined) writeReport(options.json, report())
  }
  print(summary(report()))
  return 0
}
