import { isOfEarth } from '../base/calendar.js'
import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { type Axis, axisOf, labelAt } from './labels-axis.js'
import { type CoordLike, coordFrom } from './labels-coord.js'
import { type ByDim, extentOf } from './labels-move.js'
import { partsOf, takeNode } from './labels-take.js'
import { msToLabel, parseDuration, parseTimeUnit, periodOf, type TimeUnit } from './labels-time.js'

/** How `reindex` fills labels that are not there: not at all, by the nearest, the last before, or the next after, at most `tolerance` away. */
export interface ReindexOptions {
  readonly method?: 'nearest' | 'ffill' | 'bfill'
  /** In the unit of the labels; for times a duration such as `'2D'`, or milliseconds. */
  readonly tolerance?: number | string
}

type Known = Extract<Axis, { at: (index: number) => number | string }>

/** An axis with labels that follow no grid. Throws `E_USAGE`. */
function labelledAxis(what: string, spec: ArraySpec, dim: string): Known {
  const axis = axisOf(spec, dim)
  if (axis.kind === 'none' || axis.kind === 'rotated') throw new UsageError(`${what}: ${dim} has no labels along it`)
  if (spec.coords[dim]?.kind === 'affine')
    throw new UsageError(`${what}: ${dim} follows the array's grid: bring it to another one with reproject or reprojectMatch`)
  return axis
}

/** Labels as a user gives them, as a coordinate, and comparable with those of an axis. */
function targetsOf(
  what: string,
  axis: Known,
  dim: string,
  labels: CoordLike,
  own: Coord | undefined,
): { coord: Coord; values: readonly (number | string)[] } {
  if (!Array.isArray(labels)) throw new UsageError(`${what}: ${dim} is ${shownArgument(labels)}, expected a list of labels`)
  if (axis.kind === 'time' && !isOfEarth(axis.calendar)) return calendarTargets(what, axis, dim, labels, own)
  const coord = coordFrom(dim, labels, labels.length)
  const spec = { dims: [dim], shape: [labels.length], coords: { [dim]: coord }, geobox: null } as unknown as ArraySpec
  const given = axisOf(spec, dim)
  if (given.kind !== axis.kind)
    throw new UsageError(
      `${what}: the labels of ${dim} are ${axis.kind}s, those given are ${given.kind === 'none' ? 'unknown' : `${given.kind}s`}`,
    )
  const { at } = given as Known
  const about = own?.kind === 'inline' && axis.kind === 'number' && own.unit !== undefined ? { unit: own.unit } : {}
  return { coord: { ...coord, ...about } as Coord, values: labels.map((_, index) => at(index)) }
}

/** Times of a calendar that has other days than the earth's, kept as the array keeps its own. */
function calendarTargets(
  what: string,
  { calendar }: Extract<Axis, { kind: 'time' }>,
  dim: string,
  labels: readonly unknown[],
  own: Coord | undefined,
): { coord: Coord; values: readonly number[] } {
  const { unit, calendar: name } = own as Extract<Coord, { kind: 'inline' }>
  const time = parseTimeUnit(unit, name) as TimeUnit
  const values = labels.map((label) => periodOf(dim, label, calendar, what).fromMs)
  const about = { ...(unit === undefined ? {} : { unit }), ...(name === undefined ? {} : { calendar: name }) }
  return { coord: { kind: 'inline', labels: values.map((ms) => msToLabel(ms, time)), ...about }, values }
}

/** Positions at other labels: those that are there, others invalid or filled by a method. Repeated labels must not be in the array. */
export function reindexed(node: LazyNode, coords: ByDim<string, CoordLike>, { method, tolerance }: ReindexOptions = {}): LazyNode {
  if (method !== undefined && !['nearest', 'ffill', 'bfill'].includes(method))
    throw new UsageError(`reindex: method ${shownArgument(method)} is not known; there are nearest, ffill, bfill`)
  const limit = typeof tolerance === 'string' ? parseDuration(tolerance) : (tolerance ?? Number.POSITIVE_INFINITY)
  if (limit === null || !(limit >= 0)) throw new UsageError(`reindex: tolerance ${shownArgument(tolerance)} is no distance`)
  const given = objectArgument('reindex', coords, "labels by dim, like { time: ['2021-06-14'] }") as Record<string, CoordLike>
  return Object.entries(given).reduce((made, [dim, labels]) => {
    const extent = extentOf(made, dim, 'reindex')
    const axis = labelledAxis('reindex', made.spec, dim)
    const { coord, values } = targetsOf('reindex', axis, dim, labels, made.spec.coords[dim])
    const places = new Map<number | string, number>()
    for (let at = 0; at < extent; at++) {
      if (places.has(axis.at(at)))
        throw new UsageError(`reindex: ${dim} has the label ${labelAt(axis, at)} twice: select one of them first`)
      places.set(axis.at(at), at)
    }
    const find = (label: number | string): number => places.get(label) ?? nearby(axis, label, method, limit)
    return takeNode(made, dim, partsOf(values.map(find)), { coord, geobox: made.spec.geobox })
  }, node)
}

function nearby(axis: Known, label: number | string, method: ReindexOptions['method'], limit: number): number {
  if (method === undefined || typeof label !== 'number' || axis.kind === 'text') return -1
  let best = -1
  let off = Number.POSITIVE_INFINITY
  for (let at = 0; at < axis.count; at++) {
    const away = (axis.at(at) as number) - label
    if ((method === 'ffill' && away > 0) || (method === 'bfill' && away < 0)) continue
    // Of two that are equally near the later one, as pandas takes it.
    if (Math.abs(away) < off || (Math.abs(away) === off && away > 0)) [best, off] = [at, Math.abs(away)]
  }
  return off <= limit ? best : -1
}

/** Values between labels along one dim, on straight lines between neighbours, or the nearest; invalid beyond the first and last label. */
export function interpolated(node: LazyNode, coords: ByDim<string, CoordLike>, method: 'linear' | 'nearest' = 'linear'): LazyNode {
  if (method !== 'linear' && method !== 'nearest')
    throw new UsageError(`interp: method ${shownArgument(method)} is not known; there are 'linear' and 'nearest'`)
  const entries = Object.entries(
    objectArgument('interp', coords, "labels by dim, like { time: ['2021-06-14'] }") as Record<string, CoordLike>,
  )
  const [[dim, labels]] = entries as [[string, CoordLike]]
  if (entries.length !== 1) throw new UsageError(`interp: ${entries.length} dims were given; interpolate along one at a time`)
  const extent = extentOf(node, dim, 'interp')
  const axis = labelledAxis('interp', node.spec, dim)
  if (axis.kind === 'text') throw new UsageError(`interp: the labels of ${dim} are texts, between which nothing lies`)
  const { coord, values } = targetsOf('interp', axis, dim, labels, node.spec.coords[dim])
  const order = Array.from({ length: extent }, (_, at) => at).sort((a, b) => (axis.at(a) as number) - (axis.at(b) as number))
  const known = order.map((at) => axis.at(at) as number)
  const twice = known.findIndex((label, at) => at > 0 && label === known[at - 1])
  if (twice > 0)
    throw new UsageError(`interp: ${dim} has the label ${labelAt(axis, order[twice] as number)} twice: select one of them first`)
  const wide = ['float64', 'int32', 'uint32', 'int64', 'uint64'].includes(node.spec.dtype)
  const pieces = (values as readonly number[]).map((label) => pieceAt(node, dim, { order, known, wide, method }, label))
  const stacked = applyOp('concat', { dim, labels: null }, pieces)
  const dims = applyOp('transpose', { dims: node.spec.dims as string[] }, [stacked])
  const { dim: _dim, ...named } = { dim, coords: { [dim]: coord as never } }
  return applyOp('relabel', { ...named, ...(node.spec.name === null ? {} : { name: node.spec.name }), attrs: node.spec.attrs }, [dims])
}

interface Places {
  readonly order: readonly number[]
  readonly known: readonly number[]
  readonly wide: boolean
  readonly method: 'linear' | 'nearest'
}

/** One label: a position, what lies between two, or nothing. All are floats of one dtype, so that they can stand beside each other. */
function pieceAt(node: LazyNode, dim: string, { order, known, wide, method }: Places, label: number): LazyNode {
  const at = (place: number): LazyNode => applyOp('isel', { indexers: { [dim]: order[place] as number } }, [node])
  const dtype = wide ? 'float64' : 'float32'
  const after = known.findIndex((each) => each >= label)
  if (after < 0 || label < (known[0] as number)) return applyOp('expr', { tree: ['where', 0, [dtype, '$0']] }, [at(0)])
  if (known[after] === label) return applyOp('expr', { tree: [dtype, '$0'] }, [at(after)])
  const [low, high] = [known[after - 1] as number, known[after] as number]
  const share = (label - low) / (high - low)
  if (method === 'nearest') return applyOp('expr', { tree: [dtype, '$0'] }, [at(share > 0.5 ? after : after - 1)])
  const [a, b] = [
    ['float64', '$0'],
    ['float64', '$1'],
  ]
  return applyOp('expr', { tree: [dtype, ['add', a, ['mul', ['sub', b, a], share]]] }, [at(after - 1), at(after)])
}
