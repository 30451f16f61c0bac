import { UsageError } from '../base/errors.js'
import { type Crs, sameCrs } from '../geo/crs.js'
import { type GeoBox, labelOf, resolutionOf } from '../geo/geobox.js'
import { alignmentOf, sameGridPx } from '../geo/grid-alignment.js'
import type { ArraySpec } from '../graph/spec.js'
import { shownArgument } from './arguments.js'
import { nodeOf } from './data-array.js'
import { knownOptions } from './data-array-options.js'
import { inTurns } from './in-turns.js'
import { rasterFiles } from './mosaic-files.js'
import { open } from './open.js'
import type { OpenOptions } from './open-options.js'

/** How files are compared. */
export interface CheckOptions extends Pick<OpenOptions, 'variable' | 'http'> {
  /** Whether sizes and places must agree too, as they must where files are laid along time. Default false: tiles of a mosaic may lie anywhere on one grid. */
  readonly extent?: boolean
}

/** What files are compared by. */
export type CheckedField = 'dims' | 'crs' | 'pixel' | 'offset' | 'extent' | 'dtype' | 'bands' | 'nodata' | 'scale'

/** One file beside the others. */
export interface CheckedFile {
  readonly file: string
  /** Why it could not be opened; null where it was. All else is empty then. */
  readonly error: string | null
  readonly crs: string
  readonly size: string
  readonly pixel: string
  /** How far pixel edges lie off those of the reference, as parts of a pixel, -0.5 to 0.5; null where pixels are of another CRS or size. */
  readonly offsetPx: { readonly x: number; readonly y: number } | null
  readonly dtype: string
  readonly bands: number
  readonly nodata: string
  readonly scale: string
  /** In what it differs from the reference. */
  readonly differs: readonly CheckedField[]
}

/** Files compared with each other. */
export interface CheckReport {
  /** The file that others are compared with: the first of those that agree with most. */
  readonly reference: string | null
  /** Whether all could be opened and none differs. */
  readonly agree: boolean
  /** How many files differ from the reference, by what. */
  readonly differing: Readonly<Partial<Record<CheckedField, number>>>
  readonly failed: number
  readonly files: readonly CheckedFile[]
}

/** Files that are opened at once. */
const openedAtOnce = 16

/** What is kept of a file: no handle, no tiles. */
interface Facts {
  readonly file: string
  readonly error: string | null
  readonly box: GeoBox | null
  readonly texts: Readonly<Record<'dims' | 'dtype' | 'bands' | 'nodata' | 'scale' | 'size' | 'pixel', string>>
}

/**
 * Compares the grids and the kinds of values of files: names as {@link openMany} takes them. Reads headers, 16 files at a time, and keeps a few
 * texts of each. What most files have is what the others are compared with. A file that cannot be opened is told and does not stop the others.
 */
export async function checkSources(names: string | readonly string[], given?: CheckOptions): Promise<CheckReport> {
  const { extent = false, ...options } = knownOptions('checkSources', given, ['extent', 'variable', 'http'])
  const list: unknown = typeof names === 'string' ? [names] : names
  if (!Array.isArray(list) || list.length === 0)
    throw new UsageError(
      `checkSources: ${shownArgument(names)} was given, expected a path, a URL, a directory, a pattern, or a list of these`,
    )
  const files = await rasterFiles(list, 'checkSources')
  const crsList: Crs[] = []
  const facts = await inTurns(files, openedAtOnce, async (file): Promise<Facts> => {
    try {
      return factsOf(file, nodeOf(await open<string>(file, options)).spec, crsList)
    } catch (error) {
      const empty = { dims: '', dtype: '', bands: '0', nodata: '', scale: '', size: '', pixel: '' }
      return { file, error: error instanceof Error ? error.message : String(error), box: null, texts: empty }
    }
  })
  return compared(facts, extent)
}

function factsOf(file: string, spec: ArraySpec, known: Crs[]): Facts {
  const { geobox, dims, bands } = spec
  const same = (values: readonly string[]): string => [...new Set(values)].join(', ')
  const pixel = geobox === null ? null : resolutionOf(geobox)
  return {
    file,
    error: null,
    box: geobox === null ? null : { ...geobox, crs: oneOf(geobox.crs, known) },
    texts: {
      dims: dims.join(', '),
      dtype: spec.dtype,
      bands: String(bands.length),
      nodata: same(bands.map(({ nodata }) => (nodata === null ? 'none' : String(nodata)))),
      scale: same(bands.map(({ scale, offset }) => (scale === 1 && offset === 0 ? 'none' : `* ${scale} + ${offset}`))),
      size: geobox === null ? spec.shape.join(' x ') : `${geobox.width} x ${geobox.height}`,
      pixel: pixel === null ? 'none' : pixel.x === pixel.y ? short(pixel.x) : `${short(pixel.x)} x ${short(pixel.y)}`,
    },
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(12)))
}

/** One object for a CRS that thousands of files have. */
function oneOf(crs: Crs | null, known: Crs[]): Crs | null {
  if (crs === null) return null
  const found = known.find((each) => each.proj === crs.proj && each.epsg === crs.epsg && each.name === crs.name)
  if (found === undefined) known.push(crs)
  return found ?? crs
}

/** What most have, the first of them where as many have another. */
function commonest<T>(items: readonly T[], key: (item: T) => string): T | undefined {
  const counts = new Map<string, { first: T; count: number }>()
  for (const item of items) {
    const name = key(item)
    const entry = counts.get(name) ?? { first: item, count: 0 }
    entry.count++
    counts.set(name, entry)
  }
  let best: { first: T; count: number } | undefined
  for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry
  return best?.first
}

function compared(facts: readonly Facts[], extent: boolean): CheckReport {
  const opened = facts.filter(({ error }) => error === null)
  const grid = referenceGrid(opened)
  const texts = (name: keyof Facts['texts']): string => commonest(opened, (each) => each.texts[name])?.texts[name] ?? ''
  const usual = { dims: texts('dims'), dtype: texts('dtype'), bands: texts('bands'), nodata: texts('nodata'), scale: texts('scale') }
  const place = extent ? commonest(opened, placeKey) : undefined
  const rows = facts.map((each) => rowOf(each, grid, usual, place))
  const differing: Partial<Record<CheckedField, number>> = {}
  for (const field of rows.flatMap(({ differs }) => differs)) differing[field] = (differing[field] ?? 0) + 1
  const failed = facts.length - opened.length
  const reference = rows.find(({ error, differs }) => error === null && differs.length === 0) ?? rows.find(({ error }) => error === null)
  return { reference: reference?.file ?? null, agree: failed === 0 && Object.keys(differing).length === 0, differing, failed, files: rows }
}

/** The grid whose lattice most files have, among those of the commonest CRS and size of pixels; null where none has a grid. */
function referenceGrid(facts: readonly Facts[]): GeoBox | null {
  const boxes = facts.flatMap(({ box }) => (box === null ? [] : [box]))
  const crs = commonest(boxes, (box) => labelOf(box.crs))?.crs ?? null
  const inCrs = boxes.filter((box) => sameOrNone(box.crs, crs))
  const linear = ({ affine: { a, b, d, e } }: GeoBox): string => [a, b, d, e].map((value) => value.toPrecision(9)).join()
  const first = commonest(inCrs, linear)
  if (first === undefined) return null
  const parts = (box: GeoBox): string => {
    const alignment = alignmentOf(first, box)
    if (alignment.kind === 'same') return '0,0'
    return alignment.kind === 'offset' ? [alignment.column, alignment.row].map((at) => Math.round(partOf(at) * 1000) + 0).join() : 'none'
  }
  return commonest(inCrs, parts) ?? first
}

function sameOrNone(one: Crs | null, other: Crs | null): boolean {
  return one === null || other === null ? one === other : one === other || sameCrs(one, other)
}

/** What is left of a number beside the nearest whole one. */
function partOf(value: number): number {
  return value - Math.round(value) + 0
}

function placeKey({ box, texts }: Facts): string {
  return box === null ? texts.size : [box.width, box.height, ...[box.affine.c, box.affine.f].map((value) => value.toPrecision(12))].join()
}

function rowOf(
  { file, error, box, texts }: Facts,
  grid: GeoBox | null,
  usual: Readonly<Record<'dims' | 'dtype' | 'bands' | 'nodata' | 'scale', string>>,
  place: Facts | undefined,
): CheckedFile {
  const { size, pixel, dtype, nodata, scale } = texts
  const row = {
    file,
    error,
    crs: box === null ? 'none' : box.crs === null ? 'none' : labelOf(box.crs),
    size,
    pixel,
    dtype,
    bands: Number(texts.bands),
    nodata,
    scale,
  }
  if (error !== null) return { ...row, crs: '', offsetPx: null, differs: [] }
  const { differs, offsetPx } = gridDifference(box, grid)
  const others = (Object.keys(usual) as (keyof typeof usual)[]).filter((field) => texts[field] !== usual[field])
  const elsewhere = place !== undefined && placeKey({ file, error, box, texts }) !== placeKey(place)
  return { ...row, offsetPx, differs: [...differs, ...(elsewhere ? (['extent'] as const) : []), ...others] }
}

/** How the grid of a file differs from the reference. */
function gridDifference(box: GeoBox | null, grid: GeoBox | null): Pick<CheckedFile, 'differs' | 'offsetPx'> {
  if (box === null || grid === null) return { differs: box === grid ? [] : ['crs'], offsetPx: null }
  const alignment = alignmentOf(grid, box)
  if (alignment.kind === 'same') return { differs: [], offsetPx: { x: 0, y: 0 } }
  if (alignment.kind === 'crs') return { differs: ['crs'], offsetPx: null }
  if (alignment.kind === 'pixels') return { differs: ['pixel'], offsetPx: null }
  const offsetPx = { x: partOf(alignment.column), y: partOf(alignment.row) }
  return { differs: alignment.misfitPx < sameGridPx ? [] : ['offset'], offsetPx }
}
