import { UsageError } from '../base/errors.js'
import { resolutionOf } from '../geo/geobox.js'
import { publicUri } from '../io/public-uri.js'
import { objectArgument, shownArgument } from './arguments.js'
import { type DataArray, wrapped } from './data-array.js'
import { knownOptions } from './data-array-options.js'
import { describeSource } from './open-describe.js'
import { openedNode } from './open-node.js'
import { oneFile } from './open-one.js'
import { type OpenOptions, openOptionNames } from './open-options.js'
import { absoluteUri } from './source-uri.js'

/**
 * Opens a raster: a path, or a `file:`, `http:`, `https:` or `s3:` URL. Reads headers, no pixels. A GeoTIFF has the dims `band`, `y`, `x`; with
 * `band` just `y`, `x`. Throws `E_SOURCE` for what is missing or cannot be read, `E_USAGE` for options that do not fit.
 *
 * @example const nir = await open('B08.tif', { band: 1, scaled: true })
 */
export function open(uri: string, options: OpenOptions & { readonly band: number }): Promise<DataArray<'y' | 'x'>>
export function open<Dims extends string = 'band' | 'y' | 'x'>(uri: string, options?: OpenOptions): Promise<DataArray<Dims>>
export async function open(uri: string, given?: OpenOptions): Promise<DataArray<string>> {
  const { chunks, overview, ...options } = knownOptions('open', given, openOptionNames)
  if (typeof uri !== 'string' || uri === '') throw new UsageError('open: give the path or URL of a raster')
  const name = await oneFile(uri)
  const level = overview === undefined ? {} : { level: await levelOf(name, overview, options) }
  const { node } = await openedNode(name, absoluteUri(name), { ...options, ...level }, [])
  const array = wrapped<string>(node)
  return chunks === undefined ? array : array.chunk(chunks)
}

/** The level of an overview that is asked for. Throws `E_USAGE` where it is asked for twice or in a way that makes no sense. */
async function levelOf(uri: string, overview: OpenOptions['overview'], { level, ...options }: OpenOptions): Promise<number> {
  if (level !== undefined) throw new UsageError('open: level and overview both say which overview is read: give one of them')
  if (typeof overview === 'number') return overview
  const { resolution } = objectArgument('open', overview ?? {}, 'overview: a number, or { resolution }') as { resolution?: unknown }
  if (typeof resolution !== 'number' || !(resolution > 0))
    throw new UsageError(`open: overview.resolution is ${shownArgument(resolution)}, expected a positive number of units of the CRS`)
  const { levels, spec } = await describeSource(uri, pickDescribed(options))
  if (spec.geobox === null)
    throw new UsageError(`open: ${publicUri(uri)} has no grid, so that its overviews have no resolution: give a level`)
  const { x, y } = resolutionOf(spec.geobox)
  const { width, height } = spec.geobox
  const fits = levels.map((each) => Math.max((x * width) / each.width, (y * height) / each.height) <= resolution * (1 + 1e-9))
  return fits.lastIndexOf(true) + 1
}

function pickDescribed({ format, variable, http, s3 }: OpenOptions): NonNullable<Parameters<typeof describeSource>[1]> {
  return {
    ...(format === undefined ? {} : { format }),
    ...(variable === undefined ? {} : { variable }),
    ...(http === undefined ? {} : { http }),
    ...(s3 === undefined ? {} : { s3 }),
  }
}
