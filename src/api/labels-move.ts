import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import { cutOf } from '../geo/geobox-lattice.js'
import type { LazyNode } from '../graph/graph.js'
import { ownLabels, pickedLabels, slicedLabels } from '../graph/labels.js'
import type { Coord } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { axisOf } from './labels-axis.js'
import { type CoordLike, coordFrom } from './labels-coord.js'
import { type Part, partsOf, plainLabels, takeNode } from './labels-take.js'
import { dimPosition } from './select.js'

/** Positions by dim. */
export type ByDim<D extends string, T> = { readonly [K in D]?: T }

/** How `pad` fills: with invalid pixels (`constant`), the pixel at the edge, or pixels mirrored at it (`symmetric` repeats that at the edge) or from the other side. */
export type PadMode = 'constant' | 'edge' | 'reflect' | 'symmetric' | 'wrap'

/** The extent of a dim. Throws `E_USAGE` for a dim that is not there. */
export function extentOf(node: LazyNode, dim: string, what: string): number {
  return node.spec.shape[dimPosition(node.spec, dim, what)] as number
}

function wholeNumber(what: string, dim: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value
  throw new UsageError(
    `${what}: ${dim} is ${shownArgument(value)}, expected a whole number${least > Number.MIN_SAFE_INTEGER ? ` from ${least}` : ''}`,
  )
}

function entriesOf<T>(what: string, given: ByDim<string, T>, example: string): [string, T][] {
  return Object.entries(objectArgument(what, given, `values by dim, like ${example}`) as Record<string, T>).filter(
    ([, value]) => value !== undefined,
  )
}

/** Pixels moved along dims, labels where they were; what moves in is invalid. */
export function shifted(node: LazyNode, by: ByDim<string, number>): LazyNode {
  return entriesOf('shift', by, '{ time: 1 }').reduce((made, [dim, given]) => {
    const extent = extentOf(made, dim, 'shift')
    const steps = wholeNumber('shift', dim, given, Number.MIN_SAFE_INTEGER)
    const off = Math.min(extent, Math.abs(steps))
    const rest: Part = { start: steps < 0 ? off : 0, count: extent - off, step: 1 }
    return takeNode(made, dim, steps < 0 ? [rest, { blank: off }] : [{ blank: off }, rest])
  }, node)
}

/** Each pixel less the one before, `n` times; labels are those of the second of each pair, or of the first. */
export function differences(node: LazyNode, dim: string, n = 1, label: 'upper' | 'lower' = 'upper'): LazyNode {
  wholeNumber('diff', 'n', n, 1)
  if (label !== 'upper' && label !== 'lower')
    throw new UsageError(`diff: label ${shownArgument(label)} is not known; there are 'upper' and 'lower'`)
  let made = node
  for (let turn = 0; turn < n; turn++) {
    const extent = extentOf(made, dim, 'diff')
    if (extent < 2) throw new UsageError(`diff: ${dim} has ${extent} position${extent === 1 ? '' : 's'}, and a difference takes two`)
    const range = (start: number): Json => ({ indexers: { [dim]: { start, stop: start + extent - 1, step: 1 } } })
    const kept = applyOp('isel', range(label === 'upper' ? 1 : 0), [made])
    const labels = { coord: kept.spec.coords[dim], geobox: kept.spec.geobox }
    const other = takeNode(made, dim, [{ start: label === 'upper' ? 0 : 1, count: extent - 1, step: 1 }], labels)
    made = applyOp('expr', { tree: label === 'upper' ? ['sub', '$0', '$1'] : ['sub', '$1', '$0'] }, [kept, other])
  }
  return made
}

/** More pixels before and after along dims; regular labels and grids go on, others are left out. */
export function padded(node: LazyNode, by: ByDim<string, number | readonly [number, number]>, mode: PadMode = 'constant'): LazyNode {
  return entriesOf('pad', by, '{ time: [1, 2] }').reduce((made, [dim, given]) => {
    const extent = extentOf(made, dim, 'pad')
    const [before, after] = (Array.isArray(given) ? given : [given, given]).map((each) => wholeNumber('pad', dim, each, 0)) as [
      number,
      number,
    ]
    if (before + after === 0) return made
    const parts = [
      ...edgeParts(dim, mode, extent, before, true),
      { start: 0, count: extent, step: 1 },
      ...edgeParts(dim, mode, extent, after, false),
    ]
    return takeNode(made, dim, parts, wider(made, dim, before, extent + before + after))
  }, node)
}

function edgeParts(dim: string, mode: PadMode, extent: number, count: number, atStart: boolean): Part[] {
  if (count === 0) return []
  const last = extent - 1
  if (mode === 'constant') return [{ blank: count }]
  if (mode === 'edge') return [{ start: atStart ? 0 : last, count, step: 0 }]
  const most = mode === 'reflect' ? last : extent
  if (!['reflect', 'symmetric', 'wrap'].includes(mode))
    throw new UsageError(`pad: mode ${shownArgument(mode)} is not known; there are constant, edge, reflect, symmetric, wrap`)
  if (count > most) throw new UsageError(`pad: ${dim} can be padded by at most ${most} with mode '${mode}', not ${count}`)
  if (mode === 'wrap') return [{ start: atStart ? extent - count : 0, count, step: 1 }]
  const skip = mode === 'reflect' ? 1 : 0
  return [{ start: atStart ? count - 1 + skip : last - skip, count, step: -1 }]
}

/** Labels and grid of an array that goes on before its first index. */
function wider({ spec }: LazyNode, dim: string, before: number, extent: number): { coord: Coord | undefined; geobox: GeoBox | null } {
  const { geobox } = spec
  const isGrid = geobox !== null && (dim === 'x' || dim === 'y')
  if (isGrid) {
    const cut =
      dim === 'x'
        ? { column: -before, row: 0, width: extent, height: geobox.height }
        : { column: 0, row: -before, width: geobox.width, height: extent }
    return { coord: spec.coords[dim], geobox: cutOf(geobox, { ...cut, stepX: 1, stepY: 1 }) }
  }
  return { coord: goesOn(spec.coords[dim], before, extent), geobox }
}

/** Regular labels, or listed ones a constant step apart, over more positions; undefined for others. */
function goesOn(coord: Coord | undefined, before: number, extent: number): Coord | undefined {
  if (coord?.kind === 'regular') return { ...coord, start: coord.start - before * coord.step }
  if (coord?.kind !== 'inline' || coord.labels.length < 2) return undefined
  const [first, second] = coord.labels.map(Number) as [number, number]
  const step = second - first
  const even = coord.labels.every((label, at) => typeof label === 'number' && label === first + at * step)
  return even ? { ...coord, labels: Array.from({ length: extent }, (_, at) => first + (at - before) * step) } : undefined
}

/** Positions in the order of their labels; equal ones stay in theirs. */
export function sortedBy(node: LazyNode, dim: string, ascending = true): LazyNode {
  const extent = extentOf(node, dim, 'sortby')
  const axis = axisOf(node.spec, dim)
  if (axis.kind === 'none' || axis.kind === 'rotated') throw new UsageError(`sortby: ${dim} has no labels along it to sort by`)
  const order = Array.from({ length: extent }, (_, at) => at).sort((a, b) => {
    const [x, y] = [axis.at(a), axis.at(b)]
    return (x < y ? -1 : x > y ? 1 : 0) * (ascending ? 1 : -1) || a - b
  })
  return picked(node, dim, order)
}

/** Positions of an array in any order, with their labels. */
export function picked(node: LazyNode, dim: string, indices: readonly number[]): LazyNode {
  const parts = partsOf(indices)
  const [only] = parts
  if (parts.length === 1 && only !== undefined && 'start' in only && only.step !== 0) {
    const { start, count, step } = only
    return applyOp('isel', { indexers: { [dim]: { start, stop: start + count * step < 0 ? -1 : start + count * step, step } } }, [node])
  }
  const labels = ownLabels(node.spec, dim)
  const own = dim === 'x' || dim === 'y' ? plainLabels(node.spec, dim) : { coord: labels, geobox: node.spec.geobox }
  const coord = own.coord === undefined || own.coord.kind === 'affine' ? undefined : pickedLabels(own.coord, indices)
  return takeNode(node, dim, parts, { ...own, coord })
}

/** Other labels along dims. Throws `E_USAGE` for another number of them, and for x and y that follow a grid. */
export function relabelled(node: LazyNode, coords: ByDim<string, CoordLike | null>): LazyNode {
  const given = entriesOf('assignCoords', coords, "{ time: ['2021-06-14'] }").map(([dim, labels]): [string, Json] => {
    const extent = extentOf(node, dim, 'assignCoords')
    if (node.spec.coords[dim]?.kind === 'affine')
      throw new UsageError(`assignCoords: ${dim} follows the array's grid: move it with reproject, or drop the grid by selecting a list`)
    return [dim, labels === null ? null : (coordFrom(dim, labels, extent) as unknown as Json)]
  })
  return applyOp('relabel', { coords: Object.fromEntries(given) }, [node])
}

/** Labels of every `step`-th window of `width` along a dim: their mean, or none for texts. */
export function windowLabels(coord: Coord | undefined, width: number, count: number): Coord | undefined {
  if (coord === undefined || coord.kind === 'affine') return coord
  if (coord.kind === 'regular') {
    const wide = slicedLabels(coord, 0, width, count) as Extract<Coord, { kind: 'regular' }>
    return { ...wide, start: coord.start + ((width - 1) / 2) * coord.step }
  }
  const numbers = coord.labels.map(Number)
  if (coord.labels.some((label) => typeof label !== 'number')) return undefined
  const labels = Array.from({ length: count }, (_, at) => {
    const own = numbers.slice(at * width, (at + 1) * width)
    return own.reduce((sum, label) => sum + label, 0) / own.length
  })
  return { ...coord, labels }
}
