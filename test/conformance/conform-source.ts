import { describe, expect, it } from 'vitest'
import { chunkCount, chunkWindow } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { fullWindow, shapeOf, sizeOf, type Window } from '../../src/array/window.js'
import { allocate, type TypedArray } from '../../src/base/dtype.js'
import { isRasterloomError, SourceError } from '../../src/base/errors.js'
import type { Json, JsonObject } from '../../src/base/json.js'
import { canonicalJson } from '../../src/base/json.js'
import type { OpenBytes, SourceDef } from '../../src/graph/source.js'
import { openMemory } from '../../src/io/memory.js'
import { testKit } from '../kit.js'
import { openReader, recordingOpener } from '../read-window.js'

/** An array in a file, and what it must read as. */
export interface SourceCase<L = unknown> {
  readonly def: SourceDef<L>
  readonly uri: string
  readonly options?: JsonObject
  /** All files by uri; what is not here does not exist. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** All pixels in C order, and their validity (all valid where left out). Values under invalid pixels do not count. */
  readonly truth: { readonly data: TypedArray; readonly valid?: Uint8Array }
  /** Most reads that opening takes, and most that one chunk takes. */
  readonly reads: { readonly open: number; readonly chunk: number }
  /** The files to cut short, and where; by default every file, at some twenty places. */
  readonly truncations?: ReadonlyMap<string, readonly number[]>
}

/** An opener of files in memory. */
export function memoryFiles(files: ReadonlyMap<string, Uint8Array>): OpenBytes {
  return async (uri) => {
    const bytes = files.get(uri)
    if (bytes === undefined) throw new SourceError(`${uri}: no such file`, { uri })
    return openMemory(uri, bytes)
  }
}

const kit = testKit(64)

/** Every source runs through these: tiles, windows, reads, truncation, cloned layouts. */
export function conformSource<L>(name: string, source: SourceCase<L>): void {
  describe(`source: ${name}`, () => {
    const { def, uri, files, options = {} } = source
    const open = memoryFiles(files)

    it('spec and options are JSON, and options are stable', async () => {
      const opened = await def.open(uri, options, open)
      expect(() => canonicalJson(opened.spec as unknown as Json)).not.toThrow()
      expect(() => canonicalJson(opened.info)).not.toThrow()
      const again = await def.open(uri, opened.options, open)
      expect(again.options).toEqual(opened.options)
      expect(again.spec).toEqual(opened.spec)
      expect(again.fingerprint).toEqual(opened.fingerprint)
    })

    it('every chunk equals the stored values', async () => {
      const reader = await openReader(def, uri, options, open, kit)
      const { spec } = reader.opened
      for (let index = 0; index < chunkCount(spec.chunks); index++) {
        const chunk = await reader.tile(index)
        const window = chunkWindow(spec.chunks, index)
        const placed = { start: chunk.window.start, shape: spec.chunks.chunk }
        expectPixels(
          cut({ ...placed, data: chunk.data }, window),
          cut({ ...placed, data: chunk.valid }, window) as Uint8Array,
          source.truth,
          spec.shape,
          window,
        )
      }
    })

    it('any window equals coordinate arithmetic over the stored values', async () => {
      const reader = await openReader(def, uri, options, open, kit)
      const { spec } = reader.opened
      for (const window of [fullWindow(spec.shape), ...seededWindows(spec.shape, 12)]) {
        const got = await reader.read(window)
        expectPixels(got.data, got.valid, source.truth, spec.shape, window)
      }
    })

    it('takes the reads that are stated, and no more', async () => {
      const recorder = recordingOpener(open)
      const reader = await openReader(def, uri, options, recorder.open, kit)
      expect(recorder.reads.length).toBeLessThanOrEqual(source.reads.open)
      for (let index = 0; index < chunkCount(reader.opened.spec.chunks); index++) {
        // An index that the source must read first is read once, and is no read of the chunk.
        if ((reader.source.index?.wanted(index) ?? null) !== null) await reader.tile(index)
        const located = reader.source.locate(index)
        expect(located.length).toBeLessThanOrEqual(source.reads.chunk)
        recorder.reads.length = 0
        await reader.tile(index)
        expect(recorder.reads.length).toBeLessThanOrEqual(located.length)
        const asked = new Set(located.map(({ offset, length }) => `${offset}+${length}`))
        for (const { offset, length } of recorder.reads) expect(asked.has(`${offset}+${length}`) || asked.has('0+-1')).toBe(true)
      }
    })

    it('a truncated file fails with E_SOURCE, naming file and offset, or reads as it should', async () => {
      let failures = 0
      for (const [file, places] of source.truncations ?? defaultTruncations(files)) {
        for (const at of places) {
          const cutFiles = new Map(files).set(file, (files.get(file) as Uint8Array).slice(0, at))
          const failure = await readAll(source, memoryFiles(cutFiles))
          if (failure === null) continue
          failures++
          expect(failure, `cut at ${at}: ${String(failure)}`).toBeInstanceOf(SourceError)
          if (!isRasterloomError(failure)) continue
          expect(failure.message).toContain(file)
          expect(failure.fields.uri, failure.message).toBe(file)
          expect(typeof failure.fields.offset, failure.message).toBe('number')
        }
      }
      expect(failures).toBeGreaterThan(0)
    })
  })
}

/** Reads everything; null where it equals the truth, else the error. */
async function readAll<L>({ def, uri, options = {}, truth }: SourceCase<L>, open: OpenBytes): Promise<unknown> {
  try {
    const reader = await openReader(def, uri, options, open, kit)
    const { shape } = reader.opened.spec
    const got = await reader.read(fullWindow(shape))
    expectPixels(got.data, got.valid, truth, shape, fullWindow(shape))
    return null
  } catch (error) {
    return error
  }
}

function defaultTruncations(files: ReadonlyMap<string, Uint8Array>): Map<string, number[]> {
  const places = ({ length }: Uint8Array) => [
    ...[0, 1, 3, 7, 8, 15, 16, 40].filter((at) => at < length),
    ...Array.from({ length: 11 }, (_, index) => Math.floor((length * (index + 1)) / 12)),
    length - 1,
  ]
  return new Map([...files].map(([uri, bytes]) => [uri, places(bytes)]))
}

interface PlacedArray {
  readonly data: TypedArray
  readonly start: readonly number[]
  readonly shape: readonly number[]
}

function cut(source: PlacedArray, window: Window): TypedArray {
  const target = source.data.slice(0, sizeOf(window))
  copyWindow(source, { data: target, start: window.start, shape: shapeOf(window) }, window)
  return target
}

function expectPixels(
  data: TypedArray,
  valid: Uint8Array,
  truth: { readonly data: TypedArray; readonly valid?: Uint8Array },
  shape: readonly number[],
  window: Window,
): void {
  const whole = { start: shape.map(() => 0), shape }
  const expected = cut({ ...whole, data: truth.data }, window)
  const flags = truth.valid === undefined ? null : cut({ ...whole, data: truth.valid }, window)
  for (let index = 0; index < expected.length; index++) {
    const isValid = flags === null || flags[index] === 1
    if (valid[index] !== (isValid ? 1 : 0)) expect.fail(`validity ${valid[index]} at ${index} of ${JSON.stringify(window)}`)
    if (isValid && data[index] !== expected[index]) {
      expect.fail(`${data[index]} where ${expected[index]} is stored, at ${index} of ${JSON.stringify(window)}`)
    }
  }
}

/** Windows from a fixed seed. */
function seededWindows(shape: readonly number[], count: number): Window[] {
  let state = 12345
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: count }, () => {
    const start = shape.map((extent) => below(extent))
    return { start, stop: start.map((from, dim) => from + 1 + below((shape[dim] as number) - from)) }
  })
}

/** Pixels that differ at every index, from a seed: what a decoder mixes up shows. */
export function seededPixels(dtype: Parameters<typeof allocate>[0], length: number, seed = 1): TypedArray {
  const data = allocate(dtype, length)
  let state = seed >>> 0
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const smooth = index % 97 // some repetition, so that codecs have something to do
    const value = dtype === 'float32' || dtype === 'float64' ? smooth + state / 2 ** 32 : smooth * 3 + (state >>> 29)
    data[index] = (dtype === 'int64' || dtype === 'uint64' ? BigInt(value) * 0x100000001n : value) as never
  }
  return data
}
