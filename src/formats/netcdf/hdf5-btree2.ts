import { type Cursor, type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'

/** Bytes of a node that are no records: signature, version, type, checksum. */
const overhead = 10

/** Records of one kind of node by its depth above the leaves. */
interface Level {
  readonly records: number
  readonly totalBytes: number
}

const mostRecords = 2 ** 24

/** The records of a B-tree of version 2, in order. Throws `E_SOURCE`. */
export async function* btree2Records(reader: Hdf5Reader, address: number): AsyncGenerator<Cursor> {
  const { offsetSize, lengthSize } = reader.sizes
  const head = await reader.piece(address, 22 + offsetSize + lengthSize)
  head.signature('BTHD')
  head.skip(2)
  const nodeBytes = head.u32()
  const recordBytes = head.u16()
  const depth = head.u16()
  head.skip(2)
  const root = head.address()
  const rootRecords = head.u16()
  const total = head.length()
  if (root < 0 || total === 0) return
  if (recordBytes === 0 || nodeBytes <= overhead + recordBytes || depth > 32 || total > mostRecords) {
    throw hdf5Fault(reader.uri, address, `a B-tree of ${total} records of ${recordBytes} bytes in nodes of ${nodeBytes}`)
  }
  const leafRecords = Math.floor((nodeBytes - overhead) / recordBytes)
  const countBytes = widthOf(leafRecords)
  const levels: Level[] = [{ records: leafRecords, totalBytes: 0 }]
  let cumulative = leafRecords
  for (let level = 1; level <= depth; level++) {
    const pointer = offsetSize + countBytes + (levels[level - 1] as Level).totalBytes
    const records = Math.floor((nodeBytes - overhead - pointer) / (recordBytes + pointer))
    cumulative = (records + 1) * cumulative + records
    levels.push({ records, totalBytes: widthOf(cumulative) })
  }
  let left = total
  const seen = new Set<number>()

  async function* node(at: number, count: number, level: number): AsyncGenerator<Cursor> {
    const { records } = levels[level] as Level
    if (count > records) throw hdf5Fault(reader.uri, at, `a node of ${count} records, ${records} fit`)
    if (seen.has(at)) throw hdf5Fault(reader.uri, at, 'a B-tree goes in a circle')
    seen.add(at)
    const cursor = await reader.piece(at, nodeBytes)
    cursor.signature(level === 0 ? 'BTLF' : 'BTIN')
    cursor.skip(2)
    const own = Array.from({ length: count }, () => cursor.part(recordBytes))
    for (let index = 0; index <= count; index++) {
      if (level > 0) {
        const child = cursor.address()
        const childRecords = cursor.uint(countBytes)
        cursor.skip((levels[level - 1] as Level).totalBytes)
        yield* node(child, childRecords, level - 1)
      }
      const record = own[index]
      if (record === undefined) continue
      if (left-- <= 0) throw hdf5Fault(reader.uri, address, `a B-tree has more records than the ${total} it says`)
      yield record
    }
  }
  yield* node(root, rootRecords, depth)
}

/** Bytes that hold numbers up to a limit. */
function widthOf(limit: number): number {
  return Math.floor(Math.floor(Math.log2(Math.max(1, limit))) / 8) + 1
}
