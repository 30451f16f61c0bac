import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { open } from '../../src/index.js'
import { describeWithPeers, python } from '../peers.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const here = mkdtempSync(join(tmpdir(), 'peers-'))
afterAll(() => rmSync(here, { recursive: true }))
const run = { workers: 0 }

/** Runs Python that prints JSON. */
function ask<T>(code: string, ...args: string[]): T {
  return JSON.parse(execFileSync(python, ['-c', code, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })) as T
}

describeWithPeers('rasterio and numpy agree', ['rasterio'], () => {
  it('on an NDVI of scaled bands, with the same pixels invalid', async () => {
    const nir = await open(`${scene}B08.tif`, { band: 1, scaled: true })
    const red = await open(`${scene}B04.tif`, { band: 1, scaled: true })
    const bounds = [481000, 5396000, 483000, 5399000] as const
    const ours = await nir
      .sub(red)
      .div(nir.add(red))
      .clipBox([...bounds])
      .compute(run)
    const code = `
import sys, json, rasterio, numpy as np
from rasterio.windows import from_bounds
def read(name):
    with rasterio.open(sys.argv[1] + name) as f:
        w = from_bounds(*map(float, sys.argv[2:6]), transform=f.transform)
        a = f.read(1, window=w, masked=True)
        return a.astype('f8') * f.scales[0] + f.offsets[0], list(f.window_bounds(w))
n, b = read('B08.tif'); r, _ = read('B04.tif')
v = (n - r) / (n + r)
print(json.dumps(dict(shape=v.shape, bounds=b, valid=(~np.ma.getmaskarray(v)).astype(int).ravel().tolist(), values=np.ma.filled(v, 0).ravel().tolist())))`
    const theirs = ask<{ shape: number[]; bounds: number[]; valid: number[]; values: number[] }>(code, scene, ...bounds.map(String))
    expect(ours.shape).toEqual(theirs.shape)
    const { left, bottom, right, top } = ours.bounds ?? { left: 0, bottom: 0, right: 0, top: 0 }
    expect([left, bottom, right, top]).toEqual(theirs.bounds)
    expect(Array.from(ours.valid ?? new Uint8Array(theirs.valid.length).fill(1))).toEqual(theirs.valid)
    const values = ours.filled(0)
    // Ours is float32 throughout: three roundings of values near 1 against float64, enlarged where the sum of the bands is small.
    const worst = theirs.values.reduce((most, value, at) => Math.max(most, Math.abs(value - Number(values[at]))), 0)
    expect(worst).toBeLessThan(2e-6)
  })
})

describeWithPeers('gdalwarp agrees', ['gdal', 'rasterio'], () => {
  it.each([
    [{ size: { width: 300, height: 200 } }, ['-ts', '300', '200']],
    [
      { resolution: 30, bounds: [1640000, 6217000, 1650000, 6230000] as const },
      ['-tr', '30', '30', '-te', '1640000', '6217000', '1650000', '6230000'],
    ],
    [{}, []],
  ] as const)('on the grid of reproject with %j', async (options, args) => {
    const ours = (await open(`${scene}B05.tif`, { band: 1 })).reproject('EPSG:3857', options)
    const target = join(here, `${args.join('_')}.tif`)
    execFileSync('gdalwarp', ['-q', '-overwrite', '-t_srs', 'EPSG:3857', ...args, `${scene}B05.tif`, target])
    const theirs = await open(target, { band: 1 })
    expect(ours.shape).toEqual(theirs.shape)
    const [a, b] = [ours.geobox?.affine, theirs.geobox?.affine]
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const) expect(a?.[key]).toBeCloseTo(b?.[key] as number, 6)
  })

  it('on snapped edges, but for rows and columns that no pixel of the source reaches', async () => {
    const ours = (await open(`${scene}B05.tif`, { band: 1 })).reproject('EPSG:3857', { resolution: 20, snap: true })
    const target = join(here, 'tap.tif')
    execFileSync('gdalwarp', ['-q', '-t_srs', 'EPSG:3857', '-tr', '20', '20', '-tap', `${scene}B05.tif`, target])
    const theirs = await open(target, { band: 1 })
    for (const edge of ['left', 'bottom', 'right', 'top'] as const) {
      const [a, b] = [ours.bounds?.[edge] as number, theirs.bounds?.[edge] as number]
      expect(a % 20).toBe(0)
      expect(Math.abs(a - b)).toBeLessThanOrEqual(20)
    }
  })
})
