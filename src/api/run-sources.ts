import { isInteger } from '../base/dtype.js'
import type { Json } from '../base/json.js'
import type { LeafSetup } from '../exec/thread-setup.js'
import { flatten, type LazyNode } from '../graph/graph.js'
import type { OpenedSource, Source, SourceDef } from '../graph/source.js'
import { localPath } from '../io/local-reader.js'
import type { SourceParams } from '../ops/source.js'
import type { LeafFacts } from '../plan/plan-request.js'
import type { PlanNode } from '../plan/resolved-graph.js'
import { inTurns } from './in-turns.js'
import { openedOf } from './opened.js'
import { registry } from './registry.js'
import { isLocal } from './source-uri.js'

/** Sources whose files are looked at at once. */
export const lookedAtAtOnce = 16

/** A source of a run: as it was opened, and as a thread would have it. */
export interface SourceFact {
  readonly opened: OpenedSource
  readonly source: Source
}

/** Whether all that a run reads lies on this machine's disk, and all that it writes goes there. */
export function areOnDisk(facts: ReadonlyMap<string, SourceFact>, targets: readonly { readonly target: string }[]): boolean {
  return (
    [...facts.values()].every(({ opened }) => opened.files.every(isLocal)) &&
    targets.every(({ target }) => target !== '' && isLocal(target))
  )
}

/** Whether a node is a source. */
export function isSource(node: Pick<PlanNode, 'op'>): boolean {
  return node.op === 'source'
}

/** What sources are known by within a run. */
export function factKey(params: Json): string {
  const { format, uri, options } = params as unknown as SourceParams
  return JSON.stringify([format, uri, options])
}

/** Opens the sources of nodes, where they are not open: each once. */
export async function sourceFacts(nodes: readonly LazyNode[]): Promise<Map<string, SourceFact>> {
  const sources = new Map(
    flatten(nodes).graph.nodes.flatMap(({ op, params }) =>
      isSource({ op }) ? [[factKey(params), params as unknown as SourceParams] as const] : [],
    ),
  )
  const facts = await inTurns([...sources], lookedAtAtOnce, async ([key, params]): Promise<[string, SourceFact]> => {
    const opened = await openedOf(params)
    const def = registry.source(params.format) as unknown as SourceDef
    return [key, { opened, source: await def.attach(opened.layout) }]
  })
  return new Map(facts)
}

/** Whether tiles of a source have a mask: their own, or one that says which of them could not be read. */
function isMaskedSource(params: Json, { source }: SourceFact): boolean {
  return source.masked || (params as unknown as SourceParams).onReadError === 'nodata'
}

/** Whether a source has a way to say that a pixel is invalid: a mask, a nodata value, NaN. */
export function canBeInvalid({ params, spec }: LazyNode, facts: ReadonlyMap<string, SourceFact>): boolean {
  const fact = facts.get(factKey(params))
  const masked = fact === undefined || isMaskedSource(params, fact)
  return masked || !isInteger(spec.dtype) || spec.bands.some(({ nodata }) => nodata !== null)
}

/** What the planner is told of a source. */
export function leafFacts(node: PlanNode, facts: ReadonlyMap<string, SourceFact>): LeafFacts {
  const fact = facts.get(factKey(node.params)) as SourceFact
  const { source } = fact
  // Ranges start at multiples of 16, and scratch requests are rounded up.
  return {
    masked: isMaskedSource(node.params, fact),
    codecBytes: source.maxEncodedBytes + source.decodeScratchBytes + 4096,
    libraryBytes: source.libraryBytes,
    encodedBytes: 0,
  }
}

/** Paths of a source's files: one list for all nodes that read it, so that a thread gets it once. */
const localPaths = new WeakMap<OpenedSource, readonly (string | null)[]>()

function pathsOf(opened: OpenedSource): readonly (string | null)[] {
  const known = localPaths.get(opened)
  if (known !== undefined) return known
  const paths = opened.files.map(localPath)
  localPaths.set(opened, paths)
  return paths
}

/** What threads are told of a source. */
export function leafSetup(node: PlanNode, index: number, facts: ReadonlyMap<string, SourceFact>): LeafSetup {
  const fact = facts.get(factKey(node.params)) as SourceFact
  const { layout } = fact.opened
  const { format, onReadError = 'fail' } = node.params as unknown as SourceParams
  return { node: index, format, layout, masked: isMaskedSource(node.params, fact), onReadError, paths: pathsOf(fact.opened) }
}
