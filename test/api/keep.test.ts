import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray, OutputError } from '../../src/index.js'

const here = mkdtempSync(join(tmpdir(), 'keep-'))
afterAll(() => rmSync(here, { recursive: true }))
const array = DataArray.fromArray(Uint8Array.of(1, 2, 3, 4), { dims: ['y', 'x'], shape: [2, 2] })

describe('what lies at the output path is not lost', () => {
  it('to a resume where nothing was interrupted', async () => {
    const path = join(here, 'other.tif')
    writeFileSync(path, 'not a raster')
    await expect(array.toCog(path, { workers: 0, resume: true })).rejects.toThrow(OutputError)
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
