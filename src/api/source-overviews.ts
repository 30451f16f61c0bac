import { UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import { pixelMap } from '../geo/pixel-map.js'
import type { LazyNode } from '../graph/graph.js'
import type { OpenedSource } from '../graph/source.js'
import { dimIndex } from '../graph/spec.js'
import type { SourceParams } from '../ops/source.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { openAgain, openedOf, rememberOpened } from './opened.js'

/** Which overviews of sources are read: none, those whose making is known to compose with what is asked for, or one by number from 1, the finest. */
export type OverviewChoice = 'never' | 'auto' | number

/** What of a warp's params matters here. */
interface WarpParams {
  readonly geobox: GeoBox
  readonly resampling: string
  readonly scale: Json
  readonly gcps?: Json
  readonly minValidFraction?: number
}

/** What was found of the sources under a node, for its plan. */
const notesByNode = new WeakMap<LazyNode, string>()

/** What is to be said of the overviews that a node's sources were looked at for, and of those that were opened, by a recipe or by hand. */
export async function overviewNotes(root: LazyNode): Promise<string[]> {
  const notes = new Set<string>()
  for (const node of nodesUnder(root)) {
    const note = notesByNode.get(node) ?? (isWarp(node) ? await openedLevelNote(node) : null)
    if (note !== null) notes.add(note)
  }
  return [...notes]
}

function nodesUnder(root: LazyNode): Set<LazyNode> {
  const seen = new Set<LazyNode>([root])
  for (const node of seen) for (const input of node.inputs) seen.add(input)
  return seen
}

/** The overview that the source under a warp was opened at; null where that is its full size. */
async function openedLevelNote(node: LazyNode): Promise<string | null> {
  const source = sourceUnder(node.inputs[0] as LazyNode)
  const params = source?.params as unknown as SourceParams | undefined
  const level = params?.options.level ?? 0
  if (params === undefined || typeof level !== 'number' || level === 0) return null
  const { width, height, resampling } = (await openedOf(params)).levels[level - 1] ?? { width: 0, height: 0 }
  const made = resampling === undefined ? '' : `, made by ${resampling}`
  return noteText(node, `reads overview ${level} of its source (${width} x ${height}${made}), as it was opened`)
}

/** The source at the end of a chain of nodes with one input; null where there are several. */
function sourceUnder(first: LazyNode): LazyNode | null {
  let node = first
  while (node.inputs.length === 1) node = node.inputs[0] as LazyNode
  return node.op === 'source' ? node : null
}

/**
 * The same node over overviews of its sources. Its grid, and that of every node behind a warp, is what it was. Throws `E_USAGE` for a choice that is none,
 * for an overview that a source does not have, and for a number that no source can be read at.
 */
export async function overOverviews(root: LazyNode, choice: unknown): Promise<LazyNode> {
  if (choice !== 'never' && choice !== 'auto' && !(typeof choice === 'number' && Number.isInteger(choice) && choice > 0))
    throw new UsageError(`useOverviews: ${shownArgument(choice)} was given, expected never, auto, or the number of an overview from 1`)
  if (choice === 'never') return root
  const refused: string[] = []
  const made = new Map<LazyNode, LazyNode>()
  const stack = [root]
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as LazyNode
    const waiting = node.inputs.filter((input) => !made.has(input))
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    if (!made.has(node)) made.set(node, await rebuilt(node, choice, made, refused))
  }
  const warps = [...made.keys()].filter(isWarp)
  if (typeof choice === 'number' && warps.length === refused.length) throw nothingRead(choice, refused)
  return made.get(root) as LazyNode
}

/** Why no overview was read that was asked for by its number. */
function nothingRead(level: number, refused: readonly string[]): UsageError {
  const why =
    refused[0] ??
    `nothing makes another grid of a source, and the grid of an array stays. To have overview ${level} itself, open the source with level: ${level}`
  return new UsageError(`useOverviews: overview ${level} is not read: ${why}`)
}

async function rebuilt(
  node: LazyNode,
  choice: 'auto' | number,
  made: ReadonlyMap<LazyNode, LazyNode>,
  refused: string[],
): Promise<LazyNode> {
  if (isWarp(node)) return warpOver(node, choice, made, refused)
  const inputs = node.inputs.map((input) => made.get(input) as LazyNode)
  return inputs.every((input, at) => input === node.inputs[at]) ? node : applyOp(node.op, node.params, inputs)
}

function isWarp({ op }: LazyNode): boolean {
  return op === 'reproject' || op === 'resample'
}

/** A warp over a level of its source, or over all of it, and why. */
async function warpOver(
  node: LazyNode,
  choice: 'auto' | number,
  made: ReadonlyMap<LazyNode, LazyNode>,
  refused: string[],
): Promise<LazyNode> {
  const chain = chainOf(node.inputs[0] as LazyNode)
  const inputs = node.inputs.map((input) => made.get(input) as LazyNode)
  if (typeof chain === 'string') {
    refused.push(chain)
    return noted(applyOp(node.op, node.params, inputs), `reads its sources at full size: ${chain}`)
  }
  const source = chain[chain.length - 1] as LazyNode
  const { levels } = await openedOf(source.params as unknown as SourceParams)
  const found = typeof choice === 'number' ? choice : composable(node, source, levels)
  if (typeof found === 'string') return noted(applyOp(node.op, node.params, inputs), `reads its source at full size: ${found}`)
  let input = await atLevel(source, found)
  for (const each of chain.slice(0, -1).reverse()) input = applyOp(each.op, each.params, [input])
  const { width, height, resampling } = levels[found - 1] ?? { width: 0, height: 0 }
  const why = typeof choice === 'number' ? 'as asked' : `which the file says is made by ${resampling}, as the output is`
  return noted(applyOp(node.op, node.params, [input]), `reads overview ${found} of its source (${width} x ${height}), ${why}`)
}

function noted(node: LazyNode, text: string): LazyNode {
  notesByNode.set(node, noteText(node, text))
  return node
}

function noteText({ op }: LazyNode, text: string): string {
  return `source overviews: ${op} ${text}`
}

/** Ops that are affine in each pixel, and change neither rows nor columns. */
const affineOps = new Set(['decode', 'relabel', 'isel'])

/** The nodes from a warp's input down to its source; or why their pixels are not those of an overview as well. */
function chainOf(first: LazyNode): readonly LazyNode[] | string {
  const chain = [first]
  for (;;) {
    const node = chain[chain.length - 1] as LazyNode
    if (node.op === 'source') return chain
    const [input] = node.inputs
    if (input === undefined || node.inputs.length > 1 || !affineOps.has(node.op))
      return `"${node.op}" lies between it and its source, and an overview of what that makes is not what it makes of an overview`
    if (extent(node) !== extent(input)) return 'a part was cut out of its source before'
    chain.push(input)
  }
}

function extent({ spec }: LazyNode): string {
  return `${spec.shape[dimIndex(spec, 'y')]} x ${spec.shape[dimIndex(spec, 'x')]}`
}

/** The coarsest overview whose averages give those of the output; or why there is none. */
function composable({ params, spec }: LazyNode, source: LazyNode, levels: OpenedSource['levels']): number | string {
  const { resampling, geobox, scale, gcps, minValidFraction } = params as unknown as WarpParams
  if (resampling !== 'average') return `${resampling} of an overview is not ${resampling} of the source`
  if (spec.categorical || source.spec.categorical) return 'its values are classes'
  if (scale !== null || gcps !== undefined || minValidFraction !== undefined || source.spec.geobox === null)
    return 'its kernel is told a scale, control points or a least part that is valid, which are those of full size'
  if (((source.params as unknown as SourceParams).options.level ?? 0) !== 0) return 'an overview was opened already'
  if (levels.length === 0) return 'it has no overviews'
  const stated = levels.map((level) => level.resampling)
  const other = stated.find((name) => name !== 'average')
  if (stated.includes(undefined)) return 'the file does not say how its overviews were made'
  if (other !== undefined) return `its overviews were made by ${other}, not by average`
  const finest = leastScale(geobox, source.spec.geobox)
  const width = source.spec.shape[dimIndex(source.spec, 'x')] as number
  const height = source.spec.shape[dimIndex(source.spec, 'y')] as number
  const level = levels.findLastIndex((each) => Math.max(width / each.width, height / each.height) <= finest * (1 + 1e-9))
  return level < 0 ? "its overviews' pixels are larger than those of the output" : level + 1
}

/** Places along each axis at which the scale of a map is looked at. */
const places = 9

/** The least number of source pixels along either axis that an output pixel spans. */
function leastScale(target: GeoBox, source: GeoBox): number {
  const map = pixelMap(target, source)
  let least = Number.POSITIVE_INFINITY
  for (let row = 0; row < places; row++) {
    for (let column = 0; column < places; column++) {
      const x = ((target.width - 1) * column) / (places - 1)
      const y = ((target.height - 1) * row) / (places - 1)
      const [xs, ys] = [Float64Array.of(x, x + 1, x), Float64Array.of(y, y, y + 1)]
      map.apply(xs, ys, 3)
      const [x0, y0] = [xs[0] as number, ys[0] as number]
      const along = Math.hypot((xs[1] as number) - x0, (ys[1] as number) - y0)
      const down = Math.hypot((xs[2] as number) - x0, (ys[2] as number) - y0)
      // Places without an image say nothing.
      if (Number.isFinite(along) && Number.isFinite(down)) least = Math.min(least, along, down)
    }
  }
  return Number.isFinite(least) ? least : 1
}

/** A source's node over one of its overviews: what a recipe records. */
async function atLevel(node: LazyNode, level: number): Promise<LazyNode> {
  const params = node.params as unknown as SourceParams
  const opened = await openAgain({ ...params, options: { ...params.options, level } })
  const made = applyOp('source', { ...params, options: opened.options, spec: opened.spec as unknown as JsonObject } as Json, [])
  rememberOpened(made, opened)
  return made
}
