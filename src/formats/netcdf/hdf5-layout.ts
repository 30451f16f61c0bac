import type { Cursor } from './hdf5-reader.js'
import type { Filter } from './storage.js'

/** How the file finds chunks: by a tree of either version, or by an array of their places. */
export type ChunkIndex =
  | { readonly kind: 'tree' | 'tree2' | 'implicit' | 'fixed array' | 'extensible array' }
  | { readonly kind: 'single'; readonly length: number | null; readonly skipped: number }

/** What of a dataset its index of chunks depends on. */
export interface ChunkedArray {
  readonly path: string
  readonly shape: readonly number[]
  /** How far each extent may grow; null without end. */
  readonly most: readonly (number | null)[]
  readonly chunk: readonly number[]
  readonly chunkBytes: number
  readonly isFiltered: boolean
}

/** The data layout message of a dataset. */
export type DataLayout =
  | { readonly kind: 'compact'; readonly bytes: Uint8Array }
  | { readonly kind: 'contiguous'; readonly address: number }
  | { readonly kind: 'chunked'; readonly address: number; readonly chunk: readonly number[]; readonly index: ChunkIndex }
  | { readonly kind: 'other'; readonly name: string }

/** Reads a data layout message of version 1 to 5. Throws `E_SOURCE`. */
export function readLayout(cursor: Cursor): DataLayout {
  const version = cursor.u8()
  if (version === 1 || version === 2) return oldLayout(cursor)
  if (version < 3 || version > 5) return { kind: 'other', name: `a layout of version ${version}` }
  const kind = cursor.u8()
  if (kind === 0) return { kind: 'compact', bytes: cursor.take(cursor.u16()) }
  if (kind === 1) return { kind: 'contiguous', address: cursor.address() }
  if (kind === 3) return { kind: 'other', name: 'a virtual dataset, whose values lie in other files' }
  if (kind !== 2) return { kind: 'other', name: `a layout of class ${kind}` }
  if (version >= 4) return newChunks(cursor)
  const rank = cursor.u8()
  const address = cursor.address()
  return { kind: 'chunked', address, chunk: extents(cursor, rank, 4), index: { kind: 'tree' } }
}

function oldLayout(cursor: Cursor): DataLayout {
  const rank = cursor.u8()
  const kind = cursor.u8()
  cursor.skip(5)
  const address = kind === 0 ? -1 : cursor.address()
  if (kind === 2) return { kind: 'chunked', address, chunk: extents(cursor, rank, 4), index: { kind: 'tree' } }
  extents(cursor, rank, 4)
  if (kind === 1) return { kind: 'contiguous', address }
  return kind === 0 ? { kind: 'compact', bytes: cursor.take(cursor.u32()) } : { kind: 'other', name: `a layout of class ${kind}` }
}

/** Extents of a chunk; the last number is the size of an element. */
function extents(cursor: Cursor, rank: number, width: number): number[] {
  return Array.from({ length: rank }, () => cursor.uint(width)).slice(0, Math.max(0, rank - 1))
}

const indexBytes = { 3: 1, 4: 5, 5: 6 } as const
const indexKinds = { 2: 'implicit', 3: 'fixed array', 4: 'extensible array', 5: 'tree2' } as const

function newChunks(cursor: Cursor): DataLayout {
  const flags = cursor.u8()
  const rank = cursor.u8()
  const width = cursor.u8()
  const chunk = extents(cursor, rank, width)
  const kind = cursor.u8()
  if (kind === 1) {
    const isFiltered = (flags & 2) !== 0
    const length = isFiltered ? cursor.length() : null
    const skipped = isFiltered ? cursor.u32() : 0
    return { kind: 'chunked', address: cursor.address(), chunk, index: { kind: 'single', length, skipped } }
  }
  if (kind !== 2 && kind !== 3 && kind !== 4 && kind !== 5) return { kind: 'other', name: `an index of chunks of type ${kind}` }
  if (kind !== 2) cursor.skip(indexBytes[kind])
  return { kind: 'chunked', address: cursor.address(), chunk, index: { kind: indexKinds[kind] } }
}

const filterNames: Readonly<Record<number, Filter['name']>> = {
  1: 'deflate',
  2: 'shuffle',
  3: 'fletcher32',
  32001: 'blosc',
  32004: 'lz4',
  32015: 'zstd',
}

const otherFilters: Readonly<Record<number, string>> = {
  4: 'szip',
  5: 'nbit',
  6: 'scaleoffset',
  32000: 'lzf',
  307: 'bzip2',
  32008: 'bitshuffle',
  32013: 'zfp',
  32017: 'sz',
  32026: 'blosc2',
}

/** Reads a filter pipeline message: the filters in the order of encoding, and those that are not available, by name. */
export function readFilters(cursor: Cursor, elementBytes: number): { filters: Filter[]; unknown: string[] } {
  const version = cursor.u8()
  if (version !== 1 && version !== 2) throw cursor.fault(`a pipeline of filters of version ${version} is not known`)
  const count = cursor.u8()
  if (version === 1) cursor.skip(6)
  const filters: Filter[] = []
  const unknown: string[] = []
  for (let each = 0; each < count; each++) {
    const id = cursor.u16()
    const hasName = version === 1 || id >= 256
    const nameBytes = hasName ? cursor.u16() : 0
    cursor.skip(2)
    const valueCount = cursor.u16()
    cursor.skip(version === 1 ? Math.ceil(nameBytes / 8) * 8 : nameBytes)
    const values = Array.from({ length: valueCount }, () => cursor.u32())
    if (version === 1 && valueCount % 2 === 1) cursor.skip(4)
    const name = filterNames[id]
    if (name === undefined) unknown.push(otherFilters[id] ?? `number ${id}`)
    else filters.push(name === 'shuffle' ? { name, elementBytes: values[0] ?? elementBytes } : { name })
  }
  return { filters, unknown }
}
