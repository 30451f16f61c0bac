import type { TypedArray } from '../../src/base/dtype.js'

/** A variable of a classic file to be made. */
export interface ClassicVariable {
  readonly name: string
  readonly dims: readonly string[]
  /** Number of the type: 1 byte, 2 char, 3 short, 4 int, 5 float, 6 double, 7 to 11 ubyte, ushort, uint, int64, uint64. */
  readonly type: number
  readonly data: TypedArray
  readonly attributes?: Readonly<Record<string, string | readonly [type: number, ...values: number[]]>>
}

/** A classic file to be made: extents of dims, 0 for the one of records, of which there are `records`. */
export interface ClassicFile {
  readonly version: 1 | 2 | 5
  readonly dims: Readonly<Record<string, number>>
  readonly records?: number
  readonly streaming?: boolean
  readonly variables: readonly ClassicVariable[]
}

const sizes = [0, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8]

/** The bytes of a classic file, written by the format's specification for tests alone. */
export function classicBytes(file: ClassicFile): Uint8Array {
  const { version, records = 0, variables, streaming = false } = file
  const dims = Object.entries(file.dims)
  const extentOf = (name: string): number => file.dims[name] as number
  const isRecord = ({ dims: own }: ClassicVariable): boolean => own[0] !== undefined && extentOf(own[0]) === 0
  const pieceOf = (variable: ClassicVariable): number =>
    variable.dims.slice(isRecord(variable) ? 1 : 0).reduce((size, dim) => size * extentOf(dim), sizes[variable.type] as number)
  const own = variables.filter(isRecord)
  const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4
  const stride = own.length === 1 ? pieceOf(own[0] as ClassicVariable) : own.reduce((sum, each) => sum + padded(pieceOf(each)), 0)
  const header = (begins: readonly number[]): Buffer => {
    const out: Buffer[] = [Buffer.from([0x43, 0x44, 0x46, version])]
    const int = (value: number): void => void out.push(Buffer.from(new Uint8Array(new Uint32Array([value]).buffer).reverse()))
    const long = (value: number): void => {
      int(Math.floor(value / 2 ** 32))
      int(value % 2 ** 32)
    }
    const size = version === 5 ? long : int
    const bytes = (data: Buffer): void => void out.push(data, Buffer.alloc(-data.length & 3))
    const text = (value: string): void => {
      size(Buffer.byteLength(value))
      bytes(Buffer.from(value))
    }
    if (streaming) out.push(Buffer.alloc(version === 5 ? 8 : 4, 255))
    else size(records)
    int(10)
    size(dims.length)
    for (const [name, extent] of dims) {
      text(name)
      size(extent)
    }
    int(0)
    size(0)
    int(11)
    size(variables.length)
    for (const [at, variable] of variables.entries()) {
      text(variable.name)
      size(variable.dims.length)
      for (const dim of variable.dims) size(dims.findIndex(([name]) => name === dim))
      const attributes = Object.entries(variable.attributes ?? {})
      int(attributes.length === 0 ? 0 : 12)
      size(attributes.length)
      for (const [name, value] of attributes) {
        text(name)
        if (typeof value === 'string') {
          int(2)
          text(value)
        } else {
          const [type, ...numbers] = value
          int(type)
          size(numbers.length)
          bytes(bigEndian(numbers, type))
        }
      }
      int(variable.type)
      size(padded(pieceOf(variable)))
      if (version === 1) int(begins[at] as number)
      else long(begins[at] as number)
    }
    return Buffer.concat(out)
  }
  const start = header(variables.map(() => 0)).length
  const begins = variables.map(() => 0)
  let end = start
  for (const pass of [false, true]) {
    for (const [at, variable] of variables.entries()) {
      if (isRecord(variable) !== pass) continue
      begins[at] = end
      end += padded(pieceOf(variable))
    }
  }
  const first = Math.min(...variables.map((variable, at) => (isRecord(variable) ? (begins[at] as number) : Number.POSITIVE_INFINITY)))
  const body = Buffer.alloc(Number.isFinite(first) ? first + records * stride : end)
  header(begins).copy(body)
  for (const [at, variable] of variables.entries()) {
    const data = bigEndian(variable.data as ArrayLike<number | bigint>, variable.type)
    const piece = pieceOf(variable)
    if (!isRecord(variable)) data.copy(body, begins[at])
    else
      for (let record = 0; record < records; record++)
        data.copy(body, (begins[at] as number) + record * stride, record * piece, (record + 1) * piece)
  }
  return new Uint8Array(body)
}

function bigEndian(values: ArrayLike<number | bigint>, type: number): Buffer {
  const size = sizes[type] as number
  const out = Buffer.alloc(values.length * size)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number | bigint
    if (type === 5) out.writeFloatBE(Number(value), at * size)
    else if (type === 6) out.writeDoubleBE(Number(value), at * size)
    else if (size === 8) out.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value)), at * size)
    else for (let byte = 0; byte < size; byte++) out[at * size + byte] = Math.floor(Number(value) / 256 ** (size - 1 - byte))
  }
  return out
}
