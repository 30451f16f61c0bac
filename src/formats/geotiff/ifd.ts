/** Field types of TIFF 6.0 section 2 and BigTIFF that are written. */
export type FieldType = 'ascii' | 'short' | 'long' | 'rational' | 'double' | 'long8'

const types: Readonly<Record<FieldType, { readonly code: number; readonly bytes: number }>> = {
  ascii: { code: 2, bytes: 1 },
  short: { code: 3, bytes: 2 },
  long: { code: 4, bytes: 4 },
  // Two integers, top and bottom.
  rational: { code: 5, bytes: 8 },
  double: { code: 12, bytes: 8 },
  long8: { code: 16, bytes: 8 },
}

/** One tag of an image file directory. Text is written as UTF-8 with a closing NUL. */
export type Tag =
  | { readonly tag: number; readonly type: 'ascii'; readonly value: string }
  /** A rational is two numbers, top and bottom. */
  | { readonly tag: number; readonly type: 'short' | 'long' | 'rational' | 'double'; readonly value: readonly number[] }
  /** Offsets or byte counts of tiles: written behind the other data of all directories, so that those lie together. */
  | { readonly tag: number; readonly type: 'tiles'; readonly value: Float64Array }

/** An image file directory, tags in ascending order. */
export type Ifd = readonly Tag[]

/** Bytes that a header, and the directories with all their data, take in a file. */
export interface IfdSizes {
  /** Where the first directory begins: an even number. */
  readonly start: number
  /** Where the last byte of tag data ends. */
  readonly end: number
}

const headerBytes = (big: boolean): number => (big ? 16 : 8)
const entryBytes = (big: boolean): number => (big ? 20 : 12)
const inlineBytes = (big: boolean): number => (big ? 8 : 4)
const even = (offset: number): number => offset + (offset % 2)

const encoder = new TextEncoder()

/** The sizes without the values: those of tile tags may still change, their number may not. */
export function measureIfds(ifds: readonly Ifd[], ghostBytes: number, big: boolean): IfdSizes {
  const start = even(headerBytes(big) + ghostBytes)
  let end = start
  for (const ifd of ifds) {
    end = even(end) + directoryBytes(ifd, big)
    for (const tag of ifd) if (tag.type !== 'tiles' && isApart(tag, big)) end = even(end) + dataBytes(tag, big)
  }
  for (const tag of ifds.flat()) if (tag.type === 'tiles' && isApart(tag, big)) end = even(end) + dataBytes(tag, big)
  return { start, end }
}

/** The first bytes of a little-endian TIFF: header, ghost area, chained directories and their data. */
export function encodeIfds(ifds: readonly Ifd[], ghost: Uint8Array, big: boolean): Uint8Array {
  const { start, end } = measureIfds(ifds, ghost.length, big)
  const bytes = new Uint8Array(end)
  const view = new DataView(bytes.buffer)
  bytes.set([0x49, 0x49, big ? 43 : 42, 0])
  if (big) view.setUint16(4, 8, true)
  setOffset(view, big ? 8 : 4, start, big)
  bytes.set(ghost, headerBytes(big))
  const tiles: { readonly tag: Tag; readonly slot: number }[] = []
  let at = start
  ifds.forEach((ifd, index) => {
    const data = even(at) + directoryBytes(ifd, big)
    let free = data
    const entries = writeCount(view, even(at), ifd.length, big)
    ifd.forEach((tag, position) => {
      const slot = writeEntry(view, entries + position * entryBytes(big), tag, big)
      if (!isApart(tag, big)) writeData(bytes, view, slot, tag, big)
      else if (tag.type === 'tiles') tiles.push({ tag, slot })
      else free = writeApart(bytes, view, slot, tag, free, big)
    })
    if (index < ifds.length - 1) setOffset(view, data - inlineBytes(big), even(free), big)
    at = free
  })
  for (const { tag, slot } of tiles) at = writeApart(bytes, view, slot, tag, at, big)
  return bytes
}

/** Count, entries and the offset of the next directory. */
function directoryBytes(ifd: Ifd, big: boolean): number {
  return (big ? 8 : 2) + ifd.length * entryBytes(big) + inlineBytes(big)
}

function fieldType(tag: Tag, big: boolean): FieldType {
  if (tag.type !== 'tiles') return tag.type
  return big ? 'long8' : 'long'
}

function count(tag: Tag): number {
  if (tag.type === 'ascii') return encoder.encode(tag.value).length + 1
  return tag.type === 'rational' ? tag.value.length / 2 : tag.value.length
}

function dataBytes(tag: Tag, big: boolean): number {
  return count(tag) * types[fieldType(tag, big)].bytes
}

function isApart(tag: Tag, big: boolean): boolean {
  return dataBytes(tag, big) > inlineBytes(big)
}

function writeCount(view: DataView, at: number, entries: number, big: boolean): number {
  if (big) view.setBigUint64(at, BigInt(entries), true)
  else view.setUint16(at, entries, true)
  return at + (big ? 8 : 2)
}

/** Tag, type and count; answers where the value or its offset goes. */
function writeEntry(view: DataView, at: number, tag: Tag, big: boolean): number {
  view.setUint16(at, tag.tag, true)
  view.setUint16(at + 2, types[fieldType(tag, big)].code, true)
  setOffset(view, at + 4, count(tag), big)
  return at + 4 + inlineBytes(big)
}

/** Writes data at the next even place and its offset into the entry; answers where the data ends. */
function writeApart(bytes: Uint8Array, view: DataView, slot: number, tag: Tag, free: number, big: boolean): number {
  const at = even(free)
  setOffset(view, slot, at, big)
  writeData(bytes, view, at, tag, big)
  return at + dataBytes(tag, big)
}

function writeData(bytes: Uint8Array, view: DataView, at: number, tag: Tag, big: boolean): void {
  if (tag.type === 'ascii') {
    encoder.encodeInto(tag.value, bytes.subarray(at))
    return
  }
  const type = fieldType(tag, big)
  const step = type === 'rational' ? 4 : types[type].bytes
  tag.value.forEach((value, index) => {
    const place = at + index * step
    if (type === 'short') view.setUint16(place, value, true)
    else if (type === 'long' || type === 'rational') view.setUint32(place, value, true)
    else if (type === 'double') view.setFloat64(place, value, true)
    else view.setBigUint64(place, BigInt(value), true)
  })
}

function setOffset(view: DataView, at: number, value: number, big: boolean): void {
  if (big) view.setBigUint64(at, BigInt(value), true)
  else view.setUint32(at, value, true)
}
