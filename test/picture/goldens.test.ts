import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { animate, compare, concat, DataArray, Dataset, GeoBox, open, plot, plotGrid, plotHistogram, plotProfile } from '../../src/index.js'
import { fillRect, makeCanvas, strokeLine } from '../../src/picture/canvas.js'
import { colorTable } from '../../src/picture/colormap.js'
import { encodePng } from '../../src/picture/png.js'
import { drawText } from '../../src/picture/text.js'

const goldens = fileURLToPath(new URL('../golden/pictures/', import.meta.url))
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const run = { workers: 0 }

/** Pixels that may differ by more than a shade: rounding of coordinates on another machine moves an edge by one. */
const mostChangedShare = 0.003
const mostShades = 24

const band = (name: string): Promise<DataArray<'y' | 'x'>> => open(`${fixtures}scene/${name}.tif`, { band: 1, scaled: true })

async function series(): Promise<DataArray> {
  const names = readdirSync(`${fixtures}series`).sort().slice(4, 8)
  const images = await Promise.all(names.map((name) => open(`${fixtures}series/${name}`, { band: 1, scaled: true })))
  return concat(images, { dim: 'time', labels: names.map((name) => name.slice(5, 15)) }).rename('NDVI')
}

const pictures: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
  letters() {
    const canvas = makeCanvas(330, 150, [255, 255, 255])
    const lines = [
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      'abcdefghijklmnopqrstuvwxyz',
      '0123456789 .,:;!?()[]{}<>+−=/%&#@',
      '°×·µ²³…→≤≥_|*^~$"\'`',
      'Grüße: naïve café 漢',
    ]
    lines.forEach((line, at) => {
      drawText(canvas, line, 8, 8 + at * 18)
    })
    drawText(canvas, 'Bold letters, 14.75°E', 8, 100, { bold: true })
    drawText(canvas, 'upwards', 300, 140, { upwards: true })
    strokeLine(
      canvas,
      [
        [8, 140],
        [60, 122],
        [120, 145],
      ],
      [0, 114, 178],
    )
    colorTable('viridis', 100).forEach((color, at) => {
      fillRect(canvas, 140 + at, 125, 1, 14, color)
    })
    return encodePng(canvas)
  },
  async ndvi() {
    const [nir, red] = [await band('B08'), await band('B04')]
    return plot(nir.sub(red).div(nir.add(red)), { vmin: -0.2, vmax: 0.9, cmap: 'RdYlGn', width: 300, title: 'NDVI', run })
  },
  async hillshade() {
    return plot((await open(`${fixtures}dem.tif`, { band: 1 })).hillshade(), { width: 260, run })
  },
  maps() {
    const names = [
      'turbo',
      'coolwarm',
      'Spectral',
      'RdYlBu',
      'BrBG',
      'Blues',
      'Greens',
      'Reds',
      'YlGn',
      'YlGnBu',
      'YlOrRd',
      'gray',
    ] as const
    const canvas = makeCanvas(300, names.length * 18 + 8, [255, 255, 255])
    names.forEach((name, row) => {
      drawText(canvas, name, 6, 8 + row * 18)
      colorTable(name, 220).forEach((color, at) => {
        fillRect(canvas, 74 + at, 5 + row * 18, 1, 14, color)
      })
    })
    return encodePng(canvas)
  },
  classes: async () => plot(await open(`${fixtures}landcover.tif`, { band: 1 }), { width: 360, run }),
  async colour() {
    const [red, green, blue] = [await band('B04'), await band('B03'), await band('B02')]
    return plot(Dataset.of({ red, green, blue }), { rgb: ['red', 'green', 'blue'], width: 240, run })
  },
  elevation: async () =>
    plot((await open(`${fixtures}dem.tif`, { band: 1 })).reproject(4326), { cmap: 'terrain', robust: true, label: 'm', width: 320, run }),
  grid: async () => plotGrid(await series(), { columns: 2, vmin: 0, vmax: 1, cmap: 'RdYlGn', width: 400, title: 'NDVI', run }),
  async compare() {
    const dem = (await open(`${fixtures}dem.tif`, { band: 1 })).rename('elevation')
    return compare(dem, dem.resample({ factor: 6, resampling: 'average' }).reprojectMatch(dem, { resampling: 'bilinear' }), {
      width: 640,
      cmap: 'cividis',
      run,
    })
  },
  async histogram() {
    return plotHistogram(Dataset.of({ red: await band('B04'), nir: await band('B08') }), {
      robust: true,
      width: 400,
      height: 220,
      title: 'Reflectance',
      run,
    })
  },
  async profile() {
    const dem = await open(`${fixtures}dem.tif`, { band: 1 })
    return plotProfile(dem, {
      line: [
        [480500, 5395000],
        [488000, 5396500],
        [490500, 5392000],
      ],
      width: 400,
      height: 220,
      run,
    })
  },
  async course() {
    const cube = await series()
    return plotProfile(Dataset.of({ mean: cube.mean({ dim: ['y', 'x'] }), most: cube.max({ dim: ['y', 'x'] }) }), {
      width: 400,
      height: 220,
      label: 'NDVI',
      run,
    })
  },
  animation: async () => animate(await series(), { vmin: 0, vmax: 1, width: 260, run }),
  plain: () =>
    plot(
      DataArray.fromArray(
        Float32Array.from({ length: 60 }, (_, at) => Math.sin(at / 5)),
        { dims: ['time', 'x'], shape: [6, 10] },
      ),
      { cmap: 'magma', width: 300, run },
    ),
  south: () =>
    plot(
      DataArray.fromArray(Uint8Array.of(1, 2, 3, 4, 5, 6), {
        dims: ['y', 'x'],
        shape: [2, 3],
        geobox: GeoBox.of(3, 2, { a: 1, b: 0, c: -1.5, d: 0, e: 1, f: -1 }, 4326),
      }),
      { cmap: 'plasma', width: 300, run },
    ),
}

describe('pictures are as they were looked at', () => {
  it.each(Object.keys(pictures))('%s', async (name) => {
    const png = await (pictures[name] as () => Promise<Uint8Array>)()
    const path = `${goldens}${name}.png`
    // After a change that was meant: write them, and look at each.
    if (process.env.RASTERLOOM_GOLDEN === 'write' || !existsSync(path)) writeFileSync(path, png)
    const [made, golden] = [PNG.sync.read(Buffer.from(png)), PNG.sync.read(readFileSync(path))]
    expect([made.width, made.height]).toEqual([golden.width, golden.height])
    let changed = 0
    for (let at = 0; at < made.data.length; at += 4) {
      const far = [0, 1, 2, 3].some((part) => Math.abs((made.data[at + part] as number) - (golden.data[at + part] as number)) > mostShades)
      if (far) changed++
    }
    expect(changed / (made.width * made.height)).toBeLessThan(mostChangedShare)
  })

  it('every golden has its picture', () => {
    expect(readdirSync(goldens).sort()).toEqual(
      Object.keys(pictures)
        .map((name) => `${name}.png`)
        .sort(),
    )
  })
})
