import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { describeSource, open } from '../../src/index.js'
import { scratchDirectory } from '../cli/command.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'
import { openReader } from '../read-window.js'

/** Makes a raster with an external mask and external overviews, and says what GDAL reads of each level. */
const make = `
import hashlib, json, os, sys
import numpy as np
from osgeo import gdal
gdal.UseExceptions()
path = os.path.join(sys.argv[1], 'scene.tif')
rng = np.random.default_rng(3)
ds = gdal.GetDriverByName('GTiff').Create(path, 203, 155, 2, gdal.GDT_Int16, ['COMPRESS=LZW'])
ds.SetGeoTransform([100, 10, 0, 200, 0, -10])
for band in (1, 2): ds.GetRasterBand(band).WriteArray(rng.integers(-9, 999, (155, 203)).astype('int16'))
gdal.SetConfigOption('GDAL_TIFF_INTERNAL_MASK', 'NO')
ds.CreateMaskBand(gdal.GMF_PER_DATASET)
mask = (rng.integers(0, 3, (155, 203)) > 0).astype('uint8') * 255
ds.GetRasterBand(1).GetMaskBand().WriteArray(mask)
ds = None
ds = gdal.Open(path)
ds.BuildOverviews('NEAREST', [2, 4])
ds = None
sha = lambda a: hashlib.sha256(np.ascontiguousarray(a).tobytes()).hexdigest()
ds = gdal.Open(path)
levels = [ds.GetRasterBand(1)] + [ds.GetRasterBand(1).GetOverview(k) for k in range(2)]
seconds = [ds.GetRasterBand(2)] + [ds.GetRasterBand(2).GetOverview(k) for k in range(2)]
print(json.dumps(dict(files=ds.GetFileList(), levels=[dict(width=a.XSize, height=a.YSize, pixels=sha(np.stack([a.ReadAsArray(), b.ReadAsArray()])),
  mask=sha(a.GetMaskBand().ReadAsArray() // 255)) for a, b in zip(levels, seconds)])))
`

interface Made {
  readonly files: readonly string[]
  readonly levels: readonly { readonly width: number; readonly height: number; readonly pixels: string; readonly mask: string }[]
}

const sha = (data: ArrayBufferView): string =>
  createHash('sha256')
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest('hex')

describeWithPeers('files beside a GeoTIFF', ['gdal-python'], () => {
  const directory = scratchDirectory()

  it('.msk says which pixels are valid, .ovr has the overviews, of every level as GDAL reads them', async () => {
    const { files, levels } = JSON.parse(execFileSync(python, ['-c', make, directory], { encoding: 'utf8' })) as Made
    expect(files.map((file) => file.slice(directory.length + 1))).toEqual(
      expect.arrayContaining(['scene.tif', 'scene.tif.ovr', 'scene.tif.msk']),
    )
    const scene = `${directory}/scene.tif`
    const { info, levels: found, files: read } = await describeSource(scene)
    expect(info.mask).toBe('external')
    expect(read.length).toBe(4)
    expect(found).toEqual(levels.slice(1).map(({ width, height }) => ({ width, height })))
    for (const [level, { width, height, pixels, mask }] of levels.entries()) {
      const reader = await openReader(geotiffSource, scene, { level }, undefined, testKit(16))
      const { data, valid } = await reader.read({ start: [0, 0, 0], stop: [2, height, width] })
      await reader.close()
      expect(sha(data), `pixels of level ${level}`).toBe(pixels)
      expect(sha(valid.subarray(0, width * height)), `mask of level ${level}`).toBe(mask)
    }
  })

  it('names in upper case count too', async () => {
    for (const suffix of ['.msk.ovr', '.msk', '.ovr']) {
      renameSync(`${directory}/scene.tif${suffix}`, `${directory}/scene.tif${suffix.toUpperCase()}`)
    }
    const { info, files } = await describeSource(`${directory}/scene.tif`)
    expect(info.mask).toBe('external')
    expect(files.length).toBe(4)
  })

  it('a world file places pixels that nothing else places', async () => {
    const path = `${directory}/plain.tif`
    execFileSync('gdal_create', ['-q', '-of', 'GTiff', '-outsize', '20', '10', '-bands', '1', '-burn', '3', path])
    expect((await open(path)).geobox?.affine).toEqual({ a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 })
    writeFileSync(`${directory}/plain.tfw`, '2.5\n0\n0\n-2.5\n1001.25\n2998.75\n')
    expect((await open(path)).geobox?.affine).toEqual({ a: 2.5, b: 0, c: 1000, d: 0, e: -2.5, f: 3000 })
  })
})
