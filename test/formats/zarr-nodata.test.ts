import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray, open, UsageError } from '../../src/index.js'
import { readWithZarrita } from './zarr-peer.js'
import { readZarr } from './zarr-reader.js'

const here = mkdtempSync(join(tmpdir(), 'zarr-nodata-'))
afterAll(() => rmSync(here, { recursive: true }))

const run = { workers: 0, overwrite: true } as const
const bytes = Uint8Array.of(255, 0, 7, 255, 254, 1)
const geobox = { width: 3, height: 2, affine: { a: 1, b: 0, c: 0, d: 0, e: -1, f: 2 }, crs: null }
const told = { dims: ['y', 'x'], shape: [2, 3], geobox } as const
const full = DataArray.fromArray(bytes, told)
const masked = DataArray.fromArray(bytes, { ...told, mask: Uint8Array.of(1, 1, 1, 1, 1, 0) })

let count = 0
const path = (): string => join(here, `${count++}.zarr`)

interface Document {
  readonly fill_value: unknown
  readonly attributes: Readonly<Record<string, unknown>>
}

const documentOf = (store: string): Document => JSON.parse(readFileSync(join(store, 'data/zarr.json'), 'utf8')) as Document

describe('the _FillValue of a Zarr array', () => {
  it('is not written where no pixel can be invalid, so that the largest value is a value', async () => {
    for (const array of [full, full.isel({ y: [0] }), full.resample({ size: { width: 6, height: 4 } })]) {
      const store = path()
      await array.toZarr(store, run)
      expect(documentOf(store).fill_value).toBe(0)
      expect(documentOf(store).attributes).not.toHaveProperty('_FillValue')
    }
    const { data } = await readWithZarrita(join(here, '0.zarr'), 'data')
    expect([...data]).toEqual([...bytes])
    const again = await open(join(here, '0.zarr'))
    expect(again.nodata).toBeNull()
    const { data: read, valid } = await readZarr(join(here, '0.zarr'))
    expect([[...read], [...(valid ?? [])].includes(0)]).toEqual([[...bytes], false])
    expect((await full.plan({ to: path() })).toString()).toContain('none needed')
  })

  it('is the largest value, or the least of a signed dtype, where some can be', async () => {
    const store = path()
    await masked.astype('uint16').toZarr(store, run)
    expect(documentOf(store)).toMatchObject({ fill_value: 65535, attributes: { _FillValue: 65535 } })
    const cast = path()
    await DataArray.fromArray(Float32Array.of(1, 2, 3, 4, 5, Number.NaN), told)
      .astype('int16', { rounding: 'nearest', overflow: 'invalid' })
      .toZarr(cast, run)
    expect(documentOf(cast).attributes._FillValue).toBe(-32768)
    expect([...(await readWithZarrita(cast, 'data')).data]).toEqual([1, 2, 3, 4, 5, -32768])
  })

  it('is decided from the spec, never from the pixels', async () => {
    const store = path()
    const allOnes = DataArray.fromArray(Uint8Array.of(1, 2, 3, 4, 5, 6), { ...told, mask: new Uint8Array(6).fill(1) })
    await allOnes.toZarr(store, run)
    expect(documentOf(store).attributes._FillValue).toBe(255)
    await expect(masked.toZarr(path(), run)).rejects.toThrow(/the pixel at y 0, x 0 is valid, but its value 255/)
  })

  it('is not written where nodata null says so, and that is refused where invalid pixels could not be told', async () => {
    const store = path()
    await full.assignNodata(7).toZarr(store, { ...run, nodata: null })
    expect(documentOf(store).attributes).not.toHaveProperty('_FillValue')
    const attempt = masked.plan({ to: path(), nodata: null })
    await expect(attempt).rejects.toThrow(UsageError)
    await expect(attempt).rejects.toThrow(/nodata none: pixels of this uint8 array may be invalid, and Zarr has no other way to tell them/)
    const floats = path()
    await masked.astype('float32').toZarr(floats, { ...run, nodata: null })
    expect(documentOf(floats).attributes).not.toHaveProperty('_FillValue')
    expect([...(await readWithZarrita(floats, 'data')).data]).toEqual([255, 0, 7, 255, 254, Number.NaN])
  })

  it('counts the band of a clash from 1', async () => {
    const bands = DataArray.fromArray(Uint8Array.of(1, 2, 3, 9), { dims: ['band', 'y', 'x'], shape: [2, 1, 2] }).assignNodata(9)
    await expect(bands.toZarr(path(), run)).rejects.toThrow('the pixel at band 2 (counted from 1), y 0, x 1 is valid')
  })
})
