import { SourceError } from '../../base/errors.js'
import type { Readable } from '../../io/read-ahead.js'
import { type ClassicHeader, type ClassicVariable, MoreBytes, parseClassicHeader } from './classic-header.js'
import type { NetcdfFile, Variable } from './model.js'
import type { Storage } from './storage.js'

const formats = { 1: 'NetCDF classic', 2: 'NetCDF 64-bit offset', 5: 'NetCDF 64-bit data' } as const

/** Bytes that are read first: the headers of most files are shorter. */
const firstBytes = 32 * 1024

/** Largest header that is read. */
const mostHeaderBytes = 64 * 2 ** 20

/**
 * Opens a classic NetCDF file (CDF-1, CDF-2, CDF-5): reads its header. Throws `E_SOURCE` with the byte offset for a damaged one. With `mayLack`
 * variables may lie beyond the end of the file.
 */
export async function openClassic(bytes: Readable, mayLack: boolean): Promise<NetcdfFile> {
  const { uri } = bytes
  const size = await bytes.size()
  const header = await readHeader(bytes, size)
  const { dims, variables } = header
  const recordDim = dims.findIndex(({ extent }) => extent === 0)
  const misplaced = variables.find((variable) => recordDim >= 0 && variable.dims.indexOf(recordDim, 1) >= 0)
  if (misplaced !== undefined) {
    throw new SourceError(`${uri}: the variable "${misplaced.name}" has records along another dim than its first: the file is damaged`, {
      uri,
      offset: 0,
    })
  }
  const isRecord = (variable: ClassicVariable): boolean => recordDim >= 0 && variable.dims[0] === recordDim
  const records = variables.filter(isRecord)
  const pieceOf = (variable: ClassicVariable): number =>
    variable.dims.slice(isRecord(variable) ? 1 : 0).reduce((product, dim) => product * (dims[dim]?.extent as number), variable.type.bytes)
  // Records are padded to four bytes, unless there is but one variable of them.
  const stride =
    records.length === 1 ? pieceOf(records[0] as ClassicVariable) : records.reduce((sum, each) => sum + padded(pieceOf(each)), 0)
  const recordCount = header.records ?? countRecords(records, stride, size)
  const storages = new Map<Variable, Storage>()
  const found = variables.map((variable): Variable => {
    const extents = variable.dims.map((dim) => (dim === recordDim ? recordCount : (dims[dim]?.extent as number)))
    const found: Variable = {
      path: variable.name,
      dims: variable.dims.map((dim) => dims[dim]?.name ?? null),
      shape: extents,
      type: variable.type,
      attributes: variable.attributes,
      fill: variable.type.fill,
      defaultFill: variable.type.fill,
    }
    storages.set(
      found,
      isRecord(variable) && stride !== pieceOf(variable)
        ? { kind: 'records', offset: variable.begin, stride }
        : { kind: 'contiguous', offset: variable.begin },
    )
    return found
  })
  return {
    uri,
    format: formats[header.version],
    size,
    groups: new Map([['', header.attributes]]),
    variables: found,
    async storage(variable) {
      const storage = storages.get(variable) as Storage
      if (!mayLack) mustLieInside(uri, variable, storage, size)
      return storage
    },
  }
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4
}

async function readHeader(bytes: Readable, size: number): Promise<ClassicHeader> {
  let length = Math.min(size, firstBytes)
  for (;;) {
    const head = await bytes.read(0, length)
    try {
      return parseClassicHeader(bytes.uri, head, size)
    } catch (error) {
      if (!(error instanceof MoreBytes)) throw error
      if (error.offset + error.length > mostHeaderBytes) {
        const message = `${bytes.uri}: the NetCDF header is longer than ${mostHeaderBytes} bytes: it is damaged`
        throw new SourceError(message, { uri: bytes.uri, offset: error.offset, length: error.length })
      }
      length = Math.min(size, Math.max(length * 2, error.offset + error.length))
    }
  }
}

/** How many whole records there are, where the writer did not say. */
function countRecords(records: readonly ClassicVariable[], stride: number, size: number): number {
  const begin = records.reduce((least, variable) => Math.min(least, variable.begin), size)
  return stride === 0 ? 0 : Math.floor((size - begin) / stride)
}

function mustLieInside(uri: string, { path, shape, type }: Variable, storage: Storage, size: number): void {
  if (storage.kind !== 'contiguous' && storage.kind !== 'records') return
  const [first = 1, ...rest] = shape
  const count = shape.reduce((product, extent) => product * extent, 1)
  if (count === 0) return
  const piece = rest.reduce((product, extent) => product * extent, type.bytes)
  const length = storage.kind === 'contiguous' ? count * type.bytes : (first - 1) * storage.stride + piece
  if (storage.offset + length <= size) return
  throw new SourceError(
    `${uri}: the variable "${path}" lies at bytes ${storage.offset}..${storage.offset + length}, the file ends at ${size}: it is truncated`,
    { uri, offset: storage.offset, length },
  )
}
