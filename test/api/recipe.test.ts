import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { nodeOf } from '../../src/api/data-array.js'
import { toRecipe } from '../../src/api/recipe.js'
import { canonicalJson, type Json } from '../../src/base/json.js'
import { DataArray, open, slice } from '../../src/index.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const here = mkdtempSync(join(tmpdir(), 'recipe-'))
afterAll(() => rmSync(here, { recursive: true }))

/** Two places with the same two files, in different directories. */
function place(name: string): string {
  const root = join(here, name)
  mkdirSync(join(root, 'in/deep'), { recursive: true })
  cpSync(join(fixtures, 'scene/B05.tif'), join(root, 'in/B05.tif'))
  cpSync(join(fixtures, 'scene/B11.tif'), join(root, 'in/deep/B11.tif'))
  return root
}

async function chain(root: string) {
  const a = await open(join(root, 'in/B05.tif'), { band: 1, scaled: true })
  const b = await open(join(root, 'in/deep/B11.tif'), { band: 1, scaled: true })
  return a
    .sub(b)
    .div(a.add(b))
    .isel({ y: slice(10, 200, 2) })
    .rename('index')
}

const json = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('recipes', () => {
  it('have one hash wherever the files lie, and no absolute path', async () => {
    const [one, other] = [await chain(place('one')), await chain(place('a/much/deeper/two'))]
    expect(one.hash).toBe(other.hash)
    const recipe = one.toJSON()
    expect(JSON.stringify(recipe.nodes)).not.toContain(here)
    const uris = recipe.nodes.flatMap(({ op, params }) => (op === 'source' ? [(params as { uri: string }).uri] : []))
    expect(uris).toEqual(['B05.tif', 'deep/B11.tif'])
    expect(toRecipe([nodeOf(one)], { base: join(here, 'one/out') }).base).toBe('../in')
    expect(toRecipe([nodeOf(one)], { base: join(here, 'one/in') }).base).toBe('.')
  })

  it('rebuild the same graph with the same hash, from text too, after the files have moved', async () => {
    const root = place('three')
    const array = await chain(root)
    const recipe = toRecipe([nodeOf(array)], { base: root })
    const back = await DataArray.fromJSON<'y' | 'x'>(JSON.stringify(recipe), { base: root })
    expect(back.hash).toBe(array.hash)
    expect(nodeOf(back).hash).toBe(nodeOf(array).hash)
    expect(json(back.toJSON().nodes)).toEqual(json(array.toJSON().nodes))
    const moved = place('moved/elsewhere')
    expect((await DataArray.fromJSON(recipe, { base: moved })).hash).toBe(array.hash)
    const window = { y: slice(20, 40), x: slice(100, 140) }
    const [expected, actual] = [await array.isel(window).compute({ workers: 0 }), await back.isel(window).compute({ workers: 0 })]
    expect(actual.values).toEqual(expected.values)
  })

  it('keep their hash when keys come in another order', async () => {
    const root = place('order')
    const array = await chain(root)
    const shuffled = JSON.parse(canonicalJson(json(toRecipe([nodeOf(array)], { base: root })) as Json))
    expect((await DataArray.fromJSON(shuffled, { base: root })).hash).toBe(array.hash)
  })

  it('a source that is gone, resized or other than recorded is refused; touching it is not', async () => {
    const root = place('changed')
    const recipe = toRecipe([nodeOf(await chain(root))], { base: root })
    utimesSync(join(root, 'in/B05.tif'), 1, 1)
    await DataArray.fromJSON(recipe, { base: root })

    writeFileSync(join(root, 'in/B05.tif'), Buffer.concat([readFileSync(join(fixtures, 'scene/B05.tif')), Buffer.alloc(1)]))
    await expect(DataArray.fromJSON(recipe, { base: root })).rejects.toThrow(/B05.tif: has \d+ bytes, the recipe was made with \d+/)
    expect((await DataArray.fromJSON(recipe, { base: root, verify: false })).hash).toBe(recipe.hash)

    cpSync(join(fixtures, 'scene/B09.tif'), join(root, 'in/B05.tif'))
    await expect(DataArray.fromJSON(recipe, { base: root })).rejects.toThrow(
      /is not the source that the recipe was made with: shape was \[549,549\], is \[183,183\]/,
    )

    rmSync(join(root, 'in/B05.tif'))
    await expect(DataArray.fromJSON(recipe, { base: root })).rejects.toMatchObject({ code: 'E_SOURCE' })
  })

  it('say what is wrong with them', async () => {
    const root = place('wrong')
    const recipe = json(toRecipe([nodeOf(await chain(root))], { base: root }))
    const change = (
      edit: (copy: {
        nodes: { op: string; version: number; inputs: number[]; params: Record<string, unknown> }[]
        [key: string]: unknown
      }) => void,
    ) => {
      const copy = structuredClone(recipe)
      edit(copy)
      return DataArray.fromJSON(copy, { base: root })
    }
    await expect(DataArray.fromJSON('{"a"')).rejects.toThrow(/is no JSON/)
    await expect(DataArray.fromJSON({})).rejects.toThrow(/is no recipe/)
    await expect(change((copy) => (copy.rasterloom = 2))).rejects.toThrow(/made by a newer one/)
    await expect(change((copy) => (copy.nodes[2]!.op = 'unknown'))).rejects.toThrow(/op "unknown" is not known/)
    await expect(change((copy) => (copy.nodes[2]!.version = 9))).rejects.toThrow(/version/)
    await expect(change((copy) => (copy.nodes[2]!.inputs = [7]))).rejects.toThrow(/inputs must be positions of earlier nodes/)
    await expect(change((copy) => (copy.outputs = []))).rejects.toThrow(/outputs/)
    await expect(change((copy) => (copy.nodes.at(-1)!.params.name = 'other'))).rejects.toThrow(/edited or damaged/)
    const edited = change((copy) => {
      copy.nodes.at(-1)!.params.name = 'other'
      delete copy.hash
    })
    expect((await edited).name).toBe('other')
  })

  it('name arrays in memory by content; they are rebuilt in the process that has them', async () => {
    const array = DataArray.fromArray(Uint8Array.of(1, 2, 3), { dims: ['x'], shape: [3] }).add(1)
    const recipe = json(array.toJSON())
    expect(recipe.base).toBeNull()
    expect(Array.from((await (await DataArray.fromJSON(recipe)).compute({ workers: 0 })).values as ArrayLike<number>)).toEqual([2, 3, 4])
    recipe.nodes[0].params.uri = `asset:${'0'.repeat(64)}`
    delete recipe.hash
    await expect(DataArray.fromJSON(recipe)).rejects.toMatchObject({ code: 'E_RECIPE' })
  })

  it('hold no credentials: neither user, password, headers nor signature', async () => {
    const bytes = readFileSync(join(fixtures, 'scene/B09.tif'))
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.headers.authorization} ${request.headers['x-secret']}`)
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
      const stop = Math.min(bytes.length, Number(to) + 1)
      response.writeHead(206, { 'content-range': `bytes ${from}-${stop - 1}/${bytes.length}`, etag: '"1"' })
      response.end(bytes.subarray(Number(from), stop))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as AddressInfo
      const url = `http://me:hush@127.0.0.1:${port}/B09.tif?X-Amz-Signature=hidden&version=3`
      const array = (await open(url, { band: 1, http: { headers: { 'x-secret': 'mum' } } })).isel({ y: slice(0, 5), x: slice(0, 5) })
      await array.compute({ workers: 0 })
      expect(asked.length).toBeGreaterThan(0)
      expect(new Set(asked)).toEqual(new Set([`Basic ${Buffer.from('me:hush').toString('base64')} mum`]))
      const recipe = array.toJSON()
      expect((recipe.nodes[0]!.params as { uri: string }).uri).toBe(`http://127.0.0.1:${port}/B09.tif?version=3`)
      const shown = JSON.stringify(recipe) + array.toHtml() + String(array)
      for (const secret of ['hush', 'hidden', 'mum', 'me:']) expect(shown).not.toContain(secret)
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })
})
