import { UsageError } from '../base/errors.js'
import { openStore } from '../formats/zarr/store.js'
import { storeVariables } from '../formats/zarr/variable.js'
import { shownArgument } from './arguments.js'
import type { DataArray } from './data-array.js'
import { knownOptions } from './data-array-options.js'
import { Dataset } from './dataset.js'
import { type OpenOptions, open } from './open.js'
import { openUri, setRequests } from './opened.js'
import { absoluteUri } from './source-uri.js'

/** Which arrays of a store are opened, and how. */
export interface OpenDatasetOptions extends Pick<OpenOptions, 'scaled' | 'nodata' | 'crs' | 'http' | 's3'> {
  /** Names of the variables. Default: all data variables that the store lists. */
  readonly variables?: readonly string[]
}

/**
 * Opens the data variables of a Zarr store as a dataset. Throws `E_SOURCE` for what is no store, `E_USAGE` for a variable that is not there and
 * for a store that lists none.
 */
export async function openDataset(uri: string, given?: OpenDatasetOptions): Promise<Dataset> {
  const { variables, ...options } = knownOptions('openDataset', given, ['variables', 'scaled', 'nodata', 'crs', 'http', 's3'])
  if (typeof uri !== 'string' || uri === '') throw new UsageError('openDataset: give the path or URL of a store')
  if (variables !== undefined && !(Array.isArray(variables) && variables.every((name) => typeof name === 'string')))
    throw new UsageError(`openDataset: variables are ${shownArgument(variables)}, expected a list of names`)
  setRequests(absoluteUri(uri), options)
  const paths = variables ?? storeVariables(await openStore(absoluteUri(uri), openUri)).map(({ path }) => path)
  if (paths.length === 0) throw new UsageError(`${uri}: lists no data variable: name them in variables, or open one array with open`)
  const arrays = await Promise.all(
    paths.map(
      async (variable): Promise<[string, DataArray]> => [
        // Variables of a pyramid stand in the group of its finest level.
        variables === undefined ? variable.slice(variable.lastIndexOf('/') + 1) : variable,
        await open<string>(uri, { ...options, variable, format: 'zarr' }),
      ],
    ),
  )
  return Dataset.of(Object.fromEntries(arrays))
}
