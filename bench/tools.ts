import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Timer } from './measure.js'

/** Something that a candidate needs in order to run. */
export type Tool = 'rasterloom' | 'gdalwarp' | 'gdal_translate' | 'rioxarray' | 'rasterio'

/** What is on this machine. */
export interface Tools {
  /** Why a tool cannot be used; absent for those that can. */
  readonly missing: ReadonlyMap<Tool, string>
  readonly python: string
  readonly cli: string
  /** GNU time, or a few lines of Python, for processor seconds and peak memory; without both only wall time is measured. */
  readonly timer: Timer | undefined
  readonly versions: Readonly<Record<string, string>>
}

function answer(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

function findPython(): string {
  const candidates = [process.env.RASTERLOOM_PYTHON, '/usr/bin/python3', 'python3'].filter((name) => name !== undefined)
  return candidates.find((name) => answer(name, ['-c', 'import rasterio']) !== undefined) ?? 'python3'
}

function findTimer(python: string, root: string): Timer | undefined {
  const gnu = ['/usr/bin/time', 'gtime'].find((name) => answer(name, ['-f', '%M', 'true']) !== undefined)
  if (gnu !== undefined) return (figures) => [gnu, '-f', '%U %S %M', '-o', figures]
  const script = join(root, 'bench/python/timed.py')
  return answer(python, ['-c', 'import os; os.wait4']) === undefined ? undefined : (figures) => [python, script, figures]
}

/** Looks for everything once (about a second: Python's imports). */
export function findTools(root: string): Tools {
  const python = findPython()
  const cli = join(root, 'dist/cli/main.js')
  const versions: Record<string, string> = { node: process.version }
  const missing = new Map<Tool, string>()
  const look = (tool: Tool, version: string | undefined, otherwise: string): void => {
    if (version === undefined) missing.set(tool, otherwise)
    else versions[tool] = version
  }
  look('rasterloom', existsSync(cli) ? answer(process.execPath, [cli, '--version']) : undefined, 'not built: npm run build')
  look('gdalwarp', answer('gdalwarp', ['--version']), 'not installed')
  look('gdal_translate', answer('gdal_translate', ['--version']), 'not installed')
  look('rasterio', answer(python, ['-c', 'import rasterio; print(rasterio.__version__)']), 'not installed')
  look(
    'rioxarray',
    answer(python, ['-c', 'import rioxarray, dask, zarr; print(rioxarray.__version__, "dask", dask.__version__)']),
    'not installed',
  )
  return { missing, python, cli, timer: findTimer(python, root), versions }
}
