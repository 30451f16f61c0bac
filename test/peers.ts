import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'

/** Whether a peer that is missing is a failure (continuous integration) or a reason to skip. */
const required = process.env.RASTERLOOM_REQUIRE_PEERS === '1'

/** Debian's Python, which the Debian packages serve; not whatever `python3` is first on the path. */
export const python = '/usr/bin/python3'

/** Folder of real rasters beside the repository; absent on most machines. */
export const dataDir = process.env.RASTERLOOM_DATA ?? fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** Folder of GDAL's warp cases beside the repository; absent on most machines. */
export const conformanceDir = process.env.RASTERLOOM_CONFORMANCE ?? fileURLToPath(new URL('../../shared/conformance/', import.meta.url))

const probes: Readonly<Record<string, () => void>> = {
  gdal: () => void execFileSync('gdalinfo', ['--version'], { stdio: 'ignore' }),
  'gdal-python': () => void execFileSync(python, ['-c', 'from osgeo import gdal'], { stdio: 'ignore' }),
  rasterio: () => void execFileSync(python, ['-c', 'import rasterio'], { stdio: 'ignore' }),
  pyproj: () => void execFileSync(python, ['-c', 'import pyproj'], { stdio: 'ignore' }),
  zarr: () => void execFileSync(python, ['-c', 'import zarr'], { stdio: 'ignore' }),
  netcdf: () => void execFileSync(python, ['-c', 'import netCDF4'], { stdio: 'ignore' }),
  numpy: () => void execFileSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }),
  rioxarray: () => void execFileSync(python, ['-c', 'import rioxarray'], { stdio: 'ignore' }),
  jupyter: () => void execFileSync('jupyter', ['nbconvert', '--version'], { stdio: 'ignore' }),
  moto: () => void execFileSync('moto_server', ['--help'], { stdio: 'ignore' }),
  data: () => mustExist(dataDir),
  conformance: () => mustExist(conformanceDir),
}

/** What Debian has no package of: compared with where it is found, required nowhere. */
const notPackaged: readonly Peer[] = ['moto']

/** Something outside this repository that a test compares with. */
export type Peer =
  | 'gdal'
  | 'gdal-python'
  | 'rasterio'
  | 'pyproj'
  | 'zarr'
  | 'netcdf'
  | 'numpy'
  | 'rioxarray'
  | 'jupyter'
  | 'moto'
  | 'data'
  | 'conformance'

function mustExist(path: string): void {
  if (!existsSync(path)) throw new Error(`${path} is not there`)
}

const found = new Map<Peer, boolean>()

function has(peer: Peer): boolean {
  let answer = found.get(peer)
  if (answer === undefined) {
    try {
      probes[peer]?.()
      answer = true
    } catch {
      answer = false
    }
    found.set(peer, answer)
  }
  return answer
}

/**
 * A `describe` that needs peers. Where one is missing the tests are skipped and the name says why;
 * under `RASTERLOOM_REQUIRE_PEERS=1` a missing peer is a failing test instead.
 */
export function describeWithPeers(name: string, peers: readonly Peer[], body: () => void): void {
  const missing = peers.filter((peer) => !has(peer))
  if (missing.length === 0) {
    describe(name, body)
    return
  }
  const why = `${name} (needs ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not on this machine)`
  if (required && !missing.every((peer) => notPackaged.includes(peer))) {
    it(why, () => {
      throw new Error(`RASTERLOOM_REQUIRE_PEERS=1, but ${missing.join(', ')} not found`)
    })
    return
  }
  process.stdout.write(`skipped: ${why}\n`)
  // The body is not run: it may read what is missing.
  it.skip(why, () => {})
}
