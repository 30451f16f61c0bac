import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { zarrNotes } from '../../src/formats/zarr/notes.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { openReader } from '../read-window.js'
import { readWithZarrita } from './zarr-peer.js'
import { openZarrReader } from './zarr-reader.js'
import { crc32cByBits } from './zarr-shard-bytes.js'
import { temporaryDirectory } from './zarr-store.js'

const directory = temporaryDirectory()
afterAll(directory.remove)

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

const little = { name: 'bytes', configuration: { endian: 'little' } }

function arrayV3(
  shape: readonly number[],
  dataType: unknown,
  chunk: readonly number[],
  dims: readonly string[],
  more: JsonObject = {},
): Uint8Array {
  return json({
    zarr_format: 3,
    node_type: 'array',
    shape,
    data_type: dataType,
    chunk_grid: { name: 'regular', configuration: { chunk_shape: chunk } },
    chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
    fill_value: 0,
    codecs: [little],
    attributes: {},
    dimension_names: dims,
    ...more,
  })
}

/** A group of a variable `v` along `t` alone, with labels as given. */
function storeOf(extent: number, labels: Uint8Array, chunks: Readonly<Record<string, Uint8Array>>): Map<string, Uint8Array> {
  return new Map([
    ['m/zarr.json', json({ zarr_format: 3, node_type: 'group', attributes: {} })],
    ['m/v/zarr.json', arrayV3([extent], 'uint8', [extent], ['t'])],
    ['m/t/zarr.json', labels],
    ...Object.entries(chunks).map(([key, bytes]): [string, Uint8Array] => [`m/t/${key}`, bytes]),
  ])
}

async function specOf(files: ReadonlyMap<string, Uint8Array>): Promise<ArraySpec> {
  return (await openReader(zarrSource, 'm', { variable: 'v' }, memoryFiles(files))).opened.spec
}

describe('labels of a store', () => {
  it('of int64 beyond 2^53, big-endian, in a shard with its index at the start', async () => {
    const values = [2n ** 60n + 1n, -5n, 7n]
    const parts = [values.slice(0, 2), [values[2] as bigint, 0n]].map((own) => {
      const bytes = Buffer.alloc(16)
      for (const [at, value] of own.entries()) bytes.writeBigInt64BE(value, at * 8)
      return bytes
    })
    const index = Buffer.alloc(36)
    for (const at of [0, 1]) {
      index.writeBigUInt64LE(BigInt(36 + 16 * at), 16 * at)
      index.writeBigUInt64LE(16n, 16 * at + 8)
    }
    index.writeUInt32LE(crc32cByBits(index.subarray(0, 32)), 32)
    const sharding = {
      name: 'sharding_indexed',
      configuration: {
        chunk_shape: [2],
        codecs: [{ name: 'bytes', configuration: { endian: 'big' } }],
        index_codecs: [little, { name: 'crc32c' }],
        index_location: 'start',
      },
    }
    const files = storeOf(3, arrayV3([3], 'int64', [4], ['t'], { codecs: [sharding] }), { 'c/0': Buffer.concat([index, ...parts]) })
    expect((await specOf(files)).coords.t).toEqual({ kind: 'inline', labels: [String(values[0]), -5, 7] })
    const damaged = index.slice()
    damaged[3] = 1
    files.set('m/t/c/0', Buffer.concat([damaged, ...parts]))
    await expect(specOf(files)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringContaining('m/t/c/0') })
  })

  it('of texts of any length, compressed far beyond the room first tried, and fill where a chunk is missing', async () => {
    const texts = ['a'.repeat(300_000), 'zwölf', '']
    const bytes = texts.map((text) => Buffer.from(text))
    const length = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer)
    const raw = Buffer.concat([length(3), ...bytes.flatMap((each) => [length(each.length), each])])
    const codecs = [{ name: 'vlen-utf8' }, { name: 'gzip', configuration: { level: 9 } }]
    const files = storeOf(5, arrayV3([5], 'string', [3], ['t'], { codecs, fill_value: 'none' }), { 'c/0': gzipSync(raw) })
    expect((await specOf(files)).coords.t).toEqual({ kind: 'inline', labels: [...texts, 'none', 'none'] })
    files.set('m/t/c/0', gzipSync(raw.subarray(0, -2)))
    await expect(specOf(files)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringMatching(/m\/t.*end early/) })
  })

  it('of which a chunk is missing hold the fill value, exactly', async () => {
    const files = storeOf(3, arrayV3([3], 'int64', [2], ['t'], { fill_value: 9 }), {
      'c/0': new Uint8Array(BigInt64Array.of(1n, 2n).buffer),
    })
    expect((await specOf(files)).coords.t).toEqual({ kind: 'inline', labels: [1, 2, 9] })
  })

  it.each([
    ['a codec that nobody knows', { codecs: [little, { name: 'pcodec', configuration: {} }] }, /t: codec "pcodec" is not available/],
    ['a type that nobody knows', { data_type: 'complex64' }, /t: data type "complex64" is none/],
    ['another number of them', { shape: [4] }, /t: there are 4 labels for 3 positions/],
  ] as const)('that cannot be had are told: %s', async (_, more, why) => {
    const spec = await specOf(storeOf(3, arrayV3([3], 'int32', [3], ['t'], more as unknown as JsonObject), {}))
    expect(spec.coords).toEqual({})
    expect(spec.attrs.labels_problem).toMatch(why)
    expect(
      zarrNotes(spec)
        .map(({ text }) => text)
        .join(),
    ).toMatch(why)
  })

  it('that are damaged are an error', async () => {
    const files = storeOf(3, arrayV3([3], 'int32', [3], ['t'], { codecs: [little, { name: 'zstd' }] }), { 'c/0': Uint8Array.of(1, 2, 3) })
    await expect(specOf(files)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringContaining('m/t/c/0') })
  })
})

describeWithPeers('labels that zarr-python wrote', ['zarr', 'numpy'], () => {
  it('in every type and codec are those that it reads', async () => {
    const program = fileURLToPath(new URL('zarr-labels-write.py', import.meta.url))
    const made = JSON.parse(execFileSync(python, [program, directory.path], { encoding: 'utf8' })) as Record<string, readonly unknown[]>
    expect(Object.keys(made).length).toBeGreaterThan(40)
    for (const [name, labels] of Object.entries(made)) {
      const { spec } = (await openZarrReader(join(directory.path, `${name}.zarr`), { variable: 'v' })).opened
      expect(spec.attrs.labels_problem, name).toBeUndefined()
      expect(spec.coords.t, name).toEqual({ kind: 'inline', labels })
    }
  })
})

describeWithPeers('texts of zarrita', ['data'], () => {
  const v3 = join(dataDir, 'zarr/zarrita/v3/data.zarr')
  it.each([
    '1d.contiguous.string.vlen',
    '1d.chunked.string.vlen',
    '1d.contiguous.string.compressed',
    '1d.string.unicode',
    '1d.string.empty',
  ])('%s', async (name) => {
    const { texts, shape } = await readWithZarrita(v3, name)
    const { openStore } = await import('../../src/formats/zarr/store.js')
    const { storedValues } = await import('../../src/formats/zarr/stored-values.js')
    const { openBytes } = await import('../../src/io/open-bytes.js')
    const store = await openStore(v3, openBytes)
    const array = await store.array(name)
    expect(array?.shape).toEqual(shape)
    expect(await storedValues(store, array as NonNullable<typeof array>)).toEqual(texts)
    await expect(openZarrReader(join(v3, name))).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringContaining('text') })
  })
})
