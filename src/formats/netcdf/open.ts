import type { Dtype } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import { fits, type ScalarJson, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import type { ByteSource, OpenBytes, OpenedSource } from '../../graph/source.js'
import { type Readable, readAhead } from '../../io/read-ahead.js'
import { openClassic } from './classic-file.js'
import { openHdf5 } from './hdf5-file.js'
import { findSuperblock } from './hdf5-superblock.js'
import { layoutOf } from './layout.js'
import type { NetcdfFile, Variable } from './model.js'
import { packingOf } from './packing.js'
import { readDims, specOf } from './spec.js'
import type { NetcdfLayout, Storage, ValidRule } from './storage.js'
import { chooseVariable, dataVariables, type Geolocation, variablesOfOneGrid } from './variables.js'

/** Opens a variable for the card's `open`: reads headers, labels and the index of its chunks, no pixels. `mayLack` as there. */
export async function openNetcdf(uri: string, options: Json, openBytes: OpenBytes, mayLack: boolean): Promise<OpenedSource<NetcdfLayout>> {
  const asked = parseOptions(options)
  const source = await openBytes(uri)
  try {
    const bytes = readAhead(source)
    const file = await openFile(bytes, mayLack)
    const variable = chooseVariable(file, asked.variable)
    const stored = storedDtype(file, variable)
    const declared = packingOf(variable, stored)
    const nodata = asked.nodata === undefined ? undefined : askedNodata(asked.nodata, declared.dtype)
    const packing = nodata === undefined ? declared : { ...declared, rule: ruleOf(nodata) }
    const dims = await readDims(file, bytes, variable)
    const layout = await layoutOf(file, variable, packing.dtype, { rule: packing.rule, order: dims.order, mayLack })
    const { chunk, storage } = layout
    const { spec, notes } = specOf(file, variable, dims, chunk, packing)
    return {
      options: { variable: variable.path, ...(nodata === undefined ? {} : { nodata }) },
      spec,
      fingerprint: [{ size: file.size, changed: await changeOf(source) }],
      layout,
      files: [uri],
      levels: [],
      ...positionsOf(notes.geolocation),
      info: {
        driver: file.format,
        variable: variable.path,
        storedDims: dims.storedDims,
        compression: compressionOf(storage),
        storedChunk: storage.kind === 'chunks' ? storage.chunk : 'none',
        ...(notes.crsFault === null ? {} : { crsFault: notes.crsFault }),
        ...(notes.geolocation === null ? {} : { geolocation: `${notes.geolocation.y}, ${notes.geolocation.x}` }),
      },
    }
  } finally {
    await source.close()
  }
}

/** The variables that place pixels which no grid places. */
function positionsOf(found: Geolocation | null): Pick<OpenedSource, 'positions'> {
  if (found === null) return {}
  return { positions: { latitudes: { variable: found.y }, longitudes: { variable: found.x }, names: `${found.y}, ${found.x}` } }
}

/** Paths of the data variables of a file, or of those that lie on one grid. Throws `E_SOURCE`. */
export async function listVariables(uri: string, openBytes: OpenBytes, which: 'all' | 'one grid'): Promise<string[]> {
  const source = await openBytes(uri)
  try {
    const file = await openFile(readAhead(source), false)
    return (which === 'all' ? dataVariables(file) : variablesOfOneGrid(file)).map(({ path }) => path)
  } finally {
    await source.close()
  }
}

async function openFile(bytes: Readable, mayLack: boolean): Promise<NetcdfFile> {
  const size = await bytes.size()
  const head = await bytes.read(0, Math.min(4, size))
  if (head[0] === 0x43 && head[1] === 0x44 && head[2] === 0x46) return openClassic(bytes, mayLack)
  const superblock = await findSuperblock(bytes)
  if (superblock !== null) return openHdf5(bytes, superblock, mayLack)
  throw new SourceError(
    `${bytes.uri}: is no NetCDF file: it begins neither with "CDF", nor has it the signature of HDF5 at byte 0, 512, 1024, ...`,
    { uri: bytes.uri, offset: 0 },
  )
}

/** Sources of `openBytes` know when they last changed. */
async function changeOf(source: ByteSource): Promise<string> {
  const { changed } = source as ByteSource & { changed?: () => Promise<string> }
  return changed === undefined ? '' : changed.call(source)
}

function parseOptions(options: Json): { variable: string | null; nodata: Json | undefined } {
  if (!isJsonObject(options)) throw new UsageError('netcdf: options must be an object')
  const { variable = null, nodata, level, ...rest } = options
  const unknown = Object.keys(rest)[0]
  if (unknown === 'band' || unknown === 'bands') {
    throw new UsageError(`netcdf: the option "${unknown}" is not for NetCDF: open the variable, then select with isel({ ... })`)
  }
  if (unknown !== undefined) throw new UsageError(`netcdf: unknown option "${unknown}" for reading; known are variable, nodata`)
  if (variable !== null && (typeof variable !== 'string' || variable === '')) {
    throw new UsageError(`netcdf: variable is ${JSON.stringify(variable)}, expected the name of a variable`)
  }
  if (level !== undefined && level !== 0)
    throw new UsageError(`netcdf: there is no level ${JSON.stringify(level)}: NetCDF files have no overviews`)
  return { variable, nodata }
}

function askedNodata(value: Json, dtype: Dtype): ScalarJson | null {
  if (value === null) return null
  const isScalar = typeof value === 'number' || (typeof value === 'string' && /^(NaN|-?Infinity|-?\d+)$/.test(value))
  if (isScalar && fits(value, dtype)) return scalarToJson(scalarFromJson(value, dtype))
  throw new UsageError(`netcdf: nodata is ${JSON.stringify(value)}, which no ${dtype} pixel can be`)
}

function ruleOf(nodata: ScalarJson | null): ValidRule {
  return { missing: nodata === null || nodata === 'NaN' ? [] : [nodata], least: null, greatest: null }
}

function storedDtype({ uri }: NetcdfFile, { path, type, shape }: Variable): Dtype {
  if (type.dtype === null)
    throw new SourceError(`${uri}: the variable "${path}" holds ${type.name}, which are no pixels`, { uri, offset: 0 })
  if (shape.length > 0 && shape.every((extent) => extent > 0)) return type.dtype
  throw new SourceError(`${uri}: the variable "${path}" (${shape.join(' x ')}) has no pixels`, { uri, offset: 0 })
}

function compressionOf(storage: Storage): string {
  const filters = storage.kind === 'chunks' ? storage.filters.map(({ name }) => name) : []
  return filters.length === 0 ? 'none' : filters.join(', ')
}
