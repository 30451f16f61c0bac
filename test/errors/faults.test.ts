import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workerCrew } from '../../src/exec/worker-crew.js'
import { WorkerPool } from '../../src/exec/worker-pool.js'
import { DataArray, open, SourceError } from '../../src/index.js'
import { fixture, scratchDirectory } from '../cli/command.js'

const directory = scratchDirectory()

/** A source of its own that a test may harm. */
function ownSource(name: string): string {
  const path = join(directory, name)
  copyFileSync(fixture('scene/B05.tif'), path)
  return path
}

const partials = (): string[] => readdirSync(directory).filter((name) => name.includes('partial'))

describe('a source that changes while it is read', () => {
  test.each([
    ['its time', (path: string) => utimesSync(path, 1, 1)],
    ['its size', (path: string) => appendFileSync(path, 'x')],
  ])('%s: no output is written, and nothing is left', async (what, change) => {
    const path = ownSource(`${what.replace(' ', '-')}.tif`)
    const array = await open(path)
    let changed = false
    const onProgress = ({ chunksDone }: { chunksDone: number }): void => {
      if (chunksDone < 2 || changed) return
      changed = true
      change(path)
    }
    const attempt = array.toZarr(join(directory, 'changing.zarr'), { workers: 0, chunks: 64, onProgress })
    const error = await attempt.then(
      () => null,
      (thrown: Error) => thrown,
    )
    expect(error).toBeInstanceOf(SourceError)
    expect(error?.message).toMatch(/was changed while it was being read/)
    expect([existsSync(join(directory, 'changing.zarr')), partials()]).toEqual([false, []])
  })

  test('a resume with another source is refused, and what is kept stays', async () => {
    const path = ownSource('resumed.tif')
    const target = join(directory, 'resumed.zarr')
    const stop = new AbortController()
    const stopAt = ({ chunksDone }: { chunksDone: number }): void => {
      if (chunksDone >= 3) stop.abort()
    }
    const array = await open(path)
    await expect(array.toZarr(target, { workers: 0, chunks: 64, onProgress: stopAt, signal: stop.signal })).rejects.toThrow(
      /3 of \d+ chunks/,
    )
    utimesSync(path, 1, 1)
    const again = (await open(path)).toZarr(target, { workers: 0, chunks: 64, resume: true })
    await expect(again).rejects.toThrow(/the interrupted run was another one: sources\..*resumed\.tif\.0\.changed was "\d+", is "\d+"/)
    expect(partials()).toEqual(['.resumed.zarr.partial'])
  })

  test('one that is cut short fails, and what is done is kept', async () => {
    const path = ownSource('short.tif')
    const array = await open(path)
    let cut = false
    const onProgress = ({ chunksDone }: { chunksDone: number }): void => {
      if (chunksDone < 2 || cut) return
      cut = true
      truncateSync(path, 50_000)
    }
    const attempt = array.toZarr(join(directory, 'short.zarr'), { workers: 0, chunks: 64, onProgress })
    await expect(attempt).rejects.toThrow(/short\.tif.*(truncated|ends at)/)
    expect(existsSync(join(directory, 'short.zarr'))).toBe(false)
  })
})

describe('workers that fail', () => {
  const birth = (): never => ({ setup: {}, module: null }) as never
  const script = (text: string): URL => {
    const path = join(directory, `worker-${text.length}.mjs`)
    writeFileSync(path, text)
    return new URL(`file://${path}`)
  }

  test.each([
    ['throws at its start', 'throw new Error("broken")', /a worker thread died: broken/],
    ['exits at its start', 'process.exit(3)', /a worker thread ended before its tasks were done/],
  ])('one that %s', async (_what, text, message) => {
    const attempt = workerCrew(new WorkerPool(script(text)), birth, 2, async () => null)
    await expect(attempt).rejects.toThrow(message)
  })

  const ready = 'import { parentPort } from "node:worker_threads"\nparentPort.postMessage({ type: "ready" })\n'
  test.each([
    [
      'throws at a task',
      'parentPort.on("message", (m) => { if (m.type === "task") throw new Error("boom") })',
      /a worker thread died: boom/,
    ],
    ['exits at a task', 'parentPort.on("message", (m) => { if (m.type === "task") process.exit(1) })', /ended before its tasks were done/],
  ])('one that %s', async (_what, text, message) => {
    const crew = await workerCrew(new WorkerPool(script(ready + text)), birth, 2, async () => null)
    const attempt = crew.runStage({
      stage: 0,
      taskCount: 4,
      stored: () => undefined,
      storedFor: () => [],
      wanted: () => true,
      onResult: () => {},
      signal: undefined,
    })
    await expect(attempt).rejects.toThrow(message)
    await crew.close(false)
  })
})

describe('a writer that fails', () => {
  test('keeps what is done, says so, and goes on', async () => {
    const array = DataArray.fromArray(
      Uint16Array.from({ length: 256 * 256 }, (_, at) => at % 7919),
      { dims: ['y', 'x'], shape: [256, 256] },
    )
    const target = join(directory, 'fails.zarr')
    const inTheWay = join(directory, '.fails.zarr.partial/store/data/c/3/3')
    let blocked = false
    const onProgress = ({ chunksDone }: { chunksDone: number }): void => {
      if (chunksDone < 4 || blocked) return
      blocked = true
      mkdirSync(inTheWay)
    }
    const attempt = array.toZarr(target, { workers: 0, chunks: 64, onProgress })
    await expect(attempt).rejects.toThrow(/a directory stands there.*\. \d+ of 16 chunks are kept in .*: run again with resume to go on$/)
    expect(existsSync(target)).toBe(false)
    rmdirSync(inTheWay)
    expect((await array.toZarr(target, { workers: 0, chunks: 64, resume: true })).skipped).toBeGreaterThan(3)
  })
})
