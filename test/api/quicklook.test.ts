import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { atOverview } from '../../src/api/coarse-graph.js'
import { nodeOf } from '../../src/api/data-array.js'
import { concat, DataArray, open, quicklook } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const run = { workers: 0 }

function picture(png: Uint8Array) {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  return {
    width,
    height,
    at: (row: number, column: number) => [...data.subarray((row * width + column) * 4, (row * width + column) * 4 + 4)],
  }
}

describe('quicklook', () => {
  it('paints values between the range in grey, invalid pixels transparent', async () => {
    const array = DataArray.fromArray(Uint8Array.of(0, 51, 102, 255, 9, 204), { dims: ['y', 'x'], shape: [2, 3], nodata: 9 })
    const { width, height, at } = picture(await quicklook(array, { range: [0, 255], run }))
    expect([width, height]).toEqual([3, 2])
    expect([at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 2)]).toEqual([0, 51, 102, 255, 204].map((grey) => [grey, grey, grey, 255]))
    expect(at(1, 1)[3]).toBe(0)
  })

  it.each(['ndvi.png', 'true-colour.png'])('the README shows %s with its holes transparent', (name) => {
    const { width, height, at } = picture(readFileSync(new URL(`../../docs/images/${name}`, import.meta.url)))
    expect(at(Math.round(height / 2), 0)[3]).toBe(0)
    expect(at(Math.round(height / 2), Math.round(width / 2))[3]).toBe(255)
  })

  it('stretches between percentiles of the valid pixels', async () => {
    const values = Float32Array.from({ length: 100 }, (_, at) => (at === 99 ? 1e9 : at))
    const { at } = picture(await quicklook(DataArray.fromArray(values, { dims: ['y', 'x'], shape: [10, 10] }), { stretch: [0, 90], run }))
    expect([at(0, 0)[0], at(8, 9)[0], at(9, 9)[0]]).toEqual([0, 255, 255])
  })

  it('takes three bands as red, green and blue', async () => {
    const values = Uint8Array.of(10, 20, 30, 40, 50, 60, 70, 80)
    const array = DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [4, 1, 2], descriptions: ['b', 'g', 'r', 'n'] })
    const options = { range: [0, 255] as const, run }
    expect(picture(await quicklook(array, options)).at(0, 1)).toEqual([20, 40, 60, 255])
    expect(picture(await quicklook(array, { ...options, bands: ['r', 'g', 'b'] })).at(0, 0)).toEqual([50, 30, 10, 255])
    expect(picture(await quicklook(array, { ...options, bands: [4] })).at(0, 0)).toEqual([70, 70, 70, 255])
    await expect(quicklook(array, { bands: [1, 2] })).rejects.toThrow(/give one, or three/)
  })

  it('has colormaps with the ends that they are known for', async () => {
    const array = DataArray.fromArray(Float32Array.of(-1, 1), { dims: ['y', 'x'], shape: [1, 2] })
    const viridis = picture(await quicklook(array, { range: [-1, 1], colormap: 'viridis', run }))
    expect([viridis.at(0, 0), viridis.at(0, 1)]).toEqual([
      [0x44, 0x01, 0x54, 255],
      [0xfd, 0xe7, 0x25, 255],
    ])
    await expect(quicklook(array, { colormap: 'jet' as 'grey' })).rejects.toThrow(/known are grey, gray, viridis/)
  })

  it('reads the overview that is just wide enough, through chains that work pixel by pixel', async () => {
    const nir = await open(`${scene}B08.tif`, { band: 1, scaled: true })
    const red = await open(`${scene}B04.tif`, { band: 1, scaled: true })
    const ndvi = nir.sub(red).div(nir.add(red))
    expect((await atOverview(nodeOf(ndvi), 200)).spec.shape).toEqual([275, 275])
    expect((await atOverview(nodeOf(ndvi), 500)).spec.shape).toEqual([549, 549])
    expect((await atOverview(nodeOf(ndvi), 800)).spec.shape).toEqual([1098, 1098])
    const noOverviews = await open(`${scene}B05.tif`, { band: 1 })
    expect((await atOverview(nodeOf(noOverviews), 100)).spec.shape).toEqual([549, 549])
    const { width, height } = picture(await quicklook(ndvi, { width: 200, colormap: 'RdYlGn', run }))
    expect([width, height]).toEqual([200, 200])
  })

  it('reads all pixels where the source has no overview', async () => {
    const array = (await open(`${scene}B05.tif`, { band: 1 })).resample({ factor: 2 })
    const { width, height } = picture(await quicklook(array, { width: 100, run }))
    expect([width, height]).toEqual([100, 100])
  })

  it('refuses what is no picture', async () => {
    const array = DataArray.fromArray(new Uint8Array(4), { dims: ['y', 'x'], shape: [2, 2] })
    await expect(quicklook(concat([array, array], { dim: 'time', labels: ['2021', '2022'] }))).rejects.toThrow(/is no picture/)
    await expect(quicklook(array, { bands: [1] })).rejects.toThrow(/no dim band/)
    await expect(quicklook(array, { width: 0 })).rejects.toThrow(/width 0/)
  })
})
