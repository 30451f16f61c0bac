import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandIn, fixture, main, type Outcome, runProcess, scratchDirectory } from '../cli/command.js'
import { tiffBytes } from '../formats/tiff-bytes.js'
import { dataDir, describeWithPeers } from '../peers.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B09.tif')

/** One line on stderr that begins with a code and shows no stack; nothing on stdout. */
function oneLine(outcome: Outcome, code: number, ...parts: readonly (string | RegExp)[]): void {
  expect([outcome.code, outcome.stdout], outcome.stderr).toEqual([code, ''])
  expect(outcome.stderr).toMatch(/^E_[A-Z]+: [^\n]+\n$/)
  expect(outcome.stderr).not.toMatch(/\bat .*\.(js|ts):\d+/)
  for (const part of parts) {
    if (typeof part === 'string') expect(outcome.stderr).toContain(part)
    else expect(outcome.stderr).toMatch(part)
  }
}

/** What a run has left behind, but for scratch directories, whose names begin with a dot. */
function outputs(): string[] {
  return readdirSync(directory).filter((name) => /^out/.test(name))
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(`${directory}/${name}`, content)
}

describe('inputs that cannot be read', () => {
  test('a file that is not there', async () => {
    for (const args of [
      ['info', 'none.tif'],
      ['convert', 'none.tif', 'out.tif'],
      ['convert', source, 'out.tif', '--like', 'none.tif'],
    ]) {
      oneLine(await rasterloom(...args), 3, /^E_SOURCE: none\.tif: there is no such file or directory \(looked for \/.*\/none\.tif\)/)
    }
    expect(outputs()).toEqual([])
  })

  test('files that are no rasters', async () => {
    write('empty.tif', '')
    oneLine(await rasterloom('info', 'empty.tif'), 3, 'E_SOURCE: empty.tif: the file is empty')
    write('text.tif', 'hello, this is a text\n')
    oneLine(await rasterloom('info', 'text.tif'), 3, 'text.tif: is a file of a format that is not known; what can be opened: geotiff,')
  })

  test('directories that are no Zarr stores', async () => {
    mkdirSync(`${directory}/folder`)
    const told = /^E_SOURCE: .*folder: is a directory that is no Zarr store; a Zarr store has one of zarr\.json, /
    oneLine(await rasterloom('info', 'folder'), 3, told)
    mkdirSync(`${directory}/folder.zarr`)
    oneLine(await rasterloom('info', 'folder.zarr'), 3, /^E_SOURCE: .*folder\.zarr: no Zarr store: looked for zarr\.json/)
    write('folder.zarr/zarr.json', '{ "zarr_format": 3,')
    oneLine(await rasterloom('info', 'folder.zarr'), 3, /folder\.zarr\/zarr\.json: not valid JSON .*: the metadata is damaged/)
  })

  test('a TIFF that was cut', async () => {
    const whole = readFileSync(fixture('scene/B05.tif'))
    const cuts: [number, RegExp][] = [
      [3, /is a file of a format that is not known/],
      [6, /the header at byte 4 is corrupt or cut short: the file ends at 6/],
      [100, /the header at byte 10 is corrupt or cut short: the file ends at 100/],
      [3000, /tile 0 lies at bytes \d+\.\.\d+, the file ends at 3000: it is truncated/],
      [whole.length - 1, /tile \d+ lies at bytes \d+\.\.\d+, the file ends at \d+: it is truncated/],
    ]
    for (const [length, message] of cuts) {
      write('cut.tif', whole.subarray(0, length))
      oneLine(await rasterloom('convert', 'cut.tif', 'out.tif'), 3, /^E_SOURCE: .*cut\.tif: /, message)
    }
    expect(outputs()).toEqual([])
  })

  test('a tile whose bytes are damaged names the tile and its bytes', async () => {
    const bytes = Uint8Array.from(readFileSync(fixture('scene/B05.tif')))
    bytes.fill(0xff, 100_000, 160_000)
    write('damaged.tif', bytes)
    oneLine(await rasterloom('convert', 'damaged.tif', 'out.tif'), 3, /^E_SOURCE: .*damaged\.tif: .*tile \d.* \d+/)
    oneLine(await rasterloom('convert', 'damaged.tif', 'out.zarr', '--workers', '0'), 3, /^E_SOURCE: .*damaged\.tif: .*tile \d.* \d+/)
    expect(outputs()).toEqual([])
  })

  test('an affine without inverse', async () => {
    const image = { width: 4, height: 4, dtype: 'uint8', pixels: new Uint8Array(16), rowsPerStrip: 4 } as const
    const matrix = [10, 20, 0, 500000, 5, 10, 0, 5400000, 0, 0, 0, 0, 0, 0, 0, 1]
    write('flat.tif', tiffBytes([{ ...image, tags: [[34264, 'double', matrix]] }]))
    oneLine(
      await rasterloom('convert', 'flat.tif', 'out.tif'),
      3,
      /^E_SOURCE: .*flat\.tif: its affine .* has no inverse, so it places no pixels/,
    )
  })

  test('a source without CRS, where one is needed', async () => {
    const image = { width: 4, height: 4, dtype: 'uint8', pixels: new Uint8Array(16), rowsPerStrip: 4 } as const
    const place = [
      [33550, 'double', [10, 10, 0]],
      [33922, 'double', [0, 0, 0, 500000, 5400000, 0]],
    ] as const
    write('nowhere.tif', tiffBytes([{ ...image, tags: place }]))
    oneLine(await rasterloom('convert', 'nowhere.tif', 'out.tif', '--crs', 'EPSG:3857'), 2, /^E_CRS: .*CRS is not known/)
    const { code } = await rasterloom('convert', 'nowhere.tif', 'placed.tif', '--crs', 'EPSG:3857', '--src-crs', 'EPSG:32633', '-q')
    expect(code).toBe(0)
  })
})

describe('what is asked for does not exist', () => {
  test('a CRS that does not parse, and an EPSG code that there is not', async () => {
    for (const [crs, message] of [
      ['nonsense', /^E_CRS: "nonsense" is not a CRS: expected a code .*, a PROJ string .*, WKT/],
      ['EPSG:99999', /^E_CRS: "EPSG:99999" is not a projected or geographic CRS of EPSG; the nearest that are known are .*; expected/],
      ['+proj=utm +zone=99', /^E_CRS: .*UTM needs a \+zone from 1 to 60, not 99/],
      ['PROJCS["cut', /^E_CRS: .*is not WKT/],
    ] as const) {
      oneLine(await rasterloom('convert', source, 'out.tif', '--crs', crs), 2, message)
    }
    oneLine(await rasterloom('convert', source, 'out.tif', '--bounds', '0,0,1,1', '--bounds-crs', 'nonsense'), 2, /^E_CRS: "nonsense"/)
    expect(outputs()).toEqual([])
  })

  test('bounds that miss the raster: both are named', async () => {
    const own = '[480000, 5389020, 490980, 5400000] in EPSG:32633'
    oneLine(await rasterloom('convert', source, 'out.tif', '--bounds', '0,0,1,1'), 2, `E_GRID: bounds [0, 0, 1, 1] miss the raster`, own)
    const there = await rasterloom('convert', source, 'out.tif', '--bounds', '0,0,1,1', '--crs', 'EPSG:4326')
    oneLine(there, 2, 'E_GRID: bounds [0, 0, 1, 1] in EPSG:4326 miss the raster: the raster covers [14.7', own)
    expect(outputs()).toEqual([])
  })

  test('a nodata value that the dtype cannot hold, or that valid pixels have', async () => {
    oneLine(await rasterloom('convert', source, 'out.tif', '--nodata', '70000'), 2, /^E_DTYPE: .*nodata 70000 is no uint16/)
    oneLine(await rasterloom('convert', source, 'out.tif', '--src-nodata', '-1'), 2, /^E_USAGE: nodata is -1, which no uint16 pixel can be/)
    const classes = await rasterloom('convert', fixture('landcover.tif'), 'out.tif', '--nodata', '10')
    oneLine(classes, 2, /^E_USAGE: the pixel at .* is valid, but its value 10 is the nodata value to be written.*--nodata.*--dtype/)
    expect(outputs()).toEqual([])
  })

  test('classes are not mixed', async () => {
    const mixed = await rasterloom('convert', fixture('landcover.tif'), 'out.tif', '--crs', 'EPSG:3857', '--resampling', 'bilinear')
    oneLine(mixed, 2, /^E_USAGE: .*bilinear would mix the classes of a categorical array: use near/)
  })
})

describe('recipes', () => {
  beforeAll(async () => {
    write('copy.tif', readFileSync(source))
    const { code } = await rasterloom('convert', 'copy.tif', 'first.tif', '--crs', 'EPSG:3857', '--recipe-out', 'good.json', '-q')
    expect(code).toBe(0)
  })

  test('that are no recipes', async () => {
    oneLine(await rasterloom('run', 'none.json', 'out.tif'), 3, 'E_SOURCE: none.json: the recipe cannot be read: there is no such file')
    write('cut.json', '{ "rasterloom": 1,')
    oneLine(
      await rasterloom('run', 'cut.json', 'out.tif'),
      3,
      /^E_RECIPE: cut\.json: is not JSON \(.*\): give a recipe, as --recipe-out writes it/,
    )
    write('other.json', '{ "type": "FeatureCollection" }')
    oneLine(await rasterloom('run', 'other.json', 'out.tif'), 3, /^E_RECIPE: this is no recipe: expected an object with "rasterloom": 1/)
    oneLine(await rasterloom('run', 'copy.tif', 'out.tif'), 3, 'E_RECIPE: copy.tif: is not JSON: give a recipe')
    oneLine(await rasterloom('run', 'other.json'), 2, 'E_USAGE: other.json: does not say where its output goes')
  })

  test.each([
    ['"op": "source"', '"op": "sauce"', /^E_RECIPE: op "sauce" is not known here; known are .*source.*newer version\?/],
    ['"version": 1', '"version": 7', /^E_RECIPE: op "source" has version 1 here; the recipe wants version 7/],
    ['"rasterloom": 1', '"rasterloom": 9', /^E_RECIPE: the recipe has format 9, this version reads 1/],
    ['"resampling": "near"', '"resampling": "bilinear"', /^E_RECIPE: the recipe says that its hash is .*: it was edited or damaged/],
    ['"width": 183', '"width": 999', /^E_RECIPE: .*copy\.tif: is not the source that the recipe was made with: /],
    ['"uri": "copy.tif"', '"uri": "gone.tif"', /^E_SOURCE: .*gone\.tif: no such file/],
  ])('%s as %s', async (from, to, message) => {
    const good = readFileSync(`${directory}/good.json`, 'utf8')
    expect(good).toContain(from)
    write('edited.json', good.replace(from, to))
    oneLine(await rasterloom('run', 'edited.json', 'out.tif'), 3, message)
  })

  test('whose source has changed', async () => {
    write('copy.tif', readFileSync(fixture('scene/B05.tif')))
    oneLine(
      await rasterloom('run', 'good.json', 'out.tif'),
      3,
      /^E_RECIPE: .*copy\.tif: is not the source .*: shape was \[1,183,183\], is \[1,549,549\]/,
    )
    write('copy.tif', Uint8Array.from([...readFileSync(source), 0]))
    oneLine(
      await rasterloom('run', 'good.json', 'out.tif'),
      3,
      /^E_RECIPE: .*copy\.tif: has \d+ bytes, the recipe was made with \d+: its content has changed/,
    )
    truncateSync(`${directory}/copy.tif`, 1000)
    oneLine(await rasterloom('run', 'good.json', 'out.tif'), 3, /^E_SOURCE: .*copy\.tif: /)
    expect(outputs()).toEqual([])
  })
})

describe('debugging', () => {
  test('RASTERLOOM_DEBUG=1 shows where an error came from', async () => {
    const { code, stderr } = await runProcess(process.execPath, [main, 'info', 'none.tif'], directory, { RASTERLOOM_DEBUG: '1' })
    expect(code).toBe(3)
    expect(stderr).toMatch(/there is no such file or directory.*\n\s+at .*\.js:\d+/)
  })
})

describeWithPeers('codecs that are not supported', ['data'], () => {
  test.each([
    ['geotiff/gdal-gcore/gtiff/unsupported_codec_jp2000.tif', 'JPEG 2000 (34712)'],
    ['geotiff/gdal-gcore/gtiff/unsupported_codec_unknown.tif', '44510'],
  ])('%s', async (path, codec) => {
    const outcome = await rasterloom('convert', `${dataDir}${path}`, 'out.tif')
    oneLine(
      outcome,
      3,
      `its pixels are compressed with ${codec}, which is not supported. Supported are`,
      'gdal_translate -co COMPRESS=DEFLATE',
    )
  })
})
