import { closeSync, openSync, readSync } from 'node:fs'
import { tag } from './tags.js'

/** Bytes of the first directory that are looked at: entries are sorted by tag, and those of size come first. */
const lookedAtBytes = 512

/** Types of whole numbers, and the method of a view that reads one. */
const readers = { 3: 'getUint16', 4: 'getUint32', 16: 'getBigUint64' } as const

/**
 * Pixels of all bands of the image that a TIFF on this machine begins with, by two short reads: for a guess, before anything that opens files is loaded.
 * Null for what is no TIFF, cannot be read or does not say.
 */
export function peekPixels(path: string): number | null {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    return pixelsIn((offset, length) => viewOf(handle, offset, length))
  } catch {
    // A short or strange file: opening it will tell.
    return null
  } finally {
    closeSync(handle)
  }
}

function viewOf(handle: number, offset: number, length: number): DataView {
  const bytes = new Uint8Array(length)
  const count = readSync(handle, bytes, 0, length, offset)
  return new DataView(bytes.buffer, 0, count)
}

function pixelsIn(read: (offset: number, length: number) => DataView): number | null {
  const head = read(0, 16)
  const order = head.getUint16(0)
  const isLittle = order === 0x4949
  const version = head.getUint16(2, isLittle)
  if ((!isLittle && order !== 0x4d4d) || (version !== 42 && version !== 43)) return null
  const isBig = version === 43
  const directory = read(isBig ? Number(head.getBigUint64(8, isLittle)) : head.getUint32(4, isLittle), lookedAtBytes)
  const sizes = new Map<number, number>()
  const [first, step, value] = isBig ? [8, 20, 12] : [2, 12, 8]
  const count = isBig ? Number(directory.getBigUint64(0, isLittle)) : directory.getUint16(0, isLittle)
  for (let entry = 0; entry < count; entry++) {
    const at = first + entry * step
    const id = at + step <= directory.byteLength ? directory.getUint16(at, isLittle) : tag.samplesPerPixel + 1
    if (id > tag.samplesPerPixel) break
    const reader = readers[directory.getUint16(at + 2, isLittle) as keyof typeof readers]
    if (reader !== undefined) sizes.set(id, Number(directory[reader](at + value, isLittle)))
  }
  const [width, height] = [sizes.get(tag.imageWidth), sizes.get(tag.imageLength)]
  return width === undefined || height === undefined ? null : width * height * (sizes.get(tag.samplesPerPixel) ?? 1)
}
