import type { Json } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import { plainText, scalarAt } from './classic-header.js'
import { type Hdf5Type, readDataspace, readDatatype } from './hdf5-datatype.js'
import type { GlobalHeaps } from './hdf5-global-heap.js'
import { sharedMessage } from './hdf5-header.js'
import { Cursor, type Hdf5Reader } from './hdf5-reader.js'
import type { Attribute } from './model.js'

/** An attribute of an HDF5 object. References are addresses of object headers. */
export interface Hdf5Attribute extends Attribute {
  readonly name: string
  /** Addresses, for references and lists of them: one list per element. */
  readonly references: readonly (readonly number[])[]
}

/** Most values of an attribute that are kept. */
const mostValues = 2 ** 20

/** Reads an attribute message of version 1, 2 or 3. Values of types that mean nothing here are empty. Throws `E_SOURCE`. */
export async function readAttribute(reader: Hdf5Reader, heaps: GlobalHeaps, cursor: Cursor): Promise<Hdf5Attribute> {
  const version = cursor.u8()
  if (version < 1 || version > 3) throw cursor.fault(`an attribute of version ${version} is not known`)
  const flags = cursor.u8()
  const [nameSize, typeSize, spaceSize] = [cursor.u16(), cursor.u16(), cursor.u16()]
  if (version === 3) cursor.skip(1)
  const room = (size: number): number => (version === 1 ? Math.ceil(size / 8) * 8 : size)
  const name = plainText(cursor.take(room(nameSize)).subarray(0, nameSize))
  const typePart = cursor.part(room(typeSize))
  const isShared = version > 1 && (flags & 1) !== 0
  const type = readDatatype(isShared ? await sharedMessage(reader, typePart, 3) : typePart)
  const space = readDataspace(cursor.part(room(spaceSize)))
  const count = space === null ? 0 : space.shape.reduce((product, extent) => product * extent, 1)
  if (count > mostValues || count * type.bytes > cursor.left) {
    throw cursor.fault(`the attribute "${name}" has ${count} values of ${type.bytes} bytes, and ${cursor.left} bytes for them`)
  }
  return { name, ...(await readValues(reader, heaps, type, cursor, count)) }
}

type Values = Omit<Hdf5Attribute, 'name'>

async function readValues(reader: Hdf5Reader, heaps: GlobalHeaps, type: Hdf5Type, cursor: Cursor, count: number): Promise<Values> {
  const values = (kind: Attribute['type'], list: readonly ScalarJson[]): Values => ({
    type: kind,
    value: (list.length === 1 ? list[0] : list) as Json,
    references: [],
  })
  switch (type.kind) {
    case 'number': {
      const { dtype } = type
      if (dtype === null) return values('other', [])
      const bytes = cursor.take(count * type.bytes)
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      return values(
        dtype,
        Array.from({ length: count }, (_, at) => scalarAt(view, at * type.bytes, dtype, !type.bigEndian)),
      )
    }
    case 'text':
      return values(
        'text',
        Array.from({ length: count }, () => plainText(cursor.take(type.bytes)).replace(/ +$/, '')),
      )
    case 'listed text': {
      const texts: string[] = []
      for (let at = 0; at < count; at++) texts.push(plainText((await heaps.list(cursor, 1)) ?? new Uint8Array(0)))
      return values('text', texts)
    }
    case 'reference': {
      const references = Array.from({ length: count }, () => [cursor.part(type.bytes).address()])
      return { type: 'other', value: [], references }
    }
    case 'list':
      return readLists(reader, heaps, type.element as Hdf5Type, cursor, count)
    default:
      return values('other', [])
  }
}

/** Lists of references (which dim scale belongs to a dim) or of numbers, one after the other. */
async function readLists(reader: Hdf5Reader, heaps: GlobalHeaps, element: Hdf5Type, cursor: Cursor, count: number): Promise<Values> {
  const references: number[][] = []
  const numbers: ScalarJson[] = []
  for (let at = 0; at < count; at++) {
    const start = cursor.start + cursor.at
    const bytes = (await heaps.list(cursor, element.bytes)) ?? new Uint8Array(0)
    const inner = new Cursor(reader.uri, start, bytes, reader.sizes)
    const length = Math.floor(bytes.length / Math.max(1, element.bytes))
    if (element.kind === 'reference') references.push(Array.from({ length }, () => inner.part(element.bytes).address()))
    else if (element.dtype !== null) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const { dtype, bigEndian } = element
      for (let each = 0; each < length; each++) numbers.push(scalarAt(view, each * element.bytes, dtype, !bigEndian))
    }
  }
  return { type: element.dtype ?? 'other', value: (numbers.length === 1 ? numbers[0] : numbers) as Json, references }
}
