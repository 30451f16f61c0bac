import { describe, expect, it } from 'vitest'
import { Affine, DataArray, GeoBox, slice } from '../../src/index.js'

const run = { workers: 0 } as const

/** A band of the earth in pixels of 5 degrees, from `west` on: each pixel holds the longitude of its own western edge, counted from 0 to 355. */
function belt(west: number, columns = 72): DataArray<'y' | 'x'> {
  const pixels = Int16Array.from({ length: 4 * columns }, (_, at) => (west + 5 * (at % columns) + 720) % 360)
  const geobox = GeoBox.of(columns, 4, Affine.of(5, 0, west, 0, -5, 10), 4326)
  return DataArray.fromArray(pixels, { dims: ['y', 'x'], shape: [4, columns], geobox })
}

async function row(array: DataArray<string>): Promise<number[]> {
  const { values, shape, valid } = await array.compute(run)
  if (valid !== null) expect(Math.min(...(valid as Uint8Array))).toBe(1)
  return Array.from(values as Int16Array).slice(0, shape.at(-1))
}

describe('clipBox on the whole earth', () => {
  it('goes on beyond 180, and beyond -180', async () => {
    const east = belt(-180).clipBox(170, -3, 190, 3)
    expect([east.shape, east.bounds]).toEqual([[2, 4], { left: 170, bottom: -5, right: 190, top: 5 }])
    expect(await row(east)).toEqual([170, 175, 180, 185])
    const west = belt(-180).clipBox(-191, -3, -169, 3)
    expect(west.bounds).toEqual({ left: -195, bottom: -5, right: -165, top: 5 })
    expect(await row(west)).toEqual([165, 170, 175, 180, 185, 190])
  })

  it('needs no way to say invalid where the array has none', async () => {
    const json = (await belt(-180).clipBox(170, -3, 190, 3).plan({ to: 'a.zarr' })).toJSON() as { outputs: { invalid: string }[] }
    expect(json.outputs[0]?.invalid).toBe('none')
  })

  it('goes on beyond 0 and 360, and lies in another turn', async () => {
    expect(await row(belt(0).clipBox(-10, -3, 10, 3))).toEqual([350, 355, 0, 5])
    expect(await row(belt(-180).clipBox(200, -3, 210, 3))).toEqual([200, 205])
  })

  it('is all of it, and a plain part, where the rectangle is', () => {
    const whole = belt(-180).clipBox(-200, -90, 200, 90)
    expect([whole.shape, whole.bounds?.left]).toEqual([[4, 72], -180])
    expect(belt(-180).clipBox(-180, -3, 180, 3).bounds).toEqual({ left: -180, bottom: -5, right: 180, top: 5 })
    expect(belt(-180).clipBox(170, -3, 180, 3).hash).toBe(belt(-180).isel({ y: slice(1, 3), x: slice(70, 72) }).hash)
    expect(() => belt(-180).clipBox(170, 20, 190, 30)).toThrow(/miss the raster/)
  })

  it('meets a part of a circle whichever way longitudes are counted', async () => {
    const dateline = belt(170, 4)
    expect(await row(dateline.clipBox(-180, -3, -175, 3))).toEqual([180])
    expect(dateline.clipBox(-190, -3, -180, 3).bounds).toMatchObject({ left: 170, right: 180 })
    expect(() => dateline.clipBox(-160, -3, -150, 3)).toThrow(/miss the raster/)
  })

  it('takes a rectangle of another CRS across the antimeridian', async () => {
    const zone60 = [450000, -300000, 1100000, 300000] as const
    expect(await row(belt(-180).clipBox(zone60, { crs: 32660 }))).toEqual([175, 180])
  })
})
