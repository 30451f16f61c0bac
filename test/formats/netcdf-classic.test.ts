import { describe, expect, it } from 'vitest'
import type { Dtype } from '../../src/base/dtype.js'
import { netcdfSource } from '../../src/formats/netcdf/source.js'
import type { OpenedSource } from '../../src/graph/source.js'
import { conformSource, memoryFiles, seededPixels } from '../conformance/conform-source.js'
import { testKit } from '../kit.js'
import { openReader } from '../read-window.js'
import { type ClassicFile, type ClassicVariable, classicBytes } from './netcdf-bytes.js'

const uri = 'd/classic.nc'
const types: Readonly<Record<number, Dtype>> = {
  1: 'int8',
  3: 'int16',
  4: 'int32',
  5: 'float32',
  6: 'float64',
  7: 'uint8',
  8: 'uint16',
  9: 'uint32',
  10: 'int64',
  11: 'uint64',
}

function files(file: ClassicFile): Map<string, Uint8Array> {
  return new Map([[uri, classicBytes(file)]])
}

function conform(name: string, file: ClassicFile, variable: string, chunkReads = 1, cuts?: readonly number[]): void {
  const data = (file.variables.find((each) => each.name === variable) as ClassicVariable).data
  conformSource(name, {
    def: netcdfSource,
    uri,
    options: { variable },
    files: files(file),
    truth: { data },
    reads: { open: 2, chunk: chunkReads },
    ...(cuts === undefined ? {} : { truncations: new Map([[uri, cuts]]) }),
  })
}

const pixels = (type: number, length: number, seed = 1) => seededPixels(types[type] as Dtype, length, seed)
const fixed = (type: number): ClassicVariable => ({ name: 'a', dims: ['y', 'x'], type, data: pixels(type, 35) })

for (const type of [1, 3, 4, 5, 6]) {
  conform(`classic, ${types[type]}`, { version: 1, dims: { y: 5, x: 7 }, variables: [fixed(type)] }, 'a')
}
for (const type of [3, 7, 8, 9, 10, 11]) {
  conform(`64-bit data, ${types[type]}`, { version: 5, dims: { y: 5, x: 7 }, variables: [fixed(type)] }, 'a')
}
const records: ClassicFile = {
  version: 2,
  dims: { time: 0, y: 5, x: 7 },
  records: 4,
  variables: [
    { name: 'a', dims: ['time', 'y', 'x'], type: 3, data: pixels(3, 140) },
    { name: 'time', dims: ['time'], type: 6, data: new Float64Array([1, 2, 3, 4]), attributes: { units: 'days since 2000-01-01' } },
    { name: 'b', dims: ['time', 'y', 'x'], type: 5, data: pixels(5, 140, 2) },
  ],
}
conform('64-bit offset, records of three variables', records, 'a', 4)
conform('64-bit offset, the last of three variables', records, 'b', 4)
conform('one variable of records, which are not padded', { ...records, variables: [fixedRecords()] }, 'a')
conform('records that the writer did not count', { ...records, streaming: true }, 'b', 4, [0, 3, 10, 60, 200])

function fixedRecords(): ClassicVariable {
  return { name: 'a', dims: ['time', 'y', 'x'], type: 3, data: pixels(3, 140) }
}

const opened = (file: ClassicFile, options: object = {}): Promise<OpenedSource> =>
  netcdfSource.open(uri, options as never, memoryFiles(files(file)))

describe('what a classic file says', () => {
  const labelled = (attributes: ClassicVariable['attributes'], more: readonly ClassicVariable[] = []): ClassicFile => ({
    version: 1,
    dims: { lat: 3, lon: 4 },
    variables: [
      { name: 'lat', dims: ['lat'], type: 6, data: new Float64Array([10, 20, 30]), attributes: { units: 'degrees_north' } },
      { name: 'lon', dims: ['lon'], type: 6, data: new Float64Array([0, 5, 10, 15]), attributes: { units: 'degrees_east' } },
      {
        name: 'a',
        dims: ['lat', 'lon'],
        type: 3,
        data: new Int16Array([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ...(attributes && { attributes }),
      },
      ...more,
    ],
  })
  const validOf = async (attributes: ClassicVariable['attributes']): Promise<string> => {
    const reader = await openReader(netcdfSource, uri, {}, memoryFiles(files(labelled(attributes))), testKit(8))
    return Array.from((await reader.read({ start: [0, 0], stop: [3, 4] })).valid).join('')
  }

  it('rows stay in the order of the file: an affine of rows that run north', async () => {
    const { spec } = await opened(labelled({}))
    expect(spec.dims).toEqual(['y', 'x'])
    expect(spec.geobox?.affine).toEqual({ a: 5, b: 0, c: -2.5, d: 0, e: 10, f: 5 })
    expect(spec.geobox?.crs?.epsg).toBe(4326)
  })

  it('_FillValue and every missing_value are invalid', async () => {
    expect(await validOf({ _FillValue: [3, -3] })).toBe('011111111111')
    expect(await validOf({ _FillValue: [3, -3], missing_value: [3, 0, 8] })).toBe('011011111110')
  })

  it('valid_min, valid_max and valid_range are limits of the stored numbers', async () => {
    expect(await validOf({ valid_range: [3, -1, 5] })).toBe('001111111000')
    expect(await validOf({ valid_min: [3, 2] })).toBe('000001111111')
    expect(await validOf({ valid_max: [3, 2], missing_value: [3, 0] })).toBe('111011000000')
  })

  it('limits in the type of the scale, wider than the stored one, are of unpacked numbers', async () => {
    expect(await validOf({ scale_factor: [5, 0.5], valid_range: [5, -0.5, 2.5] })).toBe('001111111000')
    expect(await validOf({ scale_factor: [5, -0.5], valid_range: [5, -2.5, 0.5] })).toBe('001111111000')
  })

  it('limits that leave nothing are left out', async () => {
    expect(await validOf({ valid_min: [3, 5], valid_max: [3, 2] })).toBe('111111111111')
  })

  it('the fill value of the library is missing where none is told, and not in bytes', async () => {
    expect((await opened(labelled({}))).spec.bands[0]?.nodata).toBe(-32767)
    expect((await opened({ version: 1, dims: { y: 5, x: 7 }, variables: [fixed(1)] })).spec.bands[0]?.nodata).toBe(null)
  })

  it('_Unsigned makes an unsigned type, of its fill value, too', async () => {
    const { spec } = await opened(labelled({ _Unsigned: 'true', _FillValue: [3, -1] }))
    expect([spec.dtype, spec.bands[0]?.nodata]).toEqual(['uint16', 65535])
  })

  it('scale, offset, unit and description are the band’s', async () => {
    const { spec } = await opened(labelled({ scale_factor: [6, 0.25], add_offset: [6, 3], units: 'K', long_name: 'warmth', note: 'kept' }))
    expect(spec.bands[0]).toMatchObject({ scale: 0.25, offset: 3, unit: 'K', description: 'warmth' })
    expect(spec.attrs).toEqual({ note: 'kept' })
  })

  it('options: another nodata, a variable by name, none that are not known', async () => {
    expect((await opened(labelled({ _FillValue: [3, -3] }), { nodata: 5 })).spec.bands[0]?.nodata).toBe(5)
    expect((await opened(labelled({ _FillValue: [3, -3] }), { nodata: null })).spec.bands[0]?.nodata).toBe(null)
    expect((await opened(labelled({}), { variable: 'lat' })).spec.shape).toEqual([3])
    await expect(opened(labelled({}), { nodata: 0.5 })).rejects.toThrow('which no int16 pixel can be')
    await expect(opened(labelled({}), { colour: 1 })).rejects.toThrow('unknown option "colour"')
  })

  it('lists the variables where none is named', async () => {
    const other: ClassicVariable = { name: 'b', dims: ['lat', 'lon'], type: 3, data: new Int16Array(12) }
    await expect(opened(labelled({}, [other]))).rejects.toThrow(
      'name one with the option variable; there are a (lat 3, lon 4); b (lat 3, lon 4)',
    )
  })

  it('dims of another order become rows and columns', async () => {
    const turned: ClassicFile = {
      version: 1,
      dims: { time: 2, lon: 4, lat: 3 },
      variables: [
        ...labelled({}).variables.slice(0, 2),
        { name: 'a', dims: ['time', 'lon', 'lat'], type: 3, data: Int16Array.from({ length: 24 }, (_, at) => at) },
      ],
    }
    const reader = await openReader(netcdfSource, uri, {}, memoryFiles(files(turned)), testKit(8))
    expect(reader.opened.spec.dims).toEqual(['time', 'y', 'x'])
    expect(reader.opened.spec.geobox?.affine).toMatchObject({ a: 5, e: 10 })
    const { data } = await reader.read({ start: [0, 0, 0], stop: [2, 3, 4] })
    expect(Array.from(data as Int16Array)).toEqual(
      [0, 1].flatMap((t) => [0, 1, 2].flatMap((y) => [0, 1, 2, 3].map((x) => t * 12 + x * 3 + y))),
    )
  })

  it('latitudes and longitudes of each pixel are told, and are no grid', async () => {
    const swath: ClassicFile = {
      version: 1,
      dims: { band: 2, line: 3, sample: 4 },
      variables: [
        { name: 'lat', dims: ['line', 'sample'], type: 5, data: new Float32Array(12), attributes: { units: 'degrees_north' } },
        { name: 'lon', dims: ['line', 'sample'], type: 5, data: new Float32Array(12), attributes: { units: 'degrees_east' } },
        { name: 'a', dims: ['line', 'sample', 'band'], type: 3, data: Int16Array.from({ length: 24 }, (_, at) => at) },
      ],
    }
    const { spec, info } = await opened(swath)
    expect([spec.dims, spec.shape, spec.geobox]).toEqual([['band', 'y', 'x'], [2, 3, 4], null])
    expect(spec.attrs).toEqual({ coordinates: 'lat lon' })
    expect(info.geolocation).toBe('lat, lon')
  })

  it('a header that is cut short or cannot be true says where', async () => {
    const bytes = classicBytes(labelled({}))
    const meet = (changed: Uint8Array): Promise<unknown> => netcdfSource.open(uri, {}, memoryFiles(new Map([[uri, changed]])))
    await expect(meet(bytes.slice(0, 60))).rejects.toThrow(/damaged at byte \d+: .*the file ends at 60/)
    const many = bytes.slice()
    many.set([0x7f, 255, 255, 255], 12)
    await expect(meet(many)).rejects.toThrow('there are said to be 2147483647 dims')
    const lost = bytes.slice(0, bytes.length - 4)
    await expect(meet(lost)).rejects.toThrow(`the variable "a" lies at bytes`)
    await expect(meet(Uint8Array.from([0x43, 0x44, 0x46, 3, 0, 0, 0, 0]))).rejects.toThrow('its version is 3')
  })
})
