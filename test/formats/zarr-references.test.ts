import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { open } from '../../src/api/open.js'
import type { TypedArray } from '../../src/base/dtype.js'
import { filesOf, scratch } from '../engine/scratch.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { zipOf } from './zip-bytes.js'

const place = scratch('zarr-references')
const quiet = { workers: 0 } as const

const values = Int16Array.from({ length: 40 * 52 }, (_, at) => ((at * 7919) % 5000) - 2000)
const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [40, 52], nodata: -9999, name: 'v' })

async function pixels(uri: string, variable?: string): Promise<TypedArray> {
  return (await (await open(uri, variable === undefined ? {} : { variable })).compute(quiet)).values
}

const cases: readonly (readonly [name: string, write: object, zip: object])[] = [
  ['stored', {}, {}],
  ['deflated', { compress: 'none' }, { deflate: true }],
  ['zip64, with a comment', { zarrFormat: 2 }, { zip64: true, comment: 'PK\u0005\u0006 of mine' }],
  ['zipped from beside the store', {}, { prefix: 'deep/a.zarr/', deflate: true }],
  ['sharded', { shards: 32, chunks: 16 }, {}],
]

it.each(cases)('a store in a zip file is read by ranges: %s', async (name, write, zip) => {
  const store = place(`${name}.zarr`)
  await array.toZarr(store, { ...quiet, chunks: 16, ...write })
  const path = place(`${name}.zarr.zip`)
  writeFileSync(path, zipOf(filesOf(store), zip))
  expect(await pixels(path)).toEqual(values)
})

it('a zip file is checked: a flipped bit, a cut end, deflated shards, no store', async () => {
  const store = place('checked.zarr')
  await array.toZarr(store, { ...quiet, chunks: 16, compress: 'none' })
  const whole = zipOf(filesOf(store))
  const at = whole.indexOf('v/c/1/1') + 7 + 7 + 20
  const flipped = Buffer.from(whole)
  flipped.writeUInt8((flipped[at] as number) ^ 1, at)
  writeFileSync(place('flipped.zip'), flipped)
  await expect(pixels(place('flipped.zip'))).rejects.toThrow(/its CRC-32 is .*stated in the zip file/)
  writeFileSync(place('cut.zip'), whole.subarray(0, whole.length - 30))
  await expect(pixels(place('cut.zip'))).rejects.toThrow(/no directory at its end/)
  writeFileSync(place('other.zip'), zipOf(new Map([['a.txt', Buffer.from('x')]])))
  await expect(pixels(place('other.zip'))).rejects.toThrow(/holds no Zarr store/)
  const sharded = place('sharded-2.zarr')
  await array.toZarr(sharded, { ...quiet, chunks: 16, shards: 32 })
  writeFileSync(place('deflated.zip'), zipOf(filesOf(sharded), { deflate: true }))
  await expect(pixels(place('deflated.zip'))).rejects.toThrow(/is deflated in the zip file/)
})

/** All chunks of a v2 store in one file, and references to its parts. */
async function packed(name: string, inline = false): Promise<{ refs: Record<string, unknown>; file: string }> {
  const store = place(`${name}.zarr`)
  await array.toZarr(store, { ...quiet, chunks: 16, zarrFormat: 2, compress: 'gzip' })
  const refs: Record<string, unknown> = {}
  const parts: Buffer[] = []
  let offset = 11
  for (const [path, bytes] of filesOf(store)) {
    const key = path.slice(1)
    if (/(^|\/)\.z/.test(key)) refs[key] = bytes.toString('utf8')
    else if (inline) refs[key] = `base64:${bytes.toString('base64')}`
    else {
      refs[key] = [`${name}.bin`, offset, bytes.length]
      parts.push(bytes)
      offset += bytes.length
    }
  }
  writeFileSync(place(`${name}.bin`), Buffer.concat([Buffer.alloc(11, 'x'), ...parts]))
  return { refs, file: `${name}.bin` }
}

it('kerchunk references are read: version 0, version 1 with templates and gen, inline', async () => {
  const { refs } = await packed('first')
  writeFileSync(place('v0.json'), JSON.stringify(refs))
  expect(await pixels(place('v0.json'))).toEqual(values)
  const { refs: bytes } = await packed('inline', true)
  writeFileSync(place('inline.json'), JSON.stringify({ version: 1, refs: bytes }))
  expect(await pixels(place('inline.json'))).toEqual(values)
  const named = Object.fromEntries(
    Object.entries(refs).map(([key, value]) => [key, Array.isArray(value) ? ["{{f(c='first')}}", value[1], value[2]] : value]),
  )
  writeFileSync(place('v1.json'), JSON.stringify({ version: 1, templates: { f: '{{c}}{{end}}', end: '.bin' }, refs: named }))
  expect(await pixels(place('v1.json'))).toEqual(values)
})

it('gen makes references by sums and products', async () => {
  const raw = Buffer.from(Int32Array.from({ length: 12 }, (_, at) => at * 3).buffer)
  writeFileSync(place('raw-0.bin'), Buffer.concat([Buffer.alloc(8), raw.subarray(0, 24)]))
  writeFileSync(place('raw-1.bin'), Buffer.concat([Buffer.alloc(8), raw.subarray(24)]))
  const zarray = {
    zarr_format: 2,
    shape: [4, 3],
    chunks: [1, 3],
    dtype: '<i4',
    compressor: null,
    filters: null,
    order: 'C',
    fill_value: -1,
  }
  const document = {
    version: 1,
    templates: { u: 'raw-{{n}}' },
    gen: [
      {
        key: 'v/{{ 2 * i + j }}.0',
        url: '{{u(n=i)}}.bin',
        offset: '{{ 8 + j * 12 }}',
        length: '12',
        dimensions: { i: { stop: 2 }, j: [0, 1] },
      },
    ],
    refs: { '.zgroup': '{"zarr_format":2}', 'v/.zarray': JSON.stringify(zarray), 'v/.zattrs': { _ARRAY_DIMENSIONS: ['y', 'x'] } },
  }
  writeFileSync(place('gen.json'), JSON.stringify(document))
  expect([...(await pixels(place('gen.json'), 'v'))]).toEqual(Array.from({ length: 12 }, (_, at) => at * 3))
})

it('what cannot be read is refused by name', async () => {
  const { refs } = await packed('bad')
  const chunk = Object.keys(refs).find((key) => /^v\/\d/.test(key)) as string
  writeFileSync(place('bad-1.json'), JSON.stringify({ ...refs, [chunk]: ['bad.bin', 0, 1e9] }))
  await expect(pixels(place('bad-1.json'))).rejects.toThrow(/has 1000000000 bytes, at most/)
  writeFileSync(place('bad-2.json'), JSON.stringify({ ...refs, [chunk]: ['bad.bin', 5] }))
  await expect(pixels(place('bad-2.json'))).rejects.toThrow(/expected \[url\], \[url, offset, length\] or a text/)
  writeFileSync(place('bad-3.json'), JSON.stringify({ a: 1 }))
  await expect(pixels(place('bad-3.json'))).rejects.toThrow(/describes no Zarr store/)
  writeFileSync(place('bad-4.json'), JSON.stringify({ ...refs, [chunk]: ['{{ eval("x") }}', 5, 6] }))
  await expect(pixels(place('bad-4.json'))).rejects.toThrow(/expression|arguments/)
  writeFileSync(place('refs.parq'), 'x')
  await expect(pixels(place('refs.parq'))).rejects.toThrow(/Parquet/)
})

let server: Server | null = null
afterAll(() => void server?.close())

it('references and zip files over HTTP come by ranges', async () => {
  const { refs } = await packed('remote')
  writeFileSync(place('remote.json'), JSON.stringify(refs))
  const store = place('remote-zip.zarr')
  await array.toZarr(store, { ...quiet, chunks: 16 })
  writeFileSync(place('remote.zip'), zipOf(filesOf(store)))
  const ranges: string[] = []
  server = createServer((request, response) => {
    const bytes = readFileSync(place((request.url ?? '').slice(1)))
    const found = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '')
    if (request.method === 'HEAD' || found === null) {
      response
        .writeHead(200, { 'content-length': bytes.length, 'accept-ranges': 'bytes' })
        .end(request.method === 'HEAD' ? undefined : bytes)
      return
    }
    ranges.push(found[0])
    const part = bytes.subarray(Number(found[1]), Number(found[2]) + 1)
    const last = Number(found[1]) + part.length - 1
    response.writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${found[1]}-${last}/${bytes.length}` }).end(part)
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  for (const name of ['remote.json', 'remote.zip']) expect(await pixels(`http://127.0.0.1:${port}/${name}`)).toEqual(values)
  expect(ranges.length).toBeGreaterThan(2)
})

describeWithPeers('zip files of others', ['data'], () => {
  it.each(['v2', 'v3'])('zarrita %s: zipped from within and from the parent, as the directory', async (version) => {
    const base = join(dataDir, 'zarr/zarrita', version)
    const direct = await pixels(join(base, 'data.zarr'), '2d.chunked.ragged.i2')
    for (const name of ['data.zipped_from_within.zarr.zip', 'data.zipped_from_parent.zarr.zip'])
      expect(await pixels(join(base, name), '2d.chunked.ragged.i2')).toEqual(direct)
  })
})

describeWithPeers('zip files that zarr-python writes', ['zarr', 'numpy'], () => {
  it('with and without compression', async () => {
    for (const method of ['ZIP_STORED', 'ZIP_DEFLATED']) {
      const path = place(`python-${method}.zip`)
      const program = `
import zarr, zipfile, numpy
store = zarr.ZipStore(${JSON.stringify(path)}, mode='w', compression=zipfile.${method})
group = zarr.group(store)
array = group.create_dataset('v', shape=(40, 52), chunks=(16, 16), dtype='<i2', compressor=None)
array[:] = (numpy.arange(40 * 52, dtype='i8') * 7919 % 5000 - 2000).reshape(40, 52)
store.close()
`
      execFileSync(python, ['-c', program])
      expect(await pixels(path)).toEqual(values)
    }
  })
})

it('a zip file and references are told by their content, whatever they are called', async () => {
  const store = place('unnamed.zarr')
  await array.toZarr(store, { ...quiet, chunks: 16 })
  const zip = zipOf(filesOf(store))
  for (const name of ['archive', 'zipped.zarr', 'archive.bin']) {
    writeFileSync(place(name), zip)
    expect(await pixels(place(name))).toEqual(values)
  }
  const { refs } = await packed('unnamed-references', true)
  for (const [name, document] of Object.entries({ 'refs-0.txt': refs, 'refs-1': { version: 1, refs } })) {
    writeFileSync(place(name), JSON.stringify(document))
    expect(await pixels(place(name))).toEqual(values)
  }
  writeFileSync(place('other.txt'), '{"a": 1}')
  await expect(pixels(place('other.txt'))).rejects.toThrow('format that is not known')
})
