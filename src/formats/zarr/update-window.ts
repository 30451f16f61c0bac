import { DtypeError, GridError, UsageError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { alignmentOf, describeMisfit, type GridAlignment, sameGridPx } from '../../geo/grid-alignment.js'
import { labelAt, ownLabels, shownLabel } from '../../graph/labels.js'
import { type ArraySpec, type Coord, plainBand } from '../../graph/spec.js'

/** Positions along a dim of the store, half-open; `auto` finds them by the labels. */
export type RegionRange = 'auto' | { readonly start: number; readonly stop: number }

/** What is asked for: pixels behind the end of a dim, or in a region; dims that are not named are found by their labels. */
export interface UpdateRequest {
  readonly append: string | null
  readonly region: { readonly [dim: string]: RegionRange }
}

/** Attributes that say what stored numbers mean: they must be the same on both sides. */
const meanings = ['standard_name', 'cell_methods', 'flag_values', 'flag_masks', 'flag_meanings', 'valid_min', 'valid_max', 'valid_range']

/**
 * Where an array goes in a stored one, by dim; 0 along the dim that is appended to. Throws naming the first difference between the two: `E_DTYPE`,
 * `E_GRID` for pixels that do not lie on the store's grid, `E_USAGE` for dims, labels, units and packing, and for regions that do not fit.
 */
export function placementOf(spec: ArraySpec, store: ArraySpec, { append, region }: UpdateRequest, name: string): number[] {
  const fail = (what: string): never => {
    throw new UsageError(`${name}: ${what}`, { variable: name })
  }
  if (spec.dims.join() !== store.dims.join())
    fail(`its dims are ${store.dims.join(', ')} in the store, those of the array ${spec.dims.join(', ')}: bring them into that order`)
  if (spec.dtype !== store.dtype) {
    throw new DtypeError(`${name}: is ${store.dtype} in the store, the array ${spec.dtype}: cast it with astype('${store.dtype}')`, {
      variable: name,
    })
  }
  const unknown = [...Object.keys(region), ...(append === null ? [] : [append])].find((dim) => !store.dims.includes(dim))
  if (unknown !== undefined) fail(`there is no dim "${unknown}"; its dims are ${store.dims.join(', ')}`)
  const grid = gridPlace(spec, store, append, name)
  const start = store.dims.map((dim, at) => {
    const extent = spec.shape[at] as number
    const whole = store.shape[at] as number
    if (dim === append) {
      if (grid === null || !(dim in grid)) mustContinue(spec, store, dim, whole, name)
      return 0
    }
    const found = grid?.[dim as 'y' | 'x'] ?? labelPlace(spec, store, dim, name)
    const told = region[dim] === 'auto' ? undefined : (region[dim] as { start: number; stop: number } | undefined)
    if (told !== undefined) mustFit(dim, told, extent, whole, found, fail)
    const from = told?.start ?? found ?? (extent === whole ? 0 : null)
    if (from === null)
      return fail(`nothing says where the ${extent} of the array belong along ${dim} (${whole} in the store): name them in region`)
    if (from < 0 || from + extent > whole)
      fail(`the array lies at ${dim} ${from} to ${from + extent}, outside of the store's 0 to ${whole}`)
    return from
  })
  sameMeaning(spec, store, start, fail)
  return start
}

function mustFit(
  dim: string,
  { start, stop }: { readonly start: number; readonly stop: number },
  extent: number,
  whole: number,
  found: number | null,
  fail: (what: string) => never,
): void {
  if (stop - start !== extent) fail(`region.${dim} is ${start} to ${stop}, ${stop - start} positions, but the array has ${extent}`)
  if (start < 0 || stop > whole) fail(`region.${dim} is ${start} to ${stop}, but the store has 0 to ${whole}`)
  if (found !== null && found !== start)
    fail(`region.${dim} begins at ${start}, but by its labels the array lies at ${found} to ${found + extent}`)
}

/** Where the array lies in the store's grid; null where neither has one. */
function gridPlace(spec: ArraySpec, store: ArraySpec, append: string | null, name: string): { y: number; x: number } | null {
  const [mine, whole] = [spec.geobox, store.geobox]
  if (mine === null && whole === null) return null
  const fields = { variable: name }
  if (mine === null || whole === null) {
    const [has, lacks] = mine === null ? ['the store', 'the array'] : ['the array', 'the store']
    throw new GridError(`${name}: ${has} lies on a grid and ${lacks} on none, so that nothing says whether the pixels belong there`, fields)
  }
  const alignment = alignmentOf(whole, mine)
  if (alignment.kind === 'crs' || alignment.kind === 'pixels' || (alignment.kind === 'offset' && alignment.misfitPx >= sameGridPx)) {
    throw new GridError(`${name}: the array does not lie on the store's grid: ${describeMisfit(whole, mine, alignment)}`, fields)
  }
  const { column, row } = wholeOffset(alignment)
  const wanted = append === 'y' ? { row: whole.height, column } : append === 'x' ? { row, column: whole.width } : { row, column }
  if (wanted.row !== row || wanted.column !== column) {
    const [at, end] = append === 'y' ? [row, whole.height] : [column, whole.width]
    throw new GridError(
      `${name}: appended along ${append} the array must begin at ${end} of the store's grid, but it lies at ${at}`,
      fields,
    )
  }
  return { y: row, x: column }
}

function wholeOffset(alignment: GridAlignment): { column: number; row: number } {
  return alignment.kind === 'offset' ? { column: Math.round(alignment.column), row: Math.round(alignment.row) } : { column: 0, row: 0 }
}

/** The position in the store at which the array's labels stand; null where one of the two has none. */
function labelPlace(spec: ArraySpec, store: ArraySpec, dim: string, name: string): number | null {
  const [mine, whole] = [ownLabels(spec, dim), ownLabels(store, dim)]
  if (mine === undefined || whole === undefined) return null
  mustShareUnit(mine, whole, dim, name)
  const extent = spec.shape[spec.dims.indexOf(dim)] as number
  const length = store.shape[store.dims.indexOf(dim)] as number
  const first = labelAt(mine, 0)
  for (let at = 0; at < length; at++) {
    if (!sameLabel(labelAt(whole, at), first)) continue
    for (let index = 1; index < extent; index++) {
      const [own, stored] = [labelAt(mine, index), at + index < length ? labelAt(whole, at + index) : undefined]
      if (!sameLabel(own, stored))
        throw new UsageError(
          `${name}: label ${index} of ${dim} is ${shownLabel(mine, own)} in the array and ${stored === undefined ? 'beyond the end' : shownLabel(whole, stored)} in the store`,
          {
            variable: name,
          },
        )
    }
    return at
  }
  throw new UsageError(
    `${name}: label ${shownLabel(mine, first)} of ${dim} is not in the store: its labels are ${shownLabel(whole, labelAt(whole, 0))} to ${shownLabel(whole, labelAt(whole, length - 1))}`,
    {
      variable: name,
    },
  )
}

/** Labels to be appended must go on where those of the store end, and be none of them. */
function mustContinue(spec: ArraySpec, store: ArraySpec, dim: string, length: number, name: string): void {
  const [mine, whole] = [ownLabels(spec, dim), ownLabels(store, dim)]
  const fail = (what: string): never => {
    throw new UsageError(`${name}: ${what}`, { variable: name, dim })
  }
  if (mine === undefined && whole === undefined) return
  if (mine === undefined || whole === undefined) throw unlabelled(mine === undefined, dim, name)
  mustShareUnit(mine, whole, dim, name)
  const stored = new Set(Array.from({ length }, (_, at) => String(labelAt(whole, at))))
  const extent = spec.shape[spec.dims.indexOf(dim)] as number
  for (let index = 0; index < extent; index++) {
    const label = labelAt(mine, index)
    if (stored.has(String(label)))
      fail(`label ${shownLabel(mine, label)} of ${dim} is in the store already: write that part with region, or leave it out`)
  }
  const [first, last] = [Number(labelAt(whole, 0)), Number(labelAt(whole, length - 1))]
  const step = Math.sign(last - first)
  const next = Number(labelAt(mine, 0))
  if (length > 1 && step * (next - last) < 0) {
    const [from, to] = [shownLabel(whole, labelAt(whole, 0)), shownLabel(whole, labelAt(whole, length - 1))]
    fail(
      `labels of ${dim} run from ${from} to ${to} in the store, and those of the array begin at ${shownLabel(mine, labelAt(mine, 0))}, which lies before the end`,
    )
  }
}

function unlabelled(isArray: boolean, dim: string, name: string): UsageError {
  const [lacks, has] = isArray ? ['the array', 'the store'] : ['the store', 'the array']
  return new UsageError(`${name}: ${has} has labels along ${dim}, and ${lacks} has none`, { variable: name, dim })
}

function mustShareUnit(mine: Coord, whole: Coord, dim: string, name: string): void {
  const said = (coord: Coord): string => {
    const unit = 'unit' in coord ? (coord.unit ?? '') : ''
    const calendar = 'calendar' in coord ? coord.calendar : undefined
    return / since /.test(unit) ? `${unit} (${calendarOf(calendar)})` : unit
  }
  const [own, stored] = [said(mine), said(whole)]
  if (own === stored) return
  throw new UsageError(
    `${name}: ${dim} counts ${own === '' ? 'without a unit' : `in ${own}`} in the array and ${stored === '' ? 'without one' : `in ${stored}`} in the store`,
    {
      variable: name,
      dim,
    },
  )
}

/** Names of one calendar are many. */
function calendarOf(name: string | undefined): string {
  return name === undefined || name === 'standard' || name === 'gregorian' ? 'proleptic_gregorian' : name
}

function sameLabel(one: number | string | undefined, other: number | string | undefined): boolean {
  return one !== undefined && other !== undefined && (one === other || String(one) === String(other))
}

function sameMeaning(spec: ArraySpec, store: ArraySpec, start: readonly number[], fail: (what: string) => never): void {
  const first = start[store.dims.indexOf('band')] ?? 0
  for (const [index, mine] of spec.bands.entries()) {
    const stored = store.bands[first + index] ?? plainBand
    for (const key of ['scale', 'offset', 'unit'] as const) {
      if (mine[key] !== stored[key] && !(key === 'unit' && mine.unit === null))
        fail(
          `${key} is ${shown(mine[key])} in the array and ${shown(stored[key])} in the store: the same numbers would mean something else`,
        )
    }
  }
  for (const key of meanings) {
    const [mine, stored] = [spec.attrs[key], store.attrs[key]]
    if (mine !== undefined && stored !== undefined && JSON.stringify(mine) !== JSON.stringify(stored))
      fail(`the attribute ${key} is ${shown(mine)} in the array and ${shown(stored)} in the store`)
  }
}

function shown(value: Json): string {
  return value === null ? 'none' : JSON.stringify(value)
}
