import { UsageError } from '../base/errors.js'
import { isGeographic, unitOf } from '../geo/crs.js'
import { crsTransform } from '../geo/crs-transform.js'
import { boundsOfPoints, type GeoBox, geobox } from '../geo/geobox.js'
import type { Axis } from '../picture/axis.js'
import { drawChart, type Series } from '../picture/chart.js'
import { classColor } from '../picture/colormap.js'
import { encodePng } from '../picture/png.js'
import { shownArgument } from './arguments.js'
import { computed, type DataArray, nodeOf } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import type { CrsLike, Resampling } from './data-array-types.js'
import { crsArgument } from './geo-arguments.js'
import { axisOf, labelsOf } from './labels-axis.js'
import { labelAxis } from './picture-axes.js'
import { type Plottable, plotOptions, variablesOf } from './plot-options.js'
import type { RunOptions } from './run.js'

/** How a profile is drawn. */
export interface PlotProfileOptions {
  /** Points of a line on earth, along which the array is looked at: x and y in its CRS, or in `crs`. Needed for an array of y and x. */
  readonly line?: readonly (readonly [x: number, y: number])[]
  readonly crs?: CrsLike
  /** Points along the line; default 400. */
  readonly points?: number
  /** How values between pixels are made; default `near`. */
  readonly resampling?: Resampling
  readonly vmin?: number
  readonly vmax?: number
  readonly title?: string
  /** Above the axis of values; default: the unit. */
  readonly label?: string
  readonly width?: number
  readonly height?: number
  readonly run?: RunOptions
}

/**
 * A PNG of values along one dim (of arrays of one dim, or of two: a line for each position along the other), or along a line on earth.
 * Of a dataset all variables are drawn. Reads only the tiles under the line. Throws `E_USAGE`.
 */
export async function plotProfile(subject: Plottable, given?: PlotProfileOptions): Promise<Uint8Array> {
  const options = plotOptions('plotProfile', given, ['line', 'crs', 'points', 'resampling', 'height'])
  const { width = 640, height = 320, title = '', vmin, vmax, line } = options
  const dataset = variablesOf(subject)
  const arrays: [string, DataArray][] =
    dataset !== null
      ? dataset.names.map((name) => [name, dataset.get(name)])
      : subject instanceof LazyArray
        ? [[subject.name ?? '', subject as DataArray]]
        : nothing(subject)
  const { x, lines } = line === undefined ? await alongDim(arrays, options.run) : await alongLine(arrays, options)
  const known = lines.flatMap(({ ys }) => ys.filter(Number.isFinite))
  const [least, most] = [
    known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ]
  const room = known.length === 0 ? 1 : (most - least) * 0.06 || 0.5
  const unit = nodeOf(arrays[0]?.[1] as DataArray).spec.bands[0]?.unit ?? ''
  const y = {
    from: vmax ?? (known.length === 0 ? 1 : most + room),
    to: vmin ?? (known.length === 0 ? 0 : least - room),
    label: options.label ?? unit,
  }
  return encodePng(drawChart({ title, width, height, x, y, series: lines }))
}

function nothing(subject: unknown): never {
  throw new UsageError(`plotProfile: ${shownArgument(subject)} was given, expected a DataArray or a Dataset`)
}

interface Lines {
  readonly x: Axis
  readonly lines: Series[]
}

/** Each array along its last dim, or along time where it has that. */
async function alongDim(arrays: readonly (readonly [string, DataArray])[], run: RunOptions | undefined): Promise<Lines> {
  const [, first] = arrays[0] as readonly [string, DataArray]
  const along = first.dims.includes('time') ? 'time' : first.dims.at(-1)
  if (along === undefined || first.dims.length > 2 || (first.dims.includes('y') && first.dims.includes('x')))
    throw new UsageError(
      `plotProfile: an array of ${first.dims.join(', ') || 'one value'} has no profile: give line: [[x, y], ...], or reduce it to one or two dims`,
    )
  const { spec } = nodeOf(first)
  const axis = axisOf(spec, along)
  const xs = Array.from({ length: axis.count }, (_, at) => (axis.kind === 'number' || axis.kind === 'time' ? axis.at(at) : at + 0.5))
  const made = await computed(
    arrays.map(([, array]) => array),
    { ...run },
  )
  const lines = made.flatMap((array, at) => seriesOf(arrays[at]?.[0] ?? '', array, along, xs))
  return { x: labelAxis(spec, along), lines: lines.map((each, at) => ({ ...each, color: classColor(at), dots: xs.length <= 60 })) }
}

function seriesOf(name: string, array: DataArray, along: string, xs: readonly number[]): Series[] {
  const other = array.dims.find((dim) => dim !== along)
  const labels =
    other === undefined ? [name] : labelsOf(nodeOf(array).spec, other).map((label) => (name === '' ? String(label) : `${name} ${label}`))
  const isFirst = array.dims[0] === along
  return labels.map((label, line) => {
    const place = (at: number): number => (other === undefined ? at : isFirst ? at * labels.length + line : line * xs.length + at)
    const ys = xs.map((_, at) => (array.valid?.[place(at)] === 0 ? Number.NaN : Number(array.values[place(at)])))
    return { kind: 'line' as const, label, color: classColor(line), xs, ys }
  })
}

/** Each array along a line on earth. */
async function alongLine(arrays: readonly (readonly [string, DataArray])[], options: PlotProfileOptions): Promise<Lines> {
  const { points = 400, resampling = 'near' } = options
  const [, first] = arrays[0] as readonly [string, DataArray]
  const { crs } = first
  if (first.geobox === null) throw new UsageError('plotProfile: line was given, but the array has no grid')
  if (!Number.isInteger(points) || points < 2 || points > 20_000)
    throw new UsageError(`plotProfile: points is ${shownArgument(points)}, expected a whole number from 2 to 20000`)
  const pieces = piecesOf(inCrs(options, first), points, crs)
  const strips = arrays.flatMap(([, array]) => {
    const flat = array.dims.filter((dim) => dim !== 'y' && dim !== 'x')
    if (flat.length > 0) throw new UsageError(`plotProfile: the array has ${flat.join(', ')} beside y and x: select one position of each`)
    return pieces.map(({ box }) => array.reproject(box, { resampling, scale: { x: 1, y: 1 } }))
  })
  const made = await computed(strips, { ...options.run })
  const xs = pieces.flatMap(({ from, length, box }) =>
    Array.from({ length: box.width }, (_, at) => from + ((at + 0.5) * length) / box.width),
  )
  const lines = arrays.map(([label], index): Series => {
    const ys = made
      .slice(index * pieces.length, (index + 1) * pieces.length)
      .flatMap(({ values, valid }) =>
        Array.from(values as ArrayLike<number | bigint>, (value, at) => (valid?.[at] === 0 ? Number.NaN : Number(value))),
      )
    return { kind: 'line', label, color: classColor(index), xs, ys }
  })
  const whole = pieces.reduce((sum, { length }) => sum + length, 0)
  const unit = crs === null ? '' : isGeographic(crs) ? ' in degrees' : ` in ${unitOf(crs) === 'metre' ? 'm' : unitOf(crs)}`
  return { x: { from: 0, to: whole, label: `distance along the line${unit}` }, lines }
}

/** The corners of the line in the array's CRS. */
function inCrs({ line, crs }: PlotProfileOptions, array: DataArray): { x: number; y: number }[] {
  const corners = (line ?? []).map((each) => {
    if (Array.isArray(each) && each.length === 2 && each.every(Number.isFinite)) return { x: each[0] as number, y: each[1] as number }
    throw new UsageError(`plotProfile: ${shownArgument(each)} is no point of a line: give [x, y]`)
  })
  if (corners.length < 2) throw new UsageError('plotProfile: a line has two points or more')
  const given = crs === undefined ? null : crsArgument(crs)
  if (given === null || array.crs === null) return corners
  const [xs, ys] = [Float64Array.from(corners, ({ x }) => x), Float64Array.from(corners, ({ y }) => y)]
  crsTransform(given, array.crs)(xs, ys, xs.length)
  return corners.map((_, at) => ({ x: xs[at] as number, y: ys[at] as number }))
}

interface Piece {
  /** One row of pixels along the piece. */
  readonly box: GeoBox
  readonly from: number
  readonly length: number
}

function piecesOf(corners: readonly { x: number; y: number }[], points: number, crs: GeoBox['crs']): Piece[] {
  const { left, right, bottom, top } = boundsOfPoints(corners)
  if (![left, right, bottom, top].every(Number.isFinite)) throw new UsageError('plotProfile: the line has no image in the CRS of the array')
  const lengths = corners.slice(1).map(({ x, y }, at) => Math.hypot(x - (corners[at]?.x ?? 0), y - (corners[at]?.y ?? 0)))
  const whole = lengths.reduce((sum, each) => sum + each, 0)
  if (!(whole > 0)) throw new UsageError('plotProfile: the points of the line are all the same')
  let from = 0
  return lengths.flatMap((length, at) => {
    if (length === 0) return []
    const [start, stop] = [corners[at], corners[at + 1]] as [{ x: number; y: number }, { x: number; y: number }]
    const width = Math.max(1, Math.round((points * length) / whole))
    const [a, d] = [(stop.x - start.x) / width, (stop.y - start.y) / width]
    // Pixels are squares whose middles lie on the line.
    const affine = { a, b: d, c: start.x - d / 2, d, e: -a, f: start.y + a / 2 }
    const piece = { box: geobox(width, 1, affine, crs), from, length }
    from += length
    return [piece]
  })
}
