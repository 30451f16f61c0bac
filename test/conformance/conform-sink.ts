import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Block } from '../../src/array/block.js'
import { chunkCount, chunkWindow } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { fullWindow, shapeOf, sizeOf, type Window } from '../../src/array/window.js'
import { allocate, type Dtype, type Element, type TypedArray } from '../../src/base/dtype.js'
import type { Json, JsonObject } from '../../src/base/json.js'
import { type ScalarJson, scalarFromJson } from '../../src/base/scalar.js'
import type { ChunkRecord, SinkDef, SinkLevel, SinkPlace, SinkWriter, WrittenChunks } from '../../src/graph/sink.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { type TestKit, testKit } from '../kit.js'
import { type Expected, seededPixels, seededRandom } from './seeded-pixels.js'

/** An array as a reader gives it, in C order. `valid` null: all pixels are valid, or the reader knows nothing of validity. */
export interface Pixels {
  readonly data: TypedArray
  readonly valid: Uint8Array | null
}

/** What a sink has written. */
export interface SinkOutput {
  readonly target: string
  readonly levels: readonly SinkLevel[]
  readonly written: WrittenChunks
}

/** One array with options to drive a sink with. */
export interface SinkCase {
  readonly name: string
  readonly spec: ArraySpec
  readonly options: Json
  /** Reads a level of the output with our own source: values and validity. */
  readonly readBack: (output: SinkOutput, level: number) => Promise<Pixels>
  /** Reads a level with an implementation that nobody here wrote: stored values, and validity where it knows (else null). Null where none can. */
  readonly readByOther: ((output: SinkOutput, level: number) => Promise<Pixels>) | null
  /** For sinks without a file: chunk records are not JSON, and nothing appears at the target. */
  readonly inMemory?: boolean
  readonly seed?: number
}

/** What `end` is told of where the pixels come from. */
export const conformMetadata: JsonObject = { recipe: { nodes: [{ op: 'source', version: 1, inputs: [], params: {} }] }, hash: 'c0ffee' }

interface Chunk {
  readonly level: number
  readonly chunk: number
}

/**
 * The suite that every sink passes: seeded pixels written in any order by one to three threads, read back by our source and by another
 * implementation, byte-identical however the work was split; killed after some chunks and resumed by other threads; nothing at the
 * target's name before `end`; options that round-trip.
 */
export function conformSink<O extends Json>(name: string, sink: SinkDef<O>, cases: readonly SinkCase[]): void {
  describe(`${name} conforms as a sink`, () => {
    const root = mkdtempSync(join(tmpdir(), 'conform-sink-'))
    const kit = testKit(64)
    afterAll(() => rmSync(root, { recursive: true, force: true }))
    for (const one of cases) describe(one.name, () => conformCase(sink, one, root, kit))
  })
}

function conformCase<O extends Json>(sink: SinkDef<O>, one: SinkCase, root: string, kit: TestKit): void {
  const options = sink.parse(one.options, one.spec)
  const nodata = sink.storedNodata(one.spec, options, false)
  // As the engine does: levels are laid out for what the op `store` makes of the array.
  const bands = one.spec.bands.map((band, at) => ({ ...band, nodata: nodata[at] ?? null }))
  const levels = sink.levels({ ...one.spec, bands }, options)
  const expected = levels.map((level, at) => seededPixels(level.spec, nodata, (one.seed ?? 1) + at))
  const chunks = levels.flatMap((level, at) =>
    Array.from({ length: chunkCount(level.spec.chunks) }, (_, chunk): Chunk => ({ level: at, chunk })),
  )
  let places = 0
  const run = (): Run<O> => new Run(sink, one, options, levels, expected, nodata, kit, join(root, `${slug(one.name)}-${places++}`))

  it('parses options to a fixed point and rejects unknown ones', () => {
    expect(sink.parse(options, one.spec)).toEqual(options)
    expect(JSON.parse(JSON.stringify(options))).toEqual(options)
    expect(() => sink.parse({ ...(one.options as JsonObject), noSuchOption: 1 }, one.spec)).toThrow(
      expect.objectContaining({ code: 'E_USAGE' }),
    )
  })

  it('declares levels as data, each made of an earlier one', () => {
    expect(JSON.parse(JSON.stringify(levels))).toEqual(levels)
    expect(levels[0]?.made).toBeNull()
    expect(levels[0]?.spec.shape).toEqual(one.spec.shape)
    for (let at = 1; at < levels.length; at++) expect(levels[at]?.made?.input).toBeLessThan(at)
    expect(nodata.length).toBe(one.spec.bands.length)
  })

  it('writes the same bytes in any order by one to three threads, and both readers see the pixels', async () => {
    const first = run()
    await first.begin()
    await first.write(chunks, 1)
    await first.end()
    await first.check()
    for (const threads of [1, 2, 3]) {
      const other = run()
      await other.begin()
      await other.write(shuffled(chunks, threads), threads)
      await other.end()
      expect(other.fingerprint()).toEqual(first.fingerprint())
    }
  })

  it('reads stored chunks back, by the thread that wrote and by another', async () => {
    const one = run()
    await one.begin()
    await one.write(shuffled(chunks, 11), 2)
    await one.readStored(chunks)
  })

  it.skipIf(one.inMemory === true)('is killed after some chunks, resumed by another thread, and ends in the same bytes', async () => {
    const whole = run()
    await whole.begin()
    await whole.write(chunks, 1)
    await whole.end()
    for (const share of [0, 0.3, 0.7, 1]) {
      const order = shuffled(chunks, 20 + share * 10)
      const kept = Math.floor(order.length * share)
      const killed = run()
      await killed.begin()
      await killed.write(order.slice(0, kept), 2, 'first')
      await killed.writeUnrecorded(order.slice(kept, kept + 2))
      expect(existsSync(killed.place('x').target)).toBe(false)
      await killed.begin()
      await killed.write(shuffled(order.slice(kept), 5), 2, 'second')
      await killed.end()
      expect(killed.fingerprint()).toEqual(whole.fingerprint())
      await killed.check()
    }
  })
}

/** One output being written: what the engine does, without the engine. */
class Run<O extends Json> {
  private readonly sink: SinkDef<O>
  private readonly one: SinkCase
  private readonly options: O
  private readonly levels: readonly SinkLevel[]
  private readonly expected: readonly Expected[]
  private readonly nodata: readonly (ScalarJson | null)[]
  private readonly kit: TestKit
  private readonly directory: string
  private readonly records = new Map<string, ChunkRecord>()

  constructor(
    sink: SinkDef<O>,
    one: SinkCase,
    options: O,
    levels: readonly SinkLevel[],
    expected: readonly Expected[],
    nodata: readonly (ScalarJson | null)[],
    kit: TestKit,
    directory: string,
  ) {
    this.sink = sink
    this.one = one
    this.options = options
    this.levels = levels
    this.expected = expected
    this.nodata = nodata
    this.kit = kit
    this.directory = directory
    mkdirSync(join(directory, 'scratch'), { recursive: true })
  }

  place(threadName: string): SinkPlace {
    if (this.one.inMemory === true) return { target: '', scratch: join(this.directory, 'scratch'), threadName }
    return { target: join(this.directory, 'target'), scratch: join(this.directory, 'scratch'), threadName }
  }

  get written(): WrittenChunks {
    return { get: (level, chunk) => this.records.get(`${level}/${chunk}`) }
  }

  async begin(): Promise<void> {
    await this.sink.begin(this.place('main'), this.levels, this.options)
    this.expectNoTarget()
  }

  async write(chunks: readonly Chunk[], threads: number, names = 'thread'): Promise<void> {
    const writers: SinkWriter[] = []
    for (let at = 0; at < threads; at++) writers.push(await this.sink.attach(this.place(`${names}-${at}`), this.levels, this.options))
    chunks.forEach((chunk, at) => {
      const record = this.writeOne(writers[(at * 7 + Math.floor(at / 5)) % threads] as SinkWriter, chunk)
      this.records.set(`${chunk.level}/${chunk.chunk}`, this.throughJournal(record))
    })
    for (const writer of writers) {
      writer.flush()
      writer.close()
    }
    this.expectNoTarget()
  }

  /** Chunks that were written just before the kill: the journal does not know them, and the writer was never closed. */
  async writeUnrecorded(chunks: readonly Chunk[]): Promise<void> {
    const writer = await this.sink.attach(this.place('unlucky'), this.levels, this.options)
    for (const chunk of chunks) this.writeOne(writer, chunk)
  }

  async end(): Promise<void> {
    await this.sink.end(this.place('main'), this.levels, this.options, this.written, conformMetadata)
    if (this.one.inMemory !== true) expect(existsSync(this.place('main').target)).toBe(true)
  }

  async readStored(chunks: readonly Chunk[]): Promise<void> {
    for (const thread of ['thread-0', 'stranger']) {
      const writer = await this.sink.attach(this.place(thread), this.levels, this.options)
      for (const { level, chunk } of chunks) this.readOne(writer, level, chunk)
      writer.close()
    }
  }

  async check(): Promise<void> {
    const output = { target: this.place('main').target, levels: this.levels, written: this.written }
    for (let level = 0; level < this.levels.length; level++) {
      const { spec } = this.levels[level] as SinkLevel
      const expected = this.expected[level] as Expected
      expectPixels(await this.one.readBack(output, level), expected, spec.dtype, 'our source')
      if (this.one.readByOther === null) continue
      const other = await this.one.readByOther(output, level)
      expectPixels(other, other.valid === null ? storedOnly(expected, this.nodata) : expected, spec.dtype, 'the other implementation')
    }
  }

  /** Names and hashes of all files of the output. */
  fingerprint(): Record<string, string> {
    if (this.one.inMemory === true) return {}
    const { target } = this.place('main')
    const files = statSync(target).isDirectory() ? filesUnder(target) : [target]
    return Object.fromEntries(
      files.sort().map((file) => [relative(target, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
    )
  }

  private expectNoTarget(): void {
    if (this.one.inMemory === true) return
    expect(readdirSync(this.directory), 'before end() nothing but the scratch directory may appear').toEqual(['scratch'])
  }

  private throughJournal(record: ChunkRecord): ChunkRecord {
    if (this.one.inMemory === true) return structuredClone(record)
    const copy = JSON.parse(JSON.stringify(record)) as ChunkRecord
    expect(copy).toEqual(record)
    return copy
  }

  private writeOne(writer: SinkWriter, { level, chunk }: Chunk): ChunkRecord {
    const { kit } = this
    kit.reset()
    const block = this.block(level, chunk)
    const before = Buffer.from(bytesOf(block.data)).toString('base64')
    kit.limitScratch(writer.scratchBytes)
    const record = writer.write(level, chunk, block, kit)
    expect(Buffer.from(bytesOf(block.data)).toString('base64') === before, 'write() may not change the block').toBe(true)
    return record
  }

  private readOne(writer: SinkWriter, level: number, chunk: number): void {
    const { kit } = this
    const { spec } = this.levels[level] as SinkLevel
    kit.reset()
    const window = chunkWindow(spec.chunks, chunk)
    const out = kit.outBlock(window, spec.dtype)
    kit.limitScratch(writer.scratchBytes)
    writer.read(level, chunk, this.written.get(level, chunk) as ChunkRecord, out, kit)
    const valid = expandValidity(out)
    expectPixels({ data: out.data, valid }, this.part(level, window), spec.dtype, `read() of level ${level}, chunk ${chunk}`)
  }

  private part(level: number, window: Window): Expected {
    const { spec } = this.levels[level] as SinkLevel
    const expected = this.expected[level] as Expected
    const shape = shapeOf(window)
    const data = allocate(spec.dtype, sizeOf(window))
    const valid = new Uint8Array(sizeOf(window))
    const origin = fullWindow(spec.shape).start
    copyWindow({ data: expected.data, start: origin, shape: spec.shape }, { data, start: window.start, shape }, window)
    copyWindow({ data: expected.valid, start: origin, shape: spec.shape }, { data: valid, start: window.start, shape }, window)
    return { data, valid }
  }

  private block(level: number, chunk: number): Block {
    const { spec } = this.levels[level] as SinkLevel
    const window = chunkWindow(spec.chunks, chunk)
    const { data, valid } = this.part(level, window)
    const stored = this.nodata[0]
    const uniform = this.nodata.every((value) => value === stored)
    if (valid.every((flag) => flag === 1)) return this.kit.block(window, data, null)
    // Half of the blocks carry their validity unexpanded, as the engine's do.
    if (uniform && stored !== null && stored !== undefined && chunk % 2 === 0) {
      return this.kit.block(window, data, { nodata: scalarFromJson(stored, spec.dtype) })
    }
    return this.kit.block(window, data, valid)
  }
}

/** The other implementation knows no validity: where the sink keeps a mask, only valid pixels can be compared; else all of them. */
function storedOnly(expected: Expected, nodata: readonly (ScalarJson | null)[]): Expected {
  return nodata.every((value) => value !== null) ? { data: expected.data, valid: new Uint8Array(expected.valid.length).fill(1) } : expected
}

function expectPixels(actual: Pixels, expected: Expected, dtype: Dtype, reader: string): void {
  expect(actual.data.length, `${reader}: number of pixels`).toBe(expected.data.length)
  for (let i = 0; i < expected.data.length; i++) {
    const valid = expected.valid[i]
    if (actual.valid !== null && actual.valid[i] !== valid)
      throw new Error(`${reader}: pixel ${i} should be ${valid === 1 ? 'valid' : 'invalid'}`)
    if (valid === 1 && !sameElement(actual.data[i] as Element, expected.data[i] as Element)) {
      throw new Error(`${reader}: pixel ${i} of ${dtype} is ${actual.data[i]}, should be ${expected.data[i]}`)
    }
  }
}

function sameElement(a: Element, b: Element): boolean {
  return a === b || (a !== a && b !== b)
}

function expandValidity(block: Pick<Block, 'data' | 'valid'>): Uint8Array {
  const { valid, data } = block
  if (valid instanceof Uint8Array) return valid
  const mask = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as Element
    mask[i] = valid === null || (value === value && value !== valid.nodata) ? 1 : 0
  }
  return mask
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed * 7919 + 1)
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
  }
  return copy
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

function slug(name: string): string {
  return name.replace(/[^a-z0-9]+/gi, '-')
}
