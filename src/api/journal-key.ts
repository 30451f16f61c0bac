import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../base/json.js'
import { gridFiles } from '../geo/datum-grids.js'
import type { Fingerprint } from '../graph/source.js'
import { publicUri } from '../io/public-uri.js'
import type { PlanIdentity } from '../plan/build.js'

/**
 * What a run's journal is kept under: nodes, sink options, the levels' grids, and the fingerprints of the sources' files by uri. Workers,
 * budget, pieces, order and what is put aside on the way are not in it: they change no byte. Neither are the signatures in uris.
 */
export function journalKey(plan: PlanIdentity, fingerprints: ReadonlyMap<string, Fingerprint>): JsonObject {
  const outputs = plan.outputs.map(({ sink, options, levels }) => ({
    sink,
    options,
    levels: levels.map(({ spec, made }) => ({ shape: spec.shape, chunk: spec.chunks.chunk, made })),
  }))
  const nodes = plan.nodes.map(({ op, version, inputs, params, stored }) => ({ op, version, inputs, params, stored }))
  const sources = Object.fromEntries(
    [...fingerprints].map(([uri, files]) => [publicUri(uri), files.map(({ size, changed }) => ({ size, changed }))]),
  )
  const withoutSecrets = (name: string, value: unknown): unknown => (name === 'uri' ? publicUri(String(value)) : value)
  // Only where there are some, so that runs without them keep the keys that they have.
  const grids = gridFiles().map(({ name, bytes }) => ({ name, hash: createHash('sha256').update(bytes).digest('hex') }))
  const moved = grids.length === 0 ? {} : { grids }
  return JSON.parse(JSON.stringify({ outputs, sources, nodes, ...moved }, withoutSecrets)) as Record<string, Json>
}
