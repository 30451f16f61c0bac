import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { commandIn, runProcess } from '../cli/command.js'
import { python } from '../peers.js'

/** What compare.py finds of two rasters. `inside` leaves out pixels beside invalid ones and the rasters' edges. */
export interface Agreement {
  readonly size: readonly number[]
  readonly theirSize: readonly number[]
  readonly affine: readonly number[]
  readonly theirAffine: readonly number[]
  readonly sameCrs: boolean
  readonly dtype: readonly string[]
  readonly pixels: number
  readonly valid: number
  readonly maxDifference: number
  /** Largest difference in units of the last place of a float32. */
  readonly ulps: number
  readonly equal: number
  readonly insideMaxDifference: number
  readonly insideEqual: number
  readonly onlyOurs: number
  readonly onlyTheirs: number
  /** Of those that just one has, how many do not lie on the edge of their valid area. */
  readonly unlikeAwayFromEdge: number
}

/** A pair of rasters to be compared; `nodata` is a value of theirs that means "invalid" beside what their mask says. */
export interface Pair {
  readonly ours: string
  readonly theirs: string
  readonly nodata?: number
}

/** Compares pairs of rasters with NumPy, in one process. */
export function compare(pairs: readonly Pair[]): Agreement[] {
  const script = fileURLToPath(new URL('compare.py', import.meta.url))
  return JSON.parse(execFileSync(python, [script], { input: JSON.stringify(pairs), encoding: 'utf8' })) as Agreement[]
}

/** Runs `rasterloom convert` in a directory and expects it to be silent and to work. */
export async function convert(directory: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await commandIn(directory)('convert', ...args, '-q', '--overwrite')
  expect([stderr, code], args.join(' ')).toEqual(['', 0])
}

/** Runs `gdalwarp` without approximation, onto the grid of another raster. */
export async function gdalwarpOnto(directory: string, grid: string, source: string, target: string, ...options: string[]): Promise<void> {
  const { size, geoTransform, coordinateSystem } = JSON.parse(
    execFileSync('gdalinfo', ['-json', grid], { cwd: directory, encoding: 'utf8' }),
  ) as {
    size: [number, number]
    geoTransform: [number, number, number, number, number, number]
    coordinateSystem: { wkt: string }
  }
  const [left, dx, , top, , dy] = geoTransform
  const [width, height] = size
  const extent = [left, top + height * dy, left + width * dx, top].map((edge) => String(edge))
  const grids = ['-t_srs', coordinateSystem.wkt, '-te', ...extent, '-ts', String(width), String(height)]
  await gdal(directory, 'gdalwarp', '-q', '-overwrite', '-et', '0', ...grids, ...options, source, target)
}

/** Runs a program of GDAL's and expects it to work. */
export async function gdal(directory: string, program: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await runProcess(program, args, directory)
  expect(code, `${program} ${args.join(' ')}: ${stderr}`).toBe(0)
}

/** Expects one grid, to the last digits of its affine. */
export function sameGrid({ size, theirSize, affine, theirAffine, sameCrs }: Agreement): void {
  expect(size).toEqual(theirSize)
  expect(sameCrs).toBe(true)
  // Far below what could move a pixel: origins are some 1e6, pixels some 1e2.
  for (const [index, value] of affine.entries())
    expect(Math.abs(value - (theirAffine[index] as number))).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)) + 1e-15)
}
