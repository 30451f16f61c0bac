import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

describe('rasterloom validate', () => {
  const directory = scratchDirectory()
  const command = commandIn(directory)

  beforeAll(async () => {
    const { code, stderr } = await command('convert', fixture('dem.tif'), 'cog.tif', '-q')
    expect([code, stderr]).toEqual([0, ''])
    writeFileSync(`${directory}/text.tif`, 'no TIFF')
  })

  test('a COG of ours is valid, strictly', async () => {
    const { code, stdout } = await command('validate', 'cog.tif', '--strict')
    expect(stdout).toMatch(/^cog.tif is a valid Cloud Optimized GeoTIFF\n {2}.* px; .* before the first tile\n$/)
    expect(code).toBe(0)
  })

  test('as JSON', async () => {
    const { code, stdout } = await command('validate', 'cog.tif', '--json')
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'cog.tif', valid: true, errors: [], warnings: [] }])
    expect(code).toBe(0)
  })

  test('what is no TIFF is an unreadable input', async () => {
    const { code, stderr } = await command('validate', 'text.tif')
    expect(stderr).toMatch(/^E_SOURCE: .*text.tif/)
    expect(code).toBe(3)
  })
})
