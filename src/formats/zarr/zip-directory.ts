import { SourceError } from '../../base/errors.js'
import type { ByteSource } from '../../graph/source.js'

/** A member of a zip file: from its own header on, up to the next member or the directory. */
export interface ZipMember {
  readonly name: string
  readonly offset: number
  /** Bytes from `offset` on in which the member lies, its header included. */
  readonly length: number
  readonly packedBytes: number
  readonly bytes: number
  readonly crc: number
  /** 0 stored, 8 deflated. */
  readonly method: number
}

const endBytes = 22
const locatorBytes = 20
const mostCommentBytes = 65_535

/** Members of a store: each has some hundred bytes here. */
const mostDirectoryBytes = 512 * 1024 * 1024

/** Bytes of a member's own header before its name. */
export const headerBytes = 30

/** The same with the longest name and extra field. */
export const mostHeaderBytes = headerBytes + 2 * 65_535

/**
 * The members of a zip file by its central directory, which is read in one piece behind the file's end; the zip64 one where there is one. Throws
 * `E_SOURCE` for files of several volumes, encrypted members, and what is no zip file.
 * Source: PKWARE's APPNOTE 6.3.10, sections 4.3.7 to 4.3.16 and 4.5.3.
 */
export async function zipMembers(source: ByteSource): Promise<ZipMember[]> {
  const { uri } = source
  const size = await source.size()
  const tailLength = Math.min(size, endBytes + mostCommentBytes + locatorBytes)
  const tail = viewOf(await source.read(size - tailLength, tailLength))
  let at = tail.byteLength - endBytes
  while (at >= 0 && !(tail.getUint32(at, true) === 0x06054b50 && at + endBytes + tail.getUint16(at + 20, true) === tail.byteLength)) at--
  if (at < 0) throw damaged(uri, 'it has no directory at its end: it is cut short, or no zip file', size)
  let place = { count: tail.getUint16(at + 10, true), length: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) }
  const isLarge = place.count === 0xffff || place.length === 0xffffffff || place.offset === 0xffffffff
  if (isLarge && at >= locatorBytes && tail.getUint32(at - locatorBytes, true) === 0x07064b50) {
    const record = wide(tail, at - locatorBytes + 8)
    if (record + 56 > size) throw damaged(uri, 'its zip64 directory lies beyond its end', record)
    const view = viewOf(await source.read(record, 56))
    if (view.getUint32(0, true) !== 0x06064b50) throw damaged(uri, 'its zip64 directory is not where it should be', record)
    place = { count: wide(view, 32), length: wide(view, 40), offset: wide(view, 48) }
  }
  if (place.offset + place.length > size || place.length > mostDirectoryBytes)
    throw damaged(uri, `its directory of ${place.length} bytes lies at ${place.offset}, but it has ${size}`, place.offset)
  return entries(uri, await source.read(place.offset, place.length), place.count, place.offset)
}

function entries(uri: string, directory: Uint8Array, count: number, end: number): ZipMember[] {
  const view = viewOf(directory)
  const found: Omit<ZipMember, 'length'>[] = []
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== 0x02014b50)
      throw damaged(uri, `entry ${index} of ${count} of its directory is none`, end + at)
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number]
    const next = at + 46 + lengths[0] + lengths[1] + lengths[2]
    if (next > directory.length) throw damaged(uri, `entry ${index} of its directory is cut short`, end + at)
    const name = Buffer.from(directory.subarray(at + 46, at + 46 + lengths[0])).toString('utf8')
    if ((flags & 1) !== 0) throw damaged(uri, `"${name}" in it is encrypted, which cannot be read`, end + at)
    const extra = viewOf(directory.subarray(at + 46 + lengths[0], at + 46 + lengths[0] + lengths[1]))
    const [bytes, packedBytes, offset] = longNumbers(extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    if (offset + headerBytes + packedBytes > end) throw damaged(uri, `"${name}" in it lies beyond its end`, offset)
    found.push({ name, offset, packedBytes, bytes, crc: view.getUint32(at + 16, true), method })
    at = next
  }
  const starts = [...found.map(({ offset }) => offset), end].sort((a, b) => a - b)
  const following = new Map(starts.map((start, at) => [start, starts[at + 1] ?? end]))
  return found.map((member) => ({ ...member, length: (following.get(member.offset) as number) - member.offset }))
}

/** The numbers of an entry, in the order in which the zip64 field holds those that do not fit into 32 bits. */
function longNumbers(extra: DataView, short: readonly [number, number, number]): [number, number, number] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue
    let from = at + 4
    return short.map((value) => {
      if (value !== 0xffffffff || from + 8 > extra.byteLength) return value
      from += 8
      return wide(extra, from - 8)
    }) as [number, number, number]
  }
  return [...short]
}

function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function damaged(uri: string, what: string, offset: number): SourceError {
  return new SourceError(`${uri}: ${what}`, { uri, offset })
}
