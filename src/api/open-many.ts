import { UsageError } from '../base/errors.js'
import { shownArgument } from './arguments.js'
import type { DataArray } from './data-array.js'
import { inTurns } from './in-turns.js'
import { rasterFiles } from './mosaic-files.js'
import { open } from './open.js'
import type { OpenOptions } from './open-options.js'

/** Files that are opened at once. */
const openedAtOnce = 16

/**
 * Opens each raster that names stand for, in their order: files, stores, URLs, a directory (its `.tif`, `.tiff` and `.zarr` entries), patterns
 * (`*`, `?`, `[a-z]`, `{a,b}`, `**`). Reads headers, 16 files at a time. Throws like `open`, and `E_SOURCE` for a name that stands for nothing.
 *
 * @example const days = concat(await openMany('series/NDVI_*.tif', { band: 1 }), { dim: 'time', labels })
 */
export function openMany(
  names: string | readonly string[],
  options: OpenOptions & { readonly band: number },
): Promise<DataArray<'y' | 'x'>[]>
export function openMany<Dims extends string = 'band' | 'y' | 'x'>(
  names: string | readonly string[],
  options?: OpenOptions,
): Promise<DataArray<Dims>[]>
export async function openMany(names: string | readonly string[], options?: OpenOptions): Promise<DataArray<string>[]> {
  const list: unknown = typeof names === 'string' ? [names] : names
  if (!Array.isArray(list) || list.length === 0)
    throw new UsageError(`openMany: ${shownArgument(names)} was given, expected a path, a URL, a directory, a pattern, or a list of these`)
  const files = await rasterFiles(list, 'openMany')
  return inTurns(files, openedAtOnce, (file) => open<string>(file, options))
}
