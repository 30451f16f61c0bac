import type { Json, JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import { ownLabels } from '../graph/labels.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { applyOp } from './apply.js'

/** A piece of an array along a dim, as the op `take` has it. */
export type Part = { readonly start: number; readonly count: number; readonly step: number } | { readonly blank: number }

/** What a piece-wise selection has along its dim: labels (undefined: none) and grid. By default those of the array. */
export interface TakeLabels {
  readonly coord: Coord | undefined
  readonly geobox: GeoBox | null
}

/** A node of pieces of another along a dim. */
export function takeNode(
  node: LazyNode,
  dim: string,
  parts: readonly Part[],
  { coord, geobox }: TakeLabels = keptLabels(node.spec, dim),
): LazyNode {
  const kept = parts.filter((part) => ('blank' in part ? part.blank : part.count) > 0)
  return applyOp(
    'take',
    {
      dim,
      parts: kept as unknown as Json,
      coord: (coord ?? null) as unknown as JsonObject | null,
      geobox: geobox as unknown as JsonObject | null,
    },
    [node],
  )
}

/** The labels and the grid that an array has. */
export function keptLabels(spec: ArraySpec, dim: string): TakeLabels {
  return { coord: spec.coords[dim], geobox: spec.geobox }
}

/** Indices as pieces: neighbours with one step between them are one; -1 is a pixel that is invalid. */
export function partsOf(indices: readonly number[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < indices.length; ) {
    const start = indices[at] as number
    let count = 1
    if (start < 0) {
      while (at + count < indices.length && (indices[at + count] as number) < 0) count++
      parts.push({ blank: count })
    } else {
      const step = (indices[at + 1] ?? -1) < 0 ? 1 : (indices[at + 1] as number) - start
      while (at + count < indices.length && (indices[at + count] as number) >= 0 && indices[at + count] === start + count * step) count++
      parts.push({ start, count, step: count === 1 ? 1 : step })
    }
    at += count
  }
  return parts
}

/** The labels of a dim without the help of a grid: what a result without one keeps. */
export function plainLabels(spec: ArraySpec, dim: string): TakeLabels {
  return { coord: ownLabels(spec, dim), geobox: null }
}
