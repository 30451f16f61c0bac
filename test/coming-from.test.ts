import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProgram } from '../src/cli/program.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(join(root, 'docs/coming-from.md'), 'utf8')

/** What stands in the middle of the table under a heading. */
function rows(heading: string): string[] {
  const [, section = ''] = text.split(`\n## ${heading}\n`)
  const table = (section.split('\n## ')[0] as string).split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  return table.slice(1).map((line) => {
    const [, , middle = ''] = line.split(' | ').flatMap((cell, at) => (at === 0 ? ['', cell] : [cell]))
    return middle.trim().replace(/^`(.*)`$/, '$1')
  })
}

const place = mkdtempSync(join(tmpdir(), 'coming-from-'))
afterAll(() => rmSync(place, { recursive: true }))

beforeAll(() => {
  const fixture = (name: string): string => join(root, 'fixtures', name)
  for (const name of readdirSync(fixture('series')).slice(0, 4)) copyFileSync(fixture(`series/${name}`), join(place, name))
  for (const [from, to] of [
    ['scene/B04.tif', 'f.tif'],
    ['scene/B08.tif', 'g.tif'],
    ['dem.tif', 'dem.tif'],
    ['landcover.tif', 'classes.tif'],
  ] as const)
    copyFileSync(fixture(from), join(place, to))
  const ring = [
    [14.76, 48.66],
    [14.82, 48.66],
    [14.8, 48.72],
    [14.76, 48.66],
  ]
  writeFileSync(join(place, 'shape.json'), JSON.stringify({ type: 'Polygon', coordinates: [ring] }))
})

const prelude = `
import * as library from ${JSON.stringify(join(root, 'dist/index.js'))}
import { readFileSync } from 'node:fs'
const { open, openDataset, stack, concat, mosaic, rasterize, coverage, where, expr, slice, plot, plotGrid, indices, CRS, DataArray, Dataset, GeoBox } = library
const west = 482000, north = 5396000
const days = ['2021-01-05', '2021-02-09', '2021-03-11', '2021-04-10']
const cubeOf = () => DataArray.fromArray(new Float32Array(4 * 60 * 64).map((_, at) => (at % 97) / 97), { dims: ['time', 'y', 'x'], shape: [4, 60, 64],
  geobox: GeoBox.of(64, 60, { a: 60, b: 0, c: west, d: 0, e: -60, f: north }, 'EPSG:32633'), coords: { time: days }, name: 'a' })
`

describe('every line of the tables runs', () => {
  test('in the library', () => {
    const lines = [...rows('xarray'), ...rows('rioxarray, rasterio and their kin')]
    expect(lines.length).toBeGreaterThan(70)
    const script = `${prelude}
const cube = cubeOf()
const scope = { a: cube, b: cube.mul(0.5).add(0.1).rename('b') }
const dem = await open('dem.tif', { band: 1 })
const shape = JSON.parse(readFileSync('shape.json', 'utf8'))
const wrong = []
await (async (a, b) => {
  const onDem = dem.reprojectMatch(a)
  const ds = Dataset.of({ a, b })
  const classes = await open('classes.tif', { band: 1 })
  await ds.toZarr('f.zarr', { overwrite: true })
  await a.toZarr('one.zarr', { overwrite: true })
  const made = async (value) => Array.isArray(value) ? Promise.all(value.map(made)) : value?.compute ? value.isel({}).compute() : value
  const cases = [${lines.map((line) => `[${JSON.stringify(line)}, async () => (${line})]`).join(',\n')}]
  for (const [line, run] of cases) {
    try {
      const value = await run()
      if (value === undefined || value === null) throw new Error('gives nothing')
      await made(value)
    } catch (error) { wrong.push(line + ': ' + error.message) }
  }
})(scope.a, scope.b)
console.log(JSON.stringify(wrong))
`
    writeFileSync(join(place, 'rows.mjs'), script)
    const printed = execFileSync(process.execPath, ['rows.mjs'], { cwd: place, encoding: 'utf8', maxBuffer: 1 << 26 })
    expect(JSON.parse(printed.trim().split('\n').at(-1) as string)).toEqual([])
  }, 120_000)

  test.each(rows('GDAL'))('rasterloom %s', async (line) => {
    const inPlace = (word: string): string => (/^[\w{}:%-]+\.(tif|zarr|json|csv)$/.test(word) ? join(place, word) : word)
    // Threads need the built files, which these tests do not run.
    const plain = line.replace(/ --workers \d/, '')
    const words = [...plain.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => inPlace(match[1] ?? (match[2] as string)))
    const clean = (): void => {
      for (const name of ['out.tif', 'out.zarr', 'out.csv', 'recipe.json']) rmSync(join(place, name), { recursive: true, force: true })
    }
    clean()
    const before = process.stdout.write
    process.stdout.write = (() => true) as typeof before
    try {
      const runs = /^(convert|mosaic|stack|calc|dem|zonal)$/.test(words[0] as string)
      expect(await runProgram(runs ? [...words, '--workers', '0'] : words, '0')).toBe(0)
    } finally {
      process.stdout.write = before
      clean()
    }
  })
})
