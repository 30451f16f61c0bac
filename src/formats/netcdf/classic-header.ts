import type { Dtype } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { type ScalarJson, scalarToJson } from '../../base/scalar.js'
import type { Attribute, ElementType } from './model.js'

/** A type of the classic formats: element type, and the value of elements that were never written. */
export interface ClassicType extends ElementType {
  readonly fill: ScalarJson
}

const type = (name: string, dtype: Dtype | null, bytes: number, fill: ScalarJson): ClassicType => ({
  name,
  dtype,
  bytes,
  fill,
  bigEndian: bytes > 1,
})

const floatFill = 9.969209968386869e36

/** Types by their number in the file. Default fill values by the NetCDF user guide. */
export const classicTypes: readonly (ClassicType | undefined)[] = [
  undefined,
  type('byte', 'int8', 1, -127),
  type('char', null, 1, 0),
  type('short', 'int16', 2, -32767),
  type('int', 'int32', 4, -2147483647),
  type('float', 'float32', 4, floatFill),
  type('double', 'float64', 8, floatFill),
  type('ubyte', 'uint8', 1, 255),
  type('ushort', 'uint16', 2, 65535),
  type('uint', 'uint32', 4, 4294967295),
  type('int64', 'int64', 8, '-9223372036854775806'),
  type('uint64', 'uint64', 8, '18446744073709551614'),
]

/** A dim of a classic file; 0 elements: the one along which records are added. */
export interface ClassicDim {
  readonly name: string
  readonly extent: number
}

/** A variable of a classic file as its header has it. */
export interface ClassicVariable {
  readonly name: string
  readonly dims: readonly number[]
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly type: ClassicType
  readonly begin: number
}

/** The header of a classic file. */
export interface ClassicHeader {
  readonly version: 1 | 2 | 5
  /** Null where the writer did not say: it is still writing. */
  readonly records: number | null
  readonly dims: readonly ClassicDim[]
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly variables: readonly ClassicVariable[]
}

/** Thrown where a header goes on beyond the bytes that were read. */
export class MoreBytes extends Error {
  readonly offset: number
  readonly length: number
  constructor(offset: number, length: number) {
    super(`${length} bytes at ${offset}`)
    this.offset = offset
    this.length = length
  }
}

const tags = { dims: 10, variables: 11, attributes: 12 } as const
const kinds = { [tags.dims]: 'dims', [tags.variables]: 'variables', [tags.attributes]: 'attributes' }

/**
 * Reads the header of a classic file (CDF-1, CDF-2, CDF-5) from its first bytes. Throws {@link MoreBytes} where they do not suffice,
 * `E_SOURCE` with the byte offset for what cannot be true of a file of `fileSize` bytes.
 */
export function parseClassicHeader(uri: string, bytes: Uint8Array, fileSize: number): ClassicHeader {
  return new HeaderParser(uri, bytes, fileSize).header()
}

class HeaderParser {
  readonly #uri: string
  readonly #view: DataView
  readonly #fileSize: number
  #at = 3
  #version: 1 | 2 | 5 = 1

  constructor(uri: string, bytes: Uint8Array, fileSize: number) {
    this.#uri = uri
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#fileSize = fileSize
  }

  header(): ClassicHeader {
    const version = this.#view.getUint8(this.#take(1))
    if (version !== 1 && version !== 2 && version !== 5) throw this.#fault(3, `its version is ${version}, expected 1, 2 or 5`)
    this.#version = version
    const stated = this.#count()
    const dims = this.#list(tags.dims, () => this.#dim())
    const attributes = new Map(this.#list(tags.attributes, () => this.#attribute()))
    const variables = this.#list(tags.variables, () => this.#variable(dims.length))
    const isStreaming = stated === (version === 5 ? 2 ** 64 : 2 ** 32 - 1)
    return { version, records: isStreaming ? null : stated, dims, attributes, variables }
  }

  #take(length: number): number {
    const at = this.#at
    if (at + length > this.#fileSize) {
      throw this.#fault(at, `${length} bytes wanted, the file ends at ${this.#fileSize}: it is truncated or damaged`, length)
    }
    if (at + length > this.#view.byteLength) throw new MoreBytes(at, length)
    this.#at = at + length
    return at
  }

  #int(): number {
    return this.#view.getUint32(this.#take(4))
  }

  /** A 64-bit count as a number: none that a file can have is beyond 2^53. */
  #long(): number {
    const at = this.#take(8)
    return this.#view.getUint32(at) * 2 ** 32 + this.#view.getUint32(at + 4)
  }

  #count(): number {
    return this.#version === 5 ? this.#long() : this.#int()
  }

  #list<T>(tag: keyof typeof kinds, item: () => T): T[] {
    const at = this.#at
    const found = this.#int()
    const count = this.#count()
    if (found === 0 && count === 0) return []
    if (found !== tag) throw this.#fault(at, `the list of ${kinds[tag]} has the tag ${found}, expected ${tag}`)
    // The shortest item has eight bytes.
    if (count * 8 > this.#fileSize - this.#at)
      throw this.#fault(at, `there are said to be ${count} ${kinds[tag]}, more than fit before the file ends at ${this.#fileSize}`)
    const items: T[] = []
    for (let each = 0; each < count; each++) items.push(item())
    return items
  }

  #name(): string {
    const length = this.#count()
    const at = this.#take(length)
    this.#take(-length & 3)
    return new TextDecoder().decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length))
  }

  #dim(): ClassicDim {
    return { name: this.#name(), extent: this.#count() }
  }

  #type(): ClassicType {
    const at = this.#at
    const number = this.#int()
    const known = classicTypes[number]
    if (known === undefined || (number > 6 && this.#version !== 5)) throw this.#fault(at, `there is no type ${number}`)
    return known
  }

  #attribute(): [string, Attribute] {
    const name = this.#name()
    const stored = this.#type()
    const count = this.#count()
    const length = count * stored.bytes
    const at = this.#take(length)
    this.#take(-length & 3)
    const bytes = new DataView(this.#view.buffer, this.#view.byteOffset + at, length)
    return [name, { type: stored.dtype ?? 'text', value: attributeValue(bytes, stored, count) }]
  }

  #variable(dimCount: number): ClassicVariable {
    const name = this.#name()
    const at = this.#at
    const rank = this.#count()
    if (rank * 4 > this.#fileSize - this.#at) throw this.#fault(at, `the variable "${name}" is said to have ${rank} dims`)
    const dims: number[] = []
    for (let each = 0; each < rank; each++) dims.push(this.#count())
    const wrong = dims.find((dim) => dim >= dimCount)
    if (wrong !== undefined) throw this.#fault(at, `the variable "${name}" has the dim ${wrong}, there are ${dimCount}`)
    const attributes = new Map(this.#list(tags.attributes, () => this.#attribute()))
    const stored = this.#type()
    // The size beside it follows from the shape, and cannot be told for large variables.
    this.#count()
    return { name, dims, attributes, type: stored, begin: this.#version === 1 ? this.#int() : this.#long() }
  }

  #fault(offset: number, what: string, length = 4): SourceError {
    const message = `${this.#uri}: the NetCDF header is damaged at byte ${offset}: ${what}`
    return new SourceError(message, { uri: this.#uri, offset, length })
  }
}

function attributeValue(bytes: DataView, { dtype, bytes: size }: ClassicType, count: number): Json {
  if (dtype === null) return plainText(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const values: ScalarJson[] = []
  for (let index = 0; index < count; index++) values.push(scalarAt(bytes, index * size, dtype, false))
  return values.length === 1 ? (values[0] as ScalarJson) : values
}

/** Text up to its first zero byte, of UTF-8, or of Latin-1 where it is no UTF-8. */
export function plainText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  const own = end < 0 ? bytes : bytes.subarray(0, end)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(own)
  } catch {
    return new TextDecoder('latin1').decode(own)
  }
}

/** One element as JSON. */
export function scalarAt(bytes: DataView, at: number, dtype: Dtype, littleEndian: boolean): ScalarJson {
  switch (dtype) {
    case 'int8':
      return bytes.getInt8(at)
    case 'uint8':
      return bytes.getUint8(at)
    case 'int16':
      return bytes.getInt16(at, littleEndian)
    case 'uint16':
      return bytes.getUint16(at, littleEndian)
    case 'int32':
      return bytes.getInt32(at, littleEndian)
    case 'uint32':
      return bytes.getUint32(at, littleEndian)
    case 'int64':
      return scalarToJson(bytes.getBigInt64(at, littleEndian))
    case 'uint64':
      return scalarToJson(bytes.getBigUint64(at, littleEndian))
    case 'float32':
      return scalarToJson(bytes.getFloat32(at, littleEndian))
    case 'float64':
      return scalarToJson(bytes.getFloat64(at, littleEndian))
  }
}
