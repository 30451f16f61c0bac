import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../src/codecs/crc32.js'

function u16(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) out.writeUInt16LE(value, at * 2)
  return out
}

function u32(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) out.writeUInt32LE(value >>> 0, at * 4)
  return out
}

function u64(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 8)
  for (const [at, value] of values.entries()) out.writeBigUInt64LE(BigInt(value), at * 8)
  return out
}

/** A zip file by hand, from the APPNOTE. */
export function zipOf(files: ReadonlyMap<string, Buffer>, { deflate = false, zip64 = false, prefix = '', comment = '' } = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of files) {
    const name = Buffer.from(prefix + path.replace(/^\//, ''))
    const packed = deflate ? deflateRawSync(bytes) : bytes
    const sizes = [crc32(bytes), packed.length, bytes.length] as const
    const common = Buffer.concat([u16(0x800, deflate ? 8 : 0, 0, 0x5821), u32(...sizes)])
    // Own headers may have other extra fields than the directory.
    const local = Buffer.concat([u32(0x04034b50), u16(20), common, u16(name.length, 7), name, Buffer.alloc(7)])
    const wide = Buffer.concat([u16(0x9999, 2, 5), u16(1, 24), u64(bytes.length, packed.length, offset)])
    const head = zip64 ? Buffer.concat([common.subarray(0, 12), u32(0xffffffff, 0xffffffff)]) : common
    directory.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16(45, 20), head, u16(name.length, zip64 ? wide.length : 0, 0, 0, 0), u32(0)],
        ...[u32(zip64 ? 0xffffffff : offset), name, zip64 ? wide : Buffer.alloc(0)],
      ]),
    )
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const whole = Buffer.concat(directory)
  const count = directory.length
  const large = zip64
    ? [
        u32(0x06064b50),
        u64(44),
        u16(45, 45),
        u32(0, 0),
        u64(count, count, whole.length, offset),
        u32(0x07064b50, 0),
        u64(offset + whole.length),
        u32(1),
      ]
    : []
  const end = zip64 ? [u16(0xffff, 0xffff), u32(0xffffffff, 0xffffffff)] : [u16(count, count), u32(whole.length, offset)]
  return Buffer.concat([...parts, whole, ...large, u32(0x06054b50), u16(0, 0), ...end, u16(comment.length), Buffer.from(comment)])
}
