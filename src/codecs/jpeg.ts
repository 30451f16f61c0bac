import { codecKernels } from '../kernels/codec.js'
import type { CodecKit } from './codec.js'
import { checkDecoded } from './fail.js'
import { badJpeg, type HuffmanCode, type JpegFrame, type JpegScan, type JpegState, newJpegState, readMarkers } from './jpeg-markers.js'
import type { PixelCodec, PixelShape } from './pixel-codec.js'

// Sizes of the parts of the scratch, in bytes; the layout of a job is in kernels/assembly/jpeg.ts.
const jobHead = 64
const jobComponent = 48
const quantisationBytes = 256
const huffmanBytes = 1440
const codeBytes = 16 + 256
const tablesBytes = 4 * quantisationBytes + 8 * huffmanBytes + codeBytes

/** Whole MCUs are decoded: up to 32 samples each way. */
const overhang = 31

/**
 * Baseline and extended sequential JPEG of 8 bits with Huffman codes, any number of components and any integral subsampling, bit for bit as libjpeg-turbo
 * decodes it (its slow integer transform and triangle filters). Colours are what the directory says, not what markers inside the stream say.
 */
export function jpegCodec(shape: PixelShape): PixelCodec {
  const { width, rows, samples } = shape
  const planeBytes = (width + overhang) * (rows + overhang)
  return {
    name: 'JPEG',
    libraryBytes: 0,
    isFinished: true,
    scratchBytes: jobHead + samples * (jobComponent + planeBytes + width + overhang + 16) + tablesBytes + 64,
    decode: (encoded, out, wanted, kit) => new JpegDecoder(shape, encoded, kit).decode(out, wanted),
  }
}

/** The decoding of one stream. */
class JpegDecoder {
  readonly #shape: PixelShape
  readonly #encoded: Uint8Array
  readonly #kit: CodecKit
  readonly #words: Int32Array
  readonly #heap: Uint8Array
  readonly #state: JpegState = newJpegState()
  readonly #job: number
  readonly #tables: number
  readonly #scanned = new Set<number>()

  constructor(shape: PixelShape, encoded: Uint8Array, kit: CodecKit) {
    this.#shape = shape
    this.#encoded = encoded
    this.#kit = kit
    this.#words = new Int32Array(kit.memory.buffer)
    this.#heap = new Uint8Array(kit.memory.buffer)
    this.#job = kit.scratch(jobHead + shape.samples * jobComponent)
    this.#tables = kit.scratch(tablesBytes)
  }

  decode(out: Uint8Array, rows: number): number {
    const { coding, samples, width } = this.#shape
    if (coding.jpegTables !== null) readMarkers(coding.jpegTables, startOf(coding.jpegTables), this.#state)
    let frame: JpegFrame | null = null
    for (let at = startOf(this.#encoded); ; ) {
      const found = readMarkers(this.#encoded, at, this.#state)
      if (found === null) break
      if (frame === null) {
        frame = this.#checked(rows)
        this.#describe(frame)
      } else if (frame !== this.#state.frame) throw badJpeg('has two frames')
      at = found.start + this.#scan(found.scan, frame, found.start)
      if (this.#scanned.size === samples) break
    }
    if (frame === null || this.#scanned.size < samples) throw badJpeg(`of ${this.#encoded.length} bytes ends early`)
    const room = this.#kit.scratch(samples * (width + overhang))
    const isRgb = coding.isYcbcr && samples === 3 ? 1 : 0
    codecKernels(this.#kit.kernels).jpegPixels(this.#job, out.byteOffset, width * samples, rows, isRgb, room)
    return width * samples * rows
  }

  /** The frame, whose sizes must be those of the segment. */
  #checked(rows: number): JpegFrame {
    const { frame } = this.#state
    const { width, rows: most, samples } = this.#shape
    if (frame === null) throw badJpeg('has no frame header')
    if (frame.components.length !== samples) throw badJpeg(`has ${frame.components.length} components where ${samples} are expected`)
    if (frame.width !== width || frame.height < rows || frame.height > most) {
      throw badJpeg(`is ${frame.width} x ${frame.height} pixels where ${width} x ${rows} are expected`)
    }
    const { h, v } = greatest(frame)
    for (const one of frame.components) {
      const isSound = one.h >= 1 && one.v >= 1 && h <= 4 && v <= 4 && h % one.h === 0 && v % one.v === 0
      if (!isSound) throw badJpeg(`has a component sampled ${one.h} x ${one.v} where others are ${h} x ${v}, which is not supported`)
    }
    return frame
  }

  /** Fills the job but for its tables, and makes planes. */
  #describe(frame: JpegFrame): void {
    const words = this.#words
    const { h, v } = greatest(frame)
    const { width, height } = frame
    const [across, down] = [Math.ceil(width / (8 * h)), Math.ceil(height / (8 * v))]
    words.set([frame.components.length, across, down, 0, h, v, width, height], this.#job / 4)
    frame.components.forEach((one, place) => {
      const own = { width: Math.ceil((width * one.h) / h), height: Math.ceil((height * one.v) / v) }
      const stride = across * one.h * 8
      const plane = this.#kit.scratch(stride * down * one.v * 8)
      const blocks = [Math.ceil(own.width / 8), Math.ceil(own.height / 8)]
      words.set([one.h, one.v, plane, stride, ...blocks, 0, 0, 0, 0, own.width, own.height], this.#component(place))
    })
  }

  /** Index of the first word of a component. */
  #component(place: number): number {
    return (this.#job + jobHead + place * jobComponent) / 4
  }

  /** Decodes a scan; answers the bytes that it took. */
  #scan(scan: JpegScan, frame: JpegFrame, start: number): number {
    const words = this.#words
    words[this.#job / 4 + 3] = this.#state.restart
    words[this.#job / 4 + 8] = scan.members.length
    scan.members.forEach(({ component, dc, ac }, member) => {
      if (this.#scanned.has(component)) throw badJpeg('has two scans of one component')
      this.#scanned.add(component)
      words[this.#job / 4 + 9 + member] = component
      const table = (frame.components[component] as JpegFrame['components'][number]).table
      const first = this.#component(component)
      words[first + 6] = this.#quantisation(table)
      words[first + 7] = this.#huffman(this.#state.dc[dc], dc)
      words[first + 8] = this.#huffman(this.#state.ac[ac], 4 + ac)
    })
    const bits = this.#encoded.subarray(start)
    const answer = codecKernels(this.#kit.kernels).jpegScan(this.#job, bits.byteOffset, bits.length)
    return checkDecoded('JPEG', answer, this.#encoded, bits)
  }

  #quantisation(number: number): number {
    const values = this.#state.quantisation[number]
    if (values === undefined) throw badJpeg(`lacks the quantisation table ${number}`)
    const at = this.#tables + number * quantisationBytes
    this.#words.set(values, at / 4)
    return at
  }

  #huffman(code: HuffmanCode | undefined, place: number): number {
    if (code === undefined) throw badJpeg('lacks a Huffman table')
    const at = this.#tables + 4 * quantisationBytes + place * huffmanBytes
    const lengths = this.#tables + tablesBytes - codeBytes
    this.#heap.set(code.lengths, lengths)
    this.#heap.set(code.symbols, lengths + 16)
    const answer = codecKernels(this.#kit.kernels).jpegBuildTable(lengths, lengths + 16, code.symbols.length, at)
    if (answer < 0) throw badJpeg('has a broken Huffman table')
    return at
  }
}

function greatest({ components }: JpegFrame): { readonly h: number; readonly v: number } {
  return { h: Math.max(...components.map((one) => one.h)), v: Math.max(...components.map((one) => one.v)) }
}

/** Where the markers begin that follow the mark of a stream's start. */
function startOf(bytes: Uint8Array): number {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 2
  throw badJpeg('does not begin as one')
}
