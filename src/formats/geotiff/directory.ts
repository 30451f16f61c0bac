import type { GeoTIFF, ImageFileDirectory } from 'geotiff'
import { isRasterloomError, SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'

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
}

/** One directory. Reading a tag may read from the file; a tag that is absent is undefined. */
export interface Directory {
  /** Where it begins in the file. */
  readonly offset: number
  has(tag: number): boolean
  numbers(tag: number): Promise<ArrayLike<number> | undefined>
  /** The first number of a tag. */
  number(tag: number): Promise<number | undefined>
  /** Without the trailing NULs. */
  text(tag: number): Promise<string | undefined>
}

/** More directories than any real file has: a chain that runs in a circle. */
const mostDirectories = 4096

/** Reads a file's header and directories. Throws `E_SOURCE` for what is no TIFF or is cut short. */
export async function readTiff(bytes: Readable): Promise<TiffFile> {
  const size = await bytes.size()
  const source = new HeaderSource(bytes, size)
  const { GeoTIFF } = await import('geotiff')
  return source.guard(async () => {
    const tiff = await GeoTIFF.fromSource(source)
    const directories = (await allDirectories(tiff, bytes.uri)).map(
      ([at, fields]) => new LazyDirectory(at, fields, source, tiff.littleEndian),
    )
    const ghost = await readGhost(source, tiff.bigTiff ? 16 : 8)
    const { littleEndian, bigTiff } = tiff
    return { uri: bytes.uri, size, littleEndian, bigTiff, ghost: ghost?.lines ?? null, ghostEnd: ghost?.end ?? null, directories }
  })
}

async function allDirectories(tiff: GeoTIFF, uri: string): Promise<[offset: number, fields: ImageFileDirectory][]> {
  const seen = new Set<number>()
  const all: [number, ImageFileDirectory][] = []
  for (let at = tiff.firstIFDOffset; at !== 0; ) {
    if (seen.has(at) || all.length === mostDirectories) {
      throw new SourceError(`${uri}: its directories are chained in a circle at byte ${at}`, { uri, offset: at })
    }
    seen.add(at)
    const directory = await tiff.requestIFD(all.length)
    all.push([at, directory])
    at = directory.nextIFDByteOffset
  }
  if (all.length === 0) throw new SourceError(`${uri}: the TIFF holds no image`, { uri, offset: 0 })
  return all
}

/** What the tag parser reads through. It asks generously; what lies past the end is left out. */
class HeaderSource {
  readonly #bytes: Readable
  readonly #size: number
  /** Where the read that is being parsed began. */
  #at = 0

  constructor(bytes: Readable, size: number) {
    this.#bytes = bytes
    this.#size = size
  }

  get fileSize(): number {
    return this.#size
  }

  async close(): Promise<void> {}

  async fetch(slices: readonly { offset: number; length: number }[]): Promise<ArrayBufferLike[]> {
    return Promise.all(slices.map(async (slice) => (await this.fetchSlice(slice)).data))
  }

  async fetchSlice({ offset, length }: { offset: number; length: number }) {
    this.#at = offset
    const within = offset < this.#size ? Math.min(length, this.#size - offset) : length
    const data = await this.exactly(offset, within)
    return { offset, length: within, data: data.slice().buffer }
  }

  exactly(offset: number, length: number): Promise<Uint8Array> {
    return this.#bytes.read(offset, length)
  }

  /** Runs a parsing step; whatever the parser throws becomes `E_SOURCE` with the place in the file. */
  async guard<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step()
    } catch (cause) {
      if (isRasterloomError(cause)) throw cause
      const { uri } = this.#bytes
      const offset = this.#at
      if (cause instanceof RangeError) {
        const message = `${uri}: the header at byte ${offset} is corrupt or cut short: the file ends at ${this.#size}`
        throw new SourceError(message, { uri, offset, length: this.#size - offset }, { cause })
      }
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new SourceError(`${uri}: not a readable TIFF: ${reason}`, { uri, offset }, { cause })
    }
  }
}

/** Readers of the field types, by their number; text and bytes are bytes. */
const fieldReaders: Readonly<Record<number, readonly [bytes: number, read: (view: DataView, at: number, little: boolean) => number]>> = {
  1: [1, (view, at) => view.getUint8(at)],
  3: [2, (view, at, little) => view.getUint16(at, little)],
  4: [4, (view, at, little) => view.getUint32(at, little)],
  12: [8, (view, at, little) => view.getFloat64(at, little)],
  13: [4, (view, at, little) => view.getUint32(at, little)],
  16: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  18: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
}

class LazyDirectory implements Directory {
  readonly #fields: ImageFileDirectory
  readonly #source: HeaderSource
  readonly #littleEndian: boolean

  readonly offset: number

  constructor(offset: number, fields: ImageFileDirectory, source: HeaderSource, littleEndian: boolean) {
    this.offset = offset
    this.#fields = fields
    this.#source = source
    this.#littleEndian = littleEndian
  }

  has(tag: number): boolean {
    return this.#fields.hasTag(tag)
  }

  async numbers(tag: number): Promise<ArrayLike<number> | undefined> {
    // The parser would read an array that lies outside the directory as little endian in any file, and value by value.
    const deferred = this.#fields.deferredArrays.get(tag)
    if (deferred !== undefined && fieldReaders[deferred.fieldType] !== undefined) return this.#array(deferred)
    const value: unknown = await this.#source.guard(() => this.#fields.loadValue(tag))
    if (value === undefined || typeof value === 'string') return undefined
    return typeof value === 'number' ? [value] : (value as ArrayLike<number>)
  }

  async number(tag: number): Promise<number | undefined> {
    return (await this.numbers(tag))?.[0]
  }

  async text(tag: number): Promise<string | undefined> {
    const value: unknown = await this.#source.guard(() => this.#fields.loadValue(tag))
    return typeof value === 'string' ? value.replace(/\0[\s\S]*$/, '') : undefined
  }

  async #array(deferred: { arrayOffset: number; fieldType: number; length: number }): Promise<Float64Array> {
    const [bytes, read] = fieldReaders[deferred.fieldType] as (typeof fieldReaders)[number]
    const data = await this.#source.exactly(deferred.arrayOffset, deferred.length * bytes)
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    return Float64Array.from({ length: deferred.length }, (_, index) => read(view, index * bytes, this.#littleEndian))
  }
}

const ghostStart = 'GDAL_STRUCTURAL_METADATA_SIZE='

interface Ghost {
  readonly lines: Readonly<Record<string, string>>
  readonly end: number
}

async function readGhost(source: HeaderSource, offset: number): Promise<Ghost | null> {
  if (offset + ghostStart.length + 14 > source.fileSize) return null
  const first = Buffer.from(await source.exactly(offset, ghostStart.length + 14)).toString('latin1')
  const size = /^GDAL_STRUCTURAL_METADATA_SIZE=(\d{6}) bytes\n/.exec(first)
  if (size === null) return null
  const start = offset + (size[0] as string).length
  const length = Math.min(Number(size[1]), source.fileSize - start)
  const text = Buffer.from(await source.exactly(start, length)).toString('latin1')
  const pairs = text.split('\n').flatMap((line) => (line.includes('=') ? [line.trim().split('=', 2) as [string, string]] : []))
  return { lines: Object.fromEntries(pairs), end: start + Number(size[1]) }
}
