import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chunkGrid } from '../../src/array/chunk-grid.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import type { Random } from '../conformance/random.js'
import { testSpec } from '../formats/zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from '../formats/zarr-store.js'
import { dataDir } from '../peers.js'
import { campaign } from './campaign.js'
import { meet, type Outcome, type Verdict } from './drive.js'
import { mutateBytes, mutateJson } from './mutate.js'

const largestSeedBytes = 60_000

/** A store as files in memory. */
type Files = ReadonlyMap<string, Uint8Array>

function filesIn(directory: string): Files {
  const names = (readdirSync(directory, { recursive: true }) as string[]).filter((name) => statSync(join(directory, name)).isFile())
  return new Map(names.sort().map((name) => [`d/s.zarr/${name}`, new Uint8Array(readFileSync(join(directory, name)))]))
}

/** Stores beside the repository, each array of a group for itself, where they are small. */
function found(directory: string): Files[] {
  if (!existsSync(directory)) return []
  const names = readdirSync(directory).map((name) => join(directory, name))
  const small = names.filter((name) => statSync(name).isDirectory()).map(filesIn)
  return small.filter((files) => files.size > 0 && [...files.values()].reduce((sum, { length }) => sum + length, 0) < largestSeedBytes)
}

const temporary = temporaryDirectory()
const seeds: Files[] = []

beforeAll(async () => {
  const compress = ['none', 'gzip', 'zstd', 'blosc'] as const
  for (const [at, codec] of compress.entries()) {
    const shape = at % 2 === 0 ? [20, 24] : [2, 12, 16]
    const spec = testSpec({
      dims: at % 2 === 0 ? ['y', 'x'] : ['band', 'y', 'x'],
      shape,
      dtype: (['uint8', 'int16', 'float32', 'int64'] as const)[at] ?? 'uint8',
      chunks: chunkGrid(shape, at % 2 === 0 ? [8, 16] : [1, 12, 8]),
    })
    const target = join(temporary.path, `${codec}.zarr`)
    await writeStore(target, [{ spec, data: counting(spec.dtype, shape), options: { compress: codec } }])
    seeds.push(filesIn(target))
  }
  for (const more of [{}, { shardIndex: 'start', checksum: true }]) {
    const spec = testSpec({ dims: ['y', 'x'], shape: [20, 24], chunks: chunkGrid([20, 24], [4, 8]) })
    const target = join(temporary.path, `shards${seeds.length}.zarr`)
    await writeStore(target, [
      { spec, data: counting('uint16', [20, 24]), options: { shards: { y: 8, x: 16 }, chunks: { y: 4, x: 8 }, ...more } },
    ])
    seeds.push(filesIn(target))
  }
  seeds.push(v2Store())
  for (const files of [...found(join(dataDir, 'zarr/zarrita/v2/data.zarr')), ...found(join(dataDir, 'zarr/zarrita/v3/data.zarr'))]) {
    // What is refused unchanged has little to teach.
    if ((await meetStore(files)).outcome === 'read') seeds.push(files)
  }
})
afterAll(() => temporary.remove())

function text(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
}

function v2Store(changes: object = {}, attributes: unknown = { _ARRAY_DIMENSIONS: ['y', 'x'] }, chunk?: Uint8Array): Files {
  const array = {
    ...{ zarr_format: 2, shape: [6, 8], chunks: [3, 8], dtype: '<i2', order: 'F', filters: null, fill_value: -9 },
    ...{ compressor: { id: 'gzip', level: 5 }, ...changes },
  }
  return new Map([
    ['d/s.zarr/.zgroup', text({ zarr_format: 2 })],
    ['d/s.zarr/.zattrs', text({})],
    ['d/s.zarr/.zmetadata', text({ zarr_consolidated_format: 1, metadata: { 'a/.zarray': array, 'a/.zattrs': attributes } })],
    ['d/s.zarr/a/.zarray', text(array)],
    ['d/s.zarr/a/.zattrs', text(attributes)],
    ['d/s.zarr/a/0.0', chunk ?? new Uint8Array(gzipSync(new Uint8Array(48).fill(5)))],
  ])
}

function v3Array(changes: object = {}): object {
  return {
    ...{
      zarr_format: 3,
      node_type: 'array',
      shape: [6, 8],
      data_type: 'int16',
      fill_value: 0,
      attributes: {},
      dimension_names: ['y', 'x'],
    },
    ...{ chunk_grid: { name: 'regular', configuration: { chunk_shape: [3, 8] } } },
    ...{ chunk_key_encoding: { name: 'default' }, codecs: [{ name: 'bytes', configuration: { endian: 'little' } }], ...changes },
  }
}

function v3Store(changes: object = {}, chunk: Uint8Array = new Uint8Array(48)): Files {
  return new Map([
    ['d/s.zarr/zarr.json', text(v3Array(changes))],
    ['d/s.zarr/c/0/0', chunk],
  ])
}

function mutateStore(files: Files, rng: Random): Files {
  const mutant = new Map(files)
  const names = [...files.keys()]
  const documents = names.filter((name) => /\/(zarr\.json|\.z\w+)$/.test(name))
  const times = 1 + rng.int(0, 2)
  for (let time = 0; time < times; time++) {
    const among = rng.int(0, 3) > 0 && documents.length > 0 ? documents : names
    const name = among[rng.int(0, among.length)] as string
    const bytes = mutant.get(name)?.slice()
    if (bytes === undefined) continue
    if (documents.includes(name)) mutant.set(name, Buffer.from(mutateJson(Buffer.from(bytes).toString('utf8'), rng), 'latin1'))
    else if (rng.int(0, 12) === 0) mutant.delete(name)
    else if (rng.int(0, 6) === 0) mutant.set(name, bytes.slice(0, rng.int(0, bytes.length)))
    else {
      mutateBytes(bytes, rng)
      mutant.set(name, bytes)
    }
  }
  return mutant
}

const plausible = 5_000_000
const meetStore = (files: Files): Promise<Verdict> => meet(zarrSource, 'd/s.zarr', memoryFiles(files), plausible)

campaign({ name: 'Zarr stores', share: 0.12, seeds: async () => seeds, mutate: mutateStore, meet: meetStore })

describe('hostile Zarr stores', () => {
  const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
  const cases: Readonly<Record<string, readonly [Files, Outcome | readonly Outcome[]]>> = {
    'a plain v2 array of the same make reads': [v2Store(), 'read'],
    'a plain v3 array of the same make reads': [v3Store(), 'read'],
    'JSON 100,000 levels deep': [new Map([['d/s.zarr/zarr.json', text(deep(100_000))]]), 'refused'],
    'attributes 100,000 levels deep': [
      new Map([['d/s.zarr/zarr.json', text(JSON.stringify(v3Array()).replace('"attributes":{}', `"attributes":{"a":${deep(100_000)}}`))]]),
      'refused',
    ],
    'attributes of infinity': [
      new Map([['d/s.zarr/zarr.json', text(JSON.stringify(v3Array()).replace('"attributes":{}', '"attributes":{"a":1e999}'))]]),
      'refused',
    ],
    'an empty document': [new Map([['d/s.zarr/zarr.json', new Uint8Array(0)]]), 'refused'],
    'a document that is no UTF-8': [new Map([['d/s.zarr/zarr.json', Uint8Array.of(0xff, 0xfe, 0x80, 0x7b)]]), 'refused'],
    'a shape of 10^300': [v3Store({ shape: [1e300, 8] }), 'refused'],
    'a shape of 2^52 rows': [v3Store({ shape: [2 ** 52, 8] }), 'refused'],
    'chunks of 2^40 pixels': [
      v3Store({ shape: [2 ** 20, 2 ** 20], chunk_grid: { name: 'regular', configuration: { chunk_shape: [2 ** 20, 2 ** 20] } } }),
      'over budget',
    ],
    '2^32 bands': [
      v3Store({
        shape: [2 ** 32, 3, 3],
        dimension_names: ['band', 'y', 'x'],
        chunk_grid: { name: 'regular', configuration: { chunk_shape: [3, 3, 3] } },
      }),
      'refused',
    ],
    'chunks of one pixel, 10^12 of them': [
      v3Store({ shape: [1e6, 1e6], chunk_grid: { name: 'regular', configuration: { chunk_shape: [1, 1] } } }),
      'refused',
    ],
    'chunks of nothing': [v3Store({ chunk_grid: { name: 'regular', configuration: { chunk_shape: [0, 8] } } }), 'refused'],
    'chunks of fewer dims': [v3Store({ chunk_grid: { name: 'regular', configuration: { chunk_shape: [3] } } }), 'refused'],
    'v2 chunks of more dims': [v2Store({ chunks: [3, 8, 1] }), 'refused'],
    'a negative extent': [v3Store({ shape: [-6, 8] }), 'refused'],
    '100,000 dims': [v3Store({ shape: new Array<number>(100_000).fill(1), dimension_names: null }), 'refused'],
    'a transpose that names a dim twice': [
      v3Store({ codecs: [{ name: 'transpose', configuration: { order: [1, 1] } }, { name: 'bytes' }] }),
      'refused',
    ],
    'a transpose that names no dim': [
      v3Store({ codecs: [{ name: 'transpose', configuration: { order: [0, 7] } }, { name: 'bytes' }] }),
      'refused',
    ],
    'a v3 codec called constructor': [v3Store({ codecs: [{ name: 'bytes' }, { name: 'constructor' }] }), 'refused'],
    'a v2 compressor called constructor': [v2Store({ compressor: { id: 'constructor' } }), 'refused'],
    '10,000 codecs in a row': [
      v3Store({ codecs: [{ name: 'bytes' }, ...new Array<object>(10_000).fill({ name: 'crc32c' })] }),
      ['refused', 'over budget'],
    ],
    'a separator of a million characters': [
      v3Store({ chunk_key_encoding: { name: 'default', configuration: { separator: 'x'.repeat(1e6) } } }),
      'read',
    ],
    'a chunk that inflates to 64 MB': [v2Store({}, {}, new Uint8Array(gzipSync(new Uint8Array(64e6)))), 'refused'],
    'dims of the same name': [v3Store({ dimension_names: ['x', 'x'] }), ['read', 'refused']],
    'dims called like prototypes': [v3Store({ dimension_names: ['__proto__', 'constructor'] }), ['read', 'refused']],
    'a fill value of 300,000 digits': [
      v3Store({ fill_value: '9'.repeat(300_000), data_type: 'int64', shape: [3, 8] }, new Uint8Array(192)),
      ['read', 'refused'],
    ],
    'labels of 10^12 in one chunk': [labelled({ shape: [1e12], chunks: [1e12] }, [1e12, 1], [3, 1]), 'refused'],
    'labels in a chunk of 10^12': [labelled({ shape: [6], chunks: [1e12] }, [6, 8], [3, 8]), 'read'],
    'labels that are texts of 10^9 characters': [labelled({ shape: [6], chunks: [6], dtype: '<U1000000000' }, [6, 8], [3, 8]), 'read'],
  }
  for (const [name, [files, outcome]] of Object.entries(cases)) {
    it(name, async () => {
      const verdict = await meetStore(files)
      expect(verdict.fault).toBeNull()
      expect([outcome].flat()).toContain(verdict.outcome)
    })
  }
})

/** A v2 group of an array and the labels of its rows. */
function labelled(labels: object, shape: readonly number[], chunks: readonly number[]): Files {
  const array = { zarr_format: 2, dtype: '<f8', order: 'C', filters: null, compressor: null, fill_value: 0 }
  const metadata = {
    'a/.zarray': { ...array, shape, chunks },
    'a/.zattrs': { _ARRAY_DIMENSIONS: ['y', 'x'] },
    'y/.zarray': { ...array, ...labels },
    'y/.zattrs': { _ARRAY_DIMENSIONS: ['y'] },
  }
  const files = Object.entries(metadata).map(([name, document]) => [`d/s.zarr/${name}`, text(document)] as const)
  return new Map([['d/s.zarr/.zmetadata', text({ metadata })], ...files])
}
