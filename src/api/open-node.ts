import { SourceError, UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { scalarToJson } from '../base/scalar.js'
import { companionUris } from '../formats/geotiff/beside.js'
import type { Crs } from '../geo/crs.js'
import { gcpsAttribute } from '../geo/gcp.js'
import type { LazyNode } from '../graph/graph.js'
import type { OpenedSource } from '../graph/source.js'
import { valueKindOfName } from '../graph/value-kind.js'
import { publicUri } from '../io/public-uri.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { pointsOf } from './data-array-grid.js'
import { crsArgument } from './geo-arguments.js'
import { internedSpec } from './interned-spec.js'
import type { OpenOptions } from './open-options.js'
import { sniffed } from './open-sniff.js'
import type { OpenedVrt } from './open-vrt.js'
import type { PartOptions } from './open-vrt-band.js'
import type { NamedSource } from './open-vrt-file.js'
import { rememberOpened, setRequests } from './opened.js'
import { placedSource } from './placed-source.js'
import { recipeUri } from './source-uri.js'

/** Options of a format's card, as they are recorded. */
const sourceOptions = ['band', 'bands', 'level', 'variable', 'nodata', 'masked', 'sideFiles']

/** How a source becomes a node. */
export type NodeOptions = Omit<OpenOptions, 'chunks' | 'overview'>

/** A source as a node, with what its options change; `trail`: the VRTs that led to it; `picked`: bands of it, with the dims `band`, `y`, `x`, whatever its dims are. */
export async function openedNode(
  uri: string,
  absolute: string,
  options: NodeOptions,
  trail: readonly string[],
  picked?: readonly number[],
): Promise<{ node: LazyNode; info: JsonObject }> {
  for (const each of options.sideFiles === true ? [absolute, ...companionUris(absolute)] : [absolute]) setRequests(each, options)
  const asked = Object.fromEntries(
    sourceOptions.flatMap((key) => (key in options ? [[key, options[key as keyof typeof options] as Json]] : [])),
  )
  const rule = readErrorRule(options.onReadError)
  const bands = picked === undefined ? {} : { bands: picked }
  return sniffed(uri, absolute, options.format, async (found) => {
    if (found.kind === 'vrt') {
      const { node, info } = await openedVrt(found.text, uri, absolute, { ...options, ...bands }, trail)
      return { node: adjusted(node, options, uri), info }
    }
    const { format, openBytes } = found
    const picks = format.picksBands === true
    const opened = await format.open(absolute, picks ? { ...asked, ...bands } : asked, openBytes, rule.onReadError !== undefined)
    const plain = sourceNode(format.name, absolute, opened, rule)
    const source = await placedSource(plain, opened, options, (more) =>
      format.open(absolute, more, openBytes).then((positions) => sourceNode(format.name, absolute, positions, {})),
    )
    const node = adjusted(source, source === plain ? options : withoutCrs(options), uri)
    return { node: picks || picked === undefined ? node : pickedBands(node, picked, uri), info: opened.info }
  })
}

/** The CRS of positions is told with them. */
function withoutCrs({ crs: _crs, ...others }: NodeOptions): NodeOptions {
  return others
}

/** Most VRTs that may name one another. */
const mostNested = 32

/** A VRT as a graph over what it names. Throws `E_SOURCE` for one that leads to itself. */
export async function openedVrt(
  text: string,
  uri: string,
  absolute: string,
  { band, bands, nodata, masked, level, variable, http, s3, onReadError }: NodeOptions,
  trail: readonly string[],
): Promise<OpenedVrt> {
  const shown = publicUri(uri)
  if (trail.includes(absolute) || trail.length >= mostNested)
    throw new SourceError(
      `${shown}: the VRT is made of itself: ${[...trail, absolute].map((each) => recipeUri(each, process.cwd())).join(' -> ')}`,
      {
        uri: shown,
      },
    )
  if (level !== undefined && !(Number.isInteger(level) && level >= 0))
    throw new UsageError(`${shown}: level ${shownArgument(level)}: give 0 for the VRT itself, k for overview k`, { uri: shown })
  if (variable !== undefined) throw new UsageError(`${shown}: a VRT has bands, no variables: give band or bands`, { uri: shown })
  const { openVrt } = await import('./open-vrt.js')
  const passed = {
    ...(http === undefined ? {} : { http }),
    ...(s3 === undefined ? {} : { s3 }),
    ...(onReadError === undefined ? {} : { onReadError }),
  }
  const held = new Map<string, Promise<LazyNode>>()
  const asked = {
    ...(band === undefined ? {} : { band }),
    ...(bands === undefined ? {} : { bands }),
    ...(nodata === undefined ? {} : { nodata: nodata === null ? null : scalarToJson(nodata) }),
    ...(masked === undefined ? {} : { masked }),
    ...(level === undefined ? {} : { level }),
  }
  return openVrt(text, absolute, asked, (source, part) => {
    const key = JSON.stringify([source, part])
    const found = held.get(key) ?? openedPart(source, part, passed, [...trail, absolute])
    held.set(key, found)
    return found
  })
}

/** Bands of a source of a VRT. */
async function openedPart(
  { uri, variable }: NamedSource,
  { bands, nodata, masked, level }: PartOptions,
  passed: Pick<OpenOptions, 'http' | 's3' | 'onReadError'>,
  trail: readonly string[],
): Promise<LazyNode> {
  const reading = {
    ...passed,
    ...(masked ? {} : { masked }),
    ...(nodata === undefined ? {} : { nodata: nodata as number | null }),
    ...(variable === null ? {} : { variable }),
    ...(level === undefined ? {} : { level }),
  }
  return (await openedNode(uri, uri, reading, trail, bands)).node
}

/** Planes of an array of another format, by number, as bands. */
function pickedBands(node: LazyNode, bands: readonly number[], uri: string): LazyNode {
  const { dims, shape } = node.spec
  const shown = publicUri(uri)
  if (dims.at(-2) !== 'y' || dims.at(-1) !== 'x' || dims.length > 3)
    throw new SourceError(
      `${shown}: has the dims ${dims.join(', ')}; of what a VRT names, arrays of y and x, and one dim before them, are read`,
      {
        uri: shown,
      },
    )
  const count = dims.length === 2 ? 1 : (shape[0] as number)
  const missing = bands.find((band) => band > count)
  if (missing !== undefined) throw new SourceError(`${shown}: has ${count} bands, there is no band ${missing}`, { uri: shown })
  const plane = (band: number): LazyNode => applyOp('isel', { indexers: { [dims[0] as string]: band - 1 } }, [node])
  const planes = bands.map((band) => (dims.length === 2 ? node : plane(band)))
  return applyOp('concat', { dim: 'band' }, planes)
}

/** As a source's params have it: the default is not recorded. */
function readErrorRule(rule: OpenOptions['onReadError']): { onReadError?: 'nodata' | 'retry' } {
  if (rule === undefined || rule === 'fail') return {}
  if (rule !== 'nodata' && rule !== 'retry')
    throw new UsageError(`open: onReadError is ${shownArgument(rule)}, expected fail, nodata or retry`)
  return { onReadError: rule }
}

function sourceNode(format: string, uri: string, found: OpenedSource, rule: { onReadError?: 'nodata' | 'retry' }): LazyNode {
  const opened = { ...found, spec: internedSpec(found.spec) }
  const node = applyOp('source', { format, uri, options: opened.options, spec: opened.spec as unknown as JsonObject, ...rule }, [])
  rememberOpened(node, opened)
  return node
}

/** What options change of a source: its CRS, its name, stored numbers into physical ones. */
function adjusted(source: LazyNode, { crs, name, scaled, categorical, bitfield }: NodeOptions, uri: string): LazyNode {
  const label: Record<string, Json> = kindLabel(source, uri, categorical, bitfield)
  if (name !== undefined) label.name = name
  if (crs !== undefined) Object.assign(label, crsLabel(source, crsArgument(crs), label.attrs))
  const labelled = Object.keys(label).length === 0 ? source : applyOp('relabel', label, [source])
  if (scaled === undefined || scaled === false) return labelled
  if (scaled === true) return applyOp('decode', declaredScale(labelled, uri), [labelled])
  const { scale, offset } = objectArgument('open', scaled, 'scaled: true, false or { scale, offset }')
  if (typeof scale !== 'number' || typeof offset !== 'number')
    throw new UsageError(`open: scaled is ${shownArgument(scaled)}, expected true, false or { scale, offset } with two numbers`)
  return applyOp('decode', { scale, offset }, [labelled])
}

/** Another CRS, of the control points where they alone place the source. */
function crsLabel(source: LazyNode, crs: Crs, attrs: Json = source.spec.attrs): Record<string, Json> {
  const placed = pointsOf(source)
  if (placed === null) return { crs: crs as unknown as Json }
  return { attrs: { ...(attrs as JsonObject), [gcpsAttribute]: { points: placed.points, crs: crs as unknown as Json } } }
}

/** What tells operations that values are classes or bits, where an option or the name of the file says so and the source does not. */
function kindLabel({ spec }: LazyNode, uri: string, categorical: boolean | undefined, bitfield: boolean | undefined): Record<string, Json> {
  const named = valueKindOfName(uri.replace(/[?#].*$/, '').replace(/\.[^./]*$/, ''))
  const isBits = bitfield ?? (categorical === undefined && named === 'bits')
  const isClasses = categorical ?? (named === 'classes' || spec.categorical)
  return {
    ...(isBits || bitfield === false ? { attrs: { ...spec.attrs, bitfield: isBits } } : {}),
    ...(isClasses === spec.categorical ? {} : { categorical: isClasses }),
  }
}

function declaredScale({ spec }: LazyNode, uri: string): Json {
  if (spec.bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)) return {}
  throw new UsageError(
    `${publicUri(uri)}: scaled was asked for, but the file declares no scale or offset: give scaled: { scale, offset }, or leave it out`,
  )
}
