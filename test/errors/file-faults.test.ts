import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandIn, scratchDirectory } from '../cli/command.js'
import { isFull } from '../engine/scratch.js'
import { type Fault, hashOf, scene, struck } from './struck.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const job = (target: string, workers = 2): string[] => [
  ...['convert', scene, target, '--chunks', '128', '--workers', String(workers), '--resampling', 'bilinear', '--resolution', '30', '-q'],
]
const right: Record<string, string> = {}

beforeAll(async () => {
  for (const format of ['tif', 'zarr']) {
    expect((await rasterloom(...job(`whole.${format}`))).code).toBe(0)
    right[format] = hashOf(join(directory, `whole.${format}`))
  }
})

interface Struck {
  readonly what: string
  readonly format: 'tif' | 'zarr'
  readonly workers: number
  readonly fault: Fault
  readonly code: number
  readonly message: RegExp
}

/** In a worker and in the thread that does all by itself. */
const read = { calls: ['readSync', 'read'], path: 'B05.tif' }
const cases: readonly Struck[] = [
  {
    ...{ what: 'the source cannot be read', format: 'tif', workers: 2 },
    fault: { ...read, thread: 'worker', at: 3, fault: 'EIO' },
    ...{ code: 3, message: /^E_SOURCE: .*B05\.tif: .*bytes \d+\.\.\d+ cannot be read: .*EIO/ },
  },
  {
    ...{ what: 'the source cannot be read', format: 'zarr', workers: 0 },
    fault: { ...read, calls: ['readSync'], at: 3, fault: 'EIO' },
    ...{ code: 3, message: /^E_SOURCE: .*B05\.tif: .*bytes \d+\.\.\d+ cannot be read: .*EIO/ },
  },
  {
    ...{ what: 'a spool cannot grow', format: 'tif', workers: 2 },
    fault: { calls: ['writeSync'], path: '.partial/', thread: 'worker', at: 2, fault: 'ENOSPC' },
    ...{ code: 4, message: /^E_OUTPUT: .*the disk is full/ },
  },
  {
    ...{ what: 'a chunk cannot be written', format: 'zarr', workers: 2 },
    fault: { calls: ['writeFileSync', 'writeSync'], path: 'data/c/', thread: 'worker', at: 3, fault: 'ENOSPC' },
    ...{ code: 4, message: /^E_OUTPUT: .*the disk is full/ },
  },
  {
    ...{ what: 'the journal cannot be written', format: 'tif', workers: 0 },
    fault: { calls: ['writeSync'], path: 'journal', at: 4, fault: 'EIO' },
    ...{ code: 4, message: /^E_OUTPUT: .*journal.*EIO/ },
  },
  {
    ...{ what: 'the journal is not made durable', format: 'zarr', workers: 2 },
    fault: { calls: ['fsyncSync'], path: 'journal', thread: 'main', fault: 'EIO' },
    ...{ code: 4, message: /^E_OUTPUT: .*journal.*EIO/ },
  },
  {
    ...{ what: 'the file cannot be put together', format: 'tif', workers: 2 },
    fault: { calls: ['write'], path: '.tif.tmp', at: 2, fault: 'ENOSPC' },
    ...{ code: 4, message: /^E_OUTPUT: .*the disk is full/ },
  },
  {
    ...{ what: 'the file is not made durable', format: 'tif', workers: 0 },
    fault: { calls: ['sync'], path: '.tif.tmp', fault: 'EIO' },
    ...{ code: 4, message: /^E_OUTPUT: .*EIO/ },
  },
  {
    ...{ what: 'the file does not get its name', format: 'tif', workers: 0 },
    fault: { calls: ['rename'], path: '.tif.tmp', fault: 'EACCES' },
    ...{ code: 4, message: /^E_OUTPUT: .*no permission/ },
  },
  {
    ...{ what: 'the store does not get its name', format: 'zarr', workers: 0 },
    fault: { calls: ['renameSync'], path: '.partial/store', at: 1, times: 100, fault: 'EIO' },
    ...{ code: 4, message: /^E_OUTPUT: .*EIO/ },
  },
  {
    ...{ what: 'the metadata cannot be written', format: 'zarr', workers: 2 },
    fault: { calls: ['writeFileSync'], path: 'zarr.json', thread: 'main', at: 2, fault: 'ENOSPC' },
    ...{ code: 4, message: /^E_OUTPUT: .*the disk is full/ },
  },
  {
    ...{ what: 'a worker may open no more files', format: 'tif', workers: 2 },
    fault: { calls: ['openSync'], path: 'B05.tif', thread: 'worker', times: 1e9, fault: 'EMFILE' },
    ...{ code: 3, message: /^E_SOURCE: .*B05\.tif.*(EMFILE|too many)/ },
  },
  {
    ...{ what: 'a worker may open no more files of its output', format: 'tif', workers: 2 },
    fault: { calls: ['openSync'], path: '.partial/', thread: 'worker', times: 1e9, fault: 'EMFILE' },
    ...{ code: 4, message: /^E_OUTPUT: .*too many files are open/ },
  },
  {
    ...{ what: 'the main thread may open no more files', format: 'zarr', workers: 0 },
    fault: { calls: ['openSync', 'open'], path: 'B05.tif', times: 1e9, fault: 'EMFILE' },
    ...{ code: 3, message: /^E_SOURCE: .*B05\.tif.*(EMFILE|too many)/ },
  },
  {
    ...{ what: 'the journal may not be opened', format: 'zarr', workers: 0 },
    fault: { calls: ['openSync'], path: 'journal', fault: 'EMFILE' },
    ...{ code: 4, message: /^E_OUTPUT: .*journal.*too many files are open/ },
  },
  {
    ...{ what: 'a worker exits', format: 'zarr', workers: 2 },
    fault: { ...read, thread: 'worker', at: 3, fault: 'exit' },
    ...{ code: 1, message: /^E_INTERNAL: a worker thread ended before its tasks were done/ },
  },
  {
    ...{ what: 'a worker has no heap left', format: 'tif', workers: 2 },
    fault: { ...read, thread: 'worker', at: 3, fault: 'heap' },
    ...{ code: 5, message: /^E_BUDGET: a worker thread .*heap/ },
  },
]

describe('a run in which', () => {
  test.each(isFull ? cases : cases.filter((_, at) => at % 2 === 0))(
    '$what ($format, $workers workers) says so in one line, leaves nothing that looks whole, and goes on to the same bytes',
    async ({ what, format, workers, fault, code, message }) => {
      const target = `${what.replaceAll(' ', '-')}-${workers}.${format}`
      const outcome = await struck(directory, job(target, workers), fault)
      expect([outcome.code, outcome.stdout], outcome.stderr).toEqual([code, ''])
      expect(outcome.stderr).toMatch(message)
      expect(outcome.stderr).toMatch(/^[^\n]+\n$/)
      expect(outcome.stderr).not.toMatch(/\bat .*\.(js|ts):\d+/)
      expect(existsSync(join(directory, target))).toBe(false)
      expect(existsSync(join(directory, `.${target}.tmp`))).toBe(false)
      const again = await rasterloom(...job(target, 2 - workers), '--resume')
      expect([again.code, again.stderr]).toEqual([0, ''])
      expect(hashOf(join(directory, target))).toBe(right[format])
    },
    30_000,
  )
})

describe('reads and writes that do only a part', () => {
  test.each([
    ['tif', 2, { calls: ['readSync', 'read'] }],
    ['zarr', 0, { calls: ['readSync', 'read'] }],
    ['tif', 0, { calls: ['writeSync', 'write'] }],
    ['zarr', 2, { calls: ['writeSync', 'write'] }],
  ] as const)('%s, %i workers: %j makes no difference', async (format, workers, fault) => {
    const target = `short-${workers}.${format}`
    const outcome = await struck(directory, job(target, workers), { ...fault, times: isFull ? 1e9 : 40, fault: 'short' })
    expect([outcome.code, outcome.stderr]).toEqual([0, ''])
    expect(hashOf(join(directory, target))).toBe(right[format])
  })
})
