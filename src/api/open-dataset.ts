import { isRasterloomError, UsageError } from '../base/errors.js'
import { netcdfSource } from '../formats/netcdf/source.js'
import { openStore } from '../formats/zarr/store.js'
import { storeVariables } from '../formats/zarr/variable.js'
import { shownArgument } from './arguments.js'
import type { DataArray } from './data-array.js'
import { knownOptions } from './data-array-options.js'
import { Dataset } from './dataset.js'
import { open } from './open.js'
import type { OpenOptions } from './open-options.js'
import { openUri, setRequests } from './opened.js'
import { absoluteUri } from './source-uri.js'

/** Which arrays of a store are opened, and how. */
export interface OpenDatasetOptions extends Pick<OpenOptions, 'scaled' | 'nodata' | 'crs' | 'http' | 's3'> {
  /** Names of the variables. Default: all data variables that the store lists; of a NetCDF file those of one grid, the one that most of them have. */
  readonly variables?: readonly string[]
}

/**
 * Opens the data variables of a Zarr store or a NetCDF file as a dataset. Throws `E_SOURCE` for what is no store, `E_USAGE` for a variable that is not there and
 * for a store that lists none.
 */
export async function openDataset(uri: string, given?: OpenDatasetOptions): Promise<Dataset> {
  const { variables, ...options } = knownOptions('openDataset', given, ['variables', 'scaled', 'nodata', 'crs', 'http', 's3'])
  if (typeof uri !== 'string' || uri === '') throw new UsageError('openDataset: give the path or URL of a store or NetCDF file')
  if (variables !== undefined && !(Array.isArray(variables) && variables.every((name) => typeof name === 'string')))
    throw new UsageError(`openDataset: variables are ${shownArgument(variables)}, expected a list of names`)
  setRequests(absoluteUri(uri), options)
  const format = (await isNetcdf(uri)) ? 'netcdf' : 'zarr'
  const paths = variables ?? (await (format === 'netcdf' ? fileVariables(uri, 'one grid') : zarrVariables(uri)))
  if (paths.length === 0) throw new UsageError(`${uri}: lists no data variable: name them in variables, or open one array with open`)
  const arrays = await Promise.all(
    paths.map(
      async (variable): Promise<[string, DataArray]> => [
        // Variables of a pyramid stand in the group of its finest level.
        variables === undefined ? variable.slice(variable.lastIndexOf('/') + 1) : variable,
        await open<string>(uri, { ...options, variable, format }),
      ],
    ),
  )
  return Dataset.of(Object.fromEntries(arrays))
}

/** Whether a uri is of a NetCDF file, by its first bytes. What cannot be read as a file may be a store. */
async function isNetcdf(uri: string): Promise<boolean> {
  const absolute = absoluteUri(uri)
  try {
    const bytes = await openUri(absolute)
    try {
      return netcdfSource.recognises(absolute, await bytes.read(0, Math.min(16, await bytes.size())))
    } finally {
      await bytes.close()
    }
  } catch (error) {
    if (isRasterloomError(error)) return false
    throw error
  }
}

async function zarrVariables(uri: string): Promise<string[]> {
  return storeVariables(await openStore(absoluteUri(uri), openUri)).map(({ path }) => path)
}

async function fileVariables(uri: string, which: 'all' | 'one grid'): Promise<string[]> {
  // Loaded where it is asked for: most datasets are stores.
  const { listVariables } = await import('../formats/netcdf/open.js')
  return listVariables(absoluteUri(uri), openUri, which)
}

/** Opens every data variable of a store, or of a file, whatever its grid: what `info` shows of it. Throws as {@link openDataset} does. */
export async function openEvery(uri: string): Promise<Dataset> {
  return openDataset(uri, (await isNetcdf(uri)) ? { variables: await fileVariables(uri, 'all') } : {})
}
