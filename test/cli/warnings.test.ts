import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { CRS, open } from '../../src/index.js'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B09.tif')
const british = ['--src-crs', 'EPSG:27700', '--crs', 'EPSG:4326', '--size', '64x64', '--overviews', 'none']
const missing = 'warning: reproject: transform accuracy ~2 m (grid uk_os_OSTN15_NTv2_OSGBtoETRS missing)\n'

/** UTM 33 by its code, with the meridian of zone 31. */
const contradictory = CRS.toWkt('EPSG:32633', 'WKT1-GDAL').replace('["central_meridian",15]', '["central_meridian",3]')
const contradicts = 'the text says something else than EPSG:32633 (WGS 84 / UTM zone 33N), whose code it carries: what it says was taken'

test('a run tells what its plan warns of, once, on stderr; -q does not', async () => {
  const { stdout, stderr, code } = await rasterloom('convert', source, 'a.tif', ...british, '--recipe-out', 'a.json')
  expect([stderr, code]).toEqual([missing, 0])
  expect(stdout).not.toContain('accuracy')
  expect((await rasterloom('run', 'a.json', 'again.tif')).stderr).toBe(missing)
  expect((await rasterloom('convert', source, 'b.tif', ...british, '-q')).stderr).toBe('')
})

test('a plan has them above its notes', async () => {
  const { stdout } = await rasterloom('convert', source, 'c.tif', ...british, '--plan')
  const said = stdout.split('\n').filter((line) => /^(note|warning): /.test(line))
  expect(said[0]).toBe('warning: node 2 reproject: transform accuracy ~2 m (grid uk_os_OSTN15_NTv2_OSGBtoETRS missing)')
  expect(said.filter((line) => line.includes('accuracy'))).toHaveLength(1)
})

test('a mosaic tells of many files once', async () => {
  const parts = ['west.tif', 'east.tif']
  for (const name of parts) await rasterloom('convert', source, name, '--src-crs', 'EPSG:27700', '-q')
  const mosaic = await rasterloom('mosaic', ...parts, 'mosaic.tif', '--crs', 'EPSG:4326', '--resolution', '0.01')
  expect([mosaic.stderr, mosaic.code]).toEqual([missing, 0])
})

test('a CRS whose text contradicts its code is told of, moved or not', async () => {
  const plain = await rasterloom('convert', source, 'd.tif', '--src-crs', contradictory)
  expect(plain.stderr).toBe(`warning: d.tif: ${contradicts}\n`)
  const moved = await rasterloom('convert', source, 'e.tif', '--src-crs', contradictory, '--crs', 'EPSG:3857', '--size', '64x64')
  expect(moved.stderr).toBe(`warning: reproject: ${contradicts}\n`)
  const onto = await rasterloom('convert', source, 'f.tif', '--crs', contradictory, '--size', '64x64')
  expect(onto.stderr).toBe(`warning: reproject: ${contradicts}\n`)
})

test('several sources that go on after failures, and lines of JSON', async () => {
  const several = await rasterloom('convert', source, fixture('scene/B05.tif'), 'many', '--keep-going', ...british)
  expect(several.stderr).toBe(missing + missing)
  const lines = await rasterloom('convert', source, 'g.tif', ...british, '--progress', 'json', '--json')
  expect(JSON.parse(lines.stderr.split('\n')[0] as string)).toEqual({
    event: 'warning',
    target: 'g.tif',
    text: 'reproject: transform accuracy ~2 m (grid uk_os_OSTN15_NTv2_OSGBtoETRS missing)',
  })
  expect(JSON.parse(lines.stdout)).toMatchObject({ warnings: [missing.slice('warning: '.length, -1)] })
})

test('an array shows it, too', async () => {
  expect(inspect(await open(source, { crs: contradictory }))).toContain(`  warning    ${contradicts}\n`)
})

test('the library calls back before the run, and reports', async () => {
  const warned: string[] = []
  const array = (await open(source, { crs: 27700 })).reproject(4326, { size: { width: 64, height: 64 } })
  const options = { overviews: 'none', onWarning: (text: string) => warned.push(text) } as const
  const { warnings } = await array.toCog(`${directory}/h.tif`, options)
  expect(warned).toEqual([missing.slice('warning: '.length, -1)])
  expect(warnings).toEqual(warned)
  expect((await array.plan({ to: 'h.tif' })).warnings).toEqual(warned)
  await expect(array.compute({ onWarning: 'yes' as never })).rejects.toThrow('onWarning is "yes", expected a function that takes a text')
})

test('options of pixels that move are told of where none do', async () => {
  const copied = await rasterloom('convert', source, 'idle.tif', '--resampling', 'cubic', '--max-error-px', '0')
  expect([copied.code, copied.stderr]).toEqual([
    0,
    expect.stringMatching(/^warning: --resampling and --max-error-px changed nothing: no grid was asked for/),
  ])
  expect((await rasterloom('convert', source, 'moved.tif', '--resampling', 'cubic', '--resolution', '80')).stderr).toBe('')
})

test('many pixels that were moved off the nodata value are told of', async () => {
  const reflectance = await rasterloom('convert', fixture('scene/B08.tif'), 'tiny.tif', '--scaled', '--dtype', 'uint8', '--nodata', '0')
  expect([reflectance.code, reflectance.stderr]).toEqual([
    0,
    expect.stringMatching(/warning: \d+ % of the pixels came out as the nodata value and were moved by one/),
  ])
})
