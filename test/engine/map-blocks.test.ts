import { cpSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { open } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { measure } from '../memory/peak.js'
import { writeScene } from '../memory/scene.js'
import { bytesDifference, scratch } from './scratch.js'

const here = scratch('map-blocks')
const [scene, blocks, recipe] = [here('scene.tif'), here('blocks.mjs'), here('recipe.json')]

beforeAll(async () => {
  cpSync(fileURLToPath(new URL('../api/map-blocks/blocks.mjs', import.meta.url)), blocks)
  await writeScene(scene, 2048, 3)
})

const smooth = async () =>
  (await open(scene, { band: 1 })).mapBlocks(blocks, 'smooth', { params: { factor: 1 }, halo: 1, dtype: 'float32' })

describe('functions of modules', () => {
  it('run in workers, and make the bytes that the calling thread makes', async () => {
    const array = await smooth()
    await array.toZarr(here('0.zarr'), { chunks: 512, workers: 0 })
    const report = await array.toZarr(here('2.zarr'), { chunks: 512, workers: 2 })
    expect(report.chunks).toBe(16)
    expect(bytesDifference(here('0.zarr'), here('2.zarr'))).toBeNull()
    await array.toZarr(here('small.zarr'), { chunks: 512, workers: 2, maxMemory: '140MB' })
    expect(bytesDifference(here('0.zarr'), here('small.zarr'))).toBeNull()
    const failing = (await open(scene, { band: 1 })).mapBlocks(blocks, 'fails')
    await expect(failing.toZarr(here('fails.zarr'), { workers: 2 })).rejects.toThrow(`fails of ${blocks}, block y 0..`)
  })

  it('run from a recipe within its promise, and not where the module changed', async () => {
    writeFileSync(recipe, JSON.stringify((await smooth()).toJSON({ base: here('.') })))
    const run = await measure(['run', recipe, here('run.zarr'), '--chunks', '512', '--workers', '2', '--max-memory', '200MB'])
    expect([run.code, run.stderr]).toEqual([0, ''])
    expect(run.peakBytes).toBeLessThan(run.promiseBytes)
    writeFileSync(blocks, 'export const smooth = ({ out }) => out\n')
    const changed = await measure(['run', recipe, here('changed.zarr')])
    expect(changed.code).not.toBe(0)
    expect(changed.stderr).toContain('blocks.mjs: is not the module that the recipe was made with: its sha256 is')
  })
})
