import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { CRS, DataArray, GeoBox, open } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '../cli/command.js'
import { isFull, scratch } from '../engine/scratch.js'

/** Files of 64 x 64 pixels, side by side with 4 columns and rows over each other. */
const count = isFull ? 10_000 : 400
const across = Math.sqrt(count)
const here = scratch('many-files')
const left = 500_000
const top = 5_000_000

/** Copies of one file whose corner is moved in its header: two numbers in a row that stand there once. */
beforeAll(async () => {
  const values = Uint16Array.from({ length: 64 * 64 }, (_, at) => 1 + (at % 251))
  const geobox = GeoBox.of(64, 64, { a: 10, b: 0, c: left, d: 0, e: -10, f: top }, CRS.parse('EPSG:32633'))
  await DataArray.fromArray(values, { dims: ['y', 'x'], shape: [64, 64], geobox, nodata: 0 }).toCog(here('one.tif'))
  const bytes = readFileSync(here('one.tif'))
  const corner = (x: number, y: number): Buffer => Buffer.from(Float64Array.of(x, y).buffer)
  const at = bytes.indexOf(corner(left, top))
  expect(at).toBeGreaterThan(0)
  for (let index = 0; index < count; index++) {
    corner(left + (index % across) * 600, top - Math.floor(index / across) * 600).copy(bytes, at)
    writeFileSync(here(`tile-${String(index).padStart(5, '0')}.tif`), bytes)
  }
}, 120_000)

describe.each([0, 2])('a mosaic of more files than may be open, with %i workers', (workers) => {
  it.each([
    ['of one CRS', []],
    ['reprojected', ['--crs', 'EPSG:3857', '--resolution', '20', '--tap']],
  ])(
    '%s',
    async (_, grid) => {
      const target = here(`out-${workers}.tif`)
      const args = ['mosaic', here('tile-*.tif'), target, '--method', 'last', '--workers', String(workers), '--overwrite', ...grid]
      // Two workers would like 64 each; Node itself has some 25.
      const limit = isFull ? 256 : 100
      const text = execFileSync('sh', ['-c', `ulimit -n ${limit} && exec "$0" "$@"`, process.execPath, main, ...args, '--json'], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      })
      expect((JSON.parse(text) as { chunks: number }).chunks).toBeGreaterThan(0)
      const made = await open(target, { band: 1 })
      const side = across * 60 + 4
      if (grid.length === 0) expect(made.shape).toEqual([side, side])
      const { values, valid } = await made.compute({ workers: 0 })
      const invalid = valid === null ? 0 : valid.reduce((sum: number, each) => sum + (each === 0 ? 1 : 0), 0)
      expect(values.length).toBeGreaterThan((side * side) / 10)
      if (grid.length === 0) expect(invalid).toBe(0)
    },
    isFull ? 600_000 : 60_000,
  )
})
