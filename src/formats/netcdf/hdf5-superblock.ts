import { SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'
import { Cursor, Hdf5Reader } from './hdf5-reader.js'

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

/** Longest superblock: version 1 with addresses of eight bytes. */
const mostSuperblockBytes = 128

/** Whether bytes begin as an HDF5 file does. */
export function isHdf5(head: Uint8Array): boolean {
  return signature.every((byte, at) => head[at] === byte)
}

/** Finds the superblock (versions 0 to 3), which may stand behind a block of somebody else's: at 0, 512, 1024, 2048, ... Null where there is none. */
export async function findSuperblock(bytes: Readable): Promise<number | null> {
  const size = await bytes.size()
  for (let at = 0; at + signature.length <= size; at = at === 0 ? 512 : at * 2) {
    if (isHdf5(await bytes.read(at, signature.length))) return at
  }
  return null
}

/** Reads the superblock at an offset: a reader for the rest, and the address of the root group. Throws `E_SOURCE`. */
export async function readSuperblock(bytes: Readable, at: number, mayLack: boolean): Promise<{ reader: Hdf5Reader; root: number }> {
  const size = await bytes.size()
  const { uri } = bytes
  const head = await bytes.read(at, Math.min(mostSuperblockBytes, size - at))
  const version = new Cursor(uri, at, head, { offsetSize: 8, lengthSize: 8, base: at })
  version.skip(8)
  const number = version.u8()
  if (number > 3) throw version.fault(`superblocks of version ${number} are not known`, 8)
  const isOld = number < 2
  if (isOld) version.skip(4)
  const [offsetSize, lengthSize] = [version.u8(), version.u8()]
  const known = [2, 4, 8]
  if (!known.includes(offsetSize) || !known.includes(lengthSize)) {
    throw version.fault(`addresses of ${offsetSize} and lengths of ${lengthSize} bytes are not known`)
  }
  const sizes = { offsetSize, lengthSize, base: at }
  const cursor = new Cursor(uri, at, head, sizes)
  cursor.skip(isOld ? 16 : 12)
  if (isOld) cursor.skip(number === 1 ? 12 : 8)
  // Where the superblock was found counts, not where it says that it is.
  cursor.address()
  cursor.address()
  const end = cursor.address()
  if (isOld) {
    cursor.address()
    cursor.skip(offsetSize)
  }
  const root = cursor.address()
  if (end > size && !mayLack) {
    throw new SourceError(`${uri}: the file should have ${end} bytes and ends at ${size}: it is truncated`, {
      uri,
      offset: size,
      length: end - size,
    })
  }
  return { reader: new Hdf5Reader(bytes, size, sizes), root }
}
