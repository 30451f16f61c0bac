import { GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { invert } from '../geo/affine.js'
import { sameCrs } from '../geo/crs.js'
import { crsTransform } from '../geo/crs-transform.js'
import { boundsOf, formatBounds, type GeoBox, labelOf } from '../geo/geobox.js'
import type { GeoJson } from '../geo/geojson.js'
import type { LazyNode } from '../graph/graph.js'
import type { SampleMethod } from '../ops/sample.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'
import { runOptionNames } from './data-array-write.js'
import { labelsOf } from './labels-axis.js'
import { computeNodes, type RunOptions } from './run.js'
import { gridOf } from './select-clip.js'
import { type ReadShapes, type ShapesCrs, shapesArgument } from './shapes-argument.js'

/** Points: GeoJSON of points, or pairs of x and y in `crs`. */
export type PointsLike = GeoJson | string | readonly (readonly [x: number, y: number])[]

/** Options of `sample`. */
export interface SampleOptions extends ShapesCrs, RunOptions {
  /** `nearest` (the pixel that a point lies in) is the default; `bilinear` and `cubic` weigh the 2 x 2 or 4 x 4 pixels around it. */
  readonly method?: SampleMethod
}

/** Options of `profile`: how far apart its points are, in units of the array's CRS, or how many there are, both ends included. */
export interface ProfileOptions extends SampleOptions {
  readonly spacing?: number
  readonly n?: number
}

/** A value at one point, by position of the array's other dims (`labels`); null where there is none. 64-bit integers are bigints. */
export interface SampleRow {
  /** Position among the points given. */
  readonly point: number
  readonly x: number
  readonly y: number
  readonly labels: Readonly<Record<string, string | number>>
  readonly value: number | bigint | null
}

/** A value along a line: `distance` is that from its start along it, in units of the array's CRS; x and y are in that CRS. */
export interface ProfileRow extends SampleRow {
  readonly distance: number
}

const sampleNames = ['method', 'crs', ...runOptionNames]

/** The values at points; see `DataArray.sample`. */
export async function sampleRows(node: LazyNode, points: PointsLike, given: SampleOptions | undefined): Promise<SampleRow[]> {
  const { method = 'nearest', crs, ...run } = knownOptions('sample', given, sampleNames)
  const box = gridOf('sample', node.spec)
  const read = Array.isArray(points)
    ? fromPairs(node, points as readonly (readonly [number, number])[], crs, box)
    : shapesArgument('sample', points as GeoJson | string, crs, box, node.spec.attrs)
  const flat = read.features.flatMap(({ shapes }) =>
    shapes.flatMap(({ type, rings }) => {
      if (type !== 'point') throw new UsageError(`sample: the GeoJSON has a ${type}; expected points alone (profile takes a line)`)
      return rings.flat()
    }),
  )
  if (crs === undefined && node.spec.periodX === null) mustMeet('sample', flat, read.crs, box)
  return valuesAt(node, flat, read.crs, method, run)
}

/** Refuses places of which none lies on the grid, where nobody said their CRS: as a rule they are of another. */
function mustMeet(what: string, flat: readonly number[], crs: ReadShapes['crs'], box: GeoBox): void {
  const xs = Float64Array.from({ length: flat.length / 2 }, (_, at) => flat[2 * at] as number)
  const ys = Float64Array.from({ length: flat.length / 2 }, (_, at) => flat[2 * at + 1] as number)
  if (crs !== null && box.crs !== null && !sameCrs(crs, box.crs)) crsTransform(crs, box.crs)(xs, ys, xs.length)
  const { left, right, bottom, top } = boundsOf(box)
  const isOn = (at: number): boolean => between(xs[at], left, right) && between(ys[at], bottom, top)
  if (xs.length === 0 || xs.some((_, at) => isOn(at))) return
  throw new GridError(
    `${what}: none of the points lies on the array, which covers ${formatBounds(boundsOf(box))} in ${labelOf(box.crs)}; the first is ${flat[0]}, ${flat[1]}. ` +
      "Pairs are taken in the array's CRS, GeoJSON in longitude and latitude: say another as crs, for instance crs: 'EPSG:4326'",
  )
}

function between(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most
}

function fromPairs(node: LazyNode, pairs: readonly (readonly [number, number])[], crs: SampleOptions['crs'], box: GeoBox): ReadShapes {
  const odd = pairs.findIndex((pair) => !Array.isArray(pair) || pair.length < 2 || !Number.isFinite(pair[0]) || !Number.isFinite(pair[1]))
  if (odd >= 0) throw new UsageError(`sample: point ${odd} is ${shownArgument(pairs[odd])}, expected [x, y] in finite numbers`)
  const coordinates = pairs.map(([x, y]) => [x, y])
  // Pairs are numbers of a program, not of a standard: in the array's own CRS, unless another is said.
  return shapesArgument('sample', { type: 'MultiPoint', coordinates } as GeoJson, crs ?? null, box, node.spec.attrs)
}

/** Computes the values at points in an order in which those of one chunk stand together. */
async function valuesAt(
  node: LazyNode,
  flat: readonly number[],
  crs: ReadShapes['crs'],
  method: SampleMethod,
  run: RunOptions,
): Promise<SampleRow[]> {
  const count = flat.length / 2
  if (count === 0) return []
  const order = chunkwise(node, flat, crs)
  const ring = order.flatMap((at) => [flat[2 * at] as number, flat[2 * at + 1] as number])
  const made = applyOp('sample', { shapes: [{ type: 'point', rings: [ring] }], crs, method } as unknown as Json, [node])
  const [result] = await computeNodes([made], run)
  if (result === undefined) return []
  const places = new Uint32Array(count)
  for (const [place, at] of order.entries()) places[at] = place
  const positions = positionLabels(made)
  return Array.from({ length: count }, (_, point) => point).flatMap((point) =>
    positions.map((labels, position): SampleRow => {
      const at = position * count + (places[point] as number)
      const value = result.mask?.[at] === 0 ? null : (result.data[at] as number | bigint)
      return { point, x: flat[2 * point] as number, y: flat[2 * point + 1] as number, labels, value }
    }),
  )
}

function positionLabels({ spec }: LazyNode): Record<string, string | number>[] {
  return spec.dims
    .filter((dim) => dim !== 'point')
    .reduce<Record<string, string | number>[]>(
      (known, dim) => known.flatMap((labels) => labelsOf(spec, dim).map((label) => ({ ...labels, [dim]: label }))),
      [{}],
    )
}

/** Points by the chunks that they lie in, along a curve that keeps neighbours together. */
function chunkwise({ spec }: LazyNode, flat: readonly number[], crs: ReadShapes['crs']): number[] {
  const box = spec.geobox as GeoBox
  const xs = Float64Array.from({ length: flat.length / 2 }, (_, at) => flat[2 * at] as number)
  const ys = Float64Array.from({ length: flat.length / 2 }, (_, at) => flat[2 * at + 1] as number)
  if (crs !== null && box.crs !== null && !sameCrs(crs, box.crs)) crsTransform(crs, box.crs)(xs, ys, xs.length)
  const { a, b, c, d, e, f } = invert(box.affine)
  const [chunkY, chunkX] = ['y', 'x'].map((dim) => spec.chunks.chunk[spec.dims.indexOf(dim)] as number) as [number, number]
  const keys = xs.map((x, at) => {
    const y = ys[at] as number
    const [column, row] = [Math.floor((c + x * a + y * b) / chunkX), Math.floor((f + x * d + y * e) / chunkY)]
    return column >= 0 && row >= 0 && column < 2 ** 20 && row < 2 ** 20 ? woven(column, row) : Number.MAX_SAFE_INTEGER
  })
  return Array.from(keys, (_, at) => at).sort((one, other) => (keys[one] as number) - (keys[other] as number) || one - other)
}

/** The bits of two numbers below 2^20 in turns. */
function woven(x: number, y: number): number {
  let sum = 0
  for (let bit = 0, weight = 1; bit < 20; bit++, weight *= 4) sum += (((x >> bit) & 1) + 2 * ((y >> bit) & 1)) * weight
  return sum
}

/** The values along a line; see `DataArray.profile`. */
export async function profileRows(
  node: LazyNode,
  line: GeoJson | string | readonly (readonly [number, number])[],
  given: ProfileOptions | undefined,
): Promise<ProfileRow[]> {
  const { spacing, n, method = 'nearest', crs, ...run } = knownOptions('profile', given, ['spacing', 'n', ...sampleNames])
  const box = gridOf('profile', node.spec)
  const geojson = Array.isArray(line) ? ({ type: 'LineString', coordinates: line } as GeoJson) : (line as GeoJson | string)
  const read = shapesArgument('profile', geojson, Array.isArray(line) ? (crs ?? null) : crs, box, node.spec.attrs)
  const lines = read.features.flatMap(({ shapes }) => shapes)
  const [only] = lines
  if (lines.length !== 1 || only === undefined || only.type !== 'line')
    throw new UsageError(`profile: expected one LineString, found ${lines.map(({ type }) => type).join(', ') || 'nothing'}`)
  const { flat, distances } = alongLine(only.rings[0] as readonly number[], read.crs, box, spacing, n)
  if (crs === undefined && node.spec.periodX === null) mustMeet('profile', flat, null, box)
  const rows = await valuesAt(node, flat, null, method, run)
  return rows.map((row) => ({ ...row, distance: distances[row.point] as number }))
}

/** Points along a line in a grid's CRS. The line is straight between its vertices there. */
function alongLine(
  ring: readonly number[],
  crs: ReadShapes['crs'],
  box: GeoBox,
  spacing: number | undefined,
  n: number | undefined,
): { flat: number[]; distances: number[] } {
  if (spacing !== undefined && n !== undefined) throw new UsageError('profile: give spacing or n, not both')
  const xs = Float64Array.from({ length: ring.length / 2 }, (_, at) => ring[2 * at] as number)
  const ys = Float64Array.from({ length: ring.length / 2 }, (_, at) => ring[2 * at + 1] as number)
  if (crs !== null && box.crs !== null && !sameCrs(crs, box.crs)) crsTransform(crs, box.crs)(xs, ys, xs.length)
  const ends = [0]
  for (let at = 1; at < xs.length; at++) {
    const [dx, dy] = [(xs[at] as number) - (xs[at - 1] as number), (ys[at] as number) - (ys[at - 1] as number)]
    ends.push((ends[at - 1] as number) + Math.sqrt(dx * dx + dy * dy))
  }
  const length = ends.at(-1) as number
  if (!Number.isFinite(length)) throw new GridError('profile: a vertex of the line has no place in the CRS of the array')
  const distances = stepsAlong(length, box, spacing, n)
  let piece = 0
  const flat = distances.flatMap((distance) => {
    while (piece < ends.length - 2 && distance > (ends[piece + 1] as number)) piece++
    const [from, to] = [ends[piece] as number, ends[piece + 1] as number]
    const share = to > from ? (distance - from) / (to - from) : 0
    const between = (of: Float64Array): number => (of[piece] as number) + share * ((of[piece + 1] as number) - (of[piece] as number))
    return [between(xs), between(ys)]
  })
  return { flat, distances }
}

/** Most points of a profile. */
const mostSteps = 10_000_000

function stepsAlong(length: number, { affine: { a, d } }: GeoBox, spacing: number | undefined, n: number | undefined): number[] {
  if (n !== undefined) {
    if (!Number.isSafeInteger(n) || n < 2 || n > mostSteps)
      throw new UsageError(`profile: n is ${n}, expected a whole number from 2 to ${mostSteps}`)
    return Array.from({ length: n }, (_, at) => (at === n - 1 ? length : (length * at) / (n - 1)))
  }
  const step = spacing ?? Math.sqrt(a * a + d * d)
  if (!(step > 0) || length / step > mostSteps)
    throw new UsageError(`profile: spacing ${step} on a line of ${length} makes no sense: at most ${mostSteps} points`)
  return Array.from({ length: Math.floor(length / step + 1e-9) + 1 }, (_, at) => at * step)
}
