import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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

describe('a file that was cut off', () => {
  const cut = join(directory, 'cut.tif')
  const kept = 200_000
  beforeAll(() => writeFileSync(cut, readFileSync(whole).subarray(0, kept)))

  test('is refused by default', async () => {
    await expect(open(cut)).rejects.toThrow(/cut\.tif: tile \d+ lies at bytes \d+\.\.\d+, the file ends at 200000: it is truncated/)
    const { code, stderr } = await rasterloom('convert', cut, join(directory, 'refused.tif'))
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^E_SOURCE: .*it is truncated\n$/)])
  })

  test.each([0, 2])('has what is there and nodata beyond, told by tile: %i workers', async (workers) => {
    const array = await open(cut, { band: 1, onReadError: 'nodata' })
    const target = join(directory, `cut-${workers}.tif`)
    const { unreadable } = await array.toCog(target, { workers, overviews: 'none' })
    expect(unreadable.length).toBeGreaterThan(1)
    for (const { reason } of unreadable)
      expect(reason).toMatch(/tile \d+ lies at bytes \d+\.\.\d+, the file ends at 200000: it is truncated/)
    const out = await (await open(target, { band: 1 })).compute()
    const right = await (await open(whole, { band: 1 })).compute()
    const width = array.shape[1] as number
    const isLost = (at: number): boolean =>
      unreadable.some(({ start, stop }) => {
        const [y, x] = [Math.floor(at / width), at % width]
        return y >= start.at(-2)! && y < stop.at(-2)! && x >= start.at(-1)! && x < stop.at(-1)!
      })
    let [lost, wrong] = [0, 0]
    for (let at = 0; at < out.values.length; at++) {
      const valid = out.valid === null || out.valid[at] === 1
      if (isLost(at)) lost += valid ? 1e9 : 1
      else if (valid !== (right.valid === null || right.valid[at] === 1) || (valid && out.values[at] !== right.values[at])) wrong++
    }
    expect(wrong).toBe(0)
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThan(out.values.length)
  })

  test('opens under retry, and fails where a tile is wanted that is not there', async () => {
    const array = await open(cut, { onReadError: 'retry' })
    await expect(array.toCog(join(directory, 'retry.tif'))).rejects.toThrow(/it is truncated \(read 4 times\)/)
    // What was opened so is not taken for whole by who asks for that.
    await expect(open(cut)).rejects.toThrow(/it is truncated/)
  })

  test('in the words of the command line', async () => {
    const { code, stdout } = await rasterloom('convert', cut, join(directory, 'cli-cut.tif'), '--on-read-error', 'nodata')
    expect(code).toBe(0)
    expect(stdout).toMatch(/\d tiles could not be read and are nodata: .*it is truncated/)
  })

  test.each(['0', '2'])('of which no tile is left is an error, and no blank output: %s workers', async (workers) => {
    const [none, out] = [join(directory, 'none.tif'), join(directory, `none-${workers}.tif`)]
    writeFileSync(none, readFileSync(whole).subarray(0, 20_000))
    const { code, stderr } = await rasterloom('convert', none, out, '--on-read-error', 'nodata', '--workers', workers)
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/^E_SOURCE: .*none\.tif: cannot read any of the \d+ tiles that are needed, .*it is truncated/),
    ])
    expect(existsSync(out)).toBe(false)
  })

  test('a long strip keeps its rows up to the cut', async () => {
    const [width, height] = [2000, 2000]
    const header = Buffer.from(strippedTiff(width, height))
    const pixels = Buffer.alloc(width * height, 7)
    const path = join(directory, 'strip.tif')
    writeFileSync(path, Buffer.concat([header, pixels.subarray(0, 1_900_000)]))
    await expect(open(path)).rejects.toThrow(/strip 0 lies at bytes 138\.\.4000138, the file ends at 1900138/)
    const { values, valid } = await (await open(path, { band: 1, onReadError: 'nodata' })).compute()
    const rows = Array.from({ length: height }, (_, row) => valid?.[row * width] === 1 && values[row * width] === 7)
    const first = rows.indexOf(false)
    expect(rows.slice(first)).not.toContain(true)
    expect(first).toBeGreaterThan(800)
    expect(first).toBeLessThanOrEqual(950)
  })
})

/** Header and directory of a TIFF of bytes in one strip, which begins behind them. */
function strippedTiff(width: number, height: number): Uint8Array {
  const tags: readonly (readonly [tag: number, type: 3 | 4, value: number])[] = [
    ...([
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, 138],
    ] as const),
    ...([
      [277, 3, 1],
      [278, 4, height],
      [279, 4, width * height],
      [339, 3, 1],
    ] as const),
  ]
  const view = new DataView(new ArrayBuffer(8 + 2 + 12 * tags.length + 4 + 4))
  view.setUint32(0, 0x49492a00)
  view.setUint32(4, 8, true)
  view.setUint16(8, tags.length, true)
  tags.forEach(([tag, type, value], at) => {
    const start = 10 + 12 * at
    view.setUint16(start, tag, true)
    view.setUint16(start + 2, type, true)
    view.setUint32(start + 4, 1, true)
    if (type === 3) view.setUint16(start + 8, value, true)
    else view.setUint32(start + 8, value, true)
  })
  return new Uint8Array(view.buffer)
}
