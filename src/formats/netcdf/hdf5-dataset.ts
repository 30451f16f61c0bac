import type { ScalarJson } from '../../base/scalar.js'
import { scalarAt } from './classic-header.js'
import { type Hdf5Attribute, readAttribute } from './hdf5-attribute.js'
import { btree2Records } from './hdf5-btree2.js'
import { type Hdf5Type, readDataspace, readDatatype } from './hdf5-datatype.js'
import { FractalHeap } from './hdf5-fractal-heap.js'
import type { GlobalHeaps } from './hdf5-global-heap.js'
import { type Message, messageTypes } from './hdf5-header.js'
import { type DataLayout, readFilters, readLayout } from './hdf5-layout.js'
import type { Cursor, Hdf5Reader } from './hdf5-reader.js'
import type { Filter } from './storage.js'

/** A dataset as the messages of its header describe it. */
export interface Dataset {
  readonly shape: readonly number[]
  readonly most: readonly (number | null)[]
  readonly type: Hdf5Type
  readonly layout: DataLayout
  readonly filters: readonly Filter[]
  /** Filters that cannot be undone. */
  readonly unknownFilters: readonly string[]
  readonly fill: ScalarJson
  readonly defaultFill: ScalarJson | null
}

/** The attributes of an object: those in its header, and those in a heap of their own. Throws `E_SOURCE`. */
export async function readAttributes(reader: Hdf5Reader, heaps: GlobalHeaps, messages: readonly Message[]): Promise<Hdf5Attribute[]> {
  const found: Hdf5Attribute[] = []
  for (const { type, body } of messages) {
    if (type === messageTypes.attribute) found.push(await readAttribute(reader, heaps, body))
    else if (type === messageTypes.attributeInfo) found.push(...(await heapAttributes(reader, heaps, body)))
  }
  return found
}

/** Attributes by the order in which they were made. */
async function heapAttributes(reader: Hdf5Reader, heaps: GlobalHeaps, info: Cursor): Promise<Hdf5Attribute[]> {
  info.skip(1)
  const flags = info.u8()
  if ((flags & 1) !== 0) info.skip(2)
  const address = info.address()
  const names = info.address()
  if (address < 0 || names < 0) return []
  const heap = await FractalHeap.open(reader, address)
  const found: { order: number; attribute: Hdf5Attribute }[] = []
  for await (const record of btree2Records(reader, names)) {
    const id = record.part(8)
    record.skip(1)
    found.push({ order: record.u32(), attribute: await readAttribute(reader, heaps, await heap.object(id)) })
  }
  return found.sort((a, b) => a.order - b.order).map(({ attribute }) => attribute)
}

/** A dataset by its messages; null for an object that is none. Throws `E_SOURCE`. */
export function readDataset(messages: readonly Message[]): Dataset | null {
  const body = (type: number): Cursor | undefined => messages.find((message) => message.type === type)?.body
  const [space, stored, layout] = [body(messageTypes.dataspace), body(messageTypes.datatype), body(messageTypes.layout)]
  if (space === undefined || stored === undefined || layout === undefined) return null
  const extents = readDataspace(space)
  const type = readDatatype(stored)
  const pipeline = body(messageTypes.filters)
  const { filters, unknown } = pipeline === undefined ? { filters: [], unknown: [] } : readFilters(pipeline, type.bytes)
  return {
    shape: extents?.shape ?? [0],
    most: extents?.most ?? [0],
    type,
    layout: readLayout(layout),
    filters,
    unknownFilters: unknown,
    ...fillOf(type, body(messageTypes.fill), body(messageTypes.oldFill)),
  }
}

function fillOf(type: Hdf5Type, fill: Cursor | undefined, old: Cursor | undefined): Pick<Dataset, 'fill' | 'defaultFill'> {
  const { dtype } = type
  if (dtype === null) return { fill: 0, defaultFill: null }
  const value = (bytes: Uint8Array): ScalarJson | null =>
    bytes.length === type.bytes ? scalarAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, dtype, !type.bigEndian) : null
  if (fill === undefined) {
    const own = old === undefined ? null : value(old.take(old.u32()))
    return { fill: own ?? 0, defaultFill: own }
  }
  const version = fill.u8()
  const flags = fill.u8()
  const writeTime = version === 3 ? (flags >> 2) & 3 : fill.u8()
  const isDefined = version === 3 ? (flags & 0x20) !== 0 : fill.u8() !== 0 || version === 1
  const own = isDefined ? value(fill.take(Math.min(fill.left, fill.u32()))) : null
  const never = 1
  return { fill: own ?? 0, defaultFill: writeTime === never ? null : own }
}
