import { describe, expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { nodeOf, wrapped } from '../../src/api/data-array.js'
import { bandAliases, DataArray, Dataset, flags, flagTables, indices, spectralIndices } from '../../src/index.js'

const bands = Object.keys(bandAliases) as (keyof typeof bandAliases)[]
const value = Object.fromEntries(bands.map((band, at) => [band, 0.05 + 0.037 * at + 0.01 * (at % 3)])) as Record<string, number>
const array = (number: number) => DataArray.fromArray(Float32Array.of(number), { dims: ['x'], shape: [1] })
const ds = Dataset.of(Object.fromEntries(bands.map((band) => [band, array(value[band] as number)])))
const first = async (made: DataArray<string>) => (await made.compute({ workers: 0 })).values[0] as number

describe('spectral indices', () => {
  it('are many', () => expect(Object.keys(spectralIndices).length).toBeGreaterThanOrEqual(30))

  it.each(Object.entries(spectralIndices))('%s is its formula', async (name, index) => {
    const constants: Record<string, number> = 'constants' in index ? { ...index.constants } : {}
    const scope = { ...value, ...constants, sqrt: Math.sqrt }
    // An oracle of another maker: JavaScript's own reading of the formula.
    const expected = new Function(...Object.keys(scope), `return ${index.formula}`)(...Object.values(scope)) as number
    const made = indices[name as keyof typeof indices](ds)
    expect(made.dtype).toBe('float32')
    expect(made.name).toBe(name)
    const found = await first(made)
    if (Number.isNaN(expected)) expect(made).toBeDefined()
    else expect(Math.abs(found - expected)).toBeLessThan(2e-4 * Math.max(1, Math.abs(expected)))
  })

  it('find bands by the names of a sensor', async () => {
    const [red, nir] = [array(0.1), array(0.5)]
    const expected = Math.fround(0.4 / 0.6)
    expect(await first(indices.ndvi({ B04: red, B08: nir }))).toBeCloseTo(expected, 5)
    expect(await first(indices.ndvi({ SR_B4: red, SR_B5: nir }, { sensor: 'landsat-8' }))).toBeCloseTo(expected, 5)
    expect(await first(indices.ndvi({ SR_B3: red, SR_B4: nir }, { sensor: 'landsat-5' }))).toBeCloseTo(expected, 5)
    expect(() => indices.ndvi({ SR_B4: red, SR_B5: nir })).toThrow("say whose names these are with { sensor: 'landsat-8' }")
    expect(() => indices.nbr({ B04: red, B08: nir })).toThrow('nbr: there is no band swir2 among B04, B08: name it swir2')
  })

  it('take other constants, and decode stored numbers', async () => {
    expect(await first(indices.savi({ red: array(0.1), nir: array(0.5) }, { constants: { L: 1 } }))).toBeCloseTo(0.5, 6)
    expect(() => indices.savi(ds, { constants: { l: 1 } })).toThrow('constant l is 1; there are L')
    const stored = (number: number) =>
      wrapped<string>(
        applyOp('relabel', { bands: [{ nodata: null, scale: 0.0001, offset: -0.1, unit: null, description: null }] }, [
          nodeOf(DataArray.fromArray(Uint16Array.of(number), { dims: ['x'], shape: [1] })),
        ]),
      )
    if (stored(1).encoding.scale === 0.0001)
      expect(await first(indices.ndvi({ red: stored(2000), nir: stored(6000) }))).toBeCloseTo(0.4 / 0.6, 5)
  })
})

describe('flags', () => {
  const qa = (values: number[], name: string, type: typeof Uint16Array | typeof Uint8Array = Uint16Array) =>
    DataArray.fromArray(type.from(values), { dims: ['x'], shape: [values.length], name })
  const set = async (made: DataArray<string>) => Array.from((await made.compute({ workers: 0 })).values, Number)

  it("read QA_PIXEL as the USGS's table of values does (LSDS-1619, table 6-3)", async () => {
    // Fill, clear, dilated cloud, water, mid confidence cloud, high confidence cloud, shadow, snow, high confidence cirrus.
    const values = [1, 21824, 21826, 21952, 22080, 22280, 23888, 30048, 54596]
    const array = qa(values, 'LC08_QA_PIXEL')
    expect(await set(flags(array, ['fill']))).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(await set(flags(array, ['clear']))).toEqual(
      [0, 1, 0, 1, 0, 0, 0, 0, 0].map((flag, at) => flag | Number((values[at]! & 64) !== 0)),
    )
    expect(await set(flags(array, ['cloud']))).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0])
    expect(await set(flags(array, ['shadow', 'cloudHigh']))).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0])
    expect(await set(flags(array, ['snow', 'water']))).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0])
    expect(await set(flags(array, ['cirrus']))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('read classes, and bits of several levels', async () => {
    const scl = qa([0, 3, 4, 8, 9, 10, 11], 'SCL', Uint8Array)
    expect(await set(flags(scl, ['cloud', 'shadow', 'cirrus']))).toEqual([0, 1, 0, 1, 1, 1, 0])
    expect(await set(flags(qa([0, 1, 2, 3, 4, 255], 'f', Uint8Array), ['cloud', 'fill'], { table: 'fmask' }))).toEqual([0, 0, 0, 0, 1, 1])
    expect(
      await set(flags(qa([0b11000000, 0b01000010, 0b00001000], 'Fmask', Uint8Array), ['cloud', 'aerosolHigh'], { table: 'hls-fmask' })),
    ).toEqual([1, 1, 0])
    expect(await set(flags(qa([0, 1, 2, 3, 4 + 1, 4096], 'state_1km_1'), ['cloud', 'shadow']))).toEqual([0, 1, 0, 0, 1, 0])
    expect(await set(flags(qa([0, 1, 2, 3, 4 + 1, 4096], 'state_1km_1'), ['clear']))).toEqual([1, 0, 0, 1, 0, 1])
  })

  it('say what they do not know', () => {
    expect(() => flags(qa([1], 'QA_PIXEL'), ['clouds'])).toThrow('landsat-qa-pixel has no flag "clouds": did you mean cloud')
    expect(() => flags(qa([1], 'quality'), ['cloud'])).toThrow(`give { table } as one of ${Object.keys(flagTables).join(', ')}`)
  })
})
