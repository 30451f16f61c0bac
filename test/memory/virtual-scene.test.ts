import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { open, slice } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { describeWithPeers } from '../peers.js'
import { measure } from './peak.js'
import { writeVirtualScene } from './virtual-scene.js'

const MiB = 1024 * 1024
const side = 100_000
const here = scratch('virtual-scene')
const scene = here('scene.tif')

beforeAll(() => writeVirtualScene(scene, side, side, 1))

describe('a scene of 10^10 pixels', () => {
  it('takes little disk, and is what it says', async () => {
    expect(statSync(scene).size).toBeLessThan(4 * MiB)
    const array = await open(scene, { band: 1 })
    expect([array.shape, array.dtype]).toEqual([[side, side], 'uint16'])
    const { values } = await array.isel({ y: slice(side - 1, side), x: slice(side - 4, side) }).compute()
    expect(Array.from(values as Uint16Array).every((value) => value >= 1000 && value < 2000)).toBe(true)
  })

  const strip = { what: 'a strip as wide as it is', rows: 2048 }
  it.each([{ ...strip, workers: 0 }, { ...strip, workers: 2 }, ...(isFull ? [{ what: 'all of it', rows: side, workers: 2 }] : [])])(
    'is converted to Zarr in 256 MiB: $what, $workers workers',
    async ({ rows, workers }) => {
      const target = here('out.zarr')
      const bounds = `300000,${8_000_000 - rows * 10},${300_000 + side * 10},8000000`
      const args = ['--bounds', bounds, '--workers', String(workers), '--max-memory', '256MB', '--overwrite']
      const { code, stderr, promiseBytes, peakBytes, report } = await measure(['convert', scene, target, ...args])
      expect(code, stderr).toBe(0)
      expect(report.chunks).toBe(Math.ceil(side / 512) * Math.ceil(rows / 512))
      expect(promiseBytes / MiB).toBeLessThanOrEqual(256)
      expect(peakBytes / MiB).toBeLessThanOrEqual(promiseBytes / MiB)
      const made = await open(target)
      expect(made.shape.slice(-2)).toEqual([rows, side])
      rmSync(target, { recursive: true })
    },
    isFull ? 3_600_000 : 120_000,
  )
})

describeWithPeers('a virtual scene', ['gdal'], () => {
  it('is read by GDAL as by us', async () => {
    const small = here('small.tif')
    writeVirtualScene(small, 5000, 3000, 2)
    const raw = here('small.raw')
    execFileSync('gdal_translate', ['-q', '-of', 'ENVI', '-srcwin', '700', '900', '1500', '1100', small, raw])
    const array = await open(small, { band: 1 })
    const bounds = [307_000, 8_000_000 - 20_000, 322_000, 8_000_000 - 9000] as const
    const { values } = await array.clipBox(bounds).compute({ workers: 0 })
    expect(Buffer.from(values.buffer, values.byteOffset, values.byteLength).equals(readFileSync(raw))).toBe(true)
  })
})
