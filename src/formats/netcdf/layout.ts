import { chunkGrid } from '../../array/chunk-grid.js'
import { type Dtype, dtypes } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import { encodedBound } from './filters.js'
import type { NetcdfFile, Variable } from './model.js'
import { packingOf } from './packing.js'
import type { NetcdfLayout, Storage, ValidRule } from './storage.js'
import { tileExtents } from './tiling.js'

/** As many dims as HDF5 has. */
const mostDims = 32

/** How a variable is read, where that is not as it is stored. */
export interface Reading {
  readonly rule?: ValidRule
  /** Which dim of the file each dim of the array is. */
  readonly order?: readonly number[]
  /** Whether chunks may lie beyond the end of the file. */
  readonly mayLack?: boolean
}

/** The layout of a variable that is read as `dtype` (the stored one, or its unsigned twin). Reads the index of its chunks. Throws `E_SOURCE`. */
export async function layoutOf(
  file: NetcdfFile,
  variable: Variable,
  dtype: Dtype,
  { rule, order, mayLack = false }: Reading = {},
): Promise<NetcdfLayout> {
  const { path, shape, type } = variable
  const { uri } = file
  const fields = { uri, offset: 0 }
  const listed = shape.join(' x ')
  if (shape.length > mostDims)
    throw new SourceError(`${uri}: the variable "${path}" has ${shape.length} dims, at most ${mostDims} can be read`, fields)
  const bytes = shape.reduce((product, extent) => product * extent, dtypes[dtype].bytes)
  if (!Number.isSafeInteger(bytes))
    throw new SourceError(`${uri}: the variable "${path}" of ${listed} has more pixels than can be counted`, fields)
  const storage = await file.storage(variable)
  const extents = storage.kind === 'chunks' ? storage.chunk : tileExtents(shape, type.bytes, storage.kind === 'records')
  if (storage.kind === 'chunks') checkChunks(file, variable, storage, mayLack)
  return {
    uri,
    dtype,
    bigEndian: type.bigEndian && type.bytes > 1,
    shape,
    chunk: chunkGrid(shape, extents).chunk,
    order: order ?? shape.map((_, dim) => dim),
    storage,
    fill: variable.fill,
    validity: rule ?? packingOf(variable, type.dtype ?? dtype).rule,
  }
}

/** Throws `E_SOURCE` for chunks that lie beyond the end of the file, or are longer than a chunk can be. */
function checkChunks(
  { uri, size }: NetcdfFile,
  { path, type }: Variable,
  storage: Extract<Storage, { kind: 'chunks' }>,
  mayLack: boolean,
): void {
  const { chunk, filters, table } = storage
  const raw = chunk.reduce((product, extent) => product * extent, type.bytes)
  if (!Number.isSafeInteger(raw))
    throw new SourceError(`${uri}: the chunks of "${path}" of ${chunk.join(' x ')} cannot be`, { uri, offset: 0 })
  const most = filters.length === 0 ? raw : encodedBound(raw)
  for (let at = 0; at < table.offsets.length; at++) {
    const [tile = 0, offset = 0, length = 0] = [table.tiles[at], table.offsets[at], table.lengths[at]]
    if (length > most || (filters.length === 0 && length !== raw)) {
      throw new SourceError(`${uri}: chunk ${tile} of "${path}" at byte ${offset} has ${length} bytes, ${raw} were expected`, {
        uri,
        offset,
        length,
      })
    }
    if (!mayLack && offset + length > size) {
      throw new SourceError(
        `${uri}: chunk ${tile} of "${path}" lies at bytes ${offset}..${offset + length}, the file ends at ${size}: it is truncated`,
        {
          uri,
          offset,
          length,
        },
      )
    }
  }
}
