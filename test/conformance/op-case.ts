import type { Validity } from '../../src/array/block.js'
import { chunkGrid } from '../../src/array/chunk-grid.js'
import { allocate, type Dtype, dtypes, type Element, isBigInt, type TypedArray } from '../../src/base/dtype.js'
import type { Json } from '../../src/base/json.js'
import type { Assets } from '../../src/graph/op.js'
import { type ArraySpec, type Coord, plainBand } from '../../src/graph/spec.js'
import { random } from './random.js'

/** One input of a case: the whole array, which must be small (some thousand pixels). */
export interface OpInput {
  readonly spec: ArraySpec
  readonly data: TypedArray
  readonly valid: Validity
}

/** One situation in which a card is checked. */
export interface OpCase {
  readonly name: string
  readonly params: Json
  readonly inputs: readonly OpInput[]
  readonly assets?: Assets
  /**
   * For L3: the step along each output dim by which a window may be moved so that demand moves along unchanged in extent.
   * 0 says that demand does not repeat along that dim (lists, curved maps, concatenation). 1 everywhere where not given.
   */
  readonly shift?: readonly number[]
}

/** What {@link specOf} may be told. */
export interface SpecOptions {
  readonly chunk?: readonly number[]
  /** False for an array without a geobox. */
  readonly grid?: boolean
}

/** A spec over dims and a shape: a 10 m UTM geobox where there are y and x, plain bands, labels 0, 1, 2... on other dims. */
export function specOf(
  dims: readonly string[],
  shape: readonly number[],
  dtype: Dtype,
  options: SpecOptions & Partial<ArraySpec> = {},
): ArraySpec {
  const { chunk, grid, ...rest } = options
  const extent = (dim: string): number => shape[dims.indexOf(dim)] as number
  const onEarth = grid !== false && dims.includes('y') && dims.includes('x')
  const coords: Record<string, Coord> = {}
  for (const dim of dims) {
    const spatial = dim === 'y' || dim === 'x'
    if (spatial && onEarth) coords[dim] = { kind: 'affine' }
    else if (!spatial) coords[dim] = { kind: 'inline', labels: Array.from({ length: extent(dim) }, (_, index) => index) }
  }
  const crs = {
    epsg: 32633,
    name: 'WGS 84 / UTM zone 33N',
    proj: '+proj=utm +zone=33',
    kind: 'projected',
    metresPerUnit: 1,
    wkt: null,
  } as const
  return {
    dims,
    shape,
    dtype,
    chunks: chunkGrid(shape, chunk ?? shape.map((length) => Math.ceil(length / 2))),
    geobox: onEarth ? { width: extent('x'), height: extent('y'), affine: { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5000000 }, crs } : null,
    periodX: null,
    coords,
    bands: Array.from({ length: dims.includes('band') ? extent('band') : 1 }, () => plainBand),
    categorical: false,
    moved: true,
    name: null,
    attrs: {},
    ...rest,
  }
}

/** How {@link inputOf} makes pixels. */
export interface PixelOptions {
  readonly seed?: number
  /** Least and greatest value; by default a range that the dtype holds, at most +-1000 wide for floats. */
  readonly range?: readonly [number, number]
  /** Share of invalid pixels; 0 by default. */
  readonly invalid?: number
  /** How validity is said: a mask, or this nodata value in the data. By default a mask where `invalid` is above 0, else null. */
  readonly nodata?: Element
}

/** An input of random pixels. Some values come from the ends of the range, where rounding and overflow live. */
export function inputOf(spec: ArraySpec, options: PixelOptions = {}): OpInput {
  const { seed = 1, invalid = 0, nodata } = options
  const { next, int } = random(seed)
  const { kind, min, max } = dtypes[spec.dtype]
  const [low, high] = options.range ?? (kind === 'float' ? [-1000, 1000] : [Math.max(Number(min), -100000), Math.min(Number(max), 100000)])
  const size = spec.shape.reduce((product, extent) => product * extent, 1)
  const data = allocate(spec.dtype, size)
  const mask = new Uint8Array(size).fill(1)
  for (let index = 0; index < size; index++) {
    const value = next() < 0.05 ? (next() < 0.5 ? low : high) : kind === 'float' ? low + next() * (high - low) : int(low, high + 1)
    const whole = isBigInt(spec.dtype)
    data[index] = (whole ? BigInt(value) : value) as never
    if (nodata !== undefined && data[index] === nodata) data[index] = (whole ? (nodata as bigint) + 1n : (nodata as number) + 1) as never
    if (next() >= invalid) continue
    mask[index] = 0
    if (nodata !== undefined) data[index] = nodata as never
  }
  return { spec, data, valid: nodata !== undefined ? { nodata } : invalid > 0 ? mask : null }
}
