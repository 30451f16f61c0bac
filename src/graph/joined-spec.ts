import { chunkGrid } from '../array/chunk-grid.js'
import { DtypeError, GridError, UsageError } from '../base/errors.js'
import type { ScalarJson } from '../base/scalar.js'
import type { GeoBox } from '../geo/geobox.js'
import { extentOf } from '../geo/geobox-lattice.js'
import { adoptedGridNote, continuationMisfit, continuedGridNote, gridDifference, remedyFor } from './grids-agree.js'
import { labelDifference, maxInlineLabels, maxListedEven, ownLabels } from './labels.js'
import type { ArraySpec, Band, Coord } from './spec.js'

/** Arrays that a note names one by one. */
const mostNotes = 3

/** How arrays are joined: along which dim, where it stands among the result's dims, and where each array begins along it. */
export interface Join {
  readonly dim: string
  readonly dims: readonly string[]
  /** Position of the dim in `dims`. */
  readonly at: number
  /** Whether the arrays themselves lack the dim. */
  readonly isNew: boolean
  /** One entry more than arrays; the last is the extent of the whole. */
  readonly starts: Float64Array
  /** Labels along the dim; null takes those of the arrays. */
  readonly labels: readonly ScalarJson[] | null
  readonly unit: string | null
  readonly calendar: string | null
}

/**
 * The spec of arrays one after another. They must agree in dtype, dims, other extents, grids and labels, and bands in scale, offset and unit.
 * Throws `E_DTYPE` and `E_GRID`, saying which array differs (counted from 0) and how.
 */
export function joinedSpec(inputs: readonly ArraySpec[], join: Join): ArraySpec {
  const { dim, isNew, at } = join
  const first = inputs[0] as ArraySpec
  for (let input = 1; input < inputs.length; input++) checkAlike(first, inputs[input] as ArraySpec, input, dim)
  const extent = join.starts[inputs.length] as number
  const extents = (own: readonly number[], along: number): number[] => (isNew ? [along, ...own] : own.with(at, along))
  const shape = extents(first.shape, extent)
  const geobox = dim === 'x' || dim === 'y' ? joinedGrid(inputs, dim) : first.geobox
  return {
    ...first,
    dims: join.dims,
    shape,
    chunks: chunkGrid(shape, extents(first.chunks.chunk, isNew ? 1 : (first.chunks.chunk[at] as number))),
    geobox,
    periodX: dim !== 'x' && inputs.every((input) => input.periodX === first.periodX) ? first.periodX : null,
    coords: coordsOf(inputs, join, geobox, extent),
    bands: dim === 'band' ? inputs.flatMap((input) => input.bands) : sharedBands(inputs, dim),
    categorical: inputs.some((input) => input.categorical),
    moved: inputs.every((input) => input.moved),
    name: inputs.every((input) => input.name === first.name) ? first.name : null,
  }
}

/** Throws where an array cannot stand beside the first one, saying which it is (counted from 0) and how it differs. */
function checkAlike(first: ArraySpec, other: ArraySpec, input: number, dim: string): void {
  const where = `concat along ${dim}: array ${input}`
  if (other.dtype !== first.dtype) throw new DtypeError(`${where} is ${other.dtype}, array 0 is ${first.dtype}; cast one with astype`)
  if (other.dims.length !== first.dims.length || other.dims.some((name, at) => name !== first.dims[at])) {
    throw new GridError(`${where} has dims ${other.dims.join(', ')}, array 0 has ${first.dims.join(', ')}`)
  }
  const difference = gridsDiffer(first, other, dim)
  if (difference !== null) throw new GridError(`${where} and array 0 lie on different grids: ${difference}`)
  first.dims.forEach((name, at) => {
    if (name === dim) return
    if (other.shape[at] !== first.shape[at])
      throw new GridError(`${where} has ${other.shape[at]} along ${name}, array 0 has ${first.shape[at]}`)
    const unlike = labelDifference(first, other, name)
    if (unlike !== null) throw new GridError(`${where} and array 0 differ: ${unlike}`)
  })
}

function gridsDiffer(first: ArraySpec, other: ArraySpec, dim: string): string | null {
  if (dim === 'x' || dim === 'y') return null
  if (first.geobox === null || other.geobox === null) return first.geobox === other.geobox ? null : 'only one of them has a grid'
  const difference = gridDifference(first.geobox, other.geobox)
  return difference === null ? null : `${difference}. ${remedyFor(first.geobox, other.geobox, "concat([a, b], { dim: 'time'")}`
}

/** What is to be said of arrays whose grids are not quite the first's: that they count as it. */
export function joinedNotes(inputs: readonly ArraySpec[], dim: string): string[] {
  const [first, ...others] = inputs
  if (first === undefined) return []
  const isAlong = dim === 'x' || dim === 'y'
  const notes = others.map((other, at) => {
    const which = `array ${at + 1} of those joined`
    if (!isAlong) return adoptedGridNote(first, other, which)
    return first.geobox === null || other.geobox === null ? null : continuedGridNote(first.geobox, other.geobox, which)
  })
  const said = notes.filter((note) => note !== null)
  return said.length <= mostNotes ? said : [...said.slice(0, mostNotes), `and ${said.length - mostNotes} more arrays lie so`]
}

/** The grid of arrays side by side: each must begin where the one before ends, to a thousandth of a pixel. Null where one has no grid. */
function joinedGrid(inputs: readonly ArraySpec[], dim: 'x' | 'y'): GeoBox | null {
  const grids = inputs.map((input) => input.geobox)
  const first = grids[0] as GeoBox
  if (grids.includes(null)) return null
  let [width, height] = [first.width, first.height]
  for (let input = 1; input < grids.length; input++) {
    const grid = grids[input] as GeoBox
    const at = dim === 'x' ? { column: width, row: 0 } : { column: 0, row: height }
    const across = dim === 'x' ? grid.height !== first.height : grid.width !== first.width
    const sizes = `sizes ${first.width} x ${first.height} and ${grid.width} x ${grid.height} pixels`
    const unlike = across ? sizes : continuationMisfit(first, grid, at)
    if (unlike !== null) {
      throw new GridError(`concat along ${dim}: array ${input} does not continue the grid of the one before: ${unlike}`)
    }
    if (dim === 'x') width += grid.width
    else height += grid.height
  }
  return extentOf(first, width, height)
}

/**
 * Bands of arrays joined along another dim: scale and offset must agree, and units where they are said. A unit that only some have, and a nodata that differs, are dropped (validity
 * travels apart).
 */
function sharedBands(inputs: readonly ArraySpec[], dim: string): Band[] {
  const first = (inputs[0] as ArraySpec).bands
  return first.map((band, at) => {
    let { nodata, unit } = band
    inputs.forEach((input, position) => {
      const other = input.bands[at] as Band
      for (const key of ['scale', 'offset'] as const) {
        if (other[key] !== band[key]) {
          throw new GridError(
            `concat along ${dim}: array ${position} has ${key} ${other[key]}, array 0 has ${band[key]}; decode them first`,
          )
        }
      }
      if (other.unit === null || unit === null) unit = null
      else if (other.unit !== unit) {
        throw new GridError(
          `concat along ${dim}: array ${position} is in ${other.unit}, array 0 in ${band.unit}: multiply one of them, so that both are in one unit`,
        )
      }
      if (other.nodata !== band.nodata) nodata = null
    })
    return nodata === band.nodata && unit === band.unit ? band : { ...band, nodata, unit }
  })
}

function coordsOf(inputs: readonly ArraySpec[], join: Join, geobox: GeoBox | null, extent: number): Record<string, Coord> {
  const first = inputs[0] as ArraySpec
  const coords: Record<string, Coord> = {}
  for (const name of join.dims) {
    const own = geobox === null ? ownLabels(first, name) : first.coords[name]
    const labels = name === join.dim && own?.kind !== 'affine' ? joinedLabels(inputs, join, extent) : own
    if (labels !== undefined) coords[name] = labels
  }
  return coords
}

function joinedLabels(inputs: readonly ArraySpec[], { dim, labels, unit, calendar }: Join, extent: number): Coord | undefined {
  if (labels !== null) {
    if (labels.length !== extent) throw new UsageError(`concat along ${dim}: ${labels.length} labels given for ${extent} indices`)
    return labelList(dim, labels, unit, calendar)
  }
  const coords = inputs.map((input) => ownLabels(input, dim))
  const first = coords[0]
  if (first === undefined || coords.includes(undefined) || extent > maxInlineLabels) return undefined
  const at = (inputs[0] as ArraySpec).dims.indexOf(dim)
  const all = coords.flatMap((coord, input) => labelsOf(coord as Coord, (inputs[input] as ArraySpec).shape[at] as number))
  const about = first as { unit?: string; calendar?: string }
  for (const [input, coord] of coords.entries()) {
    const other = coord as { unit?: string; calendar?: string }
    if (other.unit === about.unit && (other.calendar ?? about.calendar) === (about.calendar ?? other.calendar)) continue
    const said = ({ unit = 'none', calendar }: { unit?: string; calendar?: string }): string =>
      calendar === undefined ? unit : `${unit} (${calendar})`
    throw new GridError(`concat along ${dim}: the unit of array ${input} is ${said(other)}, that of array 0 ${said(about)}: give labels`)
  }
  return labelList(dim, all, about.unit ?? null, about.calendar ?? null)
}

function labelsOf(coord: Coord, extent: number): readonly ScalarJson[] {
  if (coord.kind === 'inline') return coord.labels
  return coord.kind === 'regular' ? Array.from({ length: extent }, (_, index) => coord.start + index * coord.step) : []
}

/** Labels as a coordinate: evenly spaced numbers without a calendar take no room. Throws `E_USAGE` for too many others. */
function labelList(dim: string, labels: readonly ScalarJson[], unit: string | null, calendar: string | null): Coord {
  const start = labels[0] as number
  const step = labels.length > 1 ? (labels[1] as number) - start : 1
  const said = { ...(unit === null ? {} : { unit }) }
  const even = calendar === null && labels.every((label, index) => typeof label === 'number' && label === start + index * step)
  if (even && labels.length > maxListedEven) return { kind: 'regular', start, step, ...said }
  if (labels.length <= maxInlineLabels) return { kind: 'inline', labels, ...said, ...(calendar === null ? {} : { calendar }) }
  throw new UsageError(`concat along ${dim}: ${labels.length} labels that are not evenly spaced; an array keeps at most ${maxInlineLabels}`)
}
