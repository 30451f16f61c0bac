import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type Agreement, agreement } from './agreement.js'
import { compare, type JobResult, type Setting } from './compare.js'
import { JOBS, type Surroundings } from './jobs.js'
import { type Options, readOptions, USAGE } from './options.js'
import { ensureScene, SCENE_VERSION, type SceneSize, SIDES } from './scene.js'
import { agreementTable, jobTable } from './table.js'
import { findTools } from './tools.js'

function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The scene's path; made when first asked for, read once so that every candidate finds it in the system's cache. */
function sceneMaker(cache: string): Surroundings['scene'] {
  const ready = new Set<SceneSize>()
  return (size) => {
    const side = SIDES[size]
    const path = join(cache, `scene-${side}-v${SCENE_VERSION}.tif`)
    if (!ready.has(size)) {
      note(`scene of ${size} Mpx: ${path}`)
      ensureScene(path, side)
      readFileSync(path)
      ready.add(size)
    }
    return { path, side }
  }
}

async function runAll(root: string, options: Options, setting: Setting): Promise<{ jobs: JobResult[]; agreements: Agreement[] }> {
  const scripts = join(root, 'bench/python')
  const scene = sceneMaker(options.cache)
  const around = { cli: setting.tools.cli, python: setting.tools.python, scripts, scene }
  const jobs: JobResult[] = []
  const agreements: Agreement[] = []
  for (const id of options.jobs) {
    if (id === 'P15') {
      for (const kernel of ['near', 'bilinear']) agreements.push(agreement(kernel, scene(options.size).path, scripts, setting))
      if (!options.json) process.stdout.write(`${agreementTable(agreements)}\n`)
    }
    for (const job of JOBS[id]?.(around, options.size) ?? []) {
      const result = await compare(job, setting)
      jobs.push(result)
      if (!options.json) process.stdout.write(`${jobTable(result)}\n`)
    }
  }
  return { jobs, agreements }
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

/** Runs the benchmark; the tables go to stdout as they come (or one JSON object at the end), notes on progress to stderr. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const options = wanted(args)
  if (options === undefined) {
    process.stderr.write(USAGE)
    return args.includes('--help') || args.includes('-h') ? 0 : 2
  }
  mkdirSync(options.cache, { recursive: true })
  const folder = mkdtempSync(join(options.cache, 'run-'))
  const tools = findTools(root)
  const machine = { processor: cpus()[0]?.model ?? 'unknown', processors: cpus().length, ...tools.versions }
  if (!options.json)
    process.stdout.write(
      `${Object.entries(machine)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')}\n\n`,
    )
  try {
    const results = await runAll(root, options, { tools, folder, runs: options.runs, keep: options.keep, size: options.size, note })
    if (options.json) process.stdout.write(`${JSON.stringify({ machine, size: options.size, ...results }, undefined, 2)}\n`)
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true })
  }
  return 0
}
