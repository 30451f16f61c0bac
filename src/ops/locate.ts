import { leaveBlank } from '../array/blank.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf } from '../array/window.js'
import { GridError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { type Affine, identity } from '../geo/affine.js'
import { geobox } from '../geo/geobox.js'
import { type Geolocation, geolocationAttribute, parseGeolocation } from '../geo/geolocation.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { maskOf } from '../kernels/elementwise.js'

/** Params of {@link locate}: the CRS of the positions, and the hash of their values. */
export type LocateParams = { readonly crs: Geolocation['crs'] & JsonObject; readonly values: string }

function parse(params: Json): LocateParams {
  const { crs, values } = paramsObject('locate', params, ['crs', 'values'])
  const checked = parseGeolocation({ crs: crs ?? null, values: values ?? null, width: 2, height: 2, affine: identity as unknown as Json })
  return { crs: checked.crs as LocateParams['crs'], values: checked.values }
}

function infer([array, latitudes, longitudes]: readonly ArraySpec[], { crs, values }: LocateParams): ArraySpec {
  const spec = array as ArraySpec
  const rank = spec.dims.length
  if (spec.dims[rank - 2] !== 'y' || spec.dims[rank - 1] !== 'x')
    throw new GridError(`locate: the array has the dims ${spec.dims.join(', ')}: it needs y and x as its last two`)
  if (spec.geobox !== null && spec.geobox.crs !== null)
    throw new GridError('locate: the array has a grid with a CRS, so that latitudes and longitudes are not needed')
  const [height, width] = spec.shape.slice(-2) as [number, number]
  for (const [name, positions] of Object.entries({ latitudes, longitudes })) {
    if (positions !== undefined && positions.shape.join() === `${height},${width}`) continue
    throw new GridError(`locate: the ${name} have the shape ${positions?.shape.join(' x ')}, the array has ${height} x ${width} pixels`)
  }
  const opened: Affine = spec.geobox?.affine ?? identity
  const attribute = { crs, values, width, height, affine: opened }
  parseGeolocation(attribute as unknown as Json)
  const followed = (dim: string): Coord => spec.coords[dim] ?? { kind: 'affine' }
  return {
    ...spec,
    geobox: geobox(width, height, opened, null),
    coords: { ...spec.coords, y: followed('y'), x: followed('x') },
    attrs: { ...spec.attrs, [geolocationAttribute]: attribute as unknown as JsonObject },
  }
}

/**
 * `locate`: the same pixels, of which the second and third input say the latitude and the longitude; their values are read before a run that needs them
 * and are named by their hash, so that no window of them is demanded. The array gets a grid without CRS, by which parts of it know where in it they are.
 */
export const locate: OpDef<LocateParams, { readonly dims: readonly string[] }> = {
  name: 'locate',
  version: 1,
  parse,
  infer,
  prepare: ([input]) => ({ dims: (input as ArraySpec).dims }),
  stateBytes: () => 256,
  demand: (out) => [[0, out]],
  scratchBytes: () => 0,
  elementwise: true,
  movesPixels: true,
  keepsValid: () => true,
  leaf: false,
  simplify: () => null,
  run(out, inputs, _params, { dims }, kit) {
    const block = inputs.get(0)
    if (block === undefined) {
      leaveBlank(out)
      return
    }
    const { window, data, valid } = block
    const masked = valid instanceof Uint8Array
    forRuns(shapeOf(out.window), [laidUnder(out.window, dims, window, dims)], (to, length, [from], [stride]) => {
      copyRun(data, from as number, stride as number, out.data, to, length)
      if (masked) copyRun(valid, from as number, stride as number, out.mask, to, length)
    })
    if (!masked && maskOf(kit, { data: out.data, valid }, out.mask.byteOffset) === null) out.mask.fill(1)
  },
}
