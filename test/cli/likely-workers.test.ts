import { truncateSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { likelyWorkers } from '../../src/cli/likely-workers.js'
import { tiffBytes } from '../formats/tiff-bytes.js'
import { scratchDirectory } from './command.js'

const directory = scratchDirectory()
const large = join(directory, 'large.tif')
const small = join(directory, 'small.tif')
/** Of few bytes, but more pixels than are worked on without workers. */
const wide = join(directory, 'wide.tif')
const cores = availableParallelism()

beforeAll(() => {
  writeFileSync(large, '')
  truncateSync(large, 20 * 2 ** 20)
  writeFileSync(small, 'II*')
  writeFileSync(wide, tiffBytes([{ width: 2300, height: 2300, dtype: 'uint8', pixels: new Uint8Array(2300 * 2300) }]))
})

describe('workers that are started before the command line is read', () => {
  test.each([
    [['convert', large, 'out.tif', '--workers', '1'], 1],
    [['convert', large, 'out.tif', '--workers=1', '--max-memory', '1GB'], 1],
    [['mosaic', small, large, 'out.tif', '--workers', String(cores + 5)], Math.max(1, cores - 1)],
    [['convert', wide, 'out.tif', '--workers', '1', '--crs', 'EPSG:3857'], 1],
    [['convert', wide, 'out.tif', '--workers', '1', '--size=10x10'], 0],
    [['convert', wide, 'out.tif', '--workers', '1', '--bounds', '0,0,1,1'], 0],
    [['convert', large, 'out.tif', '--workers', '1', '--size=10x10'], 1],
    [['convert', large, 'out.tif', '--workers', '0'], 0],
    [['convert', large, 'out.tif', '--workers', 'two'], 0],
    [['convert', large, 'out.tif', '--max-memory', '128MB'], 0],
    [['convert', large, 'out.tif', '--max-memory', 'lots'], 0],
    [['convert', large, 'out.tif', '--plan'], 0],
    [['convert', small, 'out.tif'], 0],
    [['convert', join(directory, 'none.tif'), 'out.tif'], 0],
    [['convert', small, large], 0],
    [['info', large], 0],
    [['convert', small, '--crs', 'x'.repeat(5000), 'out.tif'], 0],
    [['convert', 'a\0b', 'out.tif'], 0],
    [['convert', '--crs', 'y'.repeat(300), large, 'out.tif', '--workers', '1'], 1],
    [['--help'], 0],
    [[], 0],
  ])('%j: %i', (argv, count) => {
    expect(likelyWorkers(argv)).toBe(count)
  })

  test('without a number there is one a core, of which one is the calling thread, where there are several', () => {
    expect(likelyWorkers(['convert', large, 'out.tif'])).toBe(cores > 1 ? Math.max(1, cores - 1) : 0)
  })
})
