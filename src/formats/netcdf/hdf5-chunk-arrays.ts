import type { ChunkedArray } from './hdf5-layout.js'
import { type Cursor, type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'

/** An entry of an array of chunks by its number. Address -1: not stored. */
interface Entry {
  readonly index: number
  readonly address: number
  readonly length: number
  readonly skipped: number
}

const mostEntries = 2 ** 24

/** How entries stand: a place, and of filtered chunks their size and the filters that were skipped. */
interface EntryForm {
  readonly bytes: number
  readonly isFiltered: boolean
  readonly chunkBytes: number
}

function entriesIn(cursor: Cursor, first: number, count: number, { bytes, isFiltered, chunkBytes }: EntryForm): Entry[] {
  return Array.from({ length: count }, (_, each) => {
    const entry = cursor.part(bytes)
    const address = entry.address()
    if (!isFiltered) return { index: first + each, address, length: chunkBytes, skipped: 0 }
    const length = entry.uint(entry.left - 4)
    return { index: first + each, address, length, skipped: entry.u32() }
  })
}

function formOf(cursor: Cursor, client: number, bytes: number, { chunkBytes }: ChunkedArray, offsetSize: number): EntryForm {
  const isFiltered = client === 1
  if (client > 1 || (isFiltered ? bytes < offsetSize + 5 || bytes > offsetSize + 12 : bytes !== offsetSize)) {
    throw cursor.fault(`entries of ${bytes} bytes of client ${client} in an array of chunks`)
  }
  return { bytes, isFiltered, chunkBytes }
}

/** Entries of a fixed array. Throws `E_SOURCE`. */
export async function* fixedArray(reader: Hdf5Reader, address: number, array: ChunkedArray): AsyncGenerator<Entry> {
  const { offsetSize, lengthSize } = reader.sizes
  const head = await reader.piece(address, 12 + lengthSize + offsetSize)
  head.signature('FAHD')
  head.skip(1)
  const client = head.u8()
  const form = formOf(head, client, head.u8(), array, offsetSize)
  const pageBits = head.u8()
  const count = head.length()
  const block = head.address()
  if (block < 0) return
  if (count > mostEntries || pageBits > 30) throw head.fault(`an array of ${count} chunks in pages of 2^${pageBits}`)
  const pageCount = 2 ** pageBits
  const start = 6 + offsetSize
  if (count <= pageCount) {
    const body = await reader.piece(block, start + count * form.bytes)
    body.signature('FADB')
    body.skip(start - 4)
    yield* entriesIn(body, 0, count, form)
    return
  }
  const pages = Math.ceil(count / pageCount)
  const bitmapBytes = Math.ceil(pages / 8)
  const lead = await reader.piece(block, start + bitmapBytes)
  lead.signature('FADB')
  lead.skip(start - 4)
  yield* paged(reader, lead.take(bitmapBytes), block + start + bitmapBytes + 4, { first: 0, count, pageCount }, form)
}

/** Entries that stand in pages, each with a checksum; of pages that were never written nothing stands. */
async function* paged(
  reader: Hdf5Reader,
  written: Uint8Array,
  address: number,
  { first, count, pageCount }: { readonly first: number; readonly count: number; readonly pageCount: number },
  form: EntryForm,
): AsyncGenerator<Entry> {
  for (let page = 0; page * pageCount < count; page++) {
    if (((written[page >> 3] as number) & (0x80 >> (page & 7))) === 0) continue
    const own = Math.min(pageCount, count - page * pageCount)
    const body = await reader.piece(address + page * (pageCount * form.bytes + 4), own * form.bytes)
    yield* entriesIn(body, first + page * pageCount, own, form)
  }
}

interface ArrayHeader {
  readonly form: EntryForm
  readonly indexEntries: number
  readonly leastEntries: number
  readonly pageCount: number
  /** Bytes of a block's place in the array. */
  readonly placeBytes: number
  /** One past the last entry that was ever set. */
  readonly end: number
}

/** Entries of an extensible array. Throws `E_SOURCE`. */
export async function* extensibleArray(reader: Hdf5Reader, address: number, array: ChunkedArray): AsyncGenerator<Entry> {
  const { offsetSize, lengthSize } = reader.sizes
  const head = await reader.piece(address, 12 + 6 * lengthSize + offsetSize)
  head.signature('EAHD')
  head.skip(1)
  const client = head.u8()
  const form = formOf(head, client, head.u8(), array, offsetSize)
  const [mostBits, indexEntries, leastEntries, leastPointers, pageBits] = [head.u8(), head.u8(), head.u8(), head.u8(), head.u8()]
  head.skip(4 * lengthSize)
  const end = head.length()
  head.skip(lengthSize)
  const block = head.address()
  if (block < 0) return
  if (leastEntries === 0 || leastPointers < 2 || mostBits > 64 || pageBits > 30 || end > mostEntries) {
    throw head.fault(`an array of ${end} chunks in blocks of ${leastEntries} and more`)
  }
  const header = { form, indexEntries, leastEntries, pageCount: 2 ** pageBits, placeBytes: Math.ceil(mostBits / 8), end }
  const superBlocks = 1 + mostBits - Math.floor(Math.log2(leastEntries))
  const inIndex = 2 * Math.floor(Math.log2(leastPointers))
  const dataPointers = 2 * (leastPointers - 1)
  const superPointers = Math.max(0, superBlocks - inIndex)
  const body = await reader.piece(block, 6 + offsetSize + indexEntries * form.bytes + (dataPointers + superPointers) * offsetSize)
  body.signature('EAIB')
  body.skip(2 + offsetSize)
  yield* entriesIn(body, 0, indexEntries, form)
  let first = indexEntries
  for (let level = 0; level < superBlocks && first < end; level++) {
    const blocks = 2 ** Math.floor(level / 2)
    const entries = leastEntries * 2 ** Math.ceil(level / 2)
    if (level < inIndex) {
      for (let each = 0; each < blocks; each++) yield* dataBlock(reader, body.address(), first + each * entries, entries, header, null)
    } else yield* superBlock(reader, body.address(), first, blocks, entries, header)
    first += blocks * entries
  }
}

async function* superBlock(
  reader: Hdf5Reader,
  address: number,
  first: number,
  blocks: number,
  entries: number,
  header: ArrayHeader,
): AsyncGenerator<Entry> {
  if (address < 0) return
  const { offsetSize } = reader.sizes
  const bitmapBytes = entries > header.pageCount ? Math.ceil(entries / header.pageCount / 8) : 0
  const body = await reader.piece(address, 6 + offsetSize + header.placeBytes + blocks * (bitmapBytes + offsetSize))
  body.signature('EASB')
  body.skip(2 + offsetSize + header.placeBytes)
  const bitmaps = Array.from({ length: blocks }, () => body.take(bitmapBytes))
  for (let each = 0; each < blocks && first + each * entries < header.end; each++) {
    yield* dataBlock(reader, body.address(), first + each * entries, entries, header, bitmaps[each] as Uint8Array)
  }
}

async function* dataBlock(
  reader: Hdf5Reader,
  address: number,
  first: number,
  entries: number,
  header: ArrayHeader,
  written: Uint8Array | null,
): AsyncGenerator<Entry> {
  if (address < 0) return
  if (entries > mostEntries) throw hdf5Fault(reader.uri, address, `a block of ${entries} chunks is more than can be true`)
  const start = 6 + reader.sizes.offsetSize + header.placeBytes
  if (entries > header.pageCount && written !== null) {
    yield* paged(reader, written, address + start + 4, { first, count: entries, pageCount: header.pageCount }, header.form)
    return
  }
  const body = await reader.piece(address, start + entries * header.form.bytes)
  body.signature('EADB')
  body.skip(start - 4)
  yield* entriesIn(body, first, entries, header.form)
}
