import type { OutBlock } from '../array/block.js'
import { shapeOf } from '../array/window.js'
import { type Dtype, type Element, isDtype } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import { type Json, jsonText } from '../base/json.js'
import { fits, type ScalarJson, scalarFromJson } from '../base/scalar.js'
import { burnScratchBytes, burnShapes } from '../geo/rasterize.js'
import type { ShapeIndex } from '../geo/rasterize-index.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import { type GridParams, parseGrid, specOnGrid } from './shapes/grid.js'
import { flag, parseShapes, type ShapesParams } from './shapes/params.js'
import { planeOf } from './shapes/plane.js'
import { indexOn, shapesBytes } from './shapes/state.js'

/** Params of {@link rasterize}: shapes with a value for each, the grid and its chunks (y, x), and what pixels of no shape are (null: invalid). */
export type RasterizeParams = ShapesParams &
  GridParams & {
    readonly values: readonly ScalarJson[]
    readonly dtype: Dtype
    readonly fill: ScalarJson | null
    readonly allTouched: boolean
  }

const keys = ['shapes', 'crs', 'geobox', 'chunk', 'values', 'dtype', 'fill', 'allTouched'] as const

function parse(params: Json): RasterizeParams {
  const given = paramsObject('rasterize', params, keys)
  const { dtype = 'uint8', values, fill = null } = given
  const { geobox, chunk } = parseGrid('rasterize', given)
  if (!isDtype(dtype)) throw new UsageError(`rasterize: dtype ${jsonText(dtype)} is not known`)
  const shapes = parseShapes('rasterize', given)
  if (!Array.isArray(values) || values.length !== shapes.shapes.length)
    throw new UsageError(`rasterize: values must be a list with one for each of ${shapes.shapes.length} shapes`)
  for (const value of [...values, ...(fill === null ? [] : [fill])]) {
    const isScalar = typeof value === 'number' || typeof value === 'string'
    if (!isScalar || !fits(value, dtype))
      throw new DtypeError(`rasterize: the value ${jsonText(value)} is no ${dtype}: choose another dtype`)
  }
  const allTouched = flag('rasterize', 'allTouched', given.allTouched, false)
  return { ...shapes, geobox, chunk, values: values as readonly ScalarJson[], dtype, fill: fill as ScalarJson | null, allTouched }
}

function run(out: OutBlock, params: RasterizeParams, index: ShapeIndex, kit: Kit): void {
  const plane = planeOf(['y', 'x'], out.window)
  const size = plane.rows * plane.columns
  const numbers = new Uint32Array(kit.memory.buffer, kit.scratch(size * 4), size).fill(0)
  const marks = burnScratchBytes(plane.rows, plane.columns)
  const scratch = new Uint8Array(kit.memory.buffer, kit.scratch(marks), marks)
  burnShapes(index, { ...plane, pixels: numbers }, { allTouched: params.allTouched, numbered: true }, scratch)
  const { dtype, fill } = params
  const values = [fill ?? 0, ...params.values].map((value): Element => scalarFromJson(value, dtype))
  const data = out.data as unknown as Element[]
  for (let at = 0; at < size; at++) data[at] = values[numbers[at] as number] as Element
  if (fill === null) for (let at = 0; at < size; at++) out.mask[at] = numbers[at] === 0 ? 0 : 1
  else out.mask.fill(1)
  if (dtype.startsWith('float')) for (let at = 0; at < size; at++) if (Number.isNaN(data[at] as number)) out.mask[at] = 0
}

/** `rasterize`: shapes burned into a grid of their values, the last one on top, by the rules of GDAL's rasterize (see `burnShapes`). It reads nothing. */
export const rasterize: OpDef<RasterizeParams, ShapeIndex> = {
  name: 'rasterize',
  version: 1,
  parse,
  infer: (_inputs, params) => specOnGrid(params, params.dtype, true),
  prepare: (_inputs, params) => indexOn(params, params.geobox, params.allTouched),
  stateBytes: (_inputs, params) => shapesBytes(params, params.geobox, params.allTouched) + 24 * params.values.length,
  demand: () => [],
  scratchBytes: (out) => {
    const [rows, columns] = shapeOf(out) as [number, number]
    return rows * columns * 4 + burnScratchBytes(rows, columns) + 32
  },
  elementwise: false,
  movesPixels: false,
  keepsValid: (_inputs, { fill, values }) => fill !== null && ![fill, ...values].includes('NaN'),
  leaf: false,
  simplify: () => null,
  run: (out, _inputs, params, state, kit) => run(out, params, state, kit),
}
