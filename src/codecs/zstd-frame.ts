import { undecodable } from './fail.js'

const frameMagic = 0xfd2fb528
const skippableMagic = 0x184d2a50
const contentSizeBytes = [0, 2, 4, 8] as const
const dictionaryBytes = [0, 1, 2, 4] as const

/** One frame of a zstd stream. */
export interface ZstdFrame {
  readonly start: number
  readonly stop: number
  /** Decoded size, or null where the frame does not say. */
  readonly contentBytes: number | null
}

/**
 * The frames that a zstd stream begins with (RFC 8878 section 3.1), without skippable ones; what follows the last frame is ignored.
 * `expectedBytes` is for the message. Throws `E_SOURCE` for a stream that begins with no frame or ends inside one.
 */
export function zstdFrames(encoded: Uint8Array, expectedBytes: number): ZstdFrame[] {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.length)
  const frames: ZstdFrame[] = []
  let at = 0
  while (at + 8 <= encoded.length) {
    const magic = view.getUint32(at, true)
    if ((magic & 0xfffffff0) >>> 0 === skippableMagic) {
      at += 8 + view.getUint32(at + 4, true)
      continue
    }
    if (magic !== frameMagic) break
    const frame = walkFrame(view, at)
    if (frame === null) throw undecodable('zstd', -1, encoded.length, expectedBytes)
    frames.push(frame)
    at = frame.stop
  }
  if (frames.length === 0) throw undecodable('zstd', encoded.length < 8 ? -1 : -4, encoded.length, expectedBytes)
  return frames
}

/** The frame at a position, or null where the bytes end inside it. */
function walkFrame(view: DataView, start: number): ZstdFrame | null {
  const end = view.byteLength
  const descriptor = view.getUint8(start + 4)
  const singleSegment = (descriptor >> 5) & 1
  const sizeFlag = descriptor >> 6
  const sizeBytes = sizeFlag === 0 ? singleSegment : (contentSizeBytes[sizeFlag] as number)
  const sizeAt = start + 5 + (1 - singleSegment) + (dictionaryBytes[descriptor & 3] as number)
  let at = sizeAt + sizeBytes
  if (at > end) return null
  const contentBytes = contentSize(view, sizeAt, sizeBytes)
  for (let last = 0; last === 0; ) {
    if (at + 3 > end) return null
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
    last = header & 1
    // A block of type 1 repeats one stored byte; its size counts the repetitions.
    at += 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3)
  }
  const stop = at + ((descriptor >> 2) & 1) * 4
  return stop > end ? null : { start, stop, contentBytes }
}

function contentSize(view: DataView, at: number, bytes: number): number | null {
  if (bytes === 0) return null
  if (bytes === 1) return view.getUint8(at)
  if (bytes === 2) return view.getUint16(at, true) + 256
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true))
}
