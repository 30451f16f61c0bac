import type { DataArray } from '../api/data-array.js'
import { open } from '../api/open.js'
import { UsageError } from '../base/errors.js'
import type { ConvertOptions } from './options.js'

/** Opens a source as the command line says. */
export function openSource(uri: string, options: ConvertOptions): Promise<DataArray<string>> {
  const { bands, variable, scaled, srcNodata, srcCrs, srcOverviews } = options
  return open(uri, {
    ...(bands === undefined ? {} : { bands }),
    ...(variable === undefined ? {} : { variable }),
    ...(scaled === true ? { scaled } : {}),
    ...(srcNodata === undefined ? {} : { nodata: srcNodata }),
    ...(srcCrs === undefined ? {} : { crs: srcCrs }),
    ...(typeof srcOverviews === 'number' ? { level: srcOverviews } : {}),
  })
}

/** The chain of a conversion: select, move to the output's grid, change dtype and nodata. Nothing is read but headers. */
export async function convertChain(uri: string, options: ConvertOptions): Promise<DataArray<string>> {
  let array = await openSource(uri, options)
  if (options.select !== undefined) array = array.sel(Object.fromEntries(options.select.map(([dim, label]) => [dim, labelOf(label)])))
  array = await moveToGrid(array, options)
  if (options.dtype !== undefined) array = array.astype(options.dtype, { rounding: 'nearest', overflow: 'clamp' })
  if (options.nodata !== undefined) array = array.assignNodata(options.nodata)
  return array
}

/** A label as typed: a whole number picks by number, anything else by text. */
function labelOf(label: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(label) ? Number(label) : label
}

async function moveToGrid(array: DataArray<string>, options: ConvertOptions): Promise<DataArray<string>> {
  const { crs, resolution, size, bounds, boundsCrs, tap, like } = options
  const resampling = options.resampling ?? 'near'
  const maxErrorPx = options.maxErrorPx === undefined ? {} : { maxErrorPx: options.maxErrorPx }
  if (like !== undefined) {
    const clash = (['crs', 'resolution', 'size', 'bounds', 'tap'] as const).find((name) => options[name] !== undefined)
    if (clash !== undefined) throw new UsageError(`--like and --${clash} both decide the grid: give one of them`)
    return array.reprojectMatch(await open(like), { resampling, ...maxErrorPx })
  }
  const box = bounds === undefined ? undefined : { left: bounds[0], bottom: bounds[1], right: bounds[2], top: bounds[3] }
  if (crs === undefined && resolution === undefined && size === undefined && tap === undefined) {
    if (box === undefined) return array
    return array.clipBox(box, boundsCrs === undefined ? {} : { crs: boundsCrs })
  }
  const target = crs ?? array.crs
  if (target === null || target === undefined)
    throw new UsageError('the source says no CRS: give --src-crs, so that the output grid can be placed')
  return array.reproject(target, {
    resampling,
    ...maxErrorPx,
    ...(resolution === undefined ? {} : { resolution }),
    ...(size === undefined ? {} : { size }),
    ...(box === undefined ? {} : { bounds: box }),
    ...(boundsCrs === undefined ? {} : { boundsCrs }),
    ...(tap === true ? { snap: true } : {}),
  })
}
