import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'rasterloom'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from '../cli/command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const damaged = join(directory, 'damaged.tif')
const whole = fixture('scene/B05.tif')

beforeAll(() => {
  const bytes = Uint8Array.from(readFileSync(whole))
  bytes.fill(0xff, 100_000, 101_000)
  writeFileSync(damaged, bytes)
})

describe('a tile that cannot be read', () => {
  test('stops the run by default, and after three repetitions under retry', async () => {
    const target = join(directory, 'fail.tif')
    await expect((await open(damaged)).toCog(target)).rejects.toThrow(/tile \d/)
    await expect((await open(damaged, { onReadError: 'retry' })).toCog(target)).rejects.toThrow(/tile \d.*\(read 4 times\)/)
  })

  test.each([
    ['cog', 0],
    ['cog', 2],
    ['zarr', 2],
  ] as const)('is nodata where that is asked for, and told in the report and in the output: %s, %i workers', async (format, workers) => {
    const array = await open(damaged, { band: 1, onReadError: 'nodata' })
    const target = join(directory, `holes-${workers}.${format === 'cog' ? 'tif' : 'zarr'}`)
    const report = await (format === 'cog' ? array.toCog(target, { workers, chunks: 128 }) : array.toZarr(target, { workers, chunks: 128 }))
    expect(report.unreadable).toHaveLength(1)
    const [area] = report.unreadable
    expect(area).toMatchObject({ source: 'damaged.tif', reason: expect.stringMatching(/tile \d/) as string })
    const stored = format === 'cog' ? readFileSync(target, 'latin1') : readFileSync(join(target, 'zarr.json'), 'utf8')
    expect(stored).toMatch(/unreadable/i)
    expect(stored).not.toContain(directory)
    const out = await (await open(target, format === 'cog' ? { band: 1 } : {})).compute()
    const right = await (await open(whole, { band: 1 })).compute()
    const [height, width] = array.shape as [number, number]
    const { start, stop } = area as NonNullable<typeof area>
    const [y0, x0, y1, x1] = [...start.slice(-2), ...stop.slice(-2)] as [number, number, number, number]
    let lost = 0
    let wrong = 0
    for (let at = 0; at < height * width; at++) {
      const [y, x] = [Math.floor(at / width), at % width]
      const inside = y >= y0 && y < y1 && x >= x0 && x < x1
      const valid = out.valid === null || out.valid[at] === 1
      if (inside) lost += valid ? 0 : 1
      else if (valid !== (right.valid === null || right.valid[at] === 1) || (valid && out.values[at] !== right.values[at])) wrong++
    }
    expect([lost, wrong]).toEqual([(y1 - y0) * (x1 - x0), 0])
  })

  test('has the same bytes however many workers met it, and a recipe that says what was asked', async () => {
    expect(readFileSync(join(directory, 'holes-0.tif')).equals(readFileSync(join(directory, 'holes-2.tif')))).toBe(true)
    const array = await open(damaged, { onReadError: 'nodata' })
    expect(JSON.stringify(array.toJSON())).toContain('"onReadError":"nodata"')
    expect(JSON.stringify((await open(damaged, { onReadError: 'fail' })).toJSON())).not.toContain('onReadError')
    await expect(open(damaged, { onReadError: 'ignore' as never })).rejects.toThrow(
      /onReadError is "ignore", expected fail, nodata or retry/,
    )
  })

  test('in the words of the command line', async () => {
    const { code, stdout } = await rasterloom('convert', damaged, join(directory, 'cli.tif'), '--on-read-error', 'nodata')
    expect(code).toBe(0)
    expect(stdout).toMatch(/1 tile could not be read and is nodata: .*damaged\.tif.*tile \d/)
  })
})
