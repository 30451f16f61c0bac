import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { open } from '../../src/index.js'
import { commandIn, fixture, main, runProcess, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B09.tif')
const warp = ['--crs', 'EPSG:3857', '--resampling', 'bilinear']

function read(name: string): Buffer {
  return readFileSync(`${directory}/${name}`)
}

function json(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>
}

/** The metadata item of a COG that holds its recipe. */
async function recipeOf(name: string): Promise<Record<string, unknown>> {
  const { RASTERLOOM_RECIPE: recipe } = (await open(`${directory}/${name}`)).attrs
  return typeof recipe === 'string' ? json(recipe) : (recipe as Record<string, unknown>)
}

describe('what is printed where', () => {
  test('the summary goes to stdout, nothing to stderr', async () => {
    const { code, stdout, stderr } = await rasterloom('convert', source, 'a.tif', ...warp)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^a\.tif: [\d.]+ KiB, \d+ chunks?, in [\d.]+ s\n {2}read [\d.]+ KiB, memory [\d.]+ MiB of [\d.]+ MiB promised, recipe [0-9a-f]{12}\n$/,
    )
  })

  test('--json prints the summary as JSON and nothing else', async () => {
    const { code, stdout, stderr } = await rasterloom('convert', source, 'b.tif', ...warp, '--json')
    expect([code, stderr]).toEqual([0, ''])
    const { recipeHash, promiseBytes, ...summary } = json(stdout)
    expect(summary).toMatchObject({ target: 'b.tif', format: 'cog', skipped: 0, bytesWritten: read('b.tif').length, counts: {} })
    expect(recipeHash).toMatch(/^[0-9a-f]{64}$/)
    expect(promiseBytes).toBeGreaterThan(50e6)
  })

  test('-q prints nothing at all', async () => {
    const quiet = await rasterloom('convert', source, 'c.tif', ...warp, '-q', '--progress', 'json')
    expect(quiet).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('--progress json: lines on stderr, monotone, complete', async () => {
    const { stdout, stderr } = await rasterloom('convert', source, 'd.tif', '--progress', 'json', '--json', '--chunks', '64')
    expect(() => json(stdout)).not.toThrow()
    const events = stderr.trimEnd().split('\n').map(json) as { event: string; target: string; chunksDone: number; chunksTotal: number }[]
    expect(events.length).toBeGreaterThan(1)
    expect(events.every(({ event, target }) => event === 'progress' && target === 'd.tif')).toBe(true)
    const done = events.map(({ chunksDone }) => chunksDone)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    const last = events.at(-1)
    expect(last?.chunksDone).toBe(last?.chunksTotal)
  })

  test('--progress bar draws on stderr even where that is no terminal, none does not', async () => {
    const bar = await rasterloom('convert', source, 'e.tif', '--progress', 'bar')
    expect(bar.stderr).toMatch(/e\.tif \[.*100%/)
    expect(bar.stdout).toMatch(/^e\.tif: /)
    expect((await rasterloom('convert', source, 'f.tif', '--progress', 'none')).stderr).toBe('')
  })

  test('a reader that goes away does not keep the output from being written', async () => {
    const piped = `"${process.execPath}" "${main}" convert "${source}" piped.tif --progress json 2>&1 | true; exit \${PIPESTATUS[0]}`
    const { code, stderr } = await runProcess('bash', ['-c', piped], directory)
    expect([code, stderr]).toEqual([0, ''])
    expect(existsSync(`${directory}/piped.tif`)).toBe(true)
    const head = await runProcess('bash', ['-c', `"${process.execPath}" "${main}" info "${source}" | head -1`], directory)
    expect(head).toEqual({ code: 0, stdout: 'DataArray (band: 1, y: 183, x: 183) uint16\n', stderr: '' })
  })

  test.runIf(existsSync('/dev/full'))('a summary that cannot be printed is an error', async () => {
    const { code, stderr } = await runProcess('bash', ['-c', `"${process.execPath}" "${main}" info "${source}" > /dev/full`], directory)
    expect(code).toBe(4)
    expect(stderr).toMatch(/^E_OUTPUT: cannot print: .*ENOSPC.*\n$/)
  })
})

describe('plans', () => {
  test('--plan prints a table and writes nothing', async () => {
    const before = readdirSync(directory)
    const { code, stdout, stderr } = await rasterloom(
      'convert',
      source,
      'plan.tif',
      ...warp,
      '--plan',
      '--max-memory',
      '200MB',
      '--workers',
      '1',
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Plan [0-9a-f]{12}: \d+ tasks? in \d+ stages?, on 1 worker, at most [\d.]+ MiB of memory\n/)
    for (const word of ['reproject', 'plan.tif', 'B09.tif', 'allowed (--max-memory)', '200 MiB']) expect(stdout).toContain(word)
    expect(readdirSync(directory)).toEqual(before)
  })

  test('--plan --json prints it as data', async () => {
    const { stdout } = await rasterloom('convert', source, 'plan.zarr', ...warp, '--plan', '--json')
    expect(json(stdout)).toMatchObject({
      outputs: [{ sink: 'zarr', target: 'plan.zarr' }],
      nodes: [{ op: 'source' }, { op: 'reproject' }, { op: 'store' }],
      memory: { maxMemory: 512 * 1024 * 1024 },
    })
  })
})

describe('recipes', () => {
  test('a recipe that was written makes the same bytes, wherever output and recipe go', async () => {
    mkdirSync(`${directory}/r/deep`, { recursive: true })
    const { stdout } = await rasterloom(
      'convert',
      source,
      'r/one.tif',
      ...warp,
      '--compress',
      'zstd',
      '--recipe-out',
      'r/one.json',
      '--json',
    )
    const recipe = json(read('r/one.json').toString())
    const hash = json(stdout).recipeHash
    expect(recipe).toMatchObject({ hash, output: { path: 'one.tif', format: 'cog', options: { compress: 'zstd' } } })
    expect((await recipeOf('r/one.tif')).hash).toBe(hash)
    expect(JSON.stringify(recipe)).not.toContain(directory)
    const again = await rasterloom('run', 'r/one.json', 'r/two.tif', '--json')
    expect(json(again.stdout).recipeHash).toBe(hash)
    expect(read('r/two.tif').equals(read('r/one.tif'))).toBe(true)
  })

  test('without a DST it writes where it was recorded, seen from the recipe', async () => {
    const there = await rasterloom('run', 'r/one.json')
    expect(there.code).toBe(4)
    expect(there.stderr).toMatch(/one\.tif: exists already: give --overwrite to replace it, or another path\n$/)
    renameSync(`${directory}/r/one.tif`, `${directory}/r/before.tif`)
    const { code, stderr } = await rasterloom('run', 'r/one.json', '-q')
    expect([code, stderr]).toEqual([0, ''])
    expect(read('r/one.tif').equals(read('r/before.tif'))).toBe(true)
  })

  test('into the other format, options of the first do not count', async () => {
    const { code, stderr } = await rasterloom('run', 'r/one.json', 'r/one.zarr', '-q')
    expect([code, stderr]).toEqual([0, ''])
    const cog = await (await open(`${directory}/r/one.tif`)).compute()
    expect((await (await open(`${directory}/r/one.zarr`)).compute()).values).toEqual(cog.values)
  })

  test('the recipe of the library, of --recipe-out and of the output have one hash', async () => {
    const array = (await open(source)).reproject('EPSG:3857', { resampling: 'bilinear' })
    expect((await recipeOf('r/one.tif')).hash).toBe(array.hash)
  })

  test('--plan --recipe-out writes the recipe alone; one that is there is kept', async () => {
    expect((await rasterloom('convert', source, 'r/none.tif', '--plan', '--recipe-out', 'r/only.json')).code).toBe(0)
    expect([existsSync(`${directory}/r/only.json`), existsSync(`${directory}/r/none.tif`)]).toEqual([true, false])
    const { code, stderr } = await rasterloom('convert', source, 'r/none.tif', '--recipe-out', 'r/only.json')
    expect([code, stderr]).toEqual([
      4,
      'E_OUTPUT: r/only.json: exists already: give --overwrite to replace it, or another name after --recipe-out\n',
    ])
    expect(existsSync(`${directory}/r/none.tif`)).toBe(false)
  })
})

describe('outputs that are there', () => {
  test('stay unless --overwrite is given', async () => {
    await rasterloom('convert', source, 'kept.tif', '-q')
    const before = read('kept.tif')
    const { code, stderr } = await rasterloom('convert', source, 'kept.tif', ...warp)
    expect([code, stderr]).toEqual([4, 'E_OUTPUT: kept.tif: exists already: give --overwrite to replace it, or another path\n'])
    expect(read('kept.tif').equals(before)).toBe(true)
    expect((await rasterloom('convert', source, 'kept.tif', ...warp, '--overwrite', '-q')).code).toBe(0)
    expect(read('kept.tif').equals(before)).toBe(false)
  })
})

describe('budgets and workers', () => {
  test('the same bytes for any number of workers and any budget', async () => {
    const settings = [
      ['--workers', '0', '--max-memory', '128MB'],
      ['--workers', '2', '--max-memory', '256MB'],
      ['--workers', '1'],
    ]
    for (const [index, options] of settings.entries()) {
      const { code, stderr } = await rasterloom('convert', source, `w${index}.tif`, ...warp, '--chunks', '64', '-q', ...options)
      expect([code, stderr]).toEqual([0, ''])
    }
    expect(read('w1.tif').equals(read('w0.tif'))).toBe(true)
    expect(read('w2.tif').equals(read('w0.tif'))).toBe(true)
  })
})
