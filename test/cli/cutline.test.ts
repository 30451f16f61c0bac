import { writeFileSync } from 'node:fs'
import { open } from 'rasterloom'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const fast = ['--workers', '0', '--overviews', 'none']
const dem = fixture('scene/B08.tif')
// A square kilometre in the scene, in its own CRS (EPSG:32633).
const ring = [
  [485000, 5395000],
  [486000, 5395000],
  [486000, 5396000],
  [485000, 5396000],
  [485000, 5395000],
]
writeFileSync(
  `${directory}/square.geojson`,
  JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }),
)
const own = ['--cutline', 'square.geojson', '--cutline-crs', 'EPSG:32633']

describe('--cutline', () => {
  test('keeps the pixels in the shapes, and crops to them', async () => {
    expect((await rasterloom('convert', dem, 'cropped.tif', ...own, '--crop-to-cutline', ...fast)).code).toBe(0)
    const cropped = await open(`${directory}/cropped.tif`)
    expect([cropped.bounds, cropped.geobox?.width]).toEqual([{ left: 485000, bottom: 5395000, right: 486000, top: 5396000 }, 100])
    expect((await rasterloom('convert', dem, 'whole.tif', ...own, '--cutline-invert', ...fast)).code).toBe(0)
    const whole = await (await open(`${directory}/whole.tif`)).compute()
    const invalid = [...(whole.valid ?? [])].filter((each) => each === 0).length
    expect(invalid).toBeGreaterThanOrEqual(10000)
  })

  test.each([
    [own.slice(0, 2), "the shapes' coordinates, [485000, 5395000, 486000, 5396000], are no degrees"],
    [['--crop-to-cutline'], '--crop-to-cutline is about --cutline, which is not given'],
    [[...own, '--crop-to-cutline', '--cutline-invert'], 'give one of them'],
    [['--cutline', 'none.geojson'], '--cutline: none.geojson: there is no such file'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await rasterloom('convert', dem, 'bad.tif', ...args, ...fast)
    expect(code).not.toBe(0)
    expect(stderr).toContain(message)
  })
})
