import type { Json } from '../base/json.js'
import { coverScratch, coverShapes } from '../geo/rasterize-coverage.js'
import type { ShapeIndex } from '../geo/rasterize-index.js'
import type { OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import { type GridParams, parseGrid, specOnGrid } from './shapes/grid.js'
import { parseShapes, type ShapesParams } from './shapes/params.js'
import { planeOf } from './shapes/plane.js'
import { indexOn, shapesBytes } from './shapes/state.js'

/** Params of {@link coverage}: shapes, the grid and its chunks (y, x), and the dtype of the shares. */
export type CoverageParams = ShapesParams &
  GridParams & {
    readonly dtype: 'float32' | 'float64'
  }

function parse(params: Json): CoverageParams {
  const given = paramsObject('coverage', params, ['shapes', 'crs', 'geobox', 'chunk', 'dtype'])
  return {
    ...parseShapes('coverage', given),
    ...parseGrid('coverage', given),
    dtype: oneOf('coverage', 'dtype', given.dtype, ['float32', 'float64'], 'float32'),
  }
}

/** `coverage`: the share of each pixel that polygons cover, 0 to 1, valid everywhere. It reads nothing. See `coverShapes` for what is exact. */
export const coverage: OpDef<CoverageParams, ShapeIndex> = {
  name: 'coverage',
  version: 2,
  parse,
  infer: (_inputs, params) => specOnGrid(params, params.dtype, false),
  prepare: (_inputs, params) => indexOn(params, params.geobox, false),
  stateBytes: (_inputs, params) => shapesBytes(params, params.geobox, false),
  demand: () => [],
  scratchBytes: (out) => {
    const { rows, columns } = planeOf(['y', 'x'], out)
    return 8 * (rows * columns + coverScratch(rows, columns)) + 32
  },
  elementwise: false,
  movesPixels: false,
  keepsValid: () => true,
  leaf: false,
  simplify: () => null,
  run(out, _inputs, _params, index, kit) {
    const plane = planeOf(['y', 'x'], out.window)
    const floats = (count: number): Float64Array => new Float64Array(kit.memory.buffer, kit.scratch(8 * count), count)
    const shares = floats(plane.rows * plane.columns)
    coverShapes(index, { ...plane, shares }, floats(coverScratch(plane.rows, plane.columns)))
    out.data.set(shares as never)
    out.valid = null
  },
}
