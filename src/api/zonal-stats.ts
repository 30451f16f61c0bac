import type { Validity } from '../array/block.js'
import type { TypedArray } from '../base/dtype.js'
import { isInteger } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import type { GeoFeature, GeoJson } from '../geo/geojson.js'
import { burnScratchBytes, burnShapes } from '../geo/rasterize.js'
import { columnsTouched, indexShapes, type ShapeIndex } from '../geo/rasterize-index.js'
import type { Shape } from '../geo/shapes.js'
import { placeShapes } from '../geo/shapes-place.js'
import type { LazyNode } from '../graph/graph.js'
import { requireOneGrid } from '../graph/grids-agree.js'
import { shownArgument } from './arguments.js'
import { LazyArray, peek } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import { runOptionNames } from './data-array-write.js'
import { labelsOf } from './labels-axis.js'
import type { RunOptions } from './run.js'
import { gridOf } from './select-clip.js'
import { type ShapesCrs, shapesArgument, shapesMiss } from './shapes-argument.js'
import { type Area, forStrips, memoryOf, type StripPixels } from './strips.js'
import { Tally, ValueRoom, type ZonalStatistic, zonalStatistics } from './zonal-tally.js'

/** Options of `zonalStats`. */
export interface ZonalOptions<S extends ZonalStatistic> extends ShapesCrs, RunOptions {
  /** Default count, mean, min and max. */
  readonly stats?: readonly S[]
  /** Whether a zone has every pixel that it touches, instead of those whose centres lie in it. Default false. */
  readonly allTouched?: boolean
  /** The property of features that names their zones: features with the same value are one zone. Default: each feature is one, named by its id or its position. */
  readonly by?: string
}

/** One zone at one position of the array's other dims, whose labels stand beside it (`band`, `time`). Statistics without any valid pixel are null, but for the count. */
export type ZonalRow<S extends ZonalStatistic> = {
  readonly zone: string | number | boolean | null
  /** Properties of the zone's first feature; null for classes. */
  readonly properties: Readonly<Record<string, unknown>> | null
  readonly labels: Readonly<Record<string, string | number>>
} & { readonly [K in S]: number | null }

/** A zone: what names it, its tallies by position of the other dims, and its shapes on the grid. */
interface Zone {
  readonly label: string | number | boolean | null
  readonly properties: GeoFeature['properties']
  readonly index: ShapeIndex
  readonly tallies: readonly Tally[]
}

const keepers: readonly string[] = ['median', 'majority', 'minority', 'unique']

/** Statistics of an array's valid pixels in zones; see `DataArray.zonalStats`. */
export async function zonalRows<S extends ZonalStatistic>(
  node: LazyNode,
  zones: GeoJson | string | LazyArray,
  given: ZonalOptions<S> | undefined,
): Promise<ZonalRow<S>[]> {
  const options = knownOptions('zonalStats', given, ['stats', 'allTouched', 'by', 'crs', ...runOptionNames])
  const { stats = ['count', 'mean', 'min', 'max'] as unknown as readonly S[], allTouched = false, by, crs, ...run } = options
  checkStatistics(stats)
  const box = gridOf('zonalStats', node.spec)
  const keeps = stats.some((statistic) => keepers.includes(statistic))
  const room = new ValueRoom(memoryOf(run) / 4)
  const positions = positionsOf(node)
  const makeTallies = (): Tally[] => positions.map(() => new Tally(keeps, room))
  const whole = { row: 0, column: 0, rows: box.height, columns: box.width }
  if (zones instanceof LazyArray) {
    const odd = allTouched ? 'allTouched' : by !== undefined ? 'by' : crs !== undefined ? 'crs' : null
    if (odd !== null) throw new UsageError(`zonalStats: ${odd} is for polygons; zones were given as an array of classes`)
    const classes = await tallyClasses(node, classesNode(node, zones), whole, run, makeTallies)
    return rowsOf(classes, stats, positions)
  }
  const read = shapesArgument('zonalStats', zones, crs, box, node.spec.attrs)
  const made = zonesOf(read.features, by).map((zone) => ({
    ...zone,
    index: indexShapes(placeShapes(zone.shapes, read.crs, box), allTouched),
    tallies: makeTallies(),
  }))
  const area = areaOf(made)
  if (area === null)
    throw shapesMiss(
      'zonalStats',
      read.features.flatMap(({ shapes }) => shapes),
      read.crs,
      box,
    )
  await forStrips([node], area, run, ([pixels], strip) => {
    for (const zone of made) tallyZone(zone, pixels as StripPixels, strip, allTouched)
  })
  return rowsOf(made, stats, positions)
}

function checkStatistics(stats: readonly string[]): void {
  const names: readonly string[] = zonalStatistics
  const odd = Array.isArray(stats) ? stats.find((each) => !names.includes(each)) : stats
  if (odd === undefined && stats.length > 0) return
  throw new UsageError(`zonalStats: stats ${shownArgument(odd ?? stats)} is not known; there are ${names.join(', ')}`)
}

/** Labels of every position along the dims other than y and x, in C order. */
function positionsOf({ spec }: LazyNode): Record<string, string | number>[] {
  const others = spec.dims.filter((dim) => dim !== 'y' && dim !== 'x')
  return others.reduce<Record<string, string | number>[]>(
    (known, dim) => known.flatMap((labels) => labelsOf(spec, dim).map((label) => ({ ...labels, [dim]: label }))),
    [{}],
  )
}

/** Features as zones: one each, or those of one value of a property together. */
function zonesOf(
  features: readonly GeoFeature[],
  by: string | undefined,
): { label: Zone['label']; properties: GeoFeature['properties']; shapes: readonly Shape[] }[] {
  if (by === undefined) return features.map(({ id, properties, shapes }, at) => ({ label: id ?? at, properties, shapes }))
  const groups = new Map<Zone['label'], { label: Zone['label']; properties: GeoFeature['properties']; shapes: readonly Shape[] }>()
  features.forEach(({ properties, shapes }, at) => {
    const label = properties?.[by] as Zone['label'] | undefined
    if (label === undefined || (typeof label === 'object' && label !== null)) {
      const known = Object.keys(properties ?? {}).join(', ') || '(none)'
      throw new UsageError(
        `zonalStats: features[${at}].properties.${by} is ${shownArgument(label)}: give a text or number; its properties are ${known}`,
      )
    }
    const known = groups.get(label)
    groups.set(label, { label, properties: known?.properties ?? properties, shapes: [...(known?.shapes ?? []), ...shapes] })
  })
  return [...groups.values()]
}

/** The rows and columns that shapes may touch; null for none. */
function areaTouched(index: ShapeIndex): Area | null {
  const { rows, left, placed } = index
  const bands = Array.from(left, (_, band) => band).filter((band) => columnsTouched(index, band * rows, (band + 1) * rows) !== null)
  const [first, last] = [bands[0], bands.at(-1)]
  if (first === undefined || last === undefined) return null
  const [top, bottom] = [first * rows, Math.min(placed.height, (last + 1) * rows)]
  const [from, to] = columnsTouched(index, top, bottom) as [number, number]
  return { row: top, rows: bottom - top, column: from, columns: to - from }
}

function areaOf(zones: readonly Zone[]): Area | null {
  const areas = zones.flatMap(({ index }) => areaTouched(index) ?? [])
  if (areas.length === 0) return null
  const [row, column] = [
    areas.reduce((least, area) => Math.min(least, area.row), Number.POSITIVE_INFINITY),
    areas.reduce((least, area) => Math.min(least, area.column), Number.POSITIVE_INFINITY),
  ]
  const rows = areas.reduce((most, area) => Math.max(most, area.row + area.rows), 0) - row
  return { row, column, rows, columns: areas.reduce((most, area) => Math.max(most, area.column + area.columns), 0) - column }
}

function tallyZone({ index, tallies }: Zone, pixels: StripPixels, strip: Area, allTouched: boolean): void {
  const area = areaTouched(index)
  if (area === null) return
  const [row, end] = [Math.max(area.row, strip.row), Math.min(area.row + area.rows, strip.row + strip.rows)]
  const [column, stop] = [Math.max(area.column, strip.column), Math.min(area.column + area.columns, strip.column + strip.columns)]
  if (row >= end || column >= stop) return
  const part = { row, rows: end - row, column, columns: stop - column }
  const inside = new Uint8Array(part.rows * part.columns)
  burnShapes(index, { pixels: inside, ...part }, { allTouched, numbered: false }, new Uint8Array(burnScratchBytes(part.rows, part.columns)))
  const { values, valid, planes, strideX, strideY } = pixels
  planes.forEach((plane, position) => {
    const tally = tallies[position] as Tally
    for (let y = 0; y < part.rows; y++) {
      const line = inside.subarray(y * part.columns, (y + 1) * part.columns)
      const from = plane + (row + y - strip.row) * strideY + (column - strip.column) * strideX
      for (let x = line.indexOf(1); x >= 0 && x < line.length; x++) if (line[x] === 1) addValid(tally, values, valid, from + x * strideX)
    }
  })
}

function addValid(tally: Tally, values: TypedArray, valid: Validity, at: number): void {
  if (valid instanceof Uint8Array && valid[at] === 0) return
  const value = Number(values[at])
  if (value === value) tally.add(value)
}

/** The node of an array of classes. Throws `E_USAGE`, `E_GRID`. */
function classesNode(node: LazyNode, classes: LazyArray): LazyNode {
  const { node: zones } = peek(classes)
  const { dims, dtype } = zones.spec
  if (!isInteger(dtype) || dims.length !== 2 || !dims.includes('y') || !dims.includes('x'))
    throw new UsageError(`zonalStats: classes are [${dims.join(', ')}] ${dtype}; expected integers with the dims y and x`)
  requireOneGrid(node.spec, zones.spec)
  for (const dim of ['y', 'x']) {
    const [own, theirs] = [node.spec.shape[node.spec.dims.indexOf(dim)], zones.spec.shape[dims.indexOf(dim)]]
    if (own !== theirs)
      throw new GridError(
        `zonalStats: the array has ${own} along ${dim}, the classes have ${theirs}: bring them onto one grid with reprojectMatch`,
      )
  }
  return zones
}

type ClassZone = Pick<Zone, 'label' | 'properties' | 'tallies'>

async function tallyClasses(
  node: LazyNode,
  classes: LazyNode,
  whole: Area,
  run: RunOptions,
  makeTallies: () => Tally[],
): Promise<ClassZone[]> {
  const found = new Map<number, ClassZone>()
  await forStrips([node, classes], whole, run, ([pixels, zones], strip) => {
    const [array, zoned] = [pixels as StripPixels, zones as StripPixels]
    for (let y = 0; y < strip.rows; y++) {
      for (let x = 0; x < strip.columns; x++) {
        const at = y * zoned.strideY + x * zoned.strideX
        if (zoned.valid instanceof Uint8Array && zoned.valid[at] === 0) continue
        const label = Number(zoned.values[at])
        let zone = found.get(label)
        if (zone === undefined) found.set(label, (zone = { label, properties: null, tallies: makeTallies() }))
        const own = y * array.strideY + x * array.strideX
        for (let position = 0; position < array.planes.length; position++)
          addValid(zone.tallies[position] as Tally, array.values, array.valid, (array.planes[position] as number) + own)
      }
    }
  })
  return [...found.values()].sort((a, b) => Number(a.label) - Number(b.label))
}

function rowsOf<S extends ZonalStatistic>(
  zones: readonly ClassZone[],
  stats: readonly S[],
  positions: readonly Readonly<Record<string, string | number>>[],
): ZonalRow<S>[] {
  return zones.flatMap(({ label, properties, tallies }) =>
    tallies.map((tally, at) => {
      const values = Object.fromEntries(stats.map((statistic) => [statistic, tally.of(statistic)])) as { [K in S]: number | null }
      return { zone: label, properties, labels: positions[at] as ZonalRow<S>['labels'], ...values }
    }),
  )
}
