import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { crsFromEpsg } from '../../src/geo/crs-parse.js'
import { type ArraySpec, plainBand } from '../../src/graph/spec.js'
import { readWithZarrita } from './zarr-peer.js'
import { openZarrReader, readZarr } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from './zarr-store.js'

const directory = temporaryDirectory()
afterAll(directory.remove)
let stores = 0
const target = (): string => join(directory.path, `store-${stores++}.zarr`)

const document = (store: string, path: string): { attributes: Record<string, unknown>; fill_value: unknown } =>
  JSON.parse(readFileSync(join(store, path, 'zarr.json'), 'utf8'))

describe('zarr store', () => {
  it('carries pixel centres, the grid mapping and the affine, as another reader sees them', async () => {
    const store = target()
    const spec = testSpec({ dims: ['y', 'x'], shape: [4, 6], name: 'ndvi' })
    await writeStore(store, [{ spec, data: counting('uint16', [4, 6]) }])
    const x = await readWithZarrita(store, 'x')
    const y = await readWithZarrita(store, 'y')
    expect([...x.data]).toEqual([399965, 399975, 399985, 399995, 400005, 400015])
    expect([...y.data]).toEqual([5200015, 5200005, 5199995, 5199985])
    expect(x.attrs).toMatchObject({ standard_name: 'projection_x_coordinate', units: 'metre' })
    const mapping = await readWithZarrita(store, 'spatial_ref')
    expect(mapping.attrs.GeoTransform).toBe('399960 10 0 5200020 0 -10')
    const data = await readWithZarrita(store, 'ndvi')
    expect(data.dims).toEqual(['y', 'x'])
    expect(data.attrs).toMatchObject({
      grid_mapping: 'spatial_ref',
      'proj:code': 'EPSG:32633',
      'spatial:transform': [10, 0, 399960, 0, -10, 5200020],
      'spatial:bbox': [399960, 5199980, 400020, 5200020],
    })
  })

  it('comes back as the same spec', async () => {
    const store = target()
    const bands = [0, 1, 2].map((at) => ({ ...plainBand, nodata: 0, scale: 0.0001 * (at + 1), offset: -0.1, description: `B0${at + 2}` }))
    const spec: ArraySpec = {
      ...testSpec({ dims: ['time', 'band', 'y', 'x'], shape: [2, 3, 5, 7], dtype: 'int16', bands, name: 's2' }),
      coords: {
        time: { kind: 'inline', labels: [18628, 18659], unit: 'days since 1970-01-01', calendar: 'proleptic_gregorian' },
        band: { kind: 'inline', labels: ['B02', 'B03', 'B04'] },
        y: { kind: 'affine' },
        x: { kind: 'affine' },
      },
      attrs: { platform: 'Sentinel-2', 'rasterloom:recipe': 'of a source', _FillValue: 7 },
    }
    const data = counting('int16', spec.shape)
    await writeStore(store, [
      { spec, data, options: { chunks: { y: 3, x: 4, band: 3 } }, metadata: { recipe: { nodes: [] }, hash: 'abc' } },
    ])
    const { reader, data: read, valid } = await readZarr(store)
    const back = reader.opened.spec
    expect({ ...back, moved: false }).toEqual({
      ...spec,
      chunks: { shape: spec.shape, chunk: [1, 3, 3, 4] },
      attrs: { platform: 'Sentinel-2' },
    })
    expect(read).toEqual(data)
    expect(valid[0]).toBe(0)
    expect(valid.slice(1).every((flag) => flag === 1)).toBe(true)
    expect(reader.opened.info).toMatchObject({ recipe: '{"nodes":[]}', hash: 'abc' })
    expect((await readWithZarrita(store, 'band')).texts).toEqual(['B02', 'B03', 'B04'])
    const time = await readWithZarrita(store, 'time')
    expect([...time.data]).toEqual([18628n, 18659n])
    expect(time.attrs).toMatchObject({ units: 'days since 1970-01-01', calendar: 'proleptic_gregorian' })
  })

  it('declares _FillValue as xarray reads it: integers plain, floats as base64 of a float64', async () => {
    const integer = target()
    await writeStore(integer, [{ spec: testSpec({ dims: ['y', 'x'], shape: [2, 2], dtype: 'int16' }), data: counting('int16', [2, 2]) }])
    expect(document(integer, 'data')).toMatchObject({ fill_value: -32768, attributes: { _FillValue: -32768 } })
    const float = target()
    await writeStore(float, [{ spec: testSpec({ dims: ['y', 'x'], shape: [2, 2], dtype: 'float32' }), data: counting('float32', [2, 2]) }])
    expect(document(float, 'data')).toMatchObject({ fill_value: 'NaN', attributes: { _FillValue: 'AAAAAAAA+H8=' } })
    const declared = target()
    const bands = [{ ...plainBand, nodata: -9999 }]
    await writeStore(declared, [
      { spec: testSpec({ dims: ['y', 'x'], shape: [2, 2], dtype: 'float32', bands }), data: counting('float32', [2, 2]) },
    ])
    const bytes = Buffer.from(document(declared, 'data').attributes._FillValue as string, 'base64')
    expect([document(declared, 'data').fill_value, bytes.readDoubleLE()]).toEqual([-9999, -9999])
  })

  it('keeps all digits of a 64-bit fill value', async () => {
    const store = target()
    await writeStore(store, [{ spec: testSpec({ dims: ['y', 'x'], shape: [2, 2], dtype: 'uint64' }), data: counting('uint64', [2, 2]) }])
    expect(readFileSync(join(store, 'data/zarr.json'), 'utf8')).toContain('"fill_value": 18446744073709551615')
    expect((await openZarrReader(store)).opened.spec.bands[0]?.nodata).toBe('18446744073709551615')
  })

  it('leaves chunks of nothing but fill out, and they read as invalid', async () => {
    const store = target()
    const spec = testSpec({ dims: ['y', 'x'], shape: [4, 8], dtype: 'uint8', bands: [{ ...plainBand, nodata: 0 }] })
    const data = counting('uint8', [4, 8])
    for (let row = 0; row < 4; row++) data.fill(0 as never, row * 8 + 4, row * 8 + 8)
    await writeStore(store, [{ spec, data, options: { chunks: 4 } }])
    expect([existsSync(join(store, 'data/c/0/0')), existsSync(join(store, 'data/c/0/1'))]).toEqual([true, false])
    const { valid, data: read } = await readZarr(store)
    expect(read).toEqual(data)
    expect([...valid.slice(0, 8)]).toEqual([0, 1, 1, 1, 0, 0, 0, 0])
  })

  it('holds a rotated grid without x and y, and reads its affine back', async () => {
    const store = target()
    const plain = testSpec({ dims: ['y', 'x'], shape: [3, 3] })
    const affine = { a: 8, b: 2, c: 100, d: 1, e: -9, f: 200 }
    const spec = { ...plain, geobox: { width: 3, height: 3, affine, crs: crsFromEpsg(32633) } }
    await writeStore(store, [{ spec, data: counting('uint16', [3, 3]) }])
    expect(existsSync(join(store, 'x'))).toBe(false)
    expect((await openZarrReader(store)).opened.spec.geobox).toEqual(spec.geobox)
  })

  it('puts several variables into one store, published by the last', async () => {
    const store = target()
    const group = ['red', 'nir']
    const seen: boolean[] = []
    const arrays = group.map((variable, at) => ({
      spec: testSpec({ dims: ['y', 'x'], shape: [4, 6], dtype: at === 0 ? ('uint16' as const) : ('float32' as const) }),
      data: counting(at === 0 ? 'uint16' : 'float32', [4, 6]),
      options: { variable, group },
      metadata: { hash: variable },
    }))
    await writeStore(store, arrays, { afterEach: () => seen.push(existsSync(store)) })
    expect(seen).toEqual([false, true])
    const root = JSON.parse(readFileSync(join(store, 'zarr.json'), 'utf8'))
    expect(Object.keys(root.consolidated_metadata.metadata)).toEqual(['red', 'nir', 'spatial_ref', 'x', 'y'])
    expect((await readZarr(store, { variable: 'nir' })).data).toEqual(arrays[1]?.data)
    expect((await readWithZarrita(store, 'red')).data).toEqual(arrays[0]?.data)
    await expect(openZarrReader(store)).rejects.toMatchObject({ code: 'E_USAGE', message: expect.stringMatching(/red .*nir /) })
  })

  it('refuses variables of one store on different grids', async () => {
    const group = ['a', 'b']
    const arrays = group.map((variable, at) => {
      const spec = testSpec({ dims: ['y', 'x'], shape: [4, 6 + at] })
      return { spec, data: counting('uint16', spec.shape), options: { variable, group } }
    })
    const store = target()
    await expect(writeStore(store, arrays)).rejects.toMatchObject({ code: 'E_OUTPUT', message: expect.stringContaining('"x" differs') })
    expect(existsSync(store)).toBe(false)
  })

  it('is left alone when a run is resumed that was killed after publishing', async () => {
    const store = target()
    const array = { spec: testSpec({ dims: ['y', 'x'], shape: [4, 6] }), data: counting('uint16', [4, 6]) }
    await writeStore(store, [array], { keepScratch: true })
    await writeStore(store, [array], { onlyEnd: true })
    expect((await readZarr(store)).data).toEqual(array.data)
  })

  it('replaces an older store whole', async () => {
    const store = target()
    const spec = testSpec({ dims: ['y', 'x'], shape: [4, 6] })
    await writeStore(store, [{ spec, data: counting('uint16', [4, 6]), options: { variable: 'old' } }])
    await writeStore(store, [{ spec, data: counting('uint16', [4, 6]), options: { variable: 'new' } }])
    expect([existsSync(join(store, 'old')), existsSync(join(store, 'new'))]).toEqual([false, true])
  })
})
