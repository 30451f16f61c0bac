import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, isBigInt, type TypedArray } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import type { ScalarJson } from '../../src/base/scalar.js'
import { scalarFromJson } from '../../src/base/scalar.js'
import { elementBytes } from '../../src/formats/zarr/fill.js'
import { plainBand } from '../../src/graph/spec.js'
import { describeWithPeers, python } from '../peers.js'
import { readWithZarrita } from './zarr-peer.js'
import { readZarr } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'
import { temporaryDirectory, writeStore } from './zarr-store.js'

const directory = temporaryDirectory()
afterAll(directory.remove)

const isFull = process.env.RASTERLOOM_FULL === '1'
const shape = [21, 30]
const allDtypes = Object.keys(dtypes) as Dtype[]
const encodings: readonly JsonObject[] = [
  { compress: 'none' },
  { compress: 'gzip' },
  { compress: 'zstd' },
  { compress: 'blosc' },
  ...(['lz4', 'zstd', 'zlib'] as const).flatMap((cname) =>
    (['noshuffle', 'shuffle', 'bitshuffle'] as const).map((shuffle): JsonObject => ({ compress: 'blosc', cname, shuffle })),
  ),
]

/** Smooth values over the whole range, the first chunk and the last all fill. */
function pixels(dtype: Dtype, fill: ScalarJson): TypedArray {
  const data = allocate(dtype, 21 * 30)
  const { kind, min, max } = dtypes[dtype]
  const nodata = scalarFromJson(fill, dtype)
  for (let at = 0; at < data.length; at++) {
    const [y, x] = [Math.floor(at / 30), at % 30]
    if ((y < 8 && x < 8) || (y >= 16 && x >= 24)) data[at] = nodata as never
    else if (isBigInt(dtype)) data[at] = (at % 7 === 0 ? BigInt(max) : at % 11 === 0 ? BigInt(min) : BigInt(at) * 1_000_003n) as never
    else if (kind === 'float')
      data[at] = ([Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][at % 17] ?? Math.sin(at) * 1e3) as never
    else data[at] = (at % 7 === 0 ? max : at % 11 === 0 ? min : at % 100) as never
  }
  return data
}

function fills(dtype: Dtype): readonly ScalarJson[] {
  const { kind, min, max } = dtypes[dtype]
  return kind === 'float'
    ? ['NaN', -0, 'Infinity', '-Infinity', -9999]
    : [0, String(min), String(max)].map((each) => (isBigInt(dtype) ? each : Number(each)))
}

interface Case {
  readonly name: string
  readonly dtype: Dtype
  readonly fill: ScalarJson
  readonly options: JsonObject
}

/** Every dtype by every fill value, and by every encoding in both orders; of these a ninth where not all are asked for. */
function casesOf(zarrFormat: 2 | 3): Case[] {
  return allDtypes.flatMap((dtype, of) => [
    ...fills(dtype).map(
      (fill): Case => ({ name: `${zarrFormat}-${dtype}-fill-${fill}`, dtype, fill, options: { compress: 'gzip', zarrFormat } }),
    ),
    ...encodings
      .filter((_, at) => isFull || (at + of) % 9 === 0)
      .flatMap((encoding) =>
        (['C', 'F'] as const).map(
          (order): Case => ({
            name: `${zarrFormat}-${dtype}-${Object.values(encoding).join('-')}-${order}`,
            dtype,
            fill: fills(dtype)[0] as ScalarJson,
            options: { ...encoding, order, zarrFormat },
          }),
        ),
      ),
  ])
}

async function write({ name, dtype, fill, options }: Case): Promise<{ store: string; raw: string; data: TypedArray }> {
  const store = join(directory.path, `${name}.zarr`)
  const data = pixels(dtype, fill)
  const spec = testSpec({ dims: ['y', 'x'], shape, dtype, bands: [{ ...plainBand, nodata: fill }] })
  await writeStore(store, [{ spec, data, options: { chunks: 8, ...options } }])
  const raw = `${store}.bin`
  writeFileSync(raw, bytesOf(data))
  return { store, raw, data }
}

function bytesOf(data: TypedArray): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
}

describeWithPeers('what is written in version 2', ['zarr', 'numpy', 'gdal-python'], () => {
  const cases = casesOf(2)
  it(`reads bit by bit in zarr-python and in GDAL: ${cases.length} stores`, async () => {
    const items: JsonObject[] = []
    for (const each of cases) {
      const { store, raw, data } = await write(each)
      items.push({ store, raw, dtype: `<${dtypes[each.dtype].kind[0]}${dtypes[each.dtype].bytes}`, shape })
      expect(bytesOf((await readZarr(store)).data).equals(bytesOf(data)), each.name).toBe(true)
    }
    const list = join(directory.path, 'list.json')
    writeFileSync(list, JSON.stringify(items))
    const program = fileURLToPath(new URL('zarr-roundtrip-read.py', import.meta.url))
    const seen = JSON.parse(execFileSync(python, [program, list], { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Record<string, JsonObject>
    for (const [at, { name, dtype, fill, options }] of cases.entries()) {
      const found = seen[(items[at] as JsonObject).store as string] as JsonObject
      const bits = Buffer.from(elementBytes(scalarFromJson(fill, dtype), dtype)).toString('hex')
      // Nothing but fill is left out; 12 chunks have pixels, unless the fill has too many digits for readers in JavaScript.
      expect(found, name).toMatchObject({ zarr: true, gdal: true, order: options.order ?? 'C', fill: bits })
      expect(found.cname, name).toBe(options.compress === 'blosc' ? (options.cname ?? 'lz4') : null)
      const isLong = isBigInt(dtype) && BigInt(Number(fill)) !== BigInt(fill)
      expect(found.chunks, name).toBe(isLong ? 12 : 10)
    }
  }, 120_000)
})

describeWithPeers('what is written in version 3', [], () => {
  it('reads bit by bit in zarrita and by ourselves', async () => {
    for (const each of casesOf(3)) {
      const { store, data } = await write(each)
      expect(bytesOf((await readZarr(store)).data).equals(bytesOf(data)), each.name).toBe(true)
      const seen = await readWithZarrita(store, 'data')
      // It fills with 0 where -0.0 is meant; it rounds fill values of 64 bits, which therefore are not left out.
      if (!Object.is(each.fill, -0)) expect(bytesOf(seen.data).equals(bytesOf(data)), each.name).toBe(true)
    }
  }, 120_000)
})
