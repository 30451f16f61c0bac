import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { nodeOf } from '../../src/api/data-array.js'
import { toRecipe } from '../../src/api/recipe.js'
import { DataArray, Dataset, isRasterloomError, type MapBlockFunction, open, slice } from '../../src/index.js'
import { mapBlocks } from '../../src/ops/map-blocks.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const fixture = fileURLToPath(new URL('../../fixtures/scene/B05.tif', import.meta.url))
const module = new URL('./map-blocks/blocks.mjs', import.meta.url)
const here = mkdtempSync(join(tmpdir(), 'map-blocks-'))
afterAll(() => rmSync(here, { recursive: true }))

const [height, width] = [37, 53]
const values = Float32Array.from({ length: 2 * height * width }, (_, at) => (at * 7919) % 1009)
const mask = Uint8Array.from(values, (value) => (value % 11 === 0 ? 0 : 1))
const cube = DataArray.fromArray(values, { dims: ['time', 'y', 'x'], shape: [2, height, width], mask })

/** The mean of a window by its definition. */
function smoothed(halo: number, factor: number): (number | null)[] {
  return Array.from(values, (_, at) => {
    const [plane, y, x] = [Math.floor(at / (height * width)), Math.floor(at / width) % height, at % width]
    let [sum, count] = [0, 0]
    for (let dy = -halo; dy <= halo; dy++) {
      for (let dx = -halo; dx <= halo; dx++) {
        const [row, column] = [y + dy, x + dx]
        if (row < 0 || row >= height || column < 0 || column >= width) continue
        const from = (plane * height + row) * width + column
        if (mask[from] === 0) continue
        sum += values[from] as number
        count++
      }
    }
    return count === 0 ? null : Math.fround((sum / count) * factor)
  })
}

async function pixels(array: DataArray<string>): Promise<(number | null)[]> {
  const made = await array.compute()
  return Array.from(made.values as Float32Array, (value, at) => (made.valid === null || made.valid[at] === 1 ? value : null))
}

async function failure(array: DataArray<string>) {
  const error = await array.compute().catch((cause: unknown) => cause)
  if (!isRasterloomError(error)) throw error
  return error
}

describe('mapBlocks', () => {
  it('runs an exported function with its halo, the same for any chunks', async () => {
    const made = cube.mapBlocks(module, 'smooth', { params: { factor: 2 }, halo: 2 })
    expect(await pixels(made)).toEqual(smoothed(2, 2))
    expect(await pixels(made.chunk({ time: 1, y: 8, x: 16 }))).toEqual(smoothed(2, 2))
    expect(await pixels(cube.mapBlocks(fileURLToPath(module), 'smooth', { params: { factor: 1 }, halo: { y: 1, x: 1 } }))).toEqual(
      smoothed(1, 1),
    )
  })

  it('takes new arrays, validity of its own, labels, defaults and dtypes', async () => {
    expect(await pixels(cube.mapBlocks(module, 'twice'))).toEqual(Array.from(values, (value, at) => (mask[at] === 0 ? null : value * 2)))
    const scene = (await open(fixture, { band: 1 })).isel({ y: slice(0, 40), x: slice(10, 70) })
    const x = await scene.mapBlocks(module, 'default', { dtype: 'float64' }).compute()
    expect(Array.from(x.values.subarray(0, 3) as Float64Array)).toEqual(scene.coords.x?.slice(0, 3))
    expect(Array.from(x.values.subarray(60, 63) as Float64Array)).toEqual(scene.coords.x?.slice(0, 3))
    const odd: MapBlockFunction = ({ data }) => ({ data: Uint8Array.from(data as Float32Array, (value) => value % 2), valid: null })
    const made = await cube.mapBlocks(odd, { dtype: 'uint8' }).compute()
    expect([made.dtype, made.valid]).toEqual(['uint8', null])
  })

  it('gives labels: pixel centres, ISO texts', async () => {
    const series = DataArray.fromArray(new Float32Array(4), {
      dims: ['time', 'x'],
      shape: [2, 2],
      coords: { time: [new Date(Date.UTC(2021, 0, 5)), new Date(Date.UTC(2021, 1, 6))] },
    })
    const seen: unknown[] = []
    const look: MapBlockFunction = ({ coords, dims, start, shape, out }) => {
      seen.push(coords.time, dims, start, shape)
      return out
    }
    await series
      .mapBlocks(look, { halo: { time: 1 } })
      .chunk({ time: 2 })
      .compute()
    expect(seen).toEqual([
      [null, '2021-01-05', '2021-02-06', null],
      ['time', 'x'],
      [-1, 0],
      [4, 2],
    ])
  })

  it('names module, export and block where the function fails or answers something else', async () => {
    const error = await failure(cube.mapBlocks(module, 'fails'))
    expect(error.message).toContain(`fails of ${fileURLToPath(module)}, block time 0..`)
    expect(error.message).toContain('it threw: no luck at 0,0,0')
    expect(error.fields).toMatchObject({ module: fileURLToPath(module), export: 'fails' })
    expect(error.cause).toBeInstanceOf(TypeError)
    const expected = 'expected Float32Array of 1961 pixels (1 x 37 x 53)'
    expect((await failure(cube.mapBlocks(module, 'short'))).message).toContain(`it answered Float32Array of 3 pixels, ${expected}`)
    expect((await failure(cube.mapBlocks(module, 'wrongKind'))).message).toContain('it answered Float64Array of')
    expect((await failure(cube.mapBlocks(module, 'nothing'))).message).toContain('it answered nothing, expected Float32Array')
    expect((await failure(cube.mapBlocks(module, 'later'))).message).toContain('it answered a promise')
    expect((await failure(cube.mapBlocks(module, 'badMask'))).message).toContain('its valid is no Uint8Array of')
    expect((await failure(cube.mapBlocks(module, 'gone'))).message).toContain('has no export "gone"; its functions are')
    expect((await failure(cube.mapBlocks(module, 'notAFunction'))).message).toContain('exports "notAFunction", which is no function')
  })

  it('refuses what is no module, no halo, no dtype', () => {
    expect(() => cube.mapBlocks('nowhere.mjs', 'smooth')).toThrow('nowhere.mjs cannot be read: there is no such file')
    expect(() => cube.mapBlocks('https://example.com/blocks.mjs', 'smooth')).toThrow('is not a file on this machine')
    expect(() => cube.mapBlocks(module, '')).toThrow("expected its name: mapBlocks(module, 'smooth', { halo: 2 })")
    expect(() => cube.mapBlocks(module, 'smooth', { halo: -1 })).toThrow('halo of x is -1')
    expect(() => cube.mapBlocks(module, 'smooth', { halo: { lon: 1 } })).toThrow('halo names "lon"; the array has time, y, x')
    expect(() => cube.mapBlocks(module, 'smooth', { dtype: 'float16' as never })).toThrow('dtype "float16" is not known')
    expect(() => cube.mapBlocks(3 as never, 'smooth')).toThrow('expected a module')
  })
})

describe('recipes with functions', () => {
  function place(name: string): string {
    const root = join(here, name)
    mkdirSync(join(root, 'code'), { recursive: true })
    cpSync(fixture, join(root, 'B05.tif'))
    cpSync(module, join(root, 'code/blocks.mjs'))
    return root
  }

  async function made(root: string) {
    const array = await open(join(root, 'B05.tif'), { band: 1 })
    return array.mapBlocks(join(root, 'code/blocks.mjs'), 'smooth', { params: { factor: 1 }, halo: 1, dtype: 'float32' })
  }

  it('hold the module by hash, and are the same wherever it lies', async () => {
    const [one, other] = [await made(place('one')), await made(place('deep/two'))]
    expect(one.hash).toBe(other.hash)
    const recipe = toRecipe([nodeOf(one)], { base: join(here, 'one') })
    expect(JSON.stringify(recipe.nodes)).not.toContain(here)
    expect(recipe.nodes.at(-1)?.params).toMatchObject({ uri: 'code/blocks.mjs', export: 'smooth', halo: { x: 1, y: 1 } })
    const back = await DataArray.fromJSON(recipe, { base: join(here, 'one') })
    expect(back.hash).toBe(one.hash)
  })

  it('are refused where the module changed or is gone, before a run too', async () => {
    const root = place('three')
    const array = await made(root)
    const recipe = toRecipe([nodeOf(array)], { base: root })
    writeFileSync(join(root, 'code/blocks.mjs'), 'export const smooth = ({ out }) => out\n')
    await expect(DataArray.fromJSON(recipe, { base: root })).rejects.toThrow(
      'is not the module that the recipe was made with: its sha256 is',
    )
    await expect(array.compute()).rejects.toThrow('is not the module that the recipe was made with')
    const anew = await made(root)
    expect(anew.hash).not.toBe(array.hash)
    const { values: zeros } = await anew.compute()
    expect((zeros as Float32Array).every((value) => value === 0 || Number.isNaN(value))).toBe(true)
    rmSync(join(root, 'code/blocks.mjs'))
    await expect(DataArray.fromJSON(recipe, { base: root })).rejects.toThrow('there is no such file')
  })

  it('cannot hold an inline function: saving is refused, an output notes it, running what it notes is refused', async () => {
    const array = cube.mapBlocks(({ out }) => out)
    expect(() => array.toJSON()).toThrow('the inline function anonymous cannot be saved in a recipe')
    expect(() => Dataset.of({ array }).toJSON()).toThrow('cannot be saved in a recipe')
    expect(array.hash).toMatch(/^[0-9a-f]{64}$/)
    await array.toZarr(join(here, 'inline.zarr'))
    const noted = toRecipe([nodeOf(array)])
    await expect(DataArray.fromJSON(noted, { verify: false })).rejects.toThrow()
    const node = { ...noted.nodes.at(-1), inputs: [0] }
    const source = (await made(place('four'))).toJSON()
    const edited = { ...source, nodes: [source.nodes[0], node], outputs: [1], hash: '' }
    await expect(DataArray.fromJSON(edited)).rejects.toThrow('ran the inline function anonymous, which lived in the process that made it')
    await expect(array.compute({ workers: 2 })).rejects.toThrow('runs on the calling thread, and 2 workers were asked for')
  })
})

const hash = 'a'.repeat(64)
const spec = specOf(['time', 'y', 'x'], [3, 11, 13], 'int16')
const smoothing = { uri: null, sha256: hash, export: 'smooth', inline: 'inline:conform', params: { factor: 1 }, dtype: 'float32' }
const { smooth } = (await import(module.href)) as { smooth: MapBlockFunction<never> }
const { registerBlockFunction } = await import('../../src/graph/block-function.js')
registerBlockFunction('inline:conform', (block) => smooth({ ...block, dims: block.spec.dims, coords: {} } as never))

conformOp(mapBlocks, [
  { name: 'a halo along y and x', params: { ...smoothing, halo: { y: 2, x: 1 } }, inputs: [inputOf(spec, { invalid: 0.2 })] },
  { name: 'no halo, nodata', params: { ...smoothing, halo: {} }, inputs: [inputOf(spec, { invalid: 0.2, nodata: 0 })] },
  {
    name: 'floats, all valid',
    params: { ...smoothing, halo: { y: 1, x: 1 } },
    inputs: [inputOf({ ...spec, dtype: 'float32' })],
  },
])
