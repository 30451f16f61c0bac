import { chunkGrid } from '../../array/chunk-grid.js'
import { GridError, InternalError, UsageError } from '../../base/errors.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import type { GeoBox } from '../../geo/geobox.js'
import { firstGrid } from '../../geo/geobox-lattice.js'
import { geolocationAttribute } from '../../geo/geolocation.js'
import type { ArraySpec } from '../../graph/spec.js'
import { misfit } from '../../graph/value-kind.js'
import { kernels } from './kernels.js'
import type { WarpParams } from './params.js'

/** Extent of an output chunk in y and x. */
const chunkPx = 512

/** An input that can be warped: its grid lies on the last two dims. */
export interface WarpInput {
  readonly spec: ArraySpec
  readonly geobox: GeoBox
}

/** The first input as one that can be warped. Throws `E_GRID` for an array without a grid on its last two dims. */
export function warpInput(op: string, inputs: readonly ArraySpec[]): WarpInput {
  const spec = inputs[0]
  if (spec === undefined) throw new InternalError(`${op} needs an input`)
  const rank = spec.dims.length
  if (spec.geobox === null || spec.dims[rank - 2] !== 'y' || spec.dims[rank - 1] !== 'x') {
    const why = spec.geobox === null ? 'has no geobox' : 'does not end in y, x'
    throw new GridError(`${op}: the array [${spec.dims.join(', ')}] ${why}: it needs a grid on its last two dims, y and x`)
  }
  return { spec, geobox: spec.geobox }
}

/** The spec of a warp's output: the new grid in place of y and x, all else kept. */
export function warpSpec(op: string, inputs: readonly ArraySpec[], params: WarpParams): ArraySpec {
  const { spec } = warpInput(op, inputs)
  const kernel = kernels[params.resampling]
  const refused = misfit(op, params.resampling, spec, { picks: kernel.moves, keeps: kernel.forClasses })
  if (refused !== null && params.allowAveraging !== true) throw new UsageError(refused)
  const geobox = firstGrid(params.geobox)
  const shape = [...spec.shape.slice(0, -2), geobox.height, geobox.width]
  return {
    ...spec,
    shape,
    chunks: chunkGrid(shape, [...spec.chunks.chunk.slice(0, -2), chunkPx, chunkPx]),
    geobox,
    periodX: null,
    coords: { ...spec.coords, y: { kind: 'affine' }, x: { kind: 'affine' } },
    moved: spec.moved && kernel.moves,
    attrs: Object.fromEntries(Object.entries(spec.attrs).filter(([name]) => name !== gcpsAttribute && name !== geolocationAttribute)),
  }
}
