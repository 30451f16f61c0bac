import { SourceError } from '../base/errors.js'

/** A Huffman code: numbers of codes of 1 to 16 bits, and the symbols in order. */
export interface HuffmanCode {
  readonly lengths: Uint8Array
  readonly symbols: Uint8Array
}

/** One component of a frame. */
export interface JpegComponent {
  readonly id: number
  readonly h: number
  readonly v: number
  /** Number of its quantisation table. */
  readonly table: number
}

/** What the frame header says (ITU-T T.81 section B.2.2). */
export interface JpegFrame {
  readonly width: number
  readonly height: number
  readonly components: readonly JpegComponent[]
}

/** What a scan header says (section B.2.3): which components, with which tables. */
export interface JpegScan {
  readonly members: readonly { readonly component: number; readonly dc: number; readonly ac: number }[]
}

/** What has been read of a JPEG stream, or of its tables alone. */
export interface JpegState {
  /** Quantisation tables, row by row. */
  readonly quantisation: (Int32Array | undefined)[]
  readonly dc: (HuffmanCode | undefined)[]
  readonly ac: (HuffmanCode | undefined)[]
  frame: JpegFrame | null
  restart: number
}

const zigzag = [
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28],
  ...[35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
]

const marker = { sof0: 0xc0, sof1: 0xc1, dht: 0xc4, jpg: 0xc8, dac: 0xcc, rst0: 0xd0, eoi: 0xd9, sos: 0xda, dqt: 0xdb, dri: 0xdd } as const

const otherFrames: Readonly<Record<number, string>> = {
  194: 'progressive JPEG',
  195: 'lossless JPEG',
  197: 'hierarchical JPEG',
  198: 'hierarchical JPEG',
  199: 'hierarchical JPEG',
  201: 'JPEG with arithmetic coding',
  202: 'JPEG with arithmetic coding',
  203: 'JPEG with arithmetic coding',
  205: 'JPEG with arithmetic coding',
  206: 'JPEG with arithmetic coding',
  207: 'JPEG with arithmetic coding',
}

/** What nothing has been read of yet. */
export function newJpegState(): JpegState {
  return { quantisation: [], dc: [], ac: [], frame: null, restart: 0 }
}

/** The error for a stream that is not sound. */
export function badJpeg(reason: string): SourceError {
  return new SourceError(`the JPEG stream ${reason}`, { codec: 'JPEG' })
}

/**
 * Reads markers from a byte on into `state`, up to the next scan: answers it and where its bits begin; null where the stream ends before
 * one. Throws `E_SOURCE` for what is damaged or of a kind that is not supported.
 */
export function readMarkers(bytes: Uint8Array, from: number, state: JpegState): { readonly scan: JpegScan; readonly start: number } | null {
  let at = from
  while (at + 1 < bytes.length) {
    const code = bytes[at + 1] as number
    if (bytes[at] !== 0xff) throw badJpeg(`has no marker at byte ${at}`)
    if (code === 0xff) {
      at++
      continue
    }
    if (code === marker.eoi) return null
    at += 2
    if (code === 1 || (code >= marker.rst0 && code < marker.eoi)) continue
    const length = at + 2 <= bytes.length ? ((bytes[at] as number) << 8) | (bytes[at + 1] as number) : 0
    if (length < 2 || at + length > bytes.length) throw badJpeg('ends early')
    const body = bytes.subarray(at + 2, at + length)
    at += length
    if (code === marker.sos) return { scan: readScan(body, state), start: at }
    readSegment(code, body, state)
  }
  return null
}

function readSegment(code: number, body: Uint8Array, state: JpegState): void {
  if (code === marker.dqt) readQuantisation(body, state)
  else if (code === marker.dht) readHuffman(body, state)
  else if (code === marker.dri) state.restart = ((body[0] ?? 0) << 8) | (body[1] ?? 0)
  else if (code === marker.sof0 || code === marker.sof1) state.frame = readFrame(body)
  else if (otherFrames[code] !== undefined) throw new SourceError(`${otherFrames[code]} is not supported`, { codec: 'JPEG' })
}

function readQuantisation(body: Uint8Array, state: JpegState): void {
  for (let at = 0; at < body.length; ) {
    const head = body[at++] as number
    const bytes = head >> 4 === 0 ? 1 : 2
    if ((head & 15) > 3 || at + 64 * bytes > body.length) throw badJpeg('has a broken quantisation table')
    const table = new Int32Array(64)
    zigzag.forEach((place, k) => {
      table[place] = bytes === 1 ? (body[at + k] as number) : ((body[at + 2 * k] as number) << 8) | (body[at + 2 * k + 1] as number)
    })
    state.quantisation[head & 15] = table
    at += 64 * bytes
  }
}

function readHuffman(body: Uint8Array, state: JpegState): void {
  for (let at = 0; at < body.length; ) {
    const head = body[at++] as number
    const lengths = body.slice(at, at + 16)
    const count = lengths.reduce((sum, many) => sum + many, 0)
    at += 16
    if ((head & 15) > 3 || head >> 4 > 1 || count > 256 || at + count > body.length) throw badJpeg('has a broken Huffman table')
    const tables = head >> 4 === 0 ? state.dc : state.ac
    tables[head & 15] = { lengths, symbols: body.slice(at, at + count) }
    at += count
  }
}

function readFrame(body: Uint8Array): JpegFrame {
  const [precision = 0, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0] = body
  if (precision !== 8) throw new SourceError(`JPEG with samples of ${precision} bits is not supported; 8 are`, { codec: 'JPEG' })
  if (body.length < 6 + 3 * count) throw badJpeg('has a broken frame header')
  const components = Array.from({ length: count }, (_, k) => {
    const [id, factors, table] = body.subarray(6 + 3 * k) as unknown as [number, number, number]
    return { id, h: factors >> 4, v: factors & 15, table }
  })
  return { width: (w1 << 8) | w0, height: (h1 << 8) | h0, components }
}

function readScan(body: Uint8Array, { frame }: JpegState): JpegScan {
  const count = body[0] ?? 0
  if (frame === null || count < 1 || count > 4 || body.length < 1 + 2 * count) throw badJpeg('has a broken scan header')
  const members = Array.from({ length: count }, (_, k) => {
    const [id, tables] = body.subarray(1 + 2 * k) as unknown as [number, number]
    return { component: frame.components.findIndex((each) => each.id === id), dc: tables >> 4, ac: tables & 15 }
  })
  const places = members.map(({ component }) => component)
  if (places.includes(-1) || new Set(places).size < count) throw badJpeg('has a scan of components that are not there')
  return { members }
}
