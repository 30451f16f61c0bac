import type { Dtype } from '../../base/dtype.js'
import type { Cursor } from './hdf5-reader.js'
import type { ElementType } from './model.js'

/** A type of HDF5: what its elements are besides their size. */
export interface Hdf5Type extends ElementType {
  readonly kind: 'number' | 'text' | 'reference' | 'list' | 'listed text' | 'other'
  /** Type of the elements of a list. */
  readonly element: Hdf5Type | null
}

const mostDepth = 8

/** Reads a datatype message. Types that are no pixels have no dtype, and a name that says what they are. */
export function readDatatype(cursor: Cursor, depth = 0): Hdf5Type {
  const first = cursor.u8()
  const version = first >> 4
  const bits = cursor.uint(3)
  const bytes = cursor.u32()
  if (depth > mostDepth) throw cursor.fault('types are nested deeper than can be true')
  const other = (name: string): Hdf5Type => ({ kind: 'other', dtype: null, bytes, bigEndian: false, name, element: null })
  switch (first & 15) {
    case 0:
      return integer(cursor, bits, bytes)
    case 1:
      return float(cursor, bits, bytes)
    case 3:
      return { ...other('text'), kind: 'text' }
    case 5:
      return other('opaque')
    case 6:
      return other('compound')
    case 7:
      return (bits & 15) === 0 ? { ...other('reference'), kind: 'reference' } : other('reference')
    case 8: {
      const base = readDatatype(cursor, depth + 1)
      return { ...base, bytes }
    }
    case 9: {
      if ((bits & 15) === 1) return { ...other('text'), kind: 'listed text' }
      return { ...other('list'), kind: 'list', element: readDatatype(cursor, depth + 1) }
    }
    case 10:
      return other('array')
    default:
      return other(`class ${first & 15} of version ${version}`)
  }
}

const sizes: Readonly<Record<number, number>> = { 1: 8, 2: 16, 4: 32, 8: 64 }

function integer(cursor: Cursor, bits: number, bytes: number): Hdf5Type {
  const offset = cursor.u16()
  const precision = cursor.u16()
  const width = sizes[bytes]
  const isWhole = offset === 0 && width !== undefined && precision === width
  const name = `${(bits & 8) !== 0 ? 'int' : 'uint'}${isWhole ? width : ` of ${precision} bits in ${bytes} bytes`}`
  return { kind: 'number', dtype: isWhole ? (name as Dtype) : null, bytes, bigEndian: (bits & 1) !== 0 && bytes > 1, name, element: null }
}

/** Only the floats of IEEE 754: sign, exponent, mantissa, all in their usual places. */
function float(cursor: Cursor, bits: number, bytes: number): Hdf5Type {
  const offset = cursor.u16()
  const precision = cursor.u16()
  const [exponentAt, exponentBits, mantissaAt, mantissaBits] = [cursor.u8(), cursor.u8(), cursor.u8(), cursor.u8()]
  const bias = cursor.u32()
  const shape = [offset, precision, exponentAt, exponentBits, mantissaAt, mantissaBits, bias].join()
  const dtype =
    shape === '0,32,23,8,0,23,127' && bytes === 4 ? 'float32' : shape === '0,64,52,11,0,52,1023' && bytes === 8 ? 'float64' : null
  // Bit 6 is the byte order of the VAX.
  const isVax = (bits & 0x40) !== 0
  const name = dtype !== null && !isVax ? dtype : `float of ${precision} bits`
  return { kind: 'number', dtype: isVax ? null : dtype, bytes, bigEndian: (bits & 1) !== 0, name, element: null }
}

/** Extents of a dataspace message, and how far each may grow (`null`: without end). No extents for a single element; null for none at all. */
export function readDataspace(cursor: Cursor): { shape: number[]; most: (number | null)[] } | null {
  const version = cursor.u8()
  if (version !== 1 && version !== 2) throw cursor.fault(`a dataspace of version ${version} is not known`)
  const rank = cursor.u8()
  const flags = cursor.u8()
  const isNull = version === 2 ? cursor.u8() === 2 : false
  if (version === 1) cursor.skip(5)
  if (isNull) return null
  const shape = Array.from({ length: rank }, () => cursor.length())
  const unlimited = 2 ** 53
  const most = (flags & 1) === 0 ? shape : Array.from({ length: rank }, () => cursor.length())
  return { shape, most: most.map((extent) => (extent >= unlimited || extent === 2 ** 32 - 1 ? null : extent)) }
}
