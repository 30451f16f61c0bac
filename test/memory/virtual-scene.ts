import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { random } from '../conformance/random.js'

/** Tiles that are stored; all others of a file are the same ones again, in an order that a seed gives. */
const stored = 16
const tileSide = 512

/** A field of a TIFF directory: tag, TIFF type, values. */
type Field = readonly [tag: number, type: number, values: readonly number[] | BigUint64Array]

/** Short, long, double, ASCII, and the 64-bit unsigned integers of BigTIFF. */
const [ascii, short, long, double, long8] = [2, 3, 4, 12, 16]
const typeBytes: Readonly<Record<number, number>> = { [ascii]: 1, [short]: 2, [long]: 4, [double]: 8, [long8]: 8 }

/** Where the upper left corner of a scene lies, in metres of its UTM zone. */
export interface Corner {
  readonly left: number
  readonly top: number
}

const atOrigin: Corner = { left: 300_000, top: 8_000_000 }

/**
 * A BigTIFF of uint16 in UTM of any size that takes next to no disk: its tiles, 512 x 512 and deflated with predictor 2, are 16 that are
 * named again and again. Any reader takes it for what it says; memory and time are those of as many tiles of their own.
 */
export function writeVirtualScene(path: string, width: number, height: number, seed: number, corner: Corner = atOrigin): void {
  const across = Math.ceil(width / tileSide)
  const count = across * Math.ceil(height / tileSide)
  const { int } = random(seed)
  const tiles = Array.from({ length: stored }, (_, at) => tileOf(at, int))
  const starts: number[] = []
  let end = 16
  for (const tile of tiles) {
    starts.push(end)
    end += tile.length
  }
  const offsets = new BigUint64Array(count)
  const counts = new BigUint64Array(count)
  for (let at = 0; at < count; at++) {
    const which = int(0, stored - 1)
    offsets[at] = BigInt(starts[which] as number)
    counts[at] = BigInt((tiles[which] as Buffer).length)
  }
  const head = Buffer.alloc(16)
  head.write('II', 'latin1')
  for (const [at, value] of [43, 8, 0].entries()) head.writeUInt16LE(value, 2 + at * 2)
  const padding = Buffer.alloc(-end & 7)
  head.writeBigUInt64LE(BigInt(end + padding.length), 8)
  const directory = directoryOf(fieldsOf(width, height, offsets, counts, corner), end + padding.length)
  writeFileSync(path, Buffer.concat([head, ...tiles, padding, directory]))
}

/** Smooth ground in steps with some noise: it packs well, so that disks last. */
function tileOf(at: number, int: (from: number, to: number) => number): Buffer {
  const values = new Uint16Array(tileSide * tileSide)
  for (let y = 0, pixel = 0; y < tileSide; y++) {
    let last = 0
    for (let x = 0; x < tileSide; x++, pixel++) {
      const noise = (x & 31) === 0 ? int(0, 8) : 0
      const value = 1000 + 50 * at + (y >> 3) + (x >> 4) + noise
      values[pixel] = value - last
      last = value
    }
  }
  return deflateSync(Buffer.from(values.buffer), { level: 6 })
}

function fieldsOf(width: number, height: number, offsets: BigUint64Array, counts: BigUint64Array, { left, top }: Corner): Field[] {
  return [
    [256, long, [width]],
    [257, long, [height]],
    [258, short, [16]],
    [259, short, [8]],
    [262, short, [1]],
    [277, short, [1]],
    [317, short, [2]],
    [322, short, [tileSide]],
    [323, short, [tileSide]],
    [324, long8, offsets],
    [325, long8, counts],
    [339, short, [1]],
    [33550, double, [10, 10, 0]],
    [33922, double, [0, 0, 0, left, top, 0]],
    // Projected, pixels are areas, EPSG:32633.
    [34735, short, [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32633]],
    [42113, ascii, [0x30, 0]],
  ]
}

/** A directory of BigTIFF and what its fields point to, from a byte of the file on. */
function directoryOf(fields: readonly Field[], start: number): Buffer {
  const table = Buffer.alloc(8 + fields.length * 20 + 8)
  table.writeBigUInt64LE(BigInt(fields.length), 0)
  const parts: Buffer[] = [table]
  let end = start + table.length
  for (const [at, [tag, type, values]] of fields.entries()) {
    const entry = 8 + at * 20
    table.writeUInt16LE(tag, entry)
    table.writeUInt16LE(type, entry + 2)
    table.writeBigUInt64LE(BigInt(values.length), entry + 4)
    const bytes = bytesOf(type, values)
    if (bytes.length <= 8) bytes.copy(table, entry + 12)
    else {
      table.writeBigUInt64LE(BigInt(end), entry + 12)
      parts.push(bytes)
      end += bytes.length
    }
  }
  return Buffer.concat(parts)
}

function bytesOf(type: number, values: Field[2]): Buffer {
  if (values instanceof BigUint64Array) return Buffer.from(values.buffer)
  const bytes = Buffer.alloc(values.length * (typeBytes[type] as number))
  for (const [at, value] of values.entries()) {
    if (type === double) bytes.writeDoubleLE(value, at * 8)
    else bytes.writeUIntLE(value, at * (typeBytes[type] as number), typeBytes[type] as number)
  }
  return bytes
}
