import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Setting } from './compare.js'
import { warpOptions } from './jobs.js'

/** How far our pixels agree with those of `gdalwarp -et 0` on our grid, away from nodata; shares of 1. */
export interface Agreement {
  readonly kernel: string
  readonly problem?: string
  readonly pixels?: number
  readonly compared?: number
  readonly identical?: number
  readonly withinOne?: number
  readonly largest?: number
  /** Share of all pixels whose validity is the same. */
  readonly mask?: number
  /** Whether the share of identical pixels and the largest difference are as asked; near, which takes one pixel or its neighbour, has the share only. */
  readonly met?: boolean
}

/** The kernels compared. */
export const AGREEMENT_KERNELS: readonly string[] = ['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos', 'average']

/** Least share of pixels that must be identical; none may be off by more than 1. */
export const LEAST_IDENTICAL = 0.995

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

/** Warps the scene with one kernel and has the pixels compared by rasterio. */
export function agreement(kernel: string, scene: string, bench: string, setting: Setting): Agreement {
  const { tools } = setting
  for (const tool of ['rasterloom', 'gdalwarp', 'rasterio'] as const) {
    if (tools.missing.has(tool)) return { kernel, problem: `${tool}: ${tools.missing.get(tool)}` }
  }
  setting.note(`P15: ${kernel} against gdalwarp -et 0`)
  const ours = join(setting.folder, `P15-${kernel}.tif`)
  const theirs = join(setting.folder, `P15-${kernel}-gdal.tif`)
  const options = [...warpOptions(kernel), '--workers', '2', '--overwrite', '-q']
  const converted = spawnSync(process.execPath, [tools.cli, 'convert', scene, ours, ...options], { encoding: 'utf8' })
  if (converted.status !== 0) return { kernel, problem: `exit ${converted.status}: ${lastLine(converted.stderr)}` }
  const checked = spawnSync(tools.python, [join(bench, 'python/agreement.py'), scene, ours, kernel, theirs], { encoding: 'utf8' })
  for (const path of setting.keep ? [] : [ours, theirs]) rmSync(path, { force: true })
  if (checked.status !== 0) return { kernel, problem: lastLine(checked.stderr) }
  const found = JSON.parse(checked.stdout) as { readonly identical: number; readonly largest: number }
  return { kernel, ...found, met: found.identical >= LEAST_IDENTICAL && (kernel === 'near' || found.largest <= 1) }
}
