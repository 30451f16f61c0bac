import { applyOp } from '../api/apply.js'
import { type DataArray, nodeOf, wrapped } from '../api/data-array.js'
import { isBeside, placedBy } from '../api/data-array-grid.js'
import type { CrsLike, KernelOptions, MatchOptions } from '../api/data-array-types.js'
import { CRS } from '../api/geo-names.js'
import { open } from '../api/open.js'
import { askedBounds } from '../api/select-clip.js'
import { type Dtype, dtypes } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import { isLossless } from '../base/promote.js'
import { checkCutline, cutByShapes } from './cutline.js'
import type { ConvertOptions, WriteOptions } from './options.js'

type AnyArray = DataArray<string>

/** What is made of a source, and whether the output brings a grid of its own. */
type ChainOptions = ConvertOptions & Pick<WriteOptions, 'tilingScheme'>

/** What a conversion makes of a source, what is to be told of it with the summary, and what before the run. */
export interface Chain {
  readonly array: AnyArray
  readonly notes: readonly string[]
  readonly warnings: readonly string[]
}

/** The chain of a conversion: select, move to the output's grid, change dtype and nodata. Nothing is read but headers. */
export async function convertChain(uri: string, options: ChainOptions): Promise<Chain> {
  const notes: string[] = []
  const source = await selectedSource(uri, options, notes)
  const moved = await moveToGrid(source, uri, options, options.crs ?? pointsCrs(source, options, notes))
  const array = options.srcOverviews === 'auto' ? await moved.useOverviews('auto') : moved
  return {
    array: withValues(await cutByShapes(array, options), options, notes),
    notes,
    warnings: [...cutWarnings(source, moved, options), ...idleWarnings(source, options)],
  }
}

/** What is taken of a source, with its own grid. Adds to the notes. */
export async function selectedSource(uri: string, options: ConvertOptions, notes: string[]): Promise<AnyArray> {
  let array = await openSource(uri, options)
  if (options.scaled === true) array = scaled(array, notes)
  for (const [dim, label] of options.select ?? []) array = array.sel({ [dim]: labelOf(array, dim, label) })
  return array
}

/** An array with the dtype and nodata value that are asked for. Adds to the notes. */
export function withValues(array: AnyArray, { dtype, nodata }: ConvertOptions, notes: string[]): AnyArray {
  const typed = dtype === undefined ? array : cast(array, dtype, notes)
  return nodata === undefined ? typed : typed.assignNodata(nodata === 'none' ? null : nodata)
}

/** Physical values. A file that declares no scale keeps its numbers, in the dtype that a scale would give: among several files it is no failure. */
function scaled(array: AnyArray, notes: string[]): AnyArray {
  const declared = array.bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)
  if (!declared) notes.push('--scaled: the source declares no scale and offset, 1 and 0 were taken')
  return wrapped(applyOp('decode', declared ? {} : { scale: 1, offset: 0 }, [nodeOf(array)]))
}

function cast(array: AnyArray, dtype: Dtype, notes: string[]): AnyArray {
  if (!isLossless(array.dtype, dtype)) {
    const { kind, min, max } = dtypes[dtype]
    notes.push(
      kind === 'float'
        ? `--dtype: ${array.dtype} is rounded to the nearest ${dtype}`
        : `--dtype: ${array.dtype} to ${dtype}: values are rounded to the nearest, and those beyond ${min} to ${max} are clamped`,
    )
  }
  return array.astype(dtype, { rounding: 'nearest', overflow: 'clamp' })
}

/** Refuses options that contradict each other, and those of pixels that move where none do, unless they `canMove` unasked. Throws `E_USAGE` naming them. */
export function checkConvertOptions(options: ChainOptions, canMove = false): void {
  const clashes = [
    ...(['crs', 'resolution', 'size', 'bounds', 'boundsCrs', 'tap'] as const).map((name) => ['like', name] as const),
    ['resolution', 'size'],
    ...(['like', 'crs', 'resolution', 'size', 'tap'] as const).map((name) => ['tilingScheme', name] as const),
  ] as const
  for (const [one, other] of clashes) {
    if (options[one] === undefined || options[other] === undefined) continue
    throw new UsageError(`${flagOf(one)} and ${flagOf(other)} both say what the grid is: give one of them`)
  }
  if (options.boundsCrs !== undefined && options.bounds === undefined)
    throw new UsageError('--bounds-crs says the CRS of --bounds, which is not given: give both, or neither')
  if (options.tap !== undefined && options.resolution === undefined)
    throw new UsageError('--tap moves the edges to multiples of --resolution, which is not given: give both, or neither')
  checkCutline(options)
  if (canMove) return
  const moves = (['like', 'crs', 'resolution', 'size'] as const).some((name) => options[name] !== undefined)
  const { validity, scale, minValidFraction } = options
  const unused =
    validity !== undefined && validity !== 'band'
      ? `--validity ${validity}`
      : scale !== undefined
        ? '--scale'
        : minValidFraction !== undefined
          ? '--min-valid-fraction'
          : null
  if (unused !== null && !moves) {
    throw new UsageError(
      `${unused} is for pixels that move to another grid, and none is asked for: give --crs, --resolution, --size or --like, ` +
        'or leave it out',
    )
  }
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Opens a source as the command line says. */
async function openSource(uri: string, options: ConvertOptions): Promise<AnyArray> {
  const { bands, variable, srcNodata, srcCrs, srcOverviews, onReadError, sideFiles } = options
  const array = await open(uri, {
    ...(variable === undefined ? {} : { variable }),
    ...(srcNodata === undefined ? {} : { nodata: srcNodata === 'none' ? null : srcNodata }),
    ...(srcCrs === undefined ? {} : { crs: srcCrs }),
    ...(typeof srcOverviews === 'number' ? { level: srcOverviews } : {}),
    ...(onReadError === undefined ? {} : { onReadError }),
    ...(sideFiles === undefined ? {} : { sideFiles }),
    geolocation: movesPixels(options),
  })
  return bands === undefined ? array : withBands(array, uri, bands)
}

/** Whether another grid is asked for, so that it counts where pixels lie. */
function movesPixels({ crs, like, resolution, size, bounds, tilingScheme }: ChainOptions): boolean {
  return [crs, like, resolution, size, bounds, tilingScheme].some((each) => each !== undefined)
}

function withBands(array: AnyArray, uri: string, bands: readonly number[]): AnyArray {
  const at = array.dims.indexOf('band')
  if (at < 0) throw new UsageError(`--bands: ${uri} has no dim "band", its dims are ${array.dims.join(', ')}: leave --bands out`)
  const count = array.shape[at] as number
  const missing = bands.find((band) => band > count)
  if (missing !== undefined)
    throw new UsageError(`--bands: ${uri} has ${count === 1 ? 'one band' : `${count} bands`}, there is no band ${missing}`)
  return array.isel({ band: bands.map((band) => band - 1) })
}

/** A label as typed: what the dim has as a text is a text (times and names), anything that looks like a number is one. */
function labelOf(array: AnyArray, dim: string, label: string): string | number {
  const first = array.coords[dim]?.[0]
  if (dim !== 'band' && typeof first === 'string') return label
  const named = dim === 'band' && array.bands.some(({ description }) => description === label)
  return !named && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(label) ? Number(label) : label
}

/** How pixels are made. */
export function kernelOf({ resampling = 'near', scale, minValidFraction, validity, allowAveraging }: ConvertOptions): KernelOptions {
  return {
    resampling,
    ...(scale === undefined ? {} : { scale }),
    ...(minValidFraction === undefined ? {} : { minValidFraction }),
    ...(validity === undefined ? {} : { validity }),
    ...(allowAveraging === undefined ? {} : { allowAveraging }),
  }
}

/** Onto the grid of another raster. An output without a single pixel of the source is refused, as `--bounds` does. */
async function moveLike(array: AnyArray, uri: string, like: string, warp: MatchOptions): Promise<AnyArray> {
  const other = await open(like)
  const moved = array.reprojectMatch(other, warp)
  const [from, to] = [array.bounds, other.bounds]
  if (from !== null && to !== null && other.geobox !== null && isBeside(nodeOf(array), other.geobox)) {
    throw new GridError(
      `--like: ${like} covers ${extentText(to)} in ${labelOfCrs(other)}, and no pixel of ${uri} lies there: it covers ${extentText(from)} in ${labelOfCrs(array)}`,
    )
  }
  return moved
}

function extentText({ left, bottom, right, top }: NonNullable<AnyArray['bounds']>): string {
  return `[${left}, ${bottom}, ${right}, ${top}]`
}

function labelOfCrs({ crs }: AnyArray): string {
  return crs === null ? 'no CRS' : CRS.format(crs)
}

/** What is to be said of bounds that reach beyond a source which is cropped to them: there the output ends where the source does. */
function cutWarnings(source: AnyArray, cropped: AnyArray, options: ConvertOptions): string[] {
  const { bounds, boundsCrs } = options
  if (bounds === undefined || !staysPut(source, options)) return []
  const [asked, has, pixel] = [askedBounds(nodeOf(source).spec, bounds, boundsCrs), cropped.bounds, source.resolution]
  if (has === null || pixel === null) return []
  const beside = [has.left - asked.left, asked.right - has.right].some((left) => left > pixel.x / 2)
  if (!beside && [has.bottom - asked.bottom, asked.top - has.top].every((left) => left <= pixel.y / 2)) return []
  return [
    `--bounds: ${extentText(asked)} reaches beyond the source, which ends there: the output covers ${extentText(has)}; ` +
      `give --resolution ${pixel.x === pixel.y ? pixel.x : `${pixel.x},${pixel.y}`} too for all of it, without valid pixels beyond the source`,
  ]
}

/** Whether no grid is asked for, so that pixels stay where they are. */
function staysPut(source: AnyArray, { like, crs, resolution, size }: ConvertOptions): boolean {
  return [like, crs, resolution, size].every((each) => each === undefined) && placedBy(nodeOf(source)) === null
}

/** What is to be said of options of pixels that move where none do. */
function idleWarnings(source: AnyArray, options: ChainOptions): string[] {
  const { maxErrorPx } = options
  const resampling = options.tilingScheme === undefined ? options.resampling : undefined
  const idle = [...(resampling === undefined ? [] : ['--resampling']), ...(maxErrorPx === undefined ? [] : ['--max-error-px'])]
  if (idle.length === 0 || !staysPut(source, options)) return []
  return [
    `${idle.join(' and ')} changed nothing: no grid was asked for, so pixels stay where they are; give --crs, --resolution, --size or --like`,
  ]
}

/** The CRS of the control points that alone place a source, where a grid is asked for without a CRS: what gdalwarp takes. Adds to the notes. */
function pointsCrs(array: AnyArray, { crs, like, resolution, size, bounds, tap }: ConvertOptions, notes: string[]): CrsLike | undefined {
  const asks = [resolution, size, bounds, tap].some((each) => each !== undefined)
  const placed = crs === undefined && like === undefined && asks ? placedBy(nodeOf(array)) : null
  if (placed === null || placed.crs === null) return undefined
  notes.push(`--crs ${CRS.format(placed.crs)} was taken, that of the ${placed.by} which place the source`)
  return placed.crs
}

async function moveToGrid(array: AnyArray, uri: string, options: ConvertOptions, crs: CrsLike | undefined): Promise<AnyArray> {
  const { resolution, size, bounds, boundsCrs, tap, like, maxErrorPx } = options
  const kernel = kernelOf(options)
  const warp = { ...kernel, ...(maxErrorPx === undefined ? {} : { maxErrorPx }) }
  if (like !== undefined) return moveLike(array, uri, like, warp)
  const box = bounds === undefined ? null : { left: bounds[0], bottom: bounds[1], right: bounds[2], top: bounds[3] }
  if (crs === undefined && resolution === undefined && size === undefined) {
    if (box === null) return array
    return array.clipBox(box, boundsCrs === undefined ? {} : { crs: boundsCrs })
  }
  const pixels = { ...(resolution === undefined ? {} : { resolution }), ...(size === undefined ? {} : { size }) }
  if (crs === undefined && box === null && tap === undefined) return array.resample({ ...pixels, ...kernel })
  const target = crs ?? array.crs
  if (target === null) throw new UsageError(`${uri}: says no CRS, so that its grid cannot be placed: give --src-crs`)
  return array.reproject(target, {
    ...warp,
    ...pixels,
    ...(box === null ? {} : { bounds: box }),
    ...(boundsCrs === undefined ? {} : { boundsCrs }),
    ...(tap === true ? { snap: true } : {}),
  })
}
