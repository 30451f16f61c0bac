import { type Turn, turnsOf } from '../array/turns.js'
import { clip, type Window } from '../array/window.js'
import type { ArraySpec } from '../graph/spec.js'
import type { PlanNode, ResolvedGraph } from './resolved-graph.js'

/**
 * A demanded window as a node can give it: clipped to its array, but along x without end where the array goes round and the columns beyond its
 * edge can be had. What is not finite means the edge.
 */
export function clipDemand(graph: ResolvedGraph, node: number, wanted: Window): Window {
  const { spec } = graph.nodes[node] as PlanNode
  if (isWithin(wanted, spec.shape)) return wanted
  const clipped = clip(wanted, spec.shape)
  const x = spec.dims.indexOf('x')
  const [start, stop] = [wanted.start[x] as number, wanted.stop[x] as number]
  if (spec.periodX === null || !Number.isFinite(start) || !Number.isFinite(stop) || !goesRound(graph, node)) return clipped
  return { start: clipped.start.with(x, start), stop: clipped.stop.with(x, stop) }
}

function isWithin({ start, stop }: Window, shape: readonly number[]): boolean {
  for (let dim = 0; dim < shape.length; dim++) {
    if (!((start[dim] as number) >= 0 && (stop[dim] as number) <= (shape[dim] as number))) return false
  }
  return true
}

/** By graph: for each node, whether columns beyond its edge can be had. */
const goingRound = new WeakMap<ResolvedGraph, readonly boolean[]>()

/**
 * Whether columns beyond a node's edge can be had: tiles of a source are read on the other side of it, and ops that touch each pixel by itself,
 * only move it or look at its neighbours have what their inputs have. Stored levels end where they end: a pyramid is made within its array.
 */
function goesRound(graph: ResolvedGraph, node: number): boolean {
  const known = goingRound.get(graph)
  if (known !== undefined) return known[node] as boolean
  const found: boolean[] = []
  graph.nodes.forEach(({ spec, stored, inputs }, at) => {
    const card = graph.card(at)
    const moves = card !== undefined && (card.leaf || card.elementwise || card.movesPixels || card.goesRound === true)
    const isPassed = (input: number): boolean => !(graph.nodes[input] as PlanNode).spec.dims.includes('x') || (found[input] as boolean)
    found.push(spec.periodX !== null && stored === null && moves && (card.leaf || inputs.every(isPassed)))
  })
  goingRound.set(graph, found)
  return found[node] as boolean
}

/** The parts of a leaf's window: more than one where it reaches over the seam of an array that goes round. */
export function leafTurns({ dims, shape, periodX }: ArraySpec, window: Window): Turn[] {
  if (periodX === null) return [{ stored: window, shift: 0 }]
  const x = dims.indexOf('x')
  return turnsOf(window, x, shape[x] as number, periodX)
}
