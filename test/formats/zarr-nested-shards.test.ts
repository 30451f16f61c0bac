import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { open } from '../../src/api/open.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { openReader } from '../read-window.js'
import { crc32cByBits } from './zarr-shard-bytes.js'
import { temporaryDirectory } from './zarr-store.js'

const directory = temporaryDirectory()
afterAll(directory.remove)

const little = { name: 'bytes', configuration: { endian: 'little' } }
const indexCodecs = [little, { name: 'crc32c' }]

/** A shard by the letter of the specification: parts in C order, null for one that is not there. */
function shard(parts: readonly (Uint8Array | null)[], indexAt: 'start' | 'end'): Uint8Array {
  const index = Buffer.alloc(16 * parts.length + 4, 0xff)
  let offset = indexAt === 'start' ? index.length : 0
  for (const [at, part] of parts.entries()) {
    if (part === null) continue
    index.writeBigUInt64LE(BigInt(offset), 16 * at)
    index.writeBigUInt64LE(BigInt(part.length), 16 * at + 8)
    offset += part.length
  }
  index.writeUInt32LE(crc32cByBits(index.subarray(0, -4)), 16 * parts.length)
  const body = parts.filter((part) => part !== null)
  return Buffer.concat(indexAt === 'start' ? [index, ...body] : [...body, index])
}

function document(codecs: readonly object[], extents: readonly number[], chunk: readonly number[]): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify({
      zarr_format: 3,
      node_type: 'array',
      shape: extents,
      data_type: 'int16',
      chunk_grid: { name: 'regular', configuration: { chunk_shape: chunk } },
      chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
      fill_value: -7,
      codecs,
      attributes: {},
      dimension_names: ['y', 'x'],
    }),
  )
}

/** The value of a pixel of an array of 9 by 13: distinct, and far from the fill value. */
const valueAt = (y: number, x: number): number => (y < 9 && x < 13 ? y * 100 + x : 0)

/** Big-endian pixels of a chunk, its dims turned round, compressed. */
function chunkBytes(y: number, x: number, [height, width]: readonly [number, number]): Uint8Array {
  const bytes = Buffer.alloc(height * width * 2)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) bytes.writeInt16BE(valueAt(y + row, x + column), (column * height + row) * 2)
  return gzipSync(bytes)
}

/** Shards of 8 x 12 of shards of 4 x 6 of chunks of 2 x 3; the inner shard at row 4, column 6 is not there, nor is the chunk at row 2, column 3. */
function nestedStore(outerAt: 'start' | 'end', innerAt: 'start' | 'end', around: 'nothing' | 'gzip'): Map<string, Uint8Array> {
  const innermost = [
    { name: 'transpose', configuration: { order: [1, 0] } },
    { name: 'bytes', configuration: { endian: 'big' } },
    { name: 'gzip', configuration: { level: 5 } },
  ]
  const inner = {
    name: 'sharding_indexed',
    configuration: { chunk_shape: [2, 3], codecs: innermost, index_codecs: indexCodecs, index_location: innerAt },
  }
  const checked = [inner, { name: 'crc32c' }]
  const outer = {
    name: 'sharding_indexed',
    configuration: { chunk_shape: [4, 6], codecs: checked, index_codecs: indexCodecs, index_location: outerAt },
  }
  const files = new Map([
    ['r/m/zarr.json', document(around === 'gzip' ? [outer, { name: 'gzip', configuration: { level: 1 } }] : [outer], [9, 13], [8, 12])],
  ])
  for (const [row, column] of [
    [0, 0],
    [0, 1],
    [1, 0],
  ] as const) {
    const parts: (Uint8Array | null)[] = []
    for (let y = row * 8; y < row * 8 + 8; y += 4) {
      for (let x = column * 12; x < column * 12 + 12; x += 6) {
        const chunks: (Uint8Array | null)[] = []
        for (let top = y; top < y + 4; top += 2)
          for (let left = x; left < x + 6; left += 3) chunks.push(top === 2 && left === 3 ? null : chunkBytes(top, left, [2, 3]))
        const own = shard(chunks, innerAt)
        const sum = Buffer.alloc(4)
        sum.writeUInt32LE(crc32cByBits(own))
        parts.push(y === 4 && x === 6 ? null : Buffer.concat([own, sum]))
      }
    }
    const whole = shard(parts, outerAt)
    files.set(`r/m/c/${row}/${column}`, around === 'gzip' ? gzipSync(whole) : whole)
  }
  return files
}

function expected(): number[] {
  const isThere = (y: number, x: number): boolean => {
    if (y >= 8 && x >= 12) return false
    if (y >= 4 && y < 8 && x >= 6 && x < 12) return false
    return !(y >= 2 && y < 4 && x >= 3 && x < 6)
  }
  return Array.from({ length: 9 * 13 }, (_, at) => {
    const [y, x] = [Math.floor(at / 13), at % 13]
    return isThere(y, x) ? valueAt(y, x) : -7
  })
}

describe('shards within shards', () => {
  it.each([
    ['end', 'end', 'nothing'],
    ['start', 'end', 'nothing'],
    ['end', 'start', 'nothing'],
    ['start', 'start', 'gzip'],
  ] as const)(
    'index at the %s, of those inside at the %s, around them %s: every pixel, and fill where nothing is',
    async (outer, inner, around) => {
      const reader = await openReader(zarrSource, 'r/m', {}, memoryFiles(nestedStore(outer, inner, around)))
      const { data } = await reader.read({ start: [0, 0], stop: [9, 13] })
      expect([...(data as Int16Array)]).toEqual(expected())
    },
  )

  it('read in the engine, on threads', async () => {
    const { mkdirSync } = await import('node:fs')
    for (const [path, bytes] of nestedStore('start', 'end', 'nothing')) {
      const file = join(directory.path, 'nested.zarr', path.slice(4))
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, bytes)
    }
    const array = await open(join(directory.path, 'nested.zarr'))
    expect([...((await array.compute({ workers: 0 })).values as Int16Array)]).toEqual(expected())
  })

  it('damaged in any byte are an error, or read as they should', async () => {
    const files = nestedStore('end', 'start', 'nothing')
    const whole = files.get('r/m/c/0/0') as Uint8Array
    let refused = 0
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] as number) ^ 0x40
      const reader = await openReader(zarrSource, 'r/m', {}, memoryFiles(new Map([...files, ['r/m/c/0/0', bytes]])))
      try {
        const { data } = await reader.read({ start: [0, 0], stop: [9, 13] })
        expect([...(data as Int16Array)]).toEqual(expected())
      } catch (error) {
        expect(error).toMatchObject({ code: 'E_SOURCE', message: expect.stringContaining('r/m/c/0/0') })
        refused++
      }
    }
    expect(refused).toBeGreaterThan(whole.length / 7 / 2)
  })

  it('that cannot be are refused by name', async () => {
    const inner = { name: 'sharding_indexed', configuration: { chunk_shape: [3, 3], codecs: [little], index_codecs: indexCodecs } }
    const outer = { name: 'sharding_indexed', configuration: { chunk_shape: [4, 6], codecs: [inner], index_codecs: indexCodecs } }
    const files = new Map([['r/m/zarr.json', document([outer], [9, 13], [8, 12])]])
    await expect(openReader(zarrSource, 'r/m', {}, memoryFiles(files))).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringContaining('shards of 4 x 6 are not whole chunks of 3 x 3'),
    })
  })
})
