import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { commandIn, fixture, main, type Outcome, runProcess, scratchDirectory } from '../cli/command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B05.tif')

function oneLine(outcome: Outcome, code: number, message: RegExp): void {
  expect([outcome.code, outcome.stdout], outcome.stderr).toEqual([code, ''])
  expect(outcome.stderr).toMatch(/^E_[A-Z]+: [^\n]+\n$/)
  expect(outcome.stderr).not.toMatch(/\bat .*\.(js|ts):\d+/)
  expect(outcome.stderr).toMatch(message)
}

const mounted: string[] = []
afterAll(() => {
  for (const path of mounted) execFileSync('umount', [path])
})

/** A small file system of its own; null (with a printed reason) where it may not be mounted. */
function smallDisk(name: string, options: string): string | null {
  const path = `${directory}/${name}`
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    process.stdout.write(`skipped: a small file system needs the right to mount one\n`)
    return null
  }
  mounted.push(path)
  return path
}

const disk = smallDisk('disk', 'size=200k')
const readOnly = smallDisk('readonly', 'size=1m')
if (readOnly !== null) execFileSync('mount', ['-o', 'remount,ro', readOnly])

describe('a disk that is full', () => {
  test.skipIf(disk === null).each(['out.tif', 'out.zarr'])('%s', async (name) => {
    const { stderr, ...outcome } = await rasterloom('convert', source, `disk/${name}`)
    // What may come is told before.
    const [warning, ...rest] = stderr.split(/(?<=\n)/)
    expect(warning).toMatch(/^warning: disk\/out\.\w+: [\d.]+ KiB of pixels before compression, and [\d.]+ KiB are free on that disk\n$/)
    oneLine({ ...outcome, stderr: rest.join('') }, 4, /^E_OUTPUT: .*disk\/.*(disk is full|make room).*/)
    expect(existsSync(`${disk}/${name}`)).toBe(false)
    expect(readdirSync(disk as string).every((left) => left.startsWith('.'))).toBe(true)
    execFileSync('rm', ['-rf', `${disk}/.${name}.partial`])
  })

  test.skipIf(disk === null)('a recipe', async () => {
    writeFileSync(`${disk}/filler`, new Uint8Array(198 * 1024))
    const outcome = await rasterloom('convert', source, 'recipe.tif', '--plan', '--recipe-out', 'disk/recipe.json', '-q', '--json')
    expect(outcome.code).toBe(4)
    expect(outcome.stderr).toMatch(/^E_OUTPUT: disk\/recipe\.json: the recipe cannot be written \(ENOSPC\).*\n$/)
    expect(readdirSync(disk as string)).toEqual(['filler'])
  })

  test.each(['limited.tif', 'limited.zarr'])('files that may not grow: %s', async (name) => {
    const limited = `ulimit -f 50; trap '' XFSZ; "${process.execPath}" "${main}" convert "${source}" ${name} --compress none`
    oneLine(await runProcess('bash', ['-c', limited], directory), 4, /^E_OUTPUT: .*limited.*EFBIG/)
    expect(existsSync(`${directory}/${name}`)).toBe(false)
  })
})

describe('outputs that cannot be written', () => {
  test('a directory that does not exist', async () => {
    for (const name of ['none/out.tif', 'none/out.zarr']) {
      oneLine(await rasterloom('convert', source, name), 4, /^E_OUTPUT: none\/out\.\w+: the directory none does not exist: make it first/)
    }
    oneLine(
      await rasterloom('convert', source, 'fine.tif', '--plan', '-q', '--recipe-out', 'none/r.json', '--json'),
      4,
      /none\/r\.json: the directory .*none does not exist: make it first/,
    )
  })

  test('a path through a file', async () => {
    writeFileSync(`${directory}/file`, '')
    oneLine(await rasterloom('convert', source, 'file/out.tif'), 4, /^E_OUTPUT: .*file\/.*ENOTDIR/)
  })

  test.skipIf(readOnly === null)('a file system that is read-only', async () => {
    for (const name of ['out.tif', 'out.zarr'])
      oneLine(await rasterloom('convert', source, `readonly/${name}`), 4, /^E_OUTPUT: .*readonly\//)
  })

  test.skipIf(process.getuid?.() === 0)('a directory without permission', async () => {
    mkdirSync(`${directory}/locked`)
    chmodSync(`${directory}/locked`, 0o555)
    oneLine(await rasterloom('convert', source, 'locked/out.tif'), 4, /^E_OUTPUT: .*locked\/.*(EACCES|permission)/)
  })

  test('one that exists stays as it is', async () => {
    writeFileSync(`${directory}/there.tif`, 'precious')
    mkdirSync(`${directory}/there.zarr`)
    for (const name of ['there.tif', 'there.zarr']) {
      oneLine(
        await rasterloom('convert', source, name),
        4,
        /^E_OUTPUT: there\.\w+: exists already: give --overwrite to replace it, or another path/,
      )
    }
    expect(readFileSync(`${directory}/there.tif`, 'utf8')).toBe('precious')
    expect(readdirSync(`${directory}/there.zarr`)).toEqual([])
  })

  test('a run that fails keeps the output that it was to replace', async () => {
    const bytes = Uint8Array.from(readFileSync(source))
    bytes.fill(0xff, 100_000, 160_000)
    writeFileSync(`${directory}/damaged.tif`, bytes)
    expect((await rasterloom('convert', source, 'old.tif', '-q')).code).toBe(0)
    const before = readFileSync(`${directory}/old.tif`)
    oneLine(await rasterloom('convert', 'damaged.tif', 'old.tif', '--overwrite'), 3, /^E_SOURCE: .*damaged\.tif/)
    expect(readFileSync(`${directory}/old.tif`).equals(before)).toBe(true)
  })

  test('a file that is also the source', async () => {
    writeFileSync(`${directory}/self.tif`, readFileSync(source))
    oneLine(
      await rasterloom('convert', 'self.tif', 'self.tif', '--overwrite'),
      4,
      /^E_OUTPUT: self\.tif: is also a source of this run.*: write to another path/,
    )
    oneLine(await rasterloom('convert', 'self.tif', './self.tif'), 4, /^E_OUTPUT: .*self\.tif: is also a source/)
    expect(statSync(`${directory}/self.tif`).size).toBe(statSync(source).size)
  })
})

describe('a budget that is too small', () => {
  test('names the least that works, and that does', async () => {
    oneLine(
      await rasterloom('convert', source, 'small.tif', '--max-memory', '20MB', '--workers', '0'),
      5,
      /^E_BUDGET: .* at least 96 MiB; .* 20 MiB\. Raise --max-memory to 96 MiB/,
    )
    oneLine(
      await rasterloom('convert', source, 'small.tif', '--max-memory', '100MB', '--workers', '2'),
      5,
      /^E_BUDGET: .*2 workers.*at least 128 MiB/,
    )
    expect((await rasterloom('convert', source, 'small.tif', '--max-memory', '96MB', '--workers', '0', '-q')).code).toBe(0)
    expect((await rasterloom('convert', source, 'small.zarr', '--max-memory', '128MB', '--workers', '2', '-q')).code).toBe(0)
  })

  test('a chunk that does not fit is refused before anything is written', async () => {
    const large = await rasterloom('convert', source, 'large.zarr', '--chunks', '9000', '--resolution', '1', '--max-memory', '128MB')
    oneLine(large, 5, /^E_BUDGET: .*[Rr]aise --max-memory to [\d.]+ [MG]iB/)
    expect(existsSync(`${directory}/large.zarr`)).toBe(false)
  })
})
