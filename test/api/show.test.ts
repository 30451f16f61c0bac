import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { XMLValidator } from 'fast-xml-parser'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  Affine,
  CRS,
  concat,
  DataArray,
  Dataset,
  GeoBox,
  GeoboxTiles,
  open,
  plot,
  show,
  showProgress,
  slice,
  toHtml,
} from '../../src/index.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const nir = () => open(`${fixtures}scene/B08.tif`, { band: 1, scaled: true })
const series = DataArray.fromArray(new Float32Array(12 * 4 * 6).fill(1), {
  dims: ['time', 'y', 'x'],
  shape: [12, 4, 6],
  coords: { time: Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2021, at, 15))) },
  geobox: GeoBox.fromBounds([10, 50, 16, 54], { resolution: 1 }, 4326),
  name: 'greenness',
})

/** Whether tags are closed in order, and every attribute is quoted. */
function wellFormed(html: string): void {
  expect(
    XMLValidator.validate(
      `<div>${html
        .replace(/<img ([^>]*)>/g, '<img $1/>')
        .replace(/<details([^>]*) open>/g, '<details$1>')
        .replace(/<br>/g, '<br/>')}</div>`,
    ),
  ).toBe(true)
  expect(html).not.toMatch(/<script|javascript:|https?:/i)
}

describe('cards', () => {
  it('an array: dims, chunks, map, plan, attributes, graph with storage classes', async () => {
    const array = (await nir()).mul(2).reproject(3857, { resolution: 20 }).assignAttrs({ note: '<b>&"bold"' })
    const html = await toHtml(array)
    wellFormed(html)
    for (const part of [
      'DataArray',
      'float32',
      'EPSG:3857',
      'aria-label="chunks"',
      'aria-label="where the grid lies"',
      'aria-label="the graph"',
      '<details',
      'attributes (',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).toMatch(/\d+ tasks? on .*, at most [\d.]+ MiB of memory/)
    for (const storage of ['kept', 'task', 'inline']) expect(html).toContain(`>${storage}</text>`)
    expect(html).toContain('&lt;b&gt;&amp;&quot;bold&quot;')
    expect(html).not.toContain('<b>&"bold"')
    wellFormed(array.toHtml())
  })

  it('an array of one value, one without a grid, a graph of a thousand nodes', async () => {
    wellFormed(await toHtml(series.mean()))
    wellFormed(await toHtml(DataArray.fromArray(new Uint8Array(3), { dims: ['x'], shape: [3] })))
    let long: DataArray = DataArray.fromArray(new Float32Array(4), { dims: ['x'], shape: [4] })
    for (let at = 0; at < 1000; at++) long = long.shift({ x: 0 }).add(1)
    expect(await toHtml(long)).toContain('too many to be drawn')
  })

  it('what cannot be computed says why', async () => {
    const huge = series.reindex({ time: [new Date(Date.UTC(2021, 0, 15))] }).resample({ size: { width: 400_000, height: 400_000 } })
    const html = await toHtml(huge)
    wellFormed(html)
    expect(html).toMatch(/to compute|to run/)
  })

  it('a dataset, a grid, a plan, groups, a picture', async () => {
    const data = Dataset.of({ a: series, b: series.mean({ dim: 'time' }) })
    const html = await toHtml(data)
    wellFormed(html)
    expect(html).toContain('<b>a</b>')
    expect(html.match(/where the grid lies/g)).toHaveLength(1)
    wellFormed(data.toHtml())
    const box = await toHtml(series.geobox)
    wellFormed(box)
    expect(box).toContain('GeoBox 6 x 4 px, EPSG:4326')
    const plan = await series.mul(2).plan()
    wellFormed(await toHtml(plan))
    expect(plan.toHtml()).toContain('all of it')
    wellFormed(await toHtml(series.groupby('time.season')))
    const png = await plot(series.isel({ time: 0 }), { run: { workers: 0 } })
    wellFormed(await toHtml(png))
  })

  it('grids are drawn all over the earth', async () => {
    const boxes = [
      GeoBox.fromBounds([-180, -90, 180, 90], { resolution: 1 }, 4326),
      GeoBox.fromBounds([170, -20, 190, 0], { resolution: 1 }, 4326),
      GeoBox.fromBounds([-4e6, -4e6, 4e6, 4e6], { resolution: 1000 }, 3031),
      GeoBox.fromBounds([2.5e6, 1.3e6, 7.5e6, 5.5e6], { resolution: 1000 }, 3035),
      GeoBox.of(10, 10, Affine.identity, null),
    ]
    for (const box of boxes) wellFormed(await toHtml(box))
    expect(await toHtml(boxes[4])).not.toContain('where the grid lies')
  })
})

describe('texts', () => {
  it('plain values of the API print as what they are', async () => {
    const array = await nir()
    expect(String(array.geobox)).toBe('GeoBox 1098 x 1098 px, EPSG:32633')
    expect(inspect(array.geobox)).toMatch(
      /^GeoBox 1098 x 1098 px, EPSG:32633\n {2}CRS .*UTM zone 33N\n {2}bounds .*\n {2}in degrees x 14\.7/,
    )
    expect(String(array.bounds)).toBe('Bounds x 480000 to 490980, y 5389020 to 5400000')
    expect(String(array.crs)).toBe('EPSG:32633')
    expect(inspect(array.crs)).toBe('CRS EPSG:32633, WGS 84 / UTM zone 33N')
    expect(String(array.resolution)).toBe('x 10, y 10')
    expect(String(Affine.scaling(2, 3))).toBe('Affine [2, 0, 0; 0, 3, 0]')
    expect(String(GeoBox.zoomOut(array.geobox as GeoBox, 2))).toBe('GeoBox 549 x 549 px, EPSG:32633')
    expect(String(GeoboxTiles.of(array.geobox as GeoBox, 256))).toBe('GeoboxTiles of 256 x 256 px over GeoBox 1098 x 1098 px, EPSG:32633')
    expect(String(CRS.transformBounds([0, 0, 1, 1], 4326, 4326))).toBe('Bounds x 0 to 1, y 0 to 1')
  })

  it('which JSON, spreads, equality, threads and hashes do not see', async () => {
    const { geobox, bounds, hash } = await nir()
    expect(Object.keys(bounds as object)).toEqual(['left', 'bottom', 'right', 'top'])
    expect(JSON.parse(JSON.stringify(geobox)).toString()).toBe('[object Object]')
    expect(Object.keys({ ...geobox })).toEqual(['width', 'height', 'affine', 'crs'])
    expect(structuredClone(geobox)).toEqual(geobox)
    expect((await nir()).hash).toBe(hash)
    expect((await nir()).reproject(geobox as GeoBox).hash).toBe((await nir()).reproject(structuredClone(geobox) as GeoBox).hash)
  })

  it('groups, windows and datasets', () => {
    expect(String(series.groupby('time.season'))).toBe('4 groups of time by season')
    expect(inspect(series.groupby('time.season'))).toContain('DJF (3), JJA (3), MAM (3), SON (3)')
    expect(inspect(series.resampleTime('P6M'))).toContain('2021-01-01 (6), 2021-07-01 (6)')
    expect(String(series.rolling({ time: 3 }))).toBe('Windows of 3 pixels')
    const text = inspect(Dataset.of({ a: series, b: series.isel({ x: slice(0, 3) }) }))
    expect(text).toContain('dims       time: 12, y: 4, x: 6 or 3')
    expect(text).toContain('a (time: 12, y: 4, x: 6) float32')
    expect(text).toMatch(/CRS +EPSG:4326/)
  })
})

describe('where it is shown', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, '__tslab__')
    vi.restoreAllMocks()
  })

  /** A kernel as tslab hangs it up for the code of cells. */
  function kernel(): { shown: string[] } {
    const shown: string[] = []
    const display = { html: (text: string) => shown.push(`html ${text}`), png: (bytes: Uint8Array) => shown.push(`png ${bytes.length}`) }
    Object.assign(globalThis, { __tslab__: { require: () => ({ display, newDisplay: () => display }) } })
    return { shown }
  }

  it('a notebook gets cards and pictures', async () => {
    const { shown } = kernel()
    const png = await plot(series.isel({ time: 0 }), { run: { workers: 0 } })
    await show(series)
    await show(png)
    await show('a & b')
    expect(shown[0]).toMatch(/^html <div/)
    expect(shown[1]).toBe(`png ${png.length}`)
    expect(shown[2]).toContain('a &amp; b')
  })

  it('a terminal gets text', async () => {
    const written: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    await show(series.geobox)
    await show(await plot(series.isel({ time: 0 }), { width: 200, run: { workers: 0 } }))
    vi.restoreAllMocks()
    expect(written[0]).toMatch(/^GeoBox 6 x 4 px/)
    expect(written[1]).toMatch(/^PNG, \d+ x \d+ px, \d+ bytes/)
  })

  const event = (chunksDone: number, elapsedMs: number) => ({
    chunksDone,
    chunksTotal: 10,
    bytesDone: chunksDone * 2 ** 20,
    bytesTotal: 10 * 2 ** 20,
    bytesRead: 0,
    elapsedMs,
  })

  it('progress is drawn anew in its place, not more often than ten times a second', () => {
    const { shown } = kernel()
    const bar = showProgress('a<b')
    for (const [done, at] of [
      [1, 10],
      [2, 50],
      [3, 200],
      [4, 250],
      [10, 260],
    ] as const)
      bar(event(done, at))
    expect(shown).toHaveLength(3)
    expect(shown[0]).toContain('<b>a&lt;b</b>')
    expect(shown[1]).toContain('width:30.0%')
    expect(shown[2]).toMatch(/width:100\.0%.*10 of 10 chunks, 10 MiB, 0\.3 s</)
    for (const html of shown) wellFormed(html.slice(5))
  })

  it('and on a terminal that is none the last line alone', () => {
    const written: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const bar = showProgress()
    bar(event(5, 1000))
    bar(event(10, 2000))
    vi.restoreAllMocks()
    expect(written).toEqual([`${'█'.repeat(30)} 10 of 10 chunks, 10 MiB, 2.0 s\n`])
  })

  it('concat shows too', async () => {
    expect(await toHtml(concat([series, series], { dim: 'run', labels: ['a', 'b'] }))).toContain('24 deep'.replace('24', '2 x 12'))
  })
})
