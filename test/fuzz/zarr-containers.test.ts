import { afterAll, describe, expect, it } from 'vitest'
import { chunkGrid } from '../../src/array/chunk-grid.js'
import type { JsonObject } from '../../src/base/json.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import type { Random } from '../conformance/random.js'
import { filesOf } from '../engine/scratch.js'
import { crc32cByBits } from '../formats/zarr-shard-bytes.js'
import { testSpec } from '../formats/zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from '../formats/zarr-store.js'
import { zipOf } from '../formats/zip-bytes.js'
import { openReader } from '../read-window.js'
import { campaign } from './campaign.js'
import { meet, type Verdict } from './drive.js'
import { mutateBytes, mutateJson } from './mutate.js'

const temporary = temporaryDirectory()
afterAll(() => temporary.remove())

const plausible = 5_000_000
const shape = [20, 24]

/** A small store in memory, by path from its root on. */
async function store(name: string, options: JsonObject): Promise<Map<string, Buffer>> {
  const path = `${temporary.path}/${name}.zarr`
  const spec = testSpec({ dims: ['y', 'x'], shape, chunks: chunkGrid(shape, [4, 8]) })
  await writeStore(path, [{ spec, data: counting('uint16', shape), options }])
  return filesOf(path)
}

/** A store of shards: which files are shards, and where the index of each lies. */
interface Sharded {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly shards: readonly string[]
  readonly atStart: boolean
  readonly indexBytes: number
}

const chunksOfShard = 4

async function sharded(shardIndex: 'start' | 'end'): Promise<Sharded> {
  const found = await store(`shards-${shardIndex}`, { shards: { y: 8, x: 16 }, chunks: { y: 4, x: 8 }, shardIndex, checksum: true })
  const files = new Map([...found].map(([path, bytes]) => [`d/s.zarr${path}`, new Uint8Array(bytes)] as const))
  return {
    files,
    shards: [...files.keys()].filter((name) => /\/c\/\d/.test(name)),
    atStart: shardIndex === 'start',
    indexBytes: 16 * chunksOfShard + 4,
  }
}

const oddPlaces = [0n, 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 2n, 2n ** 64n - 1n]

/** Entries of an index changed: to the limits of numbers, over other chunks, over the index itself. Most have the right checksum again. */
function mutateIndex({ files, shards, atStart, indexBytes }: Sharded, rng: Random): ReadonlyMap<string, Uint8Array> {
  const name = shards[rng.int(0, shards.length)] as string
  const bytes = (files.get(name) as Uint8Array).slice()
  const view = new DataView(bytes.buffer)
  const start = atStart ? 0 : bytes.length - indexBytes
  for (let time = 0; time < 1 + rng.int(0, 4); time++) {
    const field = start + 8 * rng.int(0, 2 * chunksOfShard)
    const odd = rng.int(0, 2) === 0 ? BigInt(rng.int(0, bytes.length + 8)) : (oddPlaces[rng.int(0, oddPlaces.length)] as bigint)
    view.setBigUint64(field, odd, true)
  }
  if (rng.int(0, 8) > 0) view.setUint32(start + indexBytes - 4, crc32cByBits(bytes.subarray(start, start + indexBytes - 4)), true)
  if (rng.int(0, 6) === 0) mutateBytes(bytes.subarray(start, start + indexBytes), rng)
  return new Map([...files, [name, rng.int(0, 12) === 0 ? bytes.slice(0, rng.int(0, bytes.length)) : bytes]])
}

const meetFiles = (uri: string, files: ReadonlyMap<string, Uint8Array>): Promise<Verdict> =>
  meet(zarrSource, uri, memoryFiles(files), plausible)

campaign({
  name: 'shard indexes',
  share: 0.03,
  seeds: async () => [await sharded('start'), await sharded('end')],
  mutate: mutateIndex,
  meet: (files) => meetFiles('d/s.zarr', files),
})

const zips: readonly (readonly [name: string, store: JsonObject, zip: object])[] = [
  ['stored', {}, {}],
  ['deflated', { compress: 'none' }, { deflate: true }],
  ['zip64', { zarrFormat: 2 }, { zip64: true, comment: 'c' }],
  ['sharded', { shards: { y: 8, x: 16 }, chunks: { y: 4, x: 8 } }, {}],
]

campaign({
  name: 'zip files of stores',
  share: 0.03,
  seeds: () => Promise.all(zips.map(async ([name, options, how]) => new Uint8Array(zipOf(await store(`zip-${name}`, options), how)))),
  mutate(seed, rng) {
    const bytes = seed.slice()
    // The directory stands last.
    const last = rng.int(0, 3) > 0 ? Math.min(bytes.length, 60 + rng.int(0, 600)) : bytes.length
    mutateBytes(bytes.subarray(bytes.length - last), rng)
    return rng.int(0, 12) === 0 ? bytes.slice(rng.int(0, 40), rng.int(40, bytes.length)) : bytes
  },
  meet: (bytes) => meetFiles('d/s.zip', new Map([['d/s.zip', bytes]])),
})

/** References of both versions, and the file that their chunks lie in. */
async function references(): Promise<readonly { text: string; data: Uint8Array }[]> {
  const refs: Record<string, unknown> = {}
  const parts: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of await store('references', { zarrFormat: 2, compress: 'gzip' })) {
    const key = path.slice(1)
    if (/(^|\/)\.z/.test(key)) refs[key] = bytes.toString('utf8')
    else if (offset % 3 === 1) refs[key] = `base64:${bytes.toString('base64')}`
    else {
      refs[key] = ['{{u}}.bin', offset, bytes.length]
      parts.push(bytes)
      offset += bytes.length
    }
  }
  const data = Buffer.concat(parts)
  const gen = [{ key: 'w/{{i}}', url: '{{u}}.bin', offset: '{{i * 4}}', length: '4', dimensions: { i: { stop: 5 } } }]
  const plain = JSON.stringify(refs).replaceAll('{{u}}', 'data')
  return [plain, JSON.stringify({ version: 1, templates: { u: 'data' }, gen, refs })].map((text) => ({ text, data }))
}

campaign({
  name: 'files of references',
  share: 0.03,
  seeds: references,
  mutate: ({ text, data }, rng) => ({ text: mutateJson(text, rng), data }),
  meet: ({ text, data }) =>
    meetFiles(
      'd/s.json',
      new Map([
        ['d/s.json', Buffer.from(text, 'latin1')],
        ['d/data.bin', data],
      ]),
    ),
})

describe('hostile containers', () => {
  const array = { zarr_format: 2, shape: [4], chunks: [2], dtype: '<i2', order: 'C', filters: null, compressor: null, fill_value: 0 }
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const documents: Readonly<Record<string, string>> = {
    'references 100,000 levels deep': `{"version":1,"refs":{".zarray":${deep}}}`,
    'references whose templates name each other': JSON.stringify({
      version: 1,
      templates: { a: '{{b}}', b: '{{a}}' },
      refs: { '.zarray': ['{{a}}'] },
    }),
    'references whose templates double': JSON.stringify({
      version: 1,
      templates: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`t${at}`, `{{t${at + 1}}}{{t${at + 1}}}`])),
      refs: { '.zarray': ['{{t0}}', 0, 4] },
    }),
    'gen of 10^12 references': JSON.stringify({
      version: 1,
      gen: [{ key: '{{i}}.{{j}}', url: 'x', offset: '0', length: '1', dimensions: { i: { stop: 1e6 }, j: { stop: 1e6 } } }],
      refs: { '.zarray': JSON.stringify(array) },
    }),
    'gen of a step of 0': JSON.stringify({
      version: 1,
      gen: [{ key: '{{i}}', url: 'x', offset: '0', length: '1', dimensions: { i: { start: 0, stop: 9, step: 0 } } }],
      refs: { '.zarray': JSON.stringify(array) },
    }),
    'gen of a deep expression': JSON.stringify({
      version: 1,
      gen: [{ key: '{{i}}', url: 'x', offset: `{{${'('.repeat(50_000)}i${')'.repeat(50_000)}}}`, length: '1', dimensions: { i: [0] } }],
      refs: { '.zarray': JSON.stringify(array) },
    }),
    'a reference of negative bytes': JSON.stringify({
      '.zarray': JSON.stringify(array),
      '0': ['data.bin', -4, -4],
      '1': ['data.bin', 0, 2 ** 53],
    }),
  }
  for (const [name, text] of Object.entries(documents)) {
    it(name, async () => {
      expect(
        await meetFiles(
          'd/s.json',
          new Map([
            ['d/s.json', Buffer.from(text)],
            ['d/data.bin', new Uint8Array(8)],
          ]),
        ),
      ).toEqual({
        outcome: 'refused',
        fault: null,
      })
    })
  }

  it('an array at the root of references, and of a zip file, is read and not taken for fill', async () => {
    const text = JSON.stringify({ '.zarray': JSON.stringify(array), '0': 'base64:BQAGAA==', '1': ['data.bin', 2, 4] })
    const zip = zipOf(
      new Map([
        ['/.zarray', Buffer.from(JSON.stringify(array))],
        ['/0', Buffer.of(5, 0, 6, 0)],
        ['/1', Buffer.of(7, 0, 8, 0)],
      ]),
    )
    const data = Uint8Array.of(0, 0, 7, 0, 8, 0)
    const open = memoryFiles(
      new Map([
        ['d/s.json', new Uint8Array(Buffer.from(text))],
        ['d/data.bin', data],
        ['d/s.zip', new Uint8Array(zip)],
      ]),
    )
    for (const uri of ['d/s.json', 'd/s.zip']) {
      const reader = await openReader(zarrSource, uri, {}, open)
      expect([...(await reader.read({ start: [0], stop: [4] })).data]).toEqual([5, 6, 7, 8])
    }
  })

  it('chunks of a shard that lie over one another are read, or refused', async () => {
    const { files, shards, indexBytes } = await sharded('end')
    const bytes = (files.get(shards[0] as string) as Uint8Array).slice()
    const start = bytes.length - indexBytes
    for (let chunk = 1; chunk < chunksOfShard; chunk++) bytes.copyWithin(start + 16 * chunk, start, start + 16)
    new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32cByBits(bytes.subarray(start, bytes.length - 4)), true)
    expect((await meetFiles('d/s.zarr', new Map([...files, [shards[0] as string, bytes]]))).fault).toBeNull()
  })

  it('a zip file that promises 2^32 members, and one whose member inflates to more than it says', async () => {
    const zip = new Uint8Array(zipOf(await store('bomb', { compress: 'none' }), { deflate: true }))
    const many = zip.slice()
    new DataView(many.buffer).setUint16(many.length - 12, 0xfffe, true)
    expect(await meetFiles('d/s.zip', new Map([['d/s.zip', many]]))).toEqual({ outcome: 'refused', fault: null })
    const bomb = new Uint8Array(
      zipOf(
        new Map([
          ['/.zarray', Buffer.from(JSON.stringify(array))],
          ['/0', Buffer.alloc(64e6)],
        ]),
        { deflate: true },
      ),
    )
    expect(await meetFiles('d/s.zip', new Map([['d/s.zip', bomb]]))).toEqual({ outcome: 'refused', fault: null })
  })
})
