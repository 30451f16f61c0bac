import type { Validity } from '../../array/block.js'
import { type ChunkGrid, chunkGrid } from '../../array/chunk-grid.js'
import { stridesOf } from '../../array/strided-copy.js'
import { type Dtype, dtypes, type Element, isDtype, isInteger } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type ScalarJson, scalarFromJson } from '../../base/scalar.js'
import type { OpenedSource, Source, SourceDef, TileSlot } from '../../graph/source.js'
import { type ArraySpec, type Band, dimIndex, plainBand } from '../../graph/spec.js'
import { mostRuns, rowBands, runsOf } from './runs.js'

/** What a thread needs to find pixels in the asset. */
export interface MemoryLayout {
  readonly uri: string
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly chunk: readonly number[]
  /** Whether one byte per element follows the elements: 1 valid, 0 invalid. */
  readonly hasMask: boolean
  /** Nodata by index along the dim `band`; one entry where there is no such dim. Not used where there is a mask. */
  readonly nodata: readonly (ScalarJson | null)[]
  /** Position of the dim `band`, or -1. */
  readonly bandDim: number
}

const specKeys = ['dims', 'shape', 'dtype', 'chunks', 'geobox', 'periodX', 'coords', 'bands', 'categorical', 'moved', 'name', 'attrs']

/**
 * Arrays in memory: an asset of raw little-endian elements in C order, with a mask of one byte per element behind them where
 * `options.mask` is true. The other options are the fields of the array's spec; `dims`, `shape` and `dtype` are required, and `chunks`
 * may be given as extents by dim. Chunks of whole rows by default, so that a chunk is one byte range.
 */
export const memorySource: SourceDef<MemoryLayout> = {
  name: 'memory',
  version: 1,
  recognises: (uri) => uri.startsWith('asset:'),
  async open(uri, options, openBytes): Promise<OpenedSource<MemoryLayout>> {
    const { spec, mask } = parseOptions(options)
    const layout = layoutOf(uri, spec, mask)
    const bytes = await openBytes(uri)
    const size = await bytes.size()
    await bytes.close()
    const expected = elementsOf(spec.shape) * (dtypes[spec.dtype].bytes + (mask ? 1 : 0))
    if (size !== expected) {
      throw new SourceError(
        `${uri}: holds ${size} bytes, but ${spec.shape.join(' x ')} ${spec.dtype}${mask ? ' with a mask' : ''} needs ${expected}`,
        {
          uri,
        },
      )
    }
    return {
      options: { ...(options as JsonObject) },
      spec,
      fingerprint: [{ size, changed: uri }],
      layout,
      files: [uri],
      levels: [],
      info: { driver: 'memory', mask },
    }
  },
  attach: async (layout) => memoryTiles(layout),
}

function parseOptions(options: Json): { spec: ArraySpec; mask: boolean } {
  if (!isJsonObject(options)) throw new UsageError('memory: options must be an object')
  const unknown = Object.keys(options).find((key) => key !== 'mask' && !specKeys.includes(key))
  if (unknown !== undefined) throw new UsageError(`memory: unknown option "${unknown}"; known are mask, ${specKeys.join(', ')}`)
  const { mask = false, dims, shape, dtype, chunks } = options
  if (typeof mask !== 'boolean') throw new UsageError(`memory: mask is ${JSON.stringify(mask)}, expected true or false`)
  if (!isTextList(dims) || !isExtentList(shape) || dims.length !== shape.length) {
    throw new UsageError('memory: needs dims (names) and shape (whole numbers) of one length')
  }
  if (!isDtype(dtype)) throw new UsageError(`memory: dtype is ${JSON.stringify(dtype)}, expected one of ${Object.keys(dtypes).join(', ')}`)
  const given = isJsonObject(chunks) && isExtentList(chunks.chunk) ? chunks.chunk : chunks
  if (given !== undefined && (!isExtentList(given) || given.length !== shape.length || given.includes(0))) {
    throw new UsageError(`memory: chunks is ${JSON.stringify(chunks)}, expected ${shape.length} extents of at least 1`)
  }
  const grid = chunkGrid(shape, given ?? rowBands(shape, dtypes[dtype].bytes))
  return { spec: specOf(options, { dims, shape, dtype, chunks: grid }), mask }
}

function specOf(options: JsonObject, known: Pick<ArraySpec, 'dims' | 'shape' | 'dtype' | 'chunks'>): ArraySpec {
  const bandDim = dimIndex(known, 'band')
  const count = bandDim < 0 ? 1 : (known.shape[bandDim] as number)
  const plain = { geobox: null, periodX: null, coords: {}, bands: Array.from({ length: count }, () => plainBand), categorical: false }
  const rest = { moved: true, name: null, attrs: {} }
  const { mask: _mask, ...given } = options
  // A spec that was a spec before it became JSON: the api hands over its own.
  return { ...plain, ...rest, ...(given as unknown as Partial<ArraySpec>), ...known }
}

function layoutOf(uri: string, spec: ArraySpec, hasMask: boolean): MemoryLayout {
  const nodata = spec.bands.map((band: Band) => band.nodata)
  return { uri, dtype: spec.dtype, shape: spec.shape, chunk: spec.chunks.chunk, hasMask, nodata, bandDim: dimIndex(spec, 'band') }
}

/** The thread's side: byte ranges by arithmetic, decoding by copying. */
function memoryTiles(layout: MemoryLayout): Source {
  const { dtype, hasMask } = layout
  const grid: ChunkGrid = { shape: layout.shape, chunk: layout.chunk }
  const width = dtypes[dtype].bytes
  const dataBytes = elementsOf(layout.shape) * width
  const elements = layout.nodata.map((value) => (value === null ? null : scalarFromJson(value, dtype)))
  const uniform = elements.every((value) => Object.is(value, elements[0]))
  const masked = hasMask || !uniform
  const tileElements = elementsOf(layout.chunk)
  return {
    // Each range may be padded to 16 bytes where it is put.
    maxEncodedBytes: tileElements * (width + (hasMask ? 1 : 0)) + 16 * mostRuns(grid) * (hasMask ? 2 : 1),
    decodeScratchBytes: 0,
    libraryBytes: 0,
    masked,
    locate(tile) {
      const runs = runsOf(grid, tile)
      const data = runs.map(({ from, length }) => ({ file: 0, offset: from * width, length: length * width }))
      if (!hasMask) return data
      return [...data, ...runs.map(({ from, length }) => ({ file: 0, offset: dataBytes + from, length }))]
    },
    decode(encoded, tile, out): Validity {
      const runs = runsOf(grid, tile)
      const bytes = new Uint8Array(out.data.buffer, out.data.byteOffset, out.data.byteLength)
      runs.forEach(({ to }, at) => {
        bytes.set(encoded[at] as Uint8Array, to * width)
      })
      if (!masked)
        return (elements[0] ?? null) !== null ? { nodata: elements[0] as Element } : isInteger(dtype) ? null : { nodata: Number.NaN }
      if (hasMask) copyMask(encoded, runs, out)
      else maskByBand(out, elements, grid, layout.bandDim, tile)
      return out.mask
    },
  }
}

function copyMask(encoded: readonly Uint8Array[], runs: ReturnType<typeof runsOf>, out: TileSlot): void {
  runs.forEach(({ to }, at) => {
    out.mask?.set(encoded[runs.length + at] as Uint8Array, to)
  })
}

/** Bands with nodata values of their own: each pixel is compared with its band's. */
function maskByBand(out: TileSlot, nodata: readonly (Element | null)[], grid: ChunkGrid, bandDim: number, tile: number): void {
  const { data, mask } = out
  if (mask === null) return
  const inner = stridesOf(grid.chunk)[bandDim] as number
  const bands = grid.chunk[bandDim] as number
  const behind = grid.shape
    .slice(bandDim + 1)
    .reduce((product, extent, at) => product * Math.ceil(extent / (grid.chunk[bandDim + 1 + at] as number)), 1)
  const along = Math.ceil((grid.shape[bandDim] as number) / bands)
  const firstBand = (Math.floor(tile / behind) % along) * bands
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as Element
    const stored = nodata[firstBand + (Math.floor(i / inner) % bands)]
    mask[i] = value === value && value !== stored ? 1 : 0
  }
}

function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1)
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isExtentList(value: Json | undefined): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0)
}
