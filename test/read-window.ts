import { chunksIn, chunkWindow } from '../src/array/chunk-grid.js'
import { copyWindow } from '../src/array/strided-copy.js'
import { intersect, shapeOf, sizeOf, type Window } from '../src/array/window.js'
import { allocate, type TypedArray } from '../src/base/dtype.js'
import { SourceError } from '../src/base/errors.js'
import type { ByteRange, ByteSource, OpenBytes, OpenedSource, Source, SourceDef } from '../src/graph/source.js'
import { fromEnd } from '../src/io/local-reader.js'
import { openBytes } from '../src/io/open-bytes.js'
import { type TestKit, testKit } from './kit.js'

/** Pixels of a window in C order; `valid` is 1 or 0 per pixel, whatever way the source says it. */
export interface ReadPixels {
  readonly window: Window
  readonly data: TypedArray
  readonly valid: Uint8Array
}

/** A source opened for reading in a test: the engine's steps without the engine. */
export interface TestReader<L = unknown> {
  readonly opened: OpenedSource<L>
  readonly source: Source
  /** One decoded chunk, over its nominal extent. */
  tile(index: number): Promise<ReadPixels>
  /** Any window, gathered from the chunks that it touches. */
  read(window: Window): Promise<ReadPixels>
  close(): Promise<void>
}

/** Opens a source and attaches to a structured clone of its layout, as a worker does. */
export async function openReader<L>(
  def: SourceDef<L>,
  uri: string,
  options: object,
  open: OpenBytes = openBytes,
  kit: TestKit = testKit(256),
) {
  const opened = await def.open(uri, options as never, open)
  const source = await def.attach(structuredClone(opened.layout))
  return makeReader(opened, source, open, kit)
}

/** A reader over a source that is open and attached already. */
export function makeReader<L>(opened: OpenedSource<L>, source: Source, open: OpenBytes, kit: TestKit): TestReader<L> {
  const files = new Map<number, Promise<ByteSource>>()
  const { spec } = opened
  const nominal = spec.chunks.chunk

  /** A length of -1 is the whole file, which may be absent. */
  async function fetchRange({ file, offset, length, mayBeAbsent }: ByteRange): Promise<Uint8Array | null> {
    try {
      if (!files.has(file)) files.set(file, open(opened.files[file] as string))
      const bytes = await (files.get(file) as Promise<ByteSource>)
      const size = await bytes.size()
      return await bytes.read(offset < 0 ? fromEnd(bytes.uri, offset, size) : offset, length < 0 ? size : length)
    } catch (error) {
      files.delete(file)
      if ((length < 0 || mayBeAbsent === true) && error instanceof SourceError && error.message.includes('no such file')) return null
      throw error
    }
  }

  async function tile(index: number): Promise<ReadPixels> {
    kit.reset()
    const encoded: Uint8Array[] = []
    const lead = source.index?.wanted(index) ?? null
    if (lead !== null) source.index?.learn(index, await fetchRange(lead))
    for (const range of source.locate(index)) {
      const bytes = await fetchRange(range)
      if (bytes === null) continue
      const view = kit.array('uint8', bytes.length) as Uint8Array
      view.set(bytes)
      encoded.push(view)
    }
    const total = encoded.reduce((sum, bytes) => sum + bytes.length, 0)
    if (total > source.maxEncodedBytes) throw new Error(`chunk ${index} has ${total} bytes, ${source.maxEncodedBytes} are promised`)
    const size = nominal.reduce((product, extent) => product * extent, 1)
    const data = kit.array(spec.dtype, size)
    const mask = source.masked ? (kit.array('uint8', size) as Uint8Array) : null
    kit.limitScratch(source.decodeScratchBytes)
    const validity = source.decode(encoded, index, { data, mask }, kit)
    const valid = new Uint8Array(size)
    if (validity instanceof Uint8Array) valid.set(validity)
    else for (let i = 0; i < size; i++) valid[i] = isValid(data[i] as number, validity) ? 1 : 0
    const { start } = chunkWindow(spec.chunks, index)
    return { window: { start, stop: start.map((from, dim) => from + (nominal[dim] as number)) }, data: data.slice(), valid }
  }

  async function read(window: Window): Promise<ReadPixels> {
    const data = allocate(spec.dtype, sizeOf(window))
    const valid = new Uint8Array(sizeOf(window))
    const target = { start: window.start, shape: shapeOf(window) }
    for (const index of chunksIn(spec.chunks, window)) {
      const chunk = await tile(index)
      const part = intersect(window, chunkWindow(spec.chunks, index))
      const source = { start: chunk.window.start, shape: nominal }
      copyWindow({ ...source, data: chunk.data }, { ...target, data }, part)
      copyWindow({ ...source, data: chunk.valid }, { ...target, data: valid }, part)
    }
    return { window, data, valid }
  }

  return {
    opened,
    source,
    tile,
    read,
    async close() {
      for (const file of files.values()) await (await file).close()
    },
  }
}

function isValid(value: number | bigint, validity: null | { readonly nodata: number | bigint }): boolean {
  if (validity === null) return value === value
  return value === value && value !== validity.nodata
}

/** An opener that records every read of pixels and headers. */
export function recordingOpener(open: OpenBytes = (at) => openBytes(at)): {
  open: OpenBytes
  reads: { uri: string; offset: number; length: number }[]
} {
  const reads: { uri: string; offset: number; length: number }[] = []
  return {
    reads,
    async open(uri) {
      const bytes = await open(uri)
      return {
        ...bytes,
        read(offset, length, signal) {
          reads.push({ uri, offset, length })
          return bytes.read(offset, length, signal)
        },
      }
    },
  }
}
