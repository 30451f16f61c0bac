import { basename } from 'node:path'
import { chunkWindow } from '../array/chunk-grid.js'
import { clip } from '../array/window.js'
import type { JsonObject } from '../base/json.js'
import type { UnreadableTile } from '../exec/task-result.js'
import { publicUri } from '../io/public-uri.js'
import type { SourceParams } from '../ops/source.js'
import type { Plan } from '../plan/plan.js'
import type { PlanNode } from '../plan/resolved-graph.js'

/** A tile of a source that could not be read, and whose pixels were taken as invalid. */
export interface UnreadableArea {
  /** Name of the file, without its directory. */
  readonly source: string
  readonly tile: number
  /** The tile's pixels in the source: index along each of its dims, half-open. */
  readonly start: readonly number[]
  readonly stop: readonly number[]
  /** What went wrong. */
  readonly reason: string
}

/** Unreadable tiles as people and outputs are told of them, by source and tile. */
export function unreadableAreas(plan: Plan, tiles: readonly UnreadableTile[]): UnreadableArea[] {
  return tiles
    .map(({ node, tile, reason }) => {
      const { params, spec } = plan.nodes[node] as PlanNode
      const { start, stop } = clip(chunkWindow(spec.chunks, tile), spec.shape)
      return { source: basename(publicUri((params as unknown as SourceParams).uri)), tile, start, stop, reason }
    })
    .sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.tile - b.tile))
}

/** What an output's metadata say of unreadable tiles: nothing where there are none. Without reasons, which name paths of this machine. */
export function unreadableMetadata(areas: readonly UnreadableArea[]): JsonObject {
  return areas.length === 0 ? {} : { unreadable: areas.map(({ source, start, stop }) => ({ source, start: [...start], stop: [...stop] })) }
}
