import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AbortedError, DataArray, Dataset, OutputError, type RunReport, UsageError } from '../../src/index.js'

const here = mkdtempSync(join(tmpdir(), 'keep-'))
afterAll(() => rmSync(here, { recursive: true }))
const array = DataArray.fromArray(Uint8Array.of(1, 2, 3, 4), { dims: ['y', 'x'], shape: [2, 2] })

const side = 512
const noise = Float32Array.from({ length: side * side }, (_, at) => ((at * 2654435761) % 1013) / 7)
const large = DataArray.fromArray(noise, { dims: ['y', 'x'], shape: [side, side] })

type Options = NonNullable<Parameters<DataArray['toZarr']>[1]> & NonNullable<Parameters<DataArray['toCog']>[1]>

/** Writes 64 chunks, in the format that the name says. */
function write(target: string, options: Partial<Options> = {}, what: DataArray = large as unknown as DataArray): Promise<RunReport> {
  const all = { chunks: 64, workers: 0, ...options } as Options
  return target.endsWith('.zarr') ? what.toZarr(target, all) : what.toCog(target, all)
}

/** Writes until some chunks are done, then aborts; answers the error. */
async function interrupt(target: string, chunks: number, options: Partial<Options> = {}): Promise<Error> {
  const stop = new AbortController()
  const onProgress = ({ chunksDone }: { chunksDone: number }): void => {
    if (chunksDone >= chunks) stop.abort()
  }
  return write(target, { signal: stop.signal, onProgress, ...options }).then(
    () => new Error('it was not interrupted'),
    (error: Error) => error,
  )
}

const scratchOf = (target: string): string => join(target, '..', `.${basename(target)}.partial`)
const journalOf = (target: string): string => join(scratchOf(target), 'journal.jsonl')

function hashOf(path: string): string {
  const hash = createHash('sha256')
  if (statSync(path).isFile()) return hash.update(readFileSync(path)).digest('hex')
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(file.slice(path.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const formats = ['zarr', 'tif'] as const

async function expectResumed(target: string, skipped: number): Promise<void> {
  const report = await write(target, { resume: true })
  expect(report.skipped).toBe(skipped)
  const whole = join(here, `whole-${basename(target)}`)
  await write(whole, { overwrite: true })
  expect(hashOf(target)).toBe(hashOf(whole))
  expect(existsSync(scratchOf(target))).toBe(false)
}

describe('what lies at the output path is not lost', () => {
  it('to a resume where nothing was interrupted', async () => {
    const path = join(here, 'other.tif')
    writeFileSync(path, 'not a raster')
    await expect(array.toCog(path, { workers: 0, resume: true })).rejects.toThrow(OutputError)
    mkdirSync(scratchOf(path))
    await expect(array.toCog(path, { workers: 0, resume: true })).rejects.toThrow(/no interrupted run/)
    expect(readFileSync(path, 'utf8')).toBe('not a raster')
  })

  it('to an overwrite where a directory is no Zarr store', async () => {
    const path = join(here, 'papers')
    mkdirSync(path)
    writeFileSync(join(path, 'thesis.txt'), 'x')
    await expect(array.toZarr(path, { workers: 0, overwrite: true })).rejects.toThrow(/holds something else than a Zarr store/)
    expect(existsSync(join(path, 'thesis.txt'))).toBe(true)
  })
})

describe('two runs into one output', () => {
  it.each(formats)('%s: the second is refused, and the first goes on unharmed', async (format) => {
    const path = join(here, `twice.${format}`)
    let second: Promise<Error> | null = null
    const tryAgain = (): void => {
      second ??= write(path, { overwrite: true }).then(
        () => new Error('it ran'),
        (error: Error) => error,
      )
    }
    await write(path, { onProgress: tryAgain })
    const error = await (second as unknown as Promise<Error>)
    expect(error).toBeInstanceOf(OutputError)
    expect(error.message).toMatch(new RegExp(`twice\\.${format}: is being written by process ${process.pid} \\(since 20`))
    await write(join(here, `once.${format}`))
    expect(hashOf(path)).toBe(hashOf(join(here, `once.${format}`)))
    expect(readdirSync(here).filter((name) => name.includes('partial') && name.includes('twice'))).toEqual([])
  })

  const lock = (path: string, holder: object): void => {
    mkdirSync(scratchOf(path))
    const text = JSON.stringify({ host: hostname(), began: '', since: '2020-01-01T00:00:00.000Z', key: 'k', ...holder })
    writeFileSync(join(scratchOf(path), 'lock'), text)
  }

  it('a lock of another process holds while that lives, and no longer', async () => {
    const path = join(here, 'held.tif')
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    const ended = new Promise((resolve) => child.on('exit', resolve))
    lock(path, { pid: child.pid })
    await expect(write(path)).rejects.toThrow(`is being written by process ${child.pid}`)
    child.kill('SIGKILL')
    await ended
    expect((await write(path)).chunks).toBeGreaterThan(0)
    expect(existsSync(scratchOf(path))).toBe(false)
  })

  it('a lock with the number of this process, or of one that began later, is stale', async () => {
    for (const holder of [{ pid: process.pid }, { pid: process.ppid, began: '1' }]) {
      const path = join(here, `stale-${holder.pid}.tif`)
      lock(path, holder)
      await write(path)
      expect(existsSync(path)).toBe(true)
    }
  })

  it("another host's lock refuses, and says which file to remove", async () => {
    const path = join(here, 'foreign.tif')
    lock(path, { pid: 1, host: 'elsewhere' })
    await expect(write(path, { overwrite: true })).rejects.toThrow(
      `process 1 on host elsewhere (since 2020-01-01T00:00:00.000Z), which cannot be asked from here: wait for it; if it is no more, remove ${join(scratchOf(path), 'lock')}`,
    )
    rmSync(join(scratchOf(path), 'lock'))
    await write(path)
  })

  it('two outputs of one run may not be one path, whatever leads there', async () => {
    const { runTargets } = await import('../../src/api/run.js')
    const { nodeOf } = await import('../../src/api/data-array.js')
    symlinkSync(here, join(here, 'link'))
    const target = (path: string) => ({ node: nodeOf(array), sink: 'cog', options: {}, target: path })
    const attempt = runTargets([target(join(here, 'same.tif')), target(join(here, 'link', 'same.tif'))], { workers: 0 })
    await expect(attempt).rejects.toThrow(UsageError)
    await expect(attempt).rejects.toThrow(/two outputs of this run go to this path/)
    const store = join(here, 'set.zarr')
    await Dataset.of({ a: array, b: array.rename('b') }).toZarr(store, { workers: 0 })
    expect(readdirSync(store)).toEqual(expect.arrayContaining(['a', 'b', 'zarr.json']))
  })
})

describe('an interrupted run', () => {
  it.each(formats)('%s: is kept, told, refused to be lost, and gone on with', async (format) => {
    const path = join(here, `kept.${format}`)
    const error = await interrupt(path, 5)
    expect(error).toBeInstanceOf(AbortedError)
    expect(error.message).toMatch(/^stopped after 5 of \d+ chunks\. 5 of \d+ chunks are kept in .*: run again with resume to go on$/)
    const again = write(path)
    await expect(again).rejects.toThrow(OutputError)
    await expect(again).rejects.toThrow(
      /an interrupted run of this output is kept in .*\.partial \(5 of \d+ chunks\): give resume to go on with it, or give overwrite to start again/,
    )
    expect(await write(path, { resume: true }).then(({ skipped }) => skipped)).toBe(5)
  })

  it('is replaced by overwrite', async () => {
    const path = join(here, 'replaced.zarr')
    await interrupt(path, 5)
    expect((await write(path, { overwrite: true })).skipped).toBe(0)
  })

  it('does not go on with another recipe, and names the first difference', async () => {
    const path = join(here, 'changed.zarr')
    await interrupt(path, 5)
    const attempts: [() => Promise<RunReport>, RegExp][] = [
      [() => write(path, { resume: true, chunks: 128 }), /was another one: outputs\.0\.options\.chunks\.y was 64, is 128/],
      [() => write(path, { resume: true, compress: 'zstd' }), /outputs\.0\.options\.compress was "blosc", is "zstd"/],
      [() => write(path, { resume: true }, large.add(1) as unknown as DataArray), /nodes\.\d.*was .*, is /],
    ]
    for (const [attempt, message] of attempts) {
      const error = await attempt().then(
        () => null,
        (thrown: Error) => thrown,
      )
      expect(error).toBeInstanceOf(OutputError)
      expect(error?.message).toMatch(message)
    }
    await expectResumed(path, 5)
  })

  it('goes on whatever workers and memory it is given', async () => {
    const path = join(here, 'workers.zarr')
    await interrupt(path, 5, { maxMemory: '300MB' })
    expect((await write(path, { resume: true, maxMemory: '400MB' })).skipped).toBe(5)
  })

  it.each(formats)('%s: ignores a last record that was cut short, and writes none behind it', async (format) => {
    const path = join(here, `torn.${format}`)
    await interrupt(path, 5)
    const whole = readFileSync(journalOf(path), 'utf8')
    const last = whole.trimEnd().split('\n').at(-1) as string
    truncateSync(journalOf(path), Buffer.byteLength(whole) - Math.ceil(last.length / 2))
    expect((await interrupt(path, 9, { resume: true })).message).toMatch(/stopped after 9 of/)
    for (const line of readFileSync(journalOf(path), 'utf8').trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
    await expectResumed(path, 9)
  })

  it('ignores what is no record', async () => {
    const path = join(here, 'junk.tif')
    await interrupt(path, 5)
    appendFileSync(journalOf(path), `\0\0\0\n[0,0]\n{"a":1}\n[0,0,7,{"spool":"../x","from":0}]\n[9,9,9,{}]\n`)
    await expectResumed(path, 5)
  })

  it('writes chunks again whose bytes are missing or damaged', async () => {
    const cog = join(here, 'short.tif')
    await interrupt(cog, 8)
    const spool = readdirSync(scratchOf(cog)).find((name) => name.endsWith('.spool')) as string
    truncateSync(join(scratchOf(cog), spool), statSync(join(scratchOf(cog), spool)).size - 10)
    // One of the eight were sums of pixels, which are made anew.
    await expectResumed(cog, 6)

    const zarr = join(here, 'short.zarr')
    await interrupt(zarr, 8)
    const chunks = readdirSync(join(scratchOf(zarr), 'store'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = chunks.map((entry) => join(entry.parentPath, entry.name))
    rmSync(paths[0] as string)
    truncateSync(paths[1] as string, 20)
    const bytes = readFileSync(paths[2] as string)
    bytes[40] = (bytes[40] as number) ^ 1
    writeFileSync(paths[2] as string, bytes)
    await expectResumed(zarr, 5)
  })
})

describe('nothing is left behind', () => {
  const leftOf = (path: string): string[] => readdirSync(here).filter((name) => name.startsWith(`.${basename(path)}`))

  it('by a signal that was aborted before', async () => {
    const path = join(here, 'aborted.zarr')
    await expect(write(path, { signal: AbortSignal.abort() })).rejects.toThrow('stopped before it began: nothing was written')
    expect(leftOf(path)).toEqual([])
  })

  it('by a COG onto a directory', async () => {
    const path = join(here, 'store.tif')
    mkdirSync(path)
    await expect(write(path, { overwrite: true })).rejects.toThrow(/is a directory/)
    expect(leftOf(path)).toEqual([])
  })

  it('by a budget that is too small', async () => {
    const path = join(here, 'budget.zarr')
    await expect(write(path, { maxMemory: '10MB' })).rejects.toThrow(/maxMemory/)
    expect(leftOf(path)).toEqual([])
  })

  it('by pixels that may not be written', async () => {
    const path = join(here, 'clash.zarr')
    const bytes = new Uint8Array(side * side)
    bytes[bytes.length - 1] = 7
    const clashing = DataArray.fromArray(bytes, { dims: ['y', 'x'], shape: [side, side] }).assignNodata(7)
    await expect(write(path, {}, clashing as unknown as DataArray)).rejects.toThrow(/nodata value to be written/)
    expect(leftOf(path)).toEqual([])
  })
})
