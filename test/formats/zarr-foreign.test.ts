import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { open } from '../../src/api/open.js'
import { type Dtype, viewOf } from '../../src/base/dtype.js'
import { fletcher32 } from '../../src/codecs/fletcher32.js'
import { scratch } from '../engine/scratch.js'
import { describeWithPeers, python } from '../peers.js'

const place = scratch('zarr-foreign')
const quiet = { workers: 0 } as const

/** A v2 store of one array without compression, 2 by 3. */
function store(name: string, dtype: string, bytes: Uint8Array, attributes: object, more: object = {}): string {
  const path = place(`${name}.zarr`)
  mkdirSync(join(path, 'v'), { recursive: true })
  const zarray = { zarr_format: 2, shape: [2, 3], chunks: [2, 3], dtype, compressor: null, filters: null, order: 'C', fill_value: null }
  writeFileSync(join(path, '.zgroup'), '{"zarr_format":2}')
  writeFileSync(join(path, 'v/.zarray'), JSON.stringify({ ...zarray, ...more }))
  writeFileSync(join(path, 'v/.zattrs'), JSON.stringify({ _ARRAY_DIMENSIONS: ['y', 'x'], ...attributes }))
  writeFileSync(join(path, 'v/0.0'), bytes)
  return path
}

async function validOf(path: string, options: object = {}): Promise<number[] | null> {
  const { valid } = await (await open(path, { variable: 'v', ...options })).compute(quiet)
  return valid === null ? null : [...valid]
}

describeWithPeers('stores of zarr-python', ['zarr', 'numpy'], () => {
  it('of every codec and type that it writes read as it reads them', async () => {
    const program = fileURLToPath(new URL('zarr-foreign-write.py', import.meta.url))
    const made = JSON.parse(execFileSync(python, [program, place('')], { encoding: 'utf8' })) as Record<string, Dtype>
    expect(Object.keys(made)).toHaveLength(17)
    for (const [name, dtype] of Object.entries(made)) {
      const bytes = new Uint8Array(readFileSync(place(`${name}.bin`)))
      const right = viewOf(dtype, bytes.buffer, 0, 13 * 17)
      const found = await (await open(place(`${name}.zarr`), { variable: 'v' })).compute(quiet)
      expect(found.dtype, name).toBe(dtype)
      expect(found.values, name).toEqual(right)
    }
    expect((await open(place('unsigned.zarr'), { variable: 'v' })).nodata).toBe(255)
    expect((await open(place('bare-nan.zarr'), { variable: 'v' })).nodata).toBeNaN()
  })
})

describe('what CF says is missing', () => {
  const bytes = new Uint8Array(Int16Array.of(-9999, 5, 10, -1, 200, 0).buffer)

  it('each of several values', async () => {
    expect(await validOf(store('list', '<i2', bytes, { _FillValue: -9999, missing_value: [-1, 0] }))).toEqual([0, 1, 1, 0, 1, 0])
    expect(await validOf(place('list.zarr'), { nodata: 5 })).toEqual([1, 0, 1, 1, 1, 1])
    expect(await validOf(place('list.zarr'), { nodata: null })).toBeNull()
  })

  it('what lies outside of valid_range, valid_min and valid_max, as stored', async () => {
    expect(await validOf(store('range', '<i2', bytes, { valid_range: [0, 100] }))).toEqual([0, 1, 1, 0, 0, 1])
    expect(await validOf(store('least', '<i2', bytes, { valid_min: 1, missing_value: 10 }))).toEqual([0, 1, 0, 0, 1, 0])
    const packed = { valid_max: 1.5, scale_factor: 0.1, add_offset: 0 }
    expect(await validOf(store('packed', '<i2', bytes, packed))).toEqual([1, 1, 1, 1, 0, 1])
    const unsigned = { _Unsigned: 'true', valid_max: -1, _FillValue: 5 }
    expect(await validOf(store('unsigned-range', '|i1', Uint8Array.of(255, 5, 128, 0, 1, 2), unsigned))).toEqual([1, 0, 1, 1, 1, 1])
  })

  it('survives a write into another store as invalid pixels', async () => {
    const path = place('list-out.zarr')
    await (await open(store('list-2', '<i2', bytes, { _FillValue: -9999, missing_value: [-1, 0] }), { variable: 'v' })).toZarr(path, quiet)
    const found = await (await open(path)).compute(quiet)
    expect([...(found.valid ?? [])]).toEqual([0, 1, 1, 0, 1, 0])
    expect(found.values[0]).toBe(-9999)
  })
})

describe('checksums of HDF5 behind chunks', () => {
  it('are verified', async () => {
    const bytes = new Uint8Array(Int16Array.of(1, 2, 3, 4, 5, 6).buffer)
    const sum = Buffer.alloc(4)
    sum.writeUInt32LE(fletcher32(bytes))
    const filters = { filters: [{ id: 'fletcher32' }] }
    const good = await open(store('sum', '<i2', Buffer.concat([bytes, sum]), {}, filters), { variable: 'v' })
    expect([...(await good.compute(quiet)).values]).toEqual([1, 2, 3, 4, 5, 6])
    sum.writeUInt8((sum[0] as number) ^ 4)
    const bad = await open(store('sum-bad', '<i2', Buffer.concat([bytes, sum]), {}, filters), { variable: 'v' })
    await expect(bad.compute(quiet)).rejects.toThrow(/its fletcher32 is/)
  })
  it('of known words', () => {
    expect(fletcher32(Buffer.from([0, 1, 0, 2]))).toBe((4 << 16) | 3)
    expect(fletcher32(new Uint8Array(0))).toBe(0)
  })
})

describe('what places an array on earth', () => {
  const bytes = new Uint8Array(Int16Array.of(1, 2, 3, 4, 5, 6).buffer)

  it('packed labels, y upwards', async () => {
    const path = store('packed-labels', '<i2', bytes, {})
    for (const [dim, values, attributes] of [
      ['y', [0, 1], { scale_factor: 0.5, add_offset: 40.25, units: 'degrees_north' }],
      ['x', [10, 20, 30], { scale_factor: 0.05, add_offset: 0, units: 'degrees_east' }],
    ] as const) {
      mkdirSync(join(path, dim), { recursive: true })
      const zarray = { zarr_format: 2, shape: [values.length], chunks: [values.length], dtype: '<i2', compressor: null, filters: null }
      writeFileSync(join(path, dim, '.zarray'), JSON.stringify({ ...zarray, order: 'C', fill_value: null }))
      writeFileSync(join(path, dim, '.zattrs'), JSON.stringify({ _ARRAY_DIMENSIONS: [dim], ...attributes }))
      writeFileSync(join(path, dim, '0'), new Uint8Array(Int16Array.from(values).buffer))
    }
    const { geobox } = await open(path, { variable: 'v' })
    expect(geobox?.affine).toEqual({ a: 0.5, b: 0, c: 0.25, d: 0, e: 0.5, f: 40 })
    expect(geobox?.crs?.epsg).toBe(4326)
  })

  it('labels that are not evenly spaced give no affine, and reproject says so', async () => {
    const path = place('packed-labels.zarr')
    writeFileSync(join(path, 'x/0'), new Uint8Array(Int16Array.of(10, 20, 35).buffer))
    const found = await open(path, { variable: 'v' })
    expect(found.geobox).toBeNull()
    expect(() => found.reproject('EPSG:3857')).toThrow(/geobox|grid|evenly/)
  })

  it('spatial:transform and proj: of the group', async () => {
    const path = store('group-attributes', '<i2', bytes, {})
    const attributes = { 'proj:code': 'EPSG:32633', 'spatial:transform': [10, 0, 500000, 0, -10, 5200000], 'spatial:shape': [2, 3] }
    writeFileSync(join(path, '.zattrs'), JSON.stringify(attributes))
    const { geobox } = await open(path, { variable: 'v' })
    expect(geobox?.affine).toEqual({ a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5200000 })
    expect(geobox?.crs?.epsg).toBe(32633)
  })
})
