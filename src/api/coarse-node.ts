import type { Window } from '../array/window.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { apply, invert } from '../geo/affine.js'
import { boundsOf, type GeoBox, geoboxEquals, resizeGeoBox } from '../geo/geobox.js'
import { enclosing, intersectionOf } from '../geo/geobox-overlap.js'
import { periodOf } from '../geo/geobox-turn.js'
import type { LazyNode } from '../graph/graph.js'
import { type ArraySpec, dimIndex } from '../graph/spec.js'
import { applyCard, applyOp } from './apply.js'
import { registry } from './registry.js'

/** Reductions over space that overviews answer nearly as all pixels do. */
const scaleFree = ['mean', 'min', 'max', 'std', 'var', 'any', 'all', 'first', 'last', 'median', 'quantile', 'mode']

/** The most pixels beside its own that an op may look at to be taken as one that works on the spot. */
const mostHalo = 64

/** A node over coarser inputs; the node itself where that would say something else. */
export function coarseNode(node: LazyNode, inputs: readonly LazyNode[], factor: number): LazyNode {
  try {
    return rebuilt(node, inputs, factor) ?? node
  } catch {
    // Params that fit the full grid only: what is asked for is read in full.
    return node
  }
}

function rebuilt(node: LazyNode, inputs: readonly LazyNode[], factor: number): LazyNode | null {
  const { geobox } = node.spec
  const isSame = inputs.every((input, at) => input === node.inputs[at])
  if (geobox === null) return isSame ? node : withoutGrid(node, inputs)
  if (node.op === 'mosaic') return isSame ? node : coarseMosaic(node, inputs, factor)
  if (hasOwnGrid(node)) return factor >= 2 || !isSame ? onCoarseGrid(node, inputs, factor) : node
  if (isSame) return node
  if (worksOnTheSpot(node)) return overOneGrid(node, inputs)
  return node.inputs.length === 1 && keepsPlaces(node) ? moved(node, inputs[0] as LazyNode, factor) : null
}

/** Over space: what says nearly the same of fewer pixels; and arrays without a grid, which had no overviews. */
function withoutGrid(node: LazyNode, inputs: readonly LazyNode[]): LazyNode | null {
  const isReduction = isJsonObject(node.params) && scaleFree.includes(String(node.params.statistic))
  const hadGrid = node.inputs.some(({ spec }) => spec.geobox !== null)
  return isReduction || !hadGrid ? applied(node, node.params, inputs) : null
}

function applied(node: LazyNode, params: Json, inputs: readonly LazyNode[]): LazyNode {
  return applyCard(registry.op(node.op, node.version), params, inputs)
}

/** Whether the grid of a node is one that its params name. */
function hasOwnGrid({ params, spec, inputs }: LazyNode): boolean {
  if (!isJsonObject(params) || !isJsonObject(params.geobox ?? null) || spec.geobox === null) return false
  const [first] = inputs
  return first === undefined || first.spec.geobox === null || !geoboxEquals(first.spec.geobox, spec.geobox)
}

function coarseGrid(box: GeoBox, factor: number): GeoBox {
  return resizeGeoBox(box, Math.max(1, Math.ceil(box.width / factor)), Math.max(1, Math.ceil(box.height / factor)))
}

/** A warp, or what is drawn on a grid, on a coarser one. Sums are of so many pixels, and control points in rows and columns of the full image. */
function onCoarseGrid(node: LazyNode, inputs: readonly LazyNode[], factor: number): LazyNode | null {
  const params = node.params as JsonObject
  if (params.resampling === 'sum') return null
  const hasPoints = isJsonObject(params.gcps ?? null)
  const geobox = coarseGrid(node.spec.geobox as GeoBox, factor) as unknown as JsonObject
  const scale = 'scale' in params ? { scale: null } : {}
  if (node.op === 'take' || node.op === 'isel') return keepsPlaces(node) ? moved(node, inputs[0] as LazyNode, factor) : null
  return applied(node, { ...params, ...scale, geobox }, hasPoints ? node.inputs : inputs)
}

/** Each input on the coarse grid of all, as far as it covers that. */
function coarseMosaic(node: LazyNode, inputs: readonly LazyNode[], factor: number): LazyNode {
  const whole = coarseGrid(node.spec.geobox as GeoBox, factor)
  const parts = inputs.flatMap((input) => {
    try {
      const part = intersectionOf(whole, enclosing(whole, boundsOf(input.spec.geobox as GeoBox)))
      return part.width > 0 && part.height > 0 ? [onGrid(input, part)] : []
    } catch {
      return []
    }
  })
  return applied(node, { ...(node.params as JsonObject), geobox: whole as unknown as JsonObject }, parts)
}

/** The nearest pixels of an array on another grid of its CRS. */
function onGrid(node: LazyNode, box: GeoBox): LazyNode {
  const own = node.spec.geobox
  if (own === null || geoboxEquals(own, box)) return node
  return applyOp('resample', { geobox: box as unknown as JsonObject, resampling: 'near' }, [node])
}

/** The same op over its inputs, all on the coarsest of their grids. */
function overOneGrid(node: LazyNode, inputs: readonly LazyNode[]): LazyNode {
  const grids = inputs.flatMap(({ spec }) => (spec.geobox === null ? [] : [spec.geobox]))
  const grid = grids.reduce((one, other) => (other.width < one.width ? other : one))
  const params =
    isJsonObject(node.params) && isJsonObject(node.params.geobox ?? null)
      ? { ...node.params, geobox: grid as unknown as JsonObject }
      : node.params
  return applied(
    node,
    params,
    inputs.map((input) => onGrid(input, grid)),
  )
}

/** The coarse pixels of a node that picks or moves pixels within its input's plane, and what else it does along other dims. */
function moved(node: LazyNode, input: LazyNode, factor: number): LazyNode | null {
  const place = (array: LazyNode): LazyNode => onGrid(array, coarseGrid(node.spec.geobox as GeoBox, factor))
  if (node.op !== 'isel') return place(input)
  const { indexers } = node.params as { readonly indexers: JsonObject }
  const others = Object.fromEntries(Object.entries(indexers).filter(([dim]) => dim !== 'y' && dim !== 'x'))
  const rest = Object.keys(others).length === 0 ? input : applied(node, { indexers: others }, [input])
  const result = place(rest)
  return result.spec.dims.join() === node.spec.dims.join() ? result : null
}

/** What a card demands of its first input with a grid, for one pixel: row and column of the first, and how many there are. */
function demandAt(
  node: LazyNode,
  row: number,
  column: number,
): { at: number; y: readonly [number, number]; x: readonly [number, number] }[] {
  const card = registry.op(node.op, node.version)
  const specs = node.inputs.map(({ spec }) => spec)
  const state = card.prepare(specs, node.params as never, registry.assets)
  const start = node.spec.dims.map((dim) => (dim === 'y' ? row : dim === 'x' ? column : 0))
  const stop = node.spec.dims.map((dim, at) => (dim === 'y' ? row + 1 : dim === 'x' ? column + 1 : (node.spec.shape[at] as number)))
  return [...card.demand({ start, stop }, specs, node.params as never, state as never)].flatMap(([at, window]) => {
    const spec = specs[at] as ArraySpec
    const along = (dim: string): readonly [number, number] => sideOf(window, dimIndex(spec, dim))
    return spec.geobox === null ? [] : [{ at, y: along('y'), x: along('x') }]
  })
}

function sideOf(window: Window, dim: number): readonly [number, number] {
  return [window.start[dim] ?? 0, window.stop[dim] ?? 0]
}

/** Whether a pixel is made of those at the same place of inputs on the same grid, and at most of some around it. */
function worksOnTheSpot(node: LazyNode): boolean {
  const box = node.spec.geobox as GeoBox
  if (node.inputs.some(({ spec }) => spec.geobox !== null && !geoboxEquals(spec.geobox, box))) return false
  if (registry.op(node.op, node.version).elementwise) return true
  return probes(box).every(([row, column]) => demandAt(node, row, column).every(({ y, x }) => isAround(y, row) && isAround(x, column)))
}

function isAround([start, stop]: readonly [number, number], at: number): boolean {
  return start <= at && at < stop && at - start <= mostHalo && stop - at <= mostHalo
}

function probes({ width, height }: GeoBox): (readonly [row: number, column: number])[] {
  return [0, 0.37, 0.71].map((share) => [Math.floor(share * height), Math.floor(share * width)] as const)
}

/** Whether each pixel is one of the input's that lies at the same place on earth. */
function keepsPlaces(node: LazyNode): boolean {
  const box = node.spec.geobox as GeoBox
  const [input] = node.inputs
  const from = input?.spec.geobox ?? null
  if (from === null || !registry.op(node.op, node.version).movesPixels || JSON.stringify(from.crs) !== JSON.stringify(box.crs)) return false
  const back = invert(from.affine)
  return probes(box).every(([row, column]) => {
    const { x, y } = apply(box.affine, column + 0.5, row + 0.5)
    const own = apply(back, x, y)
    const near = (value: number, [start, stop]: readonly [number, number]): boolean => value >= start - 1 && value <= stop + 1
    // A grid that goes round the earth is met a turn further, too.
    const turn = periodOf(from) ?? 0
    return demandAt(node, row, column).every((demand) => near(own.y, demand.y) && [0, turn, -turn].some((by) => near(own.x + by, demand.x)))
  })
}
