import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DataArray, open, openDataset } from '../../src/index.js'
import { commandIn, scratchDirectory } from '../cli/command.js'
import { dataDir, describeWithPeers } from '../peers.js'
import { classicBytes } from './netcdf-bytes.js'

const netcdf = (name: string): string => join(dataDir, 'netcdf', name)
const scratch = scratchDirectory()
const command = commandIn(scratch)

/** Values of an array of two dims, north up. */
async function northUp(array: DataArray<string>): Promise<number[]> {
  const { values, shape, geobox } = await array.compute({ workers: 0 })
  const [height, width] = shape as [number, number]
  const own = Array.from(values as Float64Array, Number)
  if (geobox === null || geobox.affine.e < 0) return own
  return Array.from({ length: height }, (_, row) => own.slice((height - 1 - row) * width, (height - row) * width)).flat()
}

describeWithPeers('NetCDF of archives', ['data'], () => {
  it('nClimGrid equals the Cloud Optimized GeoTIFFs that its publisher made of it, bit by bit', async () => {
    const cube = await open<'time' | 'y' | 'x'>(netcdf('noaa-nclimgrid/nclimgrid_tavg.nc'), { variable: 'tavg' })
    for (const month of ['1895-01', '1895-02']) {
      const own = await northUp(cube.sel({ time: month }).isel({ time: 0 }))
      const published = await open(join(dataDir, `geotiff/noaa-nclimgrid/nclimgrid-tavg-${month.replace('-', '')}.tif`), { band: 1 })
      expect(own).toEqual(await northUp(published))
    }
  })

  it('ERA-Interim: a negative scale, a fill value that no integer can be, levels and months as labels', async () => {
    const z = await open<'month' | 'level' | 'y' | 'x'>(netcdf('xarray-data/eraint_uvz.nc'), { variable: 'z', scaled: true })
    expect([z.dims, z.shape, z.dtype]).toEqual([['month', 'level', 'y', 'x'], [2, 3, 241, 480], 'float32'])
    const one = await z
      .sel({ month: 7, level: 850 })
      .isel({ y: [0], x: [0] })
      .compute({ workers: 0 })
    // As xarray decodes it.
    expect(Number(one.values[0])).toBeCloseTo(13485.9257, 2)
  })

  it('a dataset is all variables of one grid', async () => {
    const { names } = await openDataset(netcdf('xarray-data/eraint_uvz.nc'))
    expect(names).toEqual(['z', 'u', 'v'])
    expect((await openDataset(netcdf('gdal/fake_EMIT_L2A.nc'))).names).toEqual(['reflectance'])
  })

  it('temperatures of gridMET: packed, and placed by labels', async () => {
    const packed = await open<'y' | 'x'>(netcdf('rioxarray-input/tmmx_20190121.nc'))
    expect([packed.dtype, packed.nodata, packed.bands[0]?.scale, packed.bands[0]?.offset]).toEqual(['uint16', 32767, 0.1, 220])
    expect(packed.crs?.epsg).toBe(4326)
  })
})

describe('NetCDF on the command line', () => {
  const make = (name: string): string => {
    const path = join(scratch, name)
    writeFileSync(
      path,
      classicBytes({
        version: 2,
        dims: { time: 0, lat: 3, lon: 4 },
        records: 2,
        variables: [
          { name: 'lat', dims: ['lat'], type: 6, data: new Float64Array([10, 20, 30]), attributes: { units: 'degrees_north' } },
          { name: 'lon', dims: ['lon'], type: 6, data: new Float64Array([0, 10, 20, 30]), attributes: { units: 'degrees_east' } },
          { name: 'time', dims: ['time'], type: 4, data: new Int32Array([0, 31]), attributes: { units: 'days since 2021-01-01' } },
          { name: 'a', dims: ['time', 'lat', 'lon'], type: 3, data: Int16Array.from({ length: 24 }, (_, at) => at) },
          { name: 'b', dims: ['time', 'lat', 'lon'], type: 5, data: Float32Array.from({ length: 24 }, (_, at) => at / 2) },
        ],
      }),
    )
    return path
  }

  it('info lists the variables, and tells of one', async () => {
    make('cube.nc')
    const all = await command('info', 'cube.nc')
    expect(all.stdout).toContain('2 variables; --variable a tells more of one')
    const { stdout, code } = await command('info', 'cube.nc', '--variable', 'a')
    expect(code).toBe(0)
    expect(stdout).toContain('DataArray a (time: 2, y: 3, x: 4) int16')
    expect(stdout).toContain('2021-01-01, 2021-02-01')
    expect(stdout).toContain('NetCDF 64-bit offset')
  })

  it('convert writes a chosen time of a variable', async () => {
    make('cube.nc')
    const { stderr, code } = await command('convert', 'cube.nc', 'a.tif', '--variable', 'a', '--select', 'time=2021-02-01', '-q')
    expect([stderr, code]).toEqual(['', 0])
    const written = await open(join(scratch, 'a.tif'), { band: 1 })
    expect(await northUp(written)).toEqual([20, 21, 22, 23, 16, 17, 18, 19, 12, 13, 14, 15])
  })

  it('a variable that is not named, or not there, is told with those that are', async () => {
    make('cube.nc')
    const { stderr, code } = await command('convert', 'cube.nc', 'none.tif')
    expect(code).toBe(2)
    expect(stderr).toContain('holds several variables, name one with --variable; there are a (time 2, lat 3, lon 4); b (')
  })
})
