import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Affine, DataArray, GeoBox } from '../../src/index.js'

const directory = mkdtempSync(join(tmpdir(), 'rasterloom-disk-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const side = 1024
const noise = DataArray.fromArray(
  Uint8Array.from({ length: side * side }, (_, at) => (at * 2654435761) >>> 24),
  { dims: ['y', 'x'], shape: [side, side], geobox: GeoBox.of(side, side, Affine.of(10, 0, 500000, 0, -10, 5400000), 32633) },
)

async function said(options: object): Promise<[line: string | undefined, json: unknown]> {
  const plan = await noise.plan({ workers: 0, ...options })
  return [
    String(plan)
      .split('\n')
      .find((line) => line.startsWith('Disk: ')),
    plan.toJSON().disk,
  ]
}

/** Bytes of all files below a directory now. */
function bytesIn(path: string): number {
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
    const each = join(path, entry.name)
    return sum + (entry.isDirectory() ? bytesIn(each) : statSync(each).size)
  }, 0)
}

describe('what a plan says of disks', () => {
  it('a COG stands beside its spools until it is whole, shards beside their chunks, chunks of a store alone', async () => {
    const twice =
      'Disk: up to 1 MiB for the output, and up to 1 MiB in scratch files beside it until it is whole (pixels before compression)'
    const once = 'Disk: up to 1 MiB for the output (pixels before compression)'
    const [outputBytes, scratchBytes] = [side * side, side * side]
    expect(await said({ to: 'a.tif', overviews: 'none' })).toEqual([twice, { outputBytes, scratchBytes }])
    expect(await said({ to: 'a.zarr', chunks: 256, shards: 512 })).toEqual([twice, { outputBytes, scratchBytes }])
    expect(await said({ to: 'a.zarr' })).toEqual([once, { outputBytes, scratchBytes: 0 }])
    expect(await said({})).toEqual([undefined, { outputBytes: 0, scratchBytes: 0 }])
  })

  it('holds while a COG is written', async () => {
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, bytesIn(directory))), 1)
    const look = (): void => void (most = Math.max(most, bytesIn(directory)))
    await noise.toCog(join(directory, 'noise.tif'), { workers: 0, compress: 'none', overviews: 'none', onProgress: look })
    clearInterval(watch)
    const whole = bytesIn(directory)
    // Headers and a journal come on top of pixels.
    expect(most).toBeGreaterThan(0.9 * whole)
    expect(most).toBeLessThan(2 * side * side + 100_000)
    expect(readdirSync(directory)).toEqual(['noise.tif'])
  })
})
