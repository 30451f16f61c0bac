import { GridError, SourceError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import { labelDifference } from '../graph/labels.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { joined, joinOption } from './arith-join.js'
import { labelParams } from './concat-labels.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { matched } from './data-array-grid.js'
import { knownOptions } from './data-array-options.js'
import type { HasGeoBox, Join, Resampling } from './data-array-types.js'
import { inTurns } from './in-turns.js'
import { coordFrom } from './labels-coord.js'
import { namingArrays } from './mosaic-names.js'
import { open } from './open.js'
import { type OpenOptions, openOptionNames } from './open-options.js'
import { recipeUri } from './source-uri.js'
import { filesOf, type LabelledFile, type NameLabel, parsePattern } from './stack-pattern.js'

/** How files are stacked, and how each is opened. */
export interface StackOptions extends Omit<OpenOptions, 'name' | 'scaled' | 'chunks'> {
  /** The dims of the pattern's fields, the outermost first. Default: `time` first, `band` last, others between as they stand in the pattern. */
  readonly dims?: readonly string[]
  /** What is done where a combination of labels has no file: `error` (the default), or `drop` the labels of the outermost dim that lack one. */
  readonly missing?: 'error' | 'drop'
  /** Physical values by the scale and offset of each file; 1 and 0 where it declares none. */
  readonly scaled?: boolean
  /** As in `concat`. */
  readonly join?: Join
  /** A grid that every file is brought to, where they lie on several. */
  readonly like?: HasGeoBox | GeoBox
  /** The kernel for that. Default `near`. */
  readonly resampling?: Resampling
  readonly chunks?: OpenOptions['chunks']
}

/** Files that are opened at once. */
const openedAtOnce = 16

/**
 * One array of many files, laid along the dims that a pattern of their names says: `stack('S2_{time:%Y%m%d}_{band}.tif')`. Fields in braces are
 * labels: `{band}` a text, `{time:%Y%m%d}` a time, `{depth:d}` a number; `*`, `?`, `[a-z]`, `{a,b}` and `**` stand for what varies and is no label. Labels are
 * sorted. Reads headers, 16 files at a time; any number of files will do. Scale, offset and nodata are those of each file (`scaled: true` applies them).
 * Throws `E_SOURCE` for files that are missing or cannot be opened, `E_USAGE`, `E_GRID` and `E_DTYPE` for such as do not fit together, naming them.
 */
export async function stack(pattern: string, given?: StackOptions): Promise<DataArray<string>> {
  const options = knownOptions('stack', given, [
    ...openOptionNames.filter((name) => name !== 'name'),
    'dims',
    'missing',
    'join',
    'like',
    'resampling',
  ])
  if (typeof pattern !== 'string')
    throw new UsageError(`stack: ${shownArgument(pattern)} was given, expected a pattern like 'S2_{time:%Y%m%d}_{band}.tif'`)
  const { dims: asked, missing = 'error', join, scaled = false, chunks, like, resampling, ...opening } = options
  if (missing !== 'error' && missing !== 'drop') throw new UsageError(`stack: missing is ${shownArgument(missing)}, expected error or drop`)
  const parsed = parsePattern(pattern)
  const dims = dimsOf(parsed.fields, asked)
  const table = tableOf(await filesOf(parsed, pattern), dims, missing)
  if (like === undefined && resampling !== undefined)
    throw new UsageError('stack: resampling says how files come to the grid of like, which is not given: give both, or neither')
  const moved = (node: LazyNode): LazyNode =>
    like === undefined ? node : matched(node, like, resampling === undefined ? {} : { resampling })
  const nodes = await inTurns(table.files, openedAtOnce, async (file) =>
    moved(partOf(await open<string>(file, opening), file, dims, scaled)),
  )
  const array = wrapped<string>(stacked(sameBandNames(nodes), table, dims, joinOption('stack', { join: join ?? 'exact' })))
  return chunks === undefined ? array : array.chunk(chunks)
}

/** The fields as dims, the outermost first. */
function dimsOf(fields: readonly string[], asked: readonly string[] | undefined): readonly string[] {
  if (asked === undefined) {
    const others = fields.filter((field) => field !== 'time' && field !== 'band')
    return [...(fields.includes('time') ? ['time'] : []), ...others, ...(fields.includes('band') ? ['band'] : [])]
  }
  const isSame = Array.isArray(asked) && asked.length === fields.length && fields.every((field) => asked.includes(field))
  if (isSame) return asked
  throw new UsageError(`stack: dims are ${shownArgument(asked)}, expected the fields of the pattern in another order: ${fields.join(', ')}`)
}

/** Files in C order over the labels of the dims. */
interface Table {
  readonly labels: readonly (readonly NameLabel[])[]
  readonly files: readonly string[]
}

function tableOf(found: readonly LabelledFile[], dims: readonly string[], missing: 'error' | 'drop'): Table {
  const byKey = new Map<string, string>()
  const keyOf = (labels: readonly (NameLabel | undefined)[]): string => JSON.stringify(labels)
  for (const { file, labels } of found) {
    const own = dims.map((dim) => labels[dim])
    const other = byKey.get(keyOf(own))
    if (other !== undefined)
      throw new UsageError(
        `stack: ${shown(other)} and ${shown(file)} both have ${described(dims, own)}: give what tells them apart a field, or a narrower pattern; tiles side by side are for mosaic`,
      )
    byKey.set(keyOf(own), file)
  }
  const labels = dims.map((dim) => [...new Set(found.map((each) => each.labels[dim] as NameLabel))].sort(byLabel))
  const [outer = [], ...inner] = labels
  const rows = outer.map((first) => product(inner).map((rest) => [first, ...rest]))
  const isWhole = (row: readonly (readonly NameLabel[])[]): boolean => row.every((own) => byKey.has(keyOf(own)))
  const gaps = rows.flat().filter((own) => !byKey.has(keyOf(own)))
  if (gaps.length > 0 && missing === 'error') {
    const named = gaps.slice(0, 3).map((own) => described(dims, own))
    const more = gaps.length > 3 ? ` and ${gaps.length - 3} more` : ''
    throw new SourceError(
      `stack: there is no file with ${named.join('; with ')}${more}: bring it, narrow the pattern, or give missing: 'drop' to leave such a ${dims[0]} out`,
    )
  }
  const kept = rows.filter(isWhole)
  if (kept.length === 0) throw new SourceError(`stack: no ${dims[0]} has a file for every ${dims.slice(1).join(' and ')}`)
  return {
    labels: [kept.map((row) => row[0]?.[0] as NameLabel), ...inner],
    files: kept.flat().map((own) => byKey.get(keyOf(own)) as string),
  }
}

function byLabel(one: NameLabel, other: NameLabel): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function product(lists: readonly (readonly NameLabel[])[]): NameLabel[][] {
  return lists.reduce<NameLabel[][]>((rows, list) => rows.flatMap((row) => list.map((label) => [...row, label])), [[]])
}

function described(dims: readonly string[], labels: readonly (NameLabel | undefined)[]): string {
  return dims.map((dim, at) => `${dim} ${labels[at]}`).join(', ')
}

function shown(file: string): string {
  return recipeUri(file, process.cwd())
}

/** A file as one position of a stack: without a dim that the stack makes, in physical values where these are asked for. */
function partOf(array: DataArray<string>, file: string, dims: readonly string[], scaled: boolean): LazyNode {
  let node = nodeOf(array)
  for (const dim of dims) {
    const extent = node.spec.shape[node.spec.dims.indexOf(dim)]
    if (extent === undefined) continue
    if (extent > 1)
      throw new GridError(
        `stack: ${shown(file)} has ${extent} along ${dim}, a field of the pattern, where each file is one: ${dim === 'band' ? 'give band' : 'select one'}`,
      )
    node = applyOp('isel', { indexers: { [dim]: 0 } }, [node])
  }
  if (!scaled) return node
  const declares = node.spec.bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)
  return applyOp('decode', declares ? {} : { scale: 1, offset: 0 }, [node])
}

/** Nodes whose only band has a name in each, and not the same: a single band is what it is. */
function sameBandNames(nodes: readonly LazyNode[]): readonly LazyNode[] {
  const first = (nodes[0] as LazyNode).spec
  const isSingle = nodes.every(({ spec }) => spec.shape[spec.dims.indexOf('band')] === 1)
  if (!isSingle || nodes.every(({ spec }) => labelDifference(first, spec, 'band') === null)) return nodes
  return nodes.map((node) => applyOp('relabel', { coords: { band: null } }, [node]))
}

/** Nodes in C order laid along the dims, the innermost first. */
function stacked(nodes: readonly LazyNode[], { labels }: Table, dims: readonly string[], join: Join): LazyNode {
  let parts = nodes
  for (let at = dims.length - 1; at >= 0; at--) {
    const [dim, own] = [dims[at] as string, labels[at] as readonly NameLabel[]]
    const params: Json = { dim, ...labelParams(coordFrom(dim, own, own.length), own) }
    const along = own.length
    const rows = Array.from({ length: parts.length / along }, (_, row) => parts.slice(row * along, (row + 1) * along))
    parts = rows.map((row) => namingArrays(listed(row), () => applyOp('concat', params, joined(row, join))))
  }
  return withBandNames(parts[0] as LazyNode, dims, labels)
}

function listed(nodes: readonly LazyNode[]) {
  return nodes.map((node, index) => ({ index, node }))
}

/** Bands are called by their labels, as outputs say them. */
function withBandNames(node: LazyNode, dims: readonly string[], labels: Table['labels']): LazyNode {
  const names = labels[dims.indexOf('band')]
  if (names === undefined) return node
  const bands = node.spec.bands.map((band, at) => ({ ...band, description: String(names[at]) }))
  return applyOp('relabel', { bands: bands as unknown as Json }, [node])
}
