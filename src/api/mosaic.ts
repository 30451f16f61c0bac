import { GridError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { reprojected, withNodata } from './data-array-grid.js'
import { knownOptions } from './data-array-options.js'
import type { KernelOptions, ReprojectOptions } from './data-array-types.js'
import { inTurns } from './in-turns.js'
import { rasterFiles } from './mosaic-files.js'
import { extentsOnce, gridKeys, gridText, type MosaicGridOptions, mosaicGrid, shareOf } from './mosaic-grid.js'
import { namingArrays } from './mosaic-names.js'
import { open } from './open.js'
import type { OpenOptions } from './open-options.js'

/** What a mosaic has where several arrays have a valid pixel. */
export type MosaicMethod = 'first' | 'last' | 'min' | 'max' | 'mean' | 'count'

/** The method and the grid of a mosaic. */
export interface MosaicOptions extends MosaicGridOptions, KernelOptions, Pick<ReprojectOptions, 'maxErrorPx'> {
  /** Default `first`. `count` is the number of arrays with a valid pixel, as uint32. */
  readonly method?: MosaicMethod
  /** The grid, all of it. Instead of `crs`, `resolution`, `bounds`, `boundsCrs`, `snap`, `anchor` and `tol`. */
  readonly geobox?: GeoBox
  /** Default: that of the arrays, where all have the same. */
  readonly crs?: MosaicGridOptions['crs'] & {}
  /** Units of the CRS per pixel. Default: the first array's lattice, where all are in its CRS and have pixels of its size. */
  readonly resolution?: MosaicGridOptions['resolution'] & {}
  /** Default: all of the arrays. */
  readonly bounds?: MosaicGridOptions['bounds'] & {}
  /** Nodata value that the mosaic declares. Default: that of the arrays, where all have the same, else none. */
  readonly nodata?: number | bigint | null
}

const kernelKeys = ['resampling', 'scale', 'minValidFraction', 'allowAveraging', 'validity', 'maxErrorPx'] as const
const known = ['method', 'geobox', ...gridKeys, ...kernelKeys, 'nodata']
const openKeys = [
  'band',
  'bands',
  'level',
  'variable',
  'scaled',
  'srcNodata',
  'srcCrs',
  'categorical',
  'bitfield',
  'format',
  'http',
] as const

/** How the files of a mosaic are opened: as `open` does, with other names for what the mosaic has too. */
export interface MosaicOpenOptions extends Omit<OpenOptions, 'nodata' | 'crs' | 'name'> {
  /** The files' nodata value, instead of what they declare; null for none. */
  readonly srcNodata?: number | null
  /** The files' CRS, where they say none or a wrong one. */
  readonly srcCrs?: OpenOptions['crs'] & {}
}

/** Files that are opened at once. */
const openedAtOnce = 16

/**
 * One array of arrays that lie beside and over each other; any number of them. Arrays that are no parts of one grid are reprojected to it first (by
 * `resampling`, `near` by default), each only to the part of the grid that it covers. Where several have a valid pixel, `method` says what the mosaic
 * has; invalid pixels never count, and a pixel that no array has is invalid. Arrays must agree in dtype, bands, and other dims than y and x.
 * Given names (files, stores, URLs, a directory, patterns) it opens them first, in the order of the names, and answers a promise.
 * Throws `E_USAGE`, `E_GRID`, `E_DTYPE`; `E_SOURCE` for what cannot be opened.
 *
 * @example
 * const all = await mosaic('scenes/*.tif', { crs: 'EPSG:3857', resolution: 10, resampling: 'bilinear' })
 */
export function mosaic<Dims extends string>(arrays: readonly DataArray<Dims>[], options?: MosaicOptions): DataArray<Dims>
export function mosaic<Dims extends string = 'band' | 'y' | 'x'>(
  names: string | readonly string[],
  options?: MosaicOptions & MosaicOpenOptions,
): Promise<DataArray<Dims>>
export function mosaic(
  given: string | readonly string[] | readonly DataArray<string>[],
  options?: MosaicOptions & MosaicOpenOptions,
): DataArray<string> | Promise<DataArray<string>> {
  if (typeof given === 'string') return mosaicOfFiles([given], options)
  if (!Array.isArray(given))
    throw new UsageError(`mosaic: ${shownArgument(given)} was given, expected a list of arrays, or names of rasters`)
  if (given.length === 0) throw new UsageError('mosaic: the list of arrays is empty: give at least one array, or the name of a raster')
  if (given.every((each) => typeof each === 'string')) return mosaicOfFiles(given, options)
  const odd = given.findIndex((array) => !(array instanceof LazyArray))
  if (odd >= 0) throw new UsageError(`mosaic: number ${odd + 1} of the list is ${shownArgument(given[odd])}, not a DataArray`)
  return wrapped(mosaicNode((given as DataArray<string>[]).map(nodeOf), knownOptions<MosaicOptions>('mosaic', options, known)))
}

async function mosaicOfFiles(names: readonly string[], given: (MosaicOptions & MosaicOpenOptions) | undefined): Promise<DataArray<string>> {
  const options = knownOptions('mosaic', given, [...known, ...openKeys])
  const { srcNodata, srcCrs, ...others } = pick(options, openKeys)
  const opening = { ...others, ...(srcNodata === undefined ? {} : { nodata: srcNodata }), ...(srcCrs === undefined ? {} : { crs: srcCrs }) }
  const files = await rasterFiles(names)
  const arrays = await inTurns(files, openedAtOnce, (file) => open<string>(file, opening))
  return wrapped(mosaicNode(arrays.map(nodeOf), pick(options, known as readonly (keyof MosaicOptions)[])))
}

function pick<T extends object, K extends keyof T>(options: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.flatMap((key) => (key in options ? [[key, options[key]]] : []))) as Pick<T, K>
}

/** The node of a mosaic: each input as it is, or moved to its part of the grid. */
function mosaicNode(nodes: readonly LazyNode[], options: MosaicOptions): LazyNode {
  const { method = 'first', nodata } = options
  const all = nodes.map((node, index) => ({ index, node }))
  const specs = nodes.map(({ spec }) => spec)
  const extentOf = extentsOnce()
  const target = namingArrays(all, () => mosaicGrid(specs, options, extentOf))
  const warp = pick(options, kernelKeys)
  const inputs = all.flatMap(({ index, node }) => {
    const share = shareOf(target, node.spec, extentOf)
    if (share === 'beside') return []
    return [{ index, node: share === 'own' ? node : reprojected(node, share.part, warp) }]
  })
  if (inputs.length === 0)
    throw new GridError(`mosaic: none of the ${nodes.length} arrays has a pixel in ${gridText(target)}: check the bounds`)
  const params = { method, geobox: target as unknown as JsonObject }
  const parts = inputs.map(({ node }) => node)
  const merged = namingArrays(inputs, () => applyOp('mosaic', params, parts))
  return nodata === undefined ? merged : withNodata('mosaic', merged, nodata)
}
