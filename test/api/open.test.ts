import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray, open, slice } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const here = mkdtempSync(join(tmpdir(), 'open-'))
afterAll(() => rmSync(here, { recursive: true }))
const run = { workers: 0 }
const corner = { y: slice(500, 510), x: slice(500, 505) }

describe('open', () => {
  it('keeps the dim band unless one band is named', async () => {
    expect((await open(join(scene, 'B09.tif'))).dims).toEqual(['band', 'y', 'x'])
    expect((await open(join(scene, 'B09.tif'), { band: 1 })).dims).toEqual(['y', 'x'])
    expect((await open(join(scene, 'B09.tif'), { bands: [1, 1] })).shape).toEqual([2, 183, 183])
  })

  it('finds the same file by absolute path, relative path and URL', async () => {
    const path = join(scene, 'B09.tif')
    const [a, b, c] = await Promise.all(
      [path, relative(process.cwd(), path), pathToFileURL(path).href].map((uri) => open(uri, { band: 1 })),
    )
    expect([b?.hash, c?.hash]).toEqual([a?.hash, a?.hash])
  })

  it('gives physical values where asked', async () => {
    const stored = await (await open(join(scene, 'B08.tif'), { band: 1 })).isel(corner).compute(run)
    const scaled = await (await open(join(scene, 'B08.tif'), { band: 1, scaled: true })).isel(corner).compute(run)
    expect(scaled.dtype).toBe('float32')
    for (let at = 0; at < stored.values.length; at++) {
      expect(scaled.values[at]).toBeCloseTo(Number(stored.values[at]) * 0.0001 - 0.1, 6)
    }
    const own = await (await open(join(scene, 'B08.tif'), { band: 1, scaled: { scale: 2, offset: 1 } })).isel(corner).compute(run)
    expect(own.values[0]).toBe(Number(stored.values[0]) * 2 + 1)
    await expect(open(join(scene, '../dem.tif'), { band: 1, scaled: true })).rejects.toThrow(
      /declares no scale or offset: give scaled: { scale, offset }/,
    )
  })

  it('takes overviews, a name and another CRS', async () => {
    const array = await open(join(scene, 'B08.tif'), { band: 1, level: 2, name: 'nir', crs: 'EPSG:32632' })
    expect([array.shape, array.name, array.crs?.epsg, array.resolution?.x]).toEqual([[275, 275], 'nir', 32632, expect.closeTo(39.9, 1)])
    expect((await DataArray.fromJSON(array.toJSON())).hash).toBe(array.hash)
  })

  it('says what is wrong, with the right code', async () => {
    await expect(open(join(here, 'none.tif'))).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringContaining('there is no such file or directory'),
    })
    await expect(open('none.tif')).rejects.toThrow(/none.tif: there is no such file or directory \(looked for \//)
    writeFileSync(join(here, 'text.tif'), 'this is no TIFF at all')
    await expect(open(join(here, 'text.tif'))).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringContaining('format that is not known'),
    })
    mkdirSync(join(here, 'folder'))
    await expect(open(join(here, 'folder'))).rejects.toThrow(/no Zarr store/)
    await expect(open(join(scene, 'B09.tif'), { band: 2 })).rejects.toMatchObject({ code: 'E_USAGE' })
    await expect(open(join(scene, 'B09.tif'), { bnad: 1 } as object)).rejects.toThrow('open: unknown option "bnad" (did you mean "band"?)')
    await expect(open(join(scene, 'B09.tif'), { format: 'hdf4' })).rejects.toThrow(/format "hdf4" is not known; known are/)
    await expect(open(join(scene, 'B09.tif'), { crs: 'EPSG:99999' })).rejects.toMatchObject({ code: 'E_CRS' })
    await expect(open('')).rejects.toThrow(/give the path or URL/)
    await expect(open('s3://bucket/key.tif')).rejects.toThrow(/cannot be read|no credentials were found/)
  })

  it('notices a file that became another one after it was opened', async () => {
    const path = join(here, 'changing.tif')
    cpSync(join(scene, 'B09.tif'), path)
    const array = (await open(path, { band: 1 })).isel({ y: slice(0, 4), x: slice(0, 4) })
    await array.compute(run)
    cpSync(join(scene, 'B05.tif'), path)
    await expect(array.compute(run)).rejects.toThrow(
      /has become another array since it was opened: shape was \[183,183\], is \[549,549\]. Open it again/,
    )
  })
})
