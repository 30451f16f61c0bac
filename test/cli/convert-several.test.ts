import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const days = ['2021-05-05', '2021-06-14'].map((day) => fixture(`series/NDVI_${day}.tif`))
const fast = ['--workers', '0', '--overviews', 'none']

describe('several sources', () => {
  test('go one by one into a directory, which is made', async () => {
    const { code, stdout, stderr } = await rasterloom('convert', ...days, 'new/deep', ...fast)
    expect([code, stderr]).toEqual([0, ''])
    expect(readdirSync(`${directory}/new/deep`).sort()).toEqual(['NDVI_2021-05-05.tif', 'NDVI_2021-06-14.tif'])
    expect(stdout).toMatch(/^new\/deep\/NDVI_2021-05-05\.tif: .*\n.*\nnew\/deep\/NDVI_2021-06-14\.tif: /)
  })

  test('--json prints a list of summaries, --format says the format', async () => {
    const { code, stdout, stderr } = await rasterloom('convert', ...days, 'stores', '--format', 'zarr', '--json', '--workers', '0')
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject([
      { ok: true, source: days[0], target: 'stores/NDVI_2021-05-05.zarr', format: 'zarr' },
      { ok: true, source: days[1], target: 'stores/NDVI_2021-06-14.zarr', format: 'zarr' },
    ])
    expect(existsSync(`${directory}/stores/NDVI_2021-06-14.zarr/zarr.json`)).toBe(true)
  })

  test('a single source goes into a directory that exists', async () => {
    mkdirSync(`${directory}/here`)
    const { code, stderr } = await rasterloom('convert', days[0] as string, 'here', '-q', ...fast)
    expect([code, stderr]).toEqual([0, ''])
    expect(readdirSync(`${directory}/here`)).toEqual(['NDVI_2021-05-05.tif'])
  })

  test('a file, or a name like one output, is no directory', async () => {
    writeFileSync(`${directory}/file`, '')
    for (const [name, what] of [
      ['file', 'is a file'],
      ['all.tif', 'is named like one output'],
    ] as const) {
      const { code, stdout, stderr } = await rasterloom('convert', ...days, name)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toBe(
        `E_USAGE: ${name}: ${what}, but several sources go one by one into a directory (convert does not mosaic): ` +
          'give a directory as the last argument, or use rasterloom mosaic\n',
      )
    }
  })

  test('two sources of one name are refused before anything is written', async () => {
    const { code, stderr } = await rasterloom('convert', days[0] as string, days[0] as string, 'twice')
    expect(code).toBe(2)
    expect(stderr).toMatch(/would both be written to twice\/NDVI_2021-05-05\.tif/)
    expect(existsSync(`${directory}/twice`)).toBe(false)
  })

  test('the first that fails ends the run', async () => {
    const { code, stdout, stderr } = await rasterloom(
      'convert',
      days[0] as string,
      'missing.tif',
      days[1] as string,
      'stopped',
      ...fast,
      '--json',
    )
    expect(code).toBe(3)
    expect(stderr).toMatch(/^E_SOURCE: missing\.tif: there is no such file or directory.*\n$/)
    expect(JSON.parse(stdout)).toMatchObject([{ ok: true }])
    expect(readdirSync(`${directory}/stopped`)).toEqual(['NDVI_2021-05-05.tif'])
  })

  test('--keep-going goes on, prints a line of JSON a source, and ends with 6', async () => {
    const { code, stdout, stderr } = await rasterloom(
      'convert',
      days[0] as string,
      'missing.tif',
      days[1] as string,
      'kept',
      ...fast,
      '--keep-going',
    )
    expect(code).toBe(6)
    expect(stderr).toMatch(/^E_SOURCE: missing\.tif: there is no such file or directory.*\n$/)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { ok: true, source: days[0], target: 'kept/NDVI_2021-05-05.tif' },
      { ok: false, source: 'missing.tif', target: 'kept/missing.tif', error: { code: 'E_SOURCE' } },
      { ok: true, source: days[1], target: 'kept/NDVI_2021-06-14.tif' },
    ])
    expect(readdirSync(`${directory}/kept`).sort()).toEqual(['NDVI_2021-05-05.tif', 'NDVI_2021-06-14.tif'])
    const again = await rasterloom('convert', ...days, 'kept', ...fast, '--keep-going', '--json')
    expect(again.code).toBe(6)
    expect(JSON.parse(again.stdout)).toMatchObject([{ ok: false, error: { code: 'E_OUTPUT' } }, { ok: false }])
  })

  test('--recipe-out is for one source', async () => {
    const { code, stderr } = await rasterloom('convert', ...days, 'kept', '--recipe-out', 'r.json')
    expect([code, stderr]).toEqual([2, 'E_USAGE: --recipe-out takes one recipe, and several sources have several: convert one source\n'])
  })

  test('--plan writes nothing, not even the directory', async () => {
    const { code, stdout } = await rasterloom('convert', ...days, 'planned', '--plan', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(2)
    expect(existsSync(`${directory}/planned`)).toBe(false)
  })
})
