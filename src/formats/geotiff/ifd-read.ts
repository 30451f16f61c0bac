import { SourceError } from '../../base/errors.js'
import type { HeaderReader } from './header-reader.js'

/** A tag as its directory has it. */
export interface IfdEntry {
  readonly tag: number
  /** Number of the field type. */
  readonly type: number
  readonly count: number
  /** Where in the file its values are: in the entry itself, or where the entry points to. */
  readonly offset: number
}

/** A directory's tags, its length in bytes, and where the next directory begins: 0 after the last. */
export interface RawIfd {
  readonly length: number
  readonly entries: ReadonlyMap<number, IfdEntry>
  readonly next: number
}

const ascii = 2

/** Readers of the field types by their number, and how many values one of them is (two, top and bottom, for a fraction). */
const fieldTypes: Readonly<
  Record<number, readonly [bytes: number, values: number, read: (view: DataView, at: number, little: boolean) => number]>
> = {
  1: [1, 1, (view, at) => view.getUint8(at)],
  2: [1, 1, (view, at) => view.getUint8(at)],
  3: [2, 1, (view, at, little) => view.getUint16(at, little)],
  4: [4, 1, (view, at, little) => view.getUint32(at, little)],
  5: [4, 2, (view, at, little) => view.getUint32(at, little)],
  6: [1, 1, (view, at) => view.getInt8(at)],
  7: [1, 1, (view, at) => view.getUint8(at)],
  8: [2, 1, (view, at, little) => view.getInt16(at, little)],
  9: [4, 1, (view, at, little) => view.getInt32(at, little)],
  10: [4, 2, (view, at, little) => view.getInt32(at, little)],
  11: [4, 1, (view, at, little) => view.getFloat32(at, little)],
  12: [8, 1, (view, at, little) => view.getFloat64(at, little)],
  13: [4, 1, (view, at, little) => view.getUint32(at, little)],
  16: [8, 1, (view, at, little) => Number(view.getBigUint64(at, little))],
  17: [8, 1, (view, at, little) => Number(view.getBigInt64(at, little))],
  18: [8, 1, (view, at, little) => Number(view.getBigUint64(at, little))],
}

/** Reads the directory at a byte. Of a tag that comes twice the first counts; a tag of an unknown type is left out, as the standard asks. */
export async function readIfd(reader: HeaderReader, at: number): Promise<RawIfd> {
  const { littleEndian, bigTiff } = reader
  const countBytes = bigTiff ? 8 : 2
  const entryBytes = bigTiff ? 20 : 12
  const offsetBytes = bigTiff ? 8 : 4
  const head = await reader.view(at, countBytes)
  const count = bigTiff ? Number(head.getBigUint64(0, littleEndian)) : head.getUint16(0, littleEndian)
  const view = await reader.view(at + countBytes, count * entryBytes + offsetBytes)
  const offsetAt = (place: number): number =>
    bigTiff ? Number(view.getBigUint64(place, littleEndian)) : view.getUint32(place, littleEndian)
  const entries = new Map<number, IfdEntry>()
  for (let index = 0, place = 0; index < count; index++, place += entryBytes) {
    const tag = view.getUint16(place, littleEndian)
    const type = view.getUint16(place + 2, littleEndian)
    const field = fieldTypes[type]
    if (field === undefined || entries.has(tag)) continue
    const valueCount = offsetAt(place + 4)
    const valuesAt = place + 4 + offsetBytes
    const isInline = valueCount * field[0] * field[1] <= offsetBytes
    entries.set(tag, { tag, type, count: valueCount, offset: isInline ? at + countBytes + valuesAt : offsetAt(valuesAt) })
  }
  return { length: countBytes + view.byteLength, entries, next: offsetAt(count * entryBytes) }
}

/** The numbers of a tag, at most `most`, a fraction as two of them; undefined for text. Integers of 64 bits beyond 2^53 are rounded. */
export async function readValues(
  reader: HeaderReader,
  entry: IfdEntry,
  most = Number.POSITIVE_INFINITY,
): Promise<ArrayLike<number> | undefined> {
  if (entry.type === ascii) return undefined
  const [bytes, values, read] = fieldTypes[entry.type] as (typeof fieldTypes)[number]
  const count = Math.min(entry.count * values, most)
  const view = await valueView(reader, entry, count * bytes)
  const { littleEndian } = reader
  if (count === 1) return [read(view, 0, littleEndian)]
  const numbers = new Float64Array(count)
  for (let index = 0; index < count; index++) numbers[index] = read(view, index * bytes, littleEndian)
  return numbers
}

/** Bytes of the first `most` values of a tag, at most all that it has. */
export function valueBytes({ type, count }: IfdEntry, most: number): number {
  return Math.min(count, most) * ((fieldTypes[type]?.[0] ?? 1) * (fieldTypes[type]?.[1] ?? 1))
}

/** The text of a tag to its first NUL, as UTF-8 or else Latin-1; undefined for numbers. */
export async function readText(reader: HeaderReader, entry: IfdEntry): Promise<string | undefined> {
  if (entry.type !== ascii) return undefined
  const view = await valueView(reader, entry, entry.count)
  const all = Buffer.from(view.buffer, view.byteOffset, view.byteLength)
  const end = all.indexOf(0)
  const bytes = end < 0 ? all : all.subarray(0, end)
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}

async function valueView(reader: HeaderReader, { tag, count, offset }: IfdEntry, length: number): Promise<DataView> {
  const { uri, fileSize } = reader
  if (offset + length <= fileSize) return reader.view(offset, length)
  throw new SourceError(`${uri}: tag ${tag} is corrupt or cut short: ${count} values at byte ${offset}, the file ends at ${fileSize}`, {
    uri,
    offset,
    length,
  })
}
