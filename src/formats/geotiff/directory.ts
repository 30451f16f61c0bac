import { SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'
import { HeaderReader } from './header-reader.js'
import { type IfdEntry, readIfd, readText, readValues, valueBytes } from './ifd-read.js'

/** A TIFF file's directories (IFDs), in file order, and what its header says. */
export interface TiffFile {
  readonly uri: string
  readonly size: number
  readonly littleEndian: boolean
  readonly bigTiff: boolean
  /** The lines `KEY=value` of the ghost area behind the header, which says that the file is laid out as a COG; null where there is none. */
  readonly ghost: Readonly<Record<string, string>> | null
  /** Where the ghost area ends, or null. */
  readonly ghostEnd: number | null
  readonly directories: readonly Directory[]
  /** Reads bytes of the header ahead of those who ask for parts of them; nothing where they are not in the file. */
  preload(offset: number, length: number): Promise<void>
}

/** One directory. Reading a tag may read from the file; a tag that is absent is undefined. */
export interface Directory {
  /** Where it begins in the file. */
  readonly offset: number
  has(tag: number): boolean
  /** Where the first `most` values of a tag lie; null for a tag that is absent. */
  span(tag: number, most: number): { readonly offset: number; readonly length: number } | null
  /** The first `most` numbers of a tag, or all of them. */
  numbers(tag: number, most?: number): Promise<ArrayLike<number> | undefined>
  /** The first number of a tag. */
  number(tag: number): Promise<number | undefined>
  /** Without the trailing NULs. */
  text(tag: number): Promise<string | undefined>
}

/** More directories than any real file has: a chain that runs in a circle. */
const mostDirectories = 4096

/** Reads a file's header and directories. Throws `E_SOURCE` for what is no TIFF or is cut short. Source: TIFF 6.0 section 2, BigTIFF. */
export async function readTiff(bytes: Readable): Promise<TiffFile> {
  const { uri } = bytes
  const size = await bytes.size()
  const { littleEndian, bigTiff, first } = await readStart(bytes, size)
  const reader = new HeaderReader(bytes, size, littleEndian, bigTiff)
  const directories: LazyDirectory[] = []
  const seen = new Set<number>()
  let length = 0
  for (let at = first; at !== 0; ) {
    if (seen.has(at) || directories.length === mostDirectories)
      throw new SourceError(`${uri}: its directories are chained in a circle at byte ${at}`, { uri, offset: at })
    seen.add(at)
    const { entries, next, length: own } = await readIfd(reader, at)
    length += own
    // A few bytes of a file can be read as thousands of long directories.
    if (length > size) throw new SourceError(`${uri}: its directories lie over one another at byte ${at}`, { uri, offset: at })
    directories.push(new LazyDirectory(at, entries, reader))
    at = next
  }
  if (directories.length === 0) throw new SourceError(`${uri}: the TIFF holds no image`, { uri, offset: 0 })
  const ghost = await readGhost(reader, bigTiff ? 16 : 8)
  return {
    ...{ uri, size, littleEndian, bigTiff, ghost: ghost?.lines ?? null, ghostEnd: ghost?.end ?? null, directories },
    async preload(offset, bytesWanted) {
      if (offset + bytesWanted <= size) await reader.bytes(offset, bytesWanted)
    },
  }
}

/** Byte order, kind, and where the first directory begins. */
async function readStart(bytes: Readable, size: number): Promise<{ littleEndian: boolean; bigTiff: boolean; first: number }> {
  const head = new HeaderReader(bytes, size, true, false)
  const order = (await head.view(0, 4)).getUint16(0, true)
  const littleEndian = order === 0x4949
  const magic = (await head.view(0, 4)).getUint16(2, littleEndian)
  if ((!littleEndian && order !== 0x4d4d) || (magic !== 42 && magic !== 43)) throw notTiff(bytes.uri, 'it does not begin as one')
  const bigTiff = magic === 43
  if (!bigTiff) return { littleEndian, bigTiff, first: (await head.view(4, 4)).getUint32(0, littleEndian) }
  const view = await head.view(4, 12)
  if (view.getUint16(0, littleEndian) !== 8) throw notTiff(bytes.uri, `offsets of ${view.getUint16(0, littleEndian)} bytes in a BigTIFF`)
  return { littleEndian, bigTiff, first: Number(view.getBigUint64(4, littleEndian)) }
}

function notTiff(uri: string, reason: string): SourceError {
  return new SourceError(`${uri}: not a readable TIFF: ${reason}`, { uri, offset: 0 })
}

class LazyDirectory implements Directory {
  readonly offset: number
  readonly #entries: ReadonlyMap<number, IfdEntry>
  readonly #reader: HeaderReader

  constructor(offset: number, entries: ReadonlyMap<number, IfdEntry>, reader: HeaderReader) {
    this.offset = offset
    this.#entries = entries
    this.#reader = reader
  }

  has(tag: number): boolean {
    return this.#entries.has(tag)
  }

  span(tag: number, most: number): { readonly offset: number; readonly length: number } | null {
    const entry = this.#entries.get(tag)
    return entry === undefined ? null : { offset: entry.offset, length: valueBytes(entry, most) }
  }

  async numbers(tag: number, most?: number): Promise<ArrayLike<number> | undefined> {
    const entry = this.#entries.get(tag)
    return entry === undefined ? undefined : readValues(this.#reader, entry, most)
  }

  async number(tag: number): Promise<number | undefined> {
    return (await this.numbers(tag, 1))?.[0]
  }

  async text(tag: number): Promise<string | undefined> {
    const entry = this.#entries.get(tag)
    return entry === undefined ? undefined : readText(this.#reader, entry)
  }
}

const ghostStart = 'GDAL_STRUCTURAL_METADATA_SIZE='

interface Ghost {
  readonly lines: Readonly<Record<string, string>>
  readonly end: number
}

async function readGhost(source: HeaderReader, offset: number): Promise<Ghost | null> {
  if (offset + ghostStart.length + 14 > source.fileSize) return null
  const first = Buffer.from(await source.bytes(offset, ghostStart.length + 14)).toString('latin1')
  const size = /^GDAL_STRUCTURAL_METADATA_SIZE=(\d{6}) bytes\n/.exec(first)
  if (size === null) return null
  const start = offset + (size[0] as string).length
  const length = Math.min(Number(size[1]), source.fileSize - start)
  const text = Buffer.from(await source.bytes(start, length)).toString('latin1')
  const pairs = text.split('\n').flatMap((line) => (line.includes('=') ? [line.trim().split('=', 2) as [string, string]] : []))
  return { lines: Object.fromEntries(pairs), end: start + Number(size[1]) }
}
