import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { readWithZarrita } from './zarr-peer.js'
import { openZarrReader, readZarr } from './zarr-reader.js'

const root = join(dataDir, 'zarr')

/** Bytes of a v2 array as zarr-python reads it, little-endian and in C order. */
function withZarrPython(store: string, path: string): Buffer {
  const script =
    'import sys, zarr, numpy; a = zarr.open(sys.argv[1], "r")[sys.argv[2]][...]; sys.stdout.buffer.write(a.astype(a.dtype.newbyteorder("<")).tobytes())'
  return execFileSync(python, ['-c', script, store, path], { maxBuffer: 2 ** 30 })
}

describeWithPeers('zarr stores of others, v3', ['data'], () => {
  const v3 = 'zarrita/v3/data.zarr'
  it.each([
    [v3, '1d.contiguous.gzip.i2'],
    [v3, '1d.contiguous.raw.i2'],
    [v3, '1d.contiguous.blosc.i2'],
    [v3, '1d.contiguous.f4.be'],
    [v3, '2d.chunked.i2'],
    [v3, '2d.chunked.ragged.i2'],
    [v3, '3d.chunked.mixed.i2.C'],
    [v3, '3d.chunked.mixed.i2.F'],
    [`${v3}/consolidated`, '1d.chunked.i2'],
    ['titiler/zarr_5d.zarr', 'dataset'],
  ])('%s %s reads as zarrita reads it', async (store, path) => {
    const expected = await readWithZarrita(join(root, store), path)
    const { data, reader } = await readZarr(join(root, store), { variable: path })
    expect(reader.opened.spec.shape).toEqual(expected.shape)
    expect(data).toEqual(expected.data)
  })

  it('takes grid and CRS from coordinates and a grid mapping with WKT', async () => {
    const { spec } = (await openZarrReader(join(root, 'titiler/zarr_invalid_coord.zarr'))).opened
    expect(spec.geobox?.affine).toEqual({ a: 10, b: 0, c: -175, d: 0, e: 5, f: -167.5 })
  })
})

describeWithPeers('zarr stores of others, v2', ['data', 'zarr'], () => {
  const v2 = 'zarrita/v2/data.zarr'
  it.each([
    [v2, '1d.contiguous.zlib.i2'],
    [v2, '1d.contiguous.raw.i2'],
    [v2, '1d.contiguous.f4.be'],
    [v2, '2d.chunked.ragged.i2'],
    [v2, '3d.chunked.mixed.i2.F'],
    ['titiler/dataset_3d.zarr', 'dataset'],
    ['titiler/pyramid.zarr', '1/dataset'],
  ])('%s %s reads as zarr-python reads it', async (store, path) => {
    const { data } = await readZarr(join(root, store), { variable: path })
    expect(Buffer.from(data.buffer, data.byteOffset, data.byteLength).equals(withZarrPython(join(root, store), path))).toBe(true)
  })

  it('opens a real cube by variable, and lists the variables without one', async () => {
    const uri = join(root, 'xcube/cube-1-250-250.zarr')
    await expect(openZarrReader(uri)).rejects.toMatchObject({
      code: 'E_USAGE',
      message: expect.stringContaining('conc_chl (time 5, lat 1000, lon 2000)'),
    })
    const { spec, info } = (await openZarrReader(uri, { variable: 'conc_chl' })).opened
    expect(spec.dims).toEqual(['time', 'y', 'x'])
    expect(info.storedDims).toEqual(['time', 'lat', 'lon'])
    expect(spec.geobox?.crs?.epsg).toBe(4326)
    expect(spec.bands).toEqual([{ nodata: 'NaN', scale: 1, offset: 0, unit: 'mg m^-3', description: 'Chlorophyll concentration' }])
  })
})
