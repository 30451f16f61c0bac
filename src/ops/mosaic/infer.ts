import { chunkGrid } from '../../array/chunk-grid.js'
import { DtypeError, GridError, UsageError } from '../../base/errors.js'
import { periodOf } from '../../geo/geobox-turn.js'
import { labelDifference } from '../../graph/labels.js'
import { type ArraySpec, type Band, plainBand } from '../../graph/spec.js'
import type { MosaicParams } from './params.js'
import { placesOf } from './places.js'

/**
 * The spec of a mosaic. Inputs agree in dtype, dims, extents and labels of other dims than y and x, and bands in scale, offset and unit; a
 * nodata value that differs is dropped. Throws `E_USAGE`, `E_DTYPE`, `E_GRID` saying which input differs (counted from 0) and how.
 */
export function mosaicSpec(inputs: readonly ArraySpec[], params: MosaicParams): ArraySpec {
  const { geobox } = placesOf(inputs, params)
  const first = inputs[0] as ArraySpec
  for (let input = 1; input < inputs.length; input++) checkAlike(first, inputs[input] as ArraySpec, input)
  const { method } = params
  const categorical = inputs.some((input) => input.categorical)
  if (method === 'mean' && categorical) {
    throw new UsageError(
      'mosaic: method mean would mix classes; use first, last, min or max, or open the sources with categorical: false if they hold none',
    )
  }
  const shape = [...first.shape.slice(0, -2), geobox.height, geobox.width]
  const isCount = method === 'count'
  return {
    ...first,
    dtype: isCount ? 'uint32' : first.dtype,
    shape,
    chunks: chunkGrid(shape, first.chunks.chunk),
    geobox,
    periodX: periodOf(geobox),
    coords: { ...first.coords, y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands: isCount ? first.bands.map(() => plainBand) : sharedBands(inputs),
    categorical: categorical && !isCount,
    moved: !isCount && method !== 'mean' && inputs.every((input) => input.moved),
    name: inputs.every((input) => input.name === first.name) ? first.name : null,
    attrs: isCount ? {} : sharedAttrs(inputs),
  }
}

function checkAlike(first: ArraySpec, other: ArraySpec, input: number): void {
  const where = `mosaic: array ${input}`
  if (other.dtype !== first.dtype) {
    throw new DtypeError(`${where} is ${other.dtype}, array 0 is ${first.dtype}; cast one with astype, so that all have one dtype`)
  }
  if (other.dims.length !== first.dims.length || other.dims.some((name, at) => name !== first.dims[at])) {
    throw new GridError(
      `${where} has dims ${other.dims.join(', ')}, array 0 has ${first.dims.join(', ')}; select with isel, or open with bands`,
    )
  }
  first.dims.slice(0, -2).forEach((name, at) => {
    if (other.shape[at] !== first.shape[at]) {
      throw new GridError(
        `${where} has ${other.shape[at]} along ${name}, array 0 has ${first.shape[at]}; take the same with isel, or open with bands`,
      )
    }
    // A single band is what it is, whatever each file calls it.
    const unlike = first.shape[at] === 1 ? null : labelDifference(first, other, name)
    if (unlike !== null)
      throw new GridError(
        `${where} and array 0 differ: ${unlike}; take one band of each (--bands 1, or open with { band: 1 }), whose label does not matter, or bands with equal labels`,
      )
  })
}

/** Bands as all inputs say them; a nodata value or a description that differs is dropped. Validity travels apart. */
function sharedBands(inputs: readonly ArraySpec[]): Band[] {
  const [first] = inputs as readonly [ArraySpec, ...ArraySpec[]]
  return first.bands.map((band, at) => {
    let { nodata, description } = band
    inputs.forEach((input, position) => {
      const other = input.bands[at] as Band
      for (const key of ['scale', 'offset', 'unit'] as const) {
        if (other[key] === band[key]) continue
        const values = `${key} ${other[key]}, array 0 has ${band[key]}`
        throw new GridError(`mosaic: array ${position} has ${values}; decode both first (open with scaled: true)`)
      }
      if (other.nodata !== band.nodata) nodata = null
      if (other.description !== band.description) description = null
    })
    return nodata === band.nodata && description === band.description ? band : { ...band, nodata, description }
  })
}

/** Attributes that all inputs have alike: a date or an id of one of them says nothing of the whole. */
function sharedAttrs(inputs: readonly ArraySpec[]): ArraySpec['attrs'] {
  const [first, ...others] = inputs as readonly [ArraySpec, ...ArraySpec[]]
  const texts = Object.entries(first.attrs).map(([name, value]) => ({ name, value, text: JSON.stringify(value) }))
  const kept = texts.filter(({ name, text }) => others.every(({ attrs }) => JSON.stringify(attrs[name]) === text))
  return Object.fromEntries(kept.map(({ name, value }) => [name, value]))
}
