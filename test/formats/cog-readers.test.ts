import { open } from 'node:fs/promises'
import { Tiff, TiffTag } from '@cogeotiff/core'
import { fromFile } from 'geotiff'
import { afterAll, describe, expect, it } from 'vitest'
import { plainBand } from '../../src/graph/spec.js'
import { cleanUp, type Job, writeCog } from './cog-driver.js'

afterAll(cleanUp)

const job: Job = {
  dtype: 'uint16',
  height: 300,
  width: 260,
  bands: 2,
  options: { blockSize: 64 },
  spec: { bands: [{ ...plainBand, nodata: 120 }, plainBand] },
  valid: (index) => index % 13 > 0,
  data: (index) => ((index * 71) % 65000 === 120 ? 121 : (index * 71) % 65000),
}

describe('a COG as JavaScript readers see it', () => {
  it('geotiff.js: pixels of all levels, nodata, metadata, the ghost area', async () => {
    const { path, expected, levels } = await writeCog(job)
    const tiff = await fromFile(path)
    expect(await tiff.getImageCount()).toBe(levels.length)
    expect(await tiff.getGhostValues()).toMatchObject({ LAYOUT: 'IFDS_BEFORE_DATA', BLOCK_ORDER: 'ROW_MAJOR' })
    for (const [at, { data }] of expected.entries()) {
      const image = await tiff.getImage(at)
      const planes = await image.readRasters()
      const plane = data.length / 2
      for (const band of [0, 1]) expect(planes[band]).toEqual(data.slice(band * plane, (band + 1) * plane))
    }
    const image = await tiff.getImage(0)
    expect(image.getGDALNoData()).toBe(120)
    expect(image.getOrigin().slice(0, 2)).toEqual([500000, 5100000])
    expect(image.getResolution().slice(0, 2)).toEqual([10, -10])
    expect(image.getGeoKeys()?.ProjectedCSTypeGeoKey).toBe(32633)
    tiff.close()
  })

  it('@cogeotiff/core: levels, tiles without a look at the offsets of others, georeferencing', async () => {
    const { path, levels } = await writeCog({ ...job, bands: 1, spec: {}, options: { blockSize: 64 } })
    const file = await open(path)
    const { size } = await file.stat()
    const fetch = async (offset: number, length = size - offset): Promise<ArrayBuffer> => {
      const bytes = new Uint8Array(Math.min(length, size - offset))
      await file.read(bytes, 0, bytes.length, offset)
      return bytes.buffer
    }
    const tiff = await Tiff.create({ url: new URL(`file://${path}`), fetch, metadata: { size } })
    expect(tiff.options?.isCogOptimized).toBe(true)
    expect(tiff.options?.isMaskInterleaved).toBe(true)
    expect(tiff.options?.tileLeaderByteSize).toBe(4)
    const images = tiff.images.filter((image) => ((image.value(TiffTag.SubFileType) ?? 0) & 4) === 0)
    expect(images.map((image) => image.size)).toEqual(levels.map(({ spec: { shape } }) => ({ width: shape.at(-1), height: shape.at(-2) })))
    expect(images[0]?.epsg).toBe(32633)
    expect(images[0]?.bbox).toEqual([500000, 5097000, 502600, 5100000])
    const tile = await images[0]?.getTile(1, 2)
    expect(tile?.mimeType).toBe('application/deflate')
    expect(tile?.bytes.byteLength).toBeGreaterThan(10)
    await file.close()
  })
})

describe('an all-valid mask', () => {
  it('costs little beside the pixels', async () => {
    const { records } = await writeCog({ dtype: 'uint8', height: 512, width: 512 })
    expect(records.get('0/0')?.maskLength).toBeLessThan(500)
  })
})
