import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CogReport } from '../../src/index.js'
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

  test('info has the same verdict, and says why', async () => {
    const line = async (name: string): Promise<string | undefined> =>
      (await command('info', name)).stdout.split('\n').find((each) => /^ +cog /.test(each))
    expect(await line('cog.tif')).toBe('    cog           yes')
    for (const name of ['dem.tif', 'landcover.tif', 'scene/B08.tif', 'scene/B05.tif']) {
      const [{ valid, errors }] = JSON.parse((await command('validate', fixture(name), '--json')).stdout) as [CogReport]
      const { cog, cogErrors } = JSON.parse((await command('info', fixture(name), '--json')).stdout) as {
        cog: boolean
        cogErrors?: string[]
      }
      expect([cog, cogErrors ?? []]).toEqual([valid, errors.map(({ message }) => message)])
      const first = errors[0]
      if (first !== undefined) expect(await line(fixture(name))).toContain(`no: ${first.message}`)
    }
    // A file whose layout is that of a COG, without the mark of GDAL's driver.
    const bare = readFileSync(`${directory}/cog.tif`)
    bare.write('LAYOUT=IFDS_NOWHERE_ELSE', bare.indexOf('LAYOUT='))
    writeFileSync(`${directory}/bare.tif`, bare)
    expect(JSON.parse((await command('validate', 'bare.tif', '--json')).stdout)).toMatchObject([{ valid: true }])
    expect(await line('bare.tif')).toBe('    cog           yes')
  })

  test('a store is not checked', async () => {
    await command('convert', fixture('dem.tif'), 'dem.zarr', '-q')
    const { code, stderr } = await command('validate', 'dem.zarr')
    expect([code, stderr]).toEqual([
      2,
      'E_USAGE: validate: dem.zarr is a Zarr store, and what is checked are GeoTIFFs: info says what a store holds\n',
    ])
  })

  test('what is no TIFF is an unreadable input', async () => {
    const { code, stderr } = await command('validate', 'text.tif')
    expect(stderr).toMatch(/^E_SOURCE: .*text.tif/)
    expect(code).toBe(3)
  })
})
