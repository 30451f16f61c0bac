import { SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'
import type { Hdf5Attribute } from './hdf5-attribute.js'
import { readChunkTable } from './hdf5-chunks.js'
import { type Dataset, readAttributes, readDataset } from './hdf5-dataset.js'
import { GlobalHeaps } from './hdf5-global-heap.js'
import { readLinks } from './hdf5-group.js'
import { readObjectHeader } from './hdf5-header.js'
import { type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'
import { readSuperblock } from './hdf5-superblock.js'
import type { Attributes, NetcdfFile, Variable } from './model.js'
import type { Storage } from './storage.js'

/** A dataset or group with its place in the file. */
interface Found {
  readonly path: string
  readonly address: number
  readonly attributes: readonly Hdf5Attribute[]
  /** Null for a group. */
  readonly dataset: Dataset | null
}

const mostObjects = 65_536
const mostDepth = 64

/** Attributes by which the netCDF library keeps what is told otherwise here. */
const hidden = [
  'CLASS',
  'NAME',
  'DIMENSION_LIST',
  'REFERENCE_LIST',
  '_Netcdf4Dimid',
  '_Netcdf4Coordinates',
  '_nc3_strict',
  '_NCProperties',
  '_NCCOPY',
]

/** Opens a NetCDF-4 or HDF5 file: reads the headers of all its groups and datasets. Throws `E_SOURCE` with the byte offset. */
export async function openHdf5(bytes: Readable, superblock: number, mayLack: boolean): Promise<NetcdfFile> {
  const { reader, root } = await readSuperblock(bytes, superblock, mayLack)
  const objects = await readObjects(reader, root)
  const scales = new Map(objects.flatMap((object) => (isScale(object) ? [[object.address, object] as const] : [])))
  const byId = new Map(
    [...scales.values()].flatMap((scale) =>
      numbers(scale, '_Netcdf4Dimid').length === 1 ? [[numbers(scale, '_Netcdf4Dimid')[0], scale] as const] : [],
    ),
  )
  const placed = objects.flatMap((object) =>
    object.dataset === null ? [] : [{ object, dataset: object.dataset, dims: scalesOf(object, object.dataset, scales, byId) }],
  )
  const lengths = dimLengths(placed)
  const datasets = new Map<Variable, { dataset: Dataset; address: number }>()
  for (const { object, dataset, dims } of placed) {
    if (isDimOnly(object)) continue
    const variable: Variable = {
      path: plainPath(object.path),
      dims: dims.map((scale) => (scale === null ? null : (scale.path.split('/').pop() as string))),
      shape: dataset.shape.map((extent, dim) => (dataset.most[dim] === null ? (lengths.get(dims[dim] ?? null) ?? extent) : extent)),
      type: dataset.type,
      attributes: shown(object.attributes),
      fill: dataset.fill,
      defaultFill: dataset.defaultFill,
    }
    datasets.set(variable, { dataset, address: object.address })
  }
  const isNetcdf = scales.size > 0 || objects.some(({ attributes }) => attributes.some(({ name }) => name === '_NCProperties'))
  return {
    uri: reader.uri,
    format: isNetcdf ? 'NetCDF-4 (HDF5)' : 'HDF5',
    size: reader.fileSize,
    groups: new Map(objects.flatMap(({ path, dataset, attributes }) => (dataset === null ? [[path, shown(attributes)] as const] : []))),
    variables: [...datasets.keys()],
    storage: (variable) => {
      const { dataset, address } = datasets.get(variable) as { dataset: Dataset; address: number }
      return storageOf(reader, variable, dataset, address, mayLack)
    },
  }
}

/** All groups and datasets by the hard links from the root, each once, groups before what is in them. */
async function readObjects(reader: Hdf5Reader, root: number): Promise<Found[]> {
  const heaps = new GlobalHeaps(reader)
  const found: Found[] = []
  const seen = new Set<number>()
  const queue = [{ path: '', address: root, depth: 0 }]
  for (let at = 0; at < queue.length; at++) {
    const { path, address, depth } = queue[at] as { path: string; address: number; depth: number }
    if (seen.has(address)) continue
    seen.add(address)
    if (at >= mostObjects) throw hdf5Fault(reader.uri, address, `there are more than ${mostObjects} objects`)
    const messages = await readObjectHeader(reader, address)
    const dataset = readDataset(messages)
    found.push({ path, address, attributes: await readAttributes(reader, heaps, messages), dataset })
    if (dataset !== null) continue
    if (depth > mostDepth) throw hdf5Fault(reader.uri, address, 'groups are nested deeper than can be true')
    for (const link of await readLinks(reader, messages)) {
      queue.push({ path: path === '' ? link.name : `${path}/${link.name}`, address: link.address, depth: depth + 1 })
    }
  }
  return found
}

function attributeOf({ attributes }: Found, name: string): Hdf5Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name)
}

function numbers(object: Found, name: string): number[] {
  const value = attributeOf(object, name)?.value
  return Array.isArray(value) ? value.map(Number) : typeof value === 'number' ? [value] : []
}

function isScale(object: Found): boolean {
  return object.dataset !== null && attributeOf(object, 'CLASS')?.value === 'DIMENSION_SCALE'
}

/** Whether a dataset only stands for a dim, and holds nothing. */
function isDimOnly(object: Found): boolean {
  return isScale(object) && String(attributeOf(object, 'NAME')?.value).startsWith('This is a netCDF dimension but not a netCDF variable')
}

/** The netCDF library renames variables that are called like a dim which they do not label. */
function plainPath(path: string): string {
  return path.replace(/(^|\/)_nc4_non_coord_([^/]*)$/, '$1$2')
}

/** The scale of each dim of a dataset; null for a dim without one. */
function scalesOf(
  object: Found,
  { shape }: Dataset,
  scales: ReadonlyMap<number, Found>,
  byId: ReadonlyMap<number | undefined, Found>,
): (Found | null)[] {
  const references = attributeOf(object, 'DIMENSION_LIST')?.references
  if (references !== undefined && references.length === shape.length) {
    return references.map((list) => scales.get(list.find((address) => scales.has(address)) ?? -1) ?? null)
  }
  const ids = numbers(object, '_Netcdf4Coordinates')
  if (ids.length === shape.length && ids.length > 1) return ids.map((id) => byId.get(id) ?? null)
  if (isScale(object) && shape.length > 0) return [object, ...shape.slice(1).map(() => null)]
  return shape.map(() => null)
}

/** Lengths of dims without end: the longest of what lies along each. What of a shorter variable was never written is its fill value. */
function dimLengths(
  placed: readonly { readonly dataset: Dataset; readonly dims: readonly (Found | null)[] }[],
): ReadonlyMap<Found | null, number> {
  const lengths = new Map<Found | null, number>()
  for (const { dataset, dims } of placed) {
    for (const [at, scale] of dims.entries()) {
      const isEndless = dataset.most[at] === null && scale !== null
      if (isEndless) lengths.set(scale, Math.max(lengths.get(scale) ?? 0, dataset.shape[at] as number))
    }
  }
  return lengths
}

function shown(attributes: readonly Hdf5Attribute[]): Attributes {
  return new Map(attributes.filter(({ name }) => !hidden.includes(name)).map(({ name, type, value }) => [name, { type, value }]))
}

async function storageOf(reader: Hdf5Reader, variable: Variable, dataset: Dataset, header: number, mayLack: boolean): Promise<Storage> {
  const { layout, filters, unknownFilters, type, most } = dataset
  const { path, shape } = variable
  const { uri } = reader
  const refuse = (what: string): SourceError => new SourceError(`${uri}: the variable "${path}" ${what}`, { uri, offset: header })
  if (unknownFilters.length > 0) throw refuse(`is compressed by the filter ${unknownFilters.join(', ')}, which is not available`)
  if (layout.kind === 'other') throw refuse(`has ${layout.name}: not available`)
  const length = shape.reduce((product, extent) => product * extent, type.bytes)
  if (layout.kind === 'compact') {
    if (layout.bytes.length >= length) return { kind: 'inline', bytes: layout.bytes.slice() }
    throw refuse(`has ${layout.bytes.length} bytes in its header, ${length} were expected`)
  }
  if (layout.kind === 'contiguous') {
    const { address: offset } = layout
    if (offset < 0) return { kind: 'none' }
    if (offset + length <= reader.fileSize || mayLack) return { kind: 'contiguous', offset }
    throw new SourceError(
      `${uri}: the variable "${path}" lies at bytes ${offset}..${offset + length}, the file ends at ${reader.fileSize}: it is truncated`,
      { uri, offset, length },
    )
  }
  const { chunk } = layout
  if (chunk.length !== shape.length || chunk.some((extent) => extent < 1))
    throw refuse(`has chunks of ${chunk.join(' x ')}, which cannot be`)
  const chunkBytes = chunk.reduce((product, extent) => product * extent, type.bytes)
  const array = { path, shape, most, chunk, chunkBytes, isFiltered: filters.length > 0 }
  return { kind: 'chunks', chunk, filters, table: await readChunkTable(reader, layout.address, layout.index, array) }
}
