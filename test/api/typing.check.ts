// Never run: the compiler checks that what must not compile does not, and typing.test.ts runs the compiler.
import { DataArray, Dataset, open, slice } from '../../src/index.js'

export async function check(): Promise<void> {
  const band: DataArray<'y' | 'x'> = await open('a.tif', { band: 1, scaled: true })
  const all: DataArray<'band' | 'y' | 'x'> = await open('a.tif')

  // @ts-expect-error there is no dim "tme"
  band.isel({ tme: 0 })
  // @ts-expect-error nor beside one that is there
  band.isel({ y: 0, tme: 0 })
  // @ts-expect-error a band was picked when opening
  band.isel({ band: 0 })
  // @ts-expect-error there is no dim "time"
  all.sel({ time: '2021-06' })
  // @ts-expect-error positions are no texts
  band.isel({ y: 'a' })

  const row = band.isel({ y: 0, x: slice(0, 10) })
  const rowDims: readonly 'x'[] = row.dims
  // @ts-expect-error y was dropped
  row.isel({ y: 0 })
  const kept: readonly ('y' | 'x')[] = band.isel({ y: [0, 1], x: slice(0, 1) }).dims

  const cube = await open<'time' | 'y' | 'x'>('a.zarr')
  const month = cube.sel({ time: '2021-06' })
  month.isel({ time: 0 })
  const day = cube.sel({ time: '2021-06-14' })
  // @ts-expect-error a day names one time, which drops the dim
  day.isel({ time: 0 })
  const label: string = '2021-06'
  cube.sel({ time: label }).isel({ time: 0 })

  const joined = band.sub(cube)
  joined.isel({ time: 0 })
  const plain: DataArray = band
  plain.isel({ anything: 0 })
  const dynamic: Record<string, number> = { y: 0 }
  plain.isel(dynamic)

  const pixels = DataArray.fromArray(new Uint8Array(6), { dims: ['row', 'col'], shape: [2, 3] })
  pixels.isel({ row: 0 })
  // @ts-expect-error there is no dim "y"
  pixels.isel({ y: 0 })

  const data = Dataset.of({ red: band, nir: all })
  const red: DataArray<'y' | 'x'> = data.vars.red
  // @ts-expect-error there is no variable "blue"
  data.get('blue')
  const more = data.assign({ ndvi: band }).reproject('EPSG:3857', { resampling: { ndvi: 'bilinear', '*': 'near' } })
  const ndvi: DataArray<'y' | 'x'> = more.vars.ndvi
  // @ts-expect-error there is no such method
  band.reproject('EPSG:3857', { resampling: 'cubicish' })
  // @ts-expect-error values are typed arrays
  DataArray.fromArray([1, 2], { dims: ['x'], shape: [2] })
  void [rowDims, kept, red, ndvi]
}
