import { leaveBlank } from '../array/blank.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf } from '../array/window.js'
import { DtypeError, GridError, UsageError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { fits, type ScalarJson } from '../base/scalar.js'
import type { Affine } from '../geo/affine.js'
import { geobox } from '../geo/geobox.js'
import { periodOf } from '../geo/geobox-turn.js'
import { forEachBand, nodataPerBand, type PerBand } from '../graph/band-values.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec, Band, Coord } from '../graph/spec.js'

/** Params of {@link relabel}: what is named is replaced, the rest stays. `coords` replaces the labels of the dims that it names (null: no labels). */
export type RelabelParams = {
  readonly name?: string | null
  readonly attrs?: JsonObject
  readonly coords?: { readonly [dim: string]: Json }
  readonly bands?: readonly JsonObject[]
  readonly categorical?: boolean
  readonly crs?: JsonObject | null
  /** Another place for the pixels: the affine of the same rows and columns. */
  readonly affine?: JsonObject
  readonly nodata?: PerBand<ScalarJson | null>
}

const keys = ['name', 'attrs', 'coords', 'bands', 'categorical', 'crs', 'affine', 'nodata'] as const

function parse(params: Json): RelabelParams {
  const given = paramsObject('relabel', params, keys)
  const refuse = (key: string, expected: string): never => {
    throw new UsageError(`relabel: ${key} is ${JSON.stringify(given[key])}; give ${expected}`)
  }
  const { name, attrs, coords, bands, categorical, crs, affine } = given
  if (name !== undefined && name !== null && typeof name !== 'string') refuse('name', 'a text or null')
  if (attrs !== undefined && !isJsonObject(attrs)) refuse('attrs', 'an object')
  if (coords !== undefined && !(isJsonObject(coords) && Object.values(coords).every(isCoord)))
    refuse('coords', 'an object of labels by dim')
  if (bands !== undefined && !(Array.isArray(bands) && bands.every(isBand))) {
    refuse('bands', 'a list of objects with nodata, scale, offset, unit and description')
  }
  if (categorical !== undefined && typeof categorical !== 'boolean') refuse('categorical', 'true or false')
  if (crs !== undefined && crs !== null && !(isJsonObject(crs) && typeof crs.proj === 'string')) refuse('crs', 'a CRS or null')
  if (affine !== undefined && !isAffine(affine)) refuse('affine', 'an object with the numbers a, b, c, d, e and f')
  if (given.nodata !== undefined) nodataPerBand('relabel', given.nodata)
  return given as RelabelParams
}

function isCoord(value: Json): boolean {
  if (value === null) return true
  if (!isJsonObject(value)) return false
  if (value.kind === 'regular') return typeof value.start === 'number' && typeof value.step === 'number'
  return value.kind === 'affine' || (value.kind === 'inline' && Array.isArray(value.labels))
}

function isBand(value: Json): boolean {
  return (
    isJsonObject(value) &&
    Object.keys(value)
      .filter((key) => key !== 'color' && key !== 'items')
      .sort()
      .join() === 'description,nodata,offset,scale,unit' &&
    typeof value.scale === 'number' &&
    typeof value.offset === 'number'
  )
}

function isAffine(value: Json): boolean {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f']
  return isJsonObject(value) && Object.keys(value).sort().join() === keys.join() && keys.every((key) => Number.isFinite(value[key]))
}

function infer([input]: readonly ArraySpec[], params: RelabelParams): ArraySpec {
  const spec = input as ArraySpec
  const bands = (params.bands ?? spec.bands) as readonly Band[]
  if (bands.length !== spec.bands.length) {
    throw new UsageError(`relabel: ${bands.length} bands given; the array has ${spec.bands.length}`)
  }
  return {
    ...spec,
    name: params.name === undefined ? spec.name : params.name,
    attrs: params.attrs ?? attrsUnder(spec, params.crs),
    categorical: params.categorical ?? spec.categorical,
    coords: coordsOf(spec, params.coords ?? {}),
    bands: withNodata(spec, bands, params.nodata),
    ...placeOf(spec, params),
  }
}

/** The grid, and how often it goes around the earth where it is another one. */
function placeOf(spec: ArraySpec, { crs, affine }: RelabelParams): Pick<ArraySpec, 'geobox' | 'periodX'> {
  const grid = gridOf(spec, crs)
  if (affine === undefined) return { geobox: grid, periodX: spec.periodX }
  if (grid === null) throw new GridError('relabel: the array has no grid (y and x with an affine) that could lie elsewhere')
  const placed = geobox(grid.width, grid.height, affine as unknown as Affine, grid.crs)
  return { geobox: placed, periodX: periodOf(placed) }
}

function coordsOf(spec: ArraySpec, given: { readonly [dim: string]: Json }): Record<string, Coord> {
  const coords: Record<string, Coord> = { ...spec.coords }
  for (const [dim, labels] of Object.entries(given)) {
    const extent = spec.shape[spec.dims.indexOf(dim)]
    if (extent === undefined) throw new UsageError(`relabel: there is no dim "${dim}"; the array has ${spec.dims.join(', ')}`)
    delete coords[dim]
    if (labels === null) continue
    const coord = labels as unknown as Coord
    if (coord.kind === 'inline' && coord.labels.length !== extent) {
      throw new UsageError(`relabel: ${coord.labels.length} labels for ${dim}, which has ${extent}`)
    }
    if (coord.kind === 'affine' && spec.geobox === null)
      throw new GridError(`relabel: ${dim} cannot follow a grid, because the array has none`)
    coords[dim] = coord
  }
  return coords
}

function withNodata(spec: ArraySpec, bands: readonly Band[], nodata: PerBand<ScalarJson | null> | undefined): readonly Band[] {
  const values = nodata === undefined ? bands.map((band) => band.nodata) : forEachBand('relabel', 'nodata', nodata, spec)
  const misfit = values.find((value) => value !== null && !fits(value, spec.dtype))
  if (misfit !== undefined)
    throw new DtypeError(`relabel: nodata ${misfit} is no ${spec.dtype}; choose one that is, or cast with astype first`)
  return nodata === undefined ? bands : bands.map((band, at) => ({ ...band, nodata: values[at] as ScalarJson | null }))
}

/** A CRS that is given settles that the source's could not be read. */
function attrsUnder({ attrs }: ArraySpec, crs: JsonObject | null | undefined): JsonObject {
  if (crs === undefined || !('crs_problem' in attrs)) return attrs
  const { crs_problem: _settled, ...others } = attrs
  return others
}

function gridOf({ geobox }: ArraySpec, crs: JsonObject | null | undefined): ArraySpec['geobox'] {
  if (crs === undefined) return geobox
  if (geobox === null) throw new GridError('relabel: the array has no grid (y and x with an affine) that a CRS could belong to')
  return { ...geobox, crs: crs as unknown as NonNullable<ArraySpec['geobox']>['crs'] }
}

/**
 * `relabel`: another name, attributes, labels, band descriptions, nodata declaration, CRS or affine over the same pixels. Assigning a CRS moves nothing
 * on earth, and declaring a nodata value makes no pixel invalid: to read a file with another nodata, open it so.
 */
export const relabel: OpDef<RelabelParams, readonly string[]> = {
  name: 'relabel',
  version: 1,
  parse,
  infer,
  prepare: ([input]) => (input as ArraySpec).dims,
  stateBytes: () => 0,
  demand: (out) => [[0, out]],
  scratchBytes: () => 0,
  elementwise: true,
  movesPixels: true,
  keepsValid: () => true,
  leaf: false,
  simplify: () => null,
  run(out, inputs, _params, dims) {
    const block = inputs.get(0)
    if (block === undefined) return leaveBlank(out)
    const { data, valid } = block
    forRuns(shapeOf(out.window), [laidUnder(out.window, dims, block.window, dims)], (to, length, [from], [stride]) => {
      copyRun(data, from as number, stride as number, out.data, to, length)
      if (valid instanceof Uint8Array) copyRun(valid, from as number, stride as number, out.mask, to, length)
    })
    if (!(valid instanceof Uint8Array)) out.valid = valid
  },
}
