import { dtypes } from '../base/dtype.js'
import { checkTileCounts } from './fit.js'
import { fitStages, keptBytes } from './fit-memory.js'
import type { LeafFacts, PlanRequest, WholeRequest } from './plan-request.js'
import { isMasked, type PlanNode, resolveGraph } from './resolved-graph.js'
import { blockOf } from './shared-extents.js'
import type { Surveyed } from './source-uses.js'
import { type ScratchStage, stageNodes } from './stage-nodes.js'
import type { OutputFacts } from './target.js'
import type { TaskContext } from './task.js'

/** One way to run what is asked for: its nodes, outputs and stages, and the memory that they run in. */
export interface Candidate {
  readonly nodes: readonly PlanNode[]
  /** Outputs asked for, and then what is put aside. */
  readonly targets: readonly OutputFacts[]
  readonly context: TaskContext
  readonly facts: readonly (LeafFacts | null)[]
  readonly fitted: Surveyed
  /** Bytes of a leaf's decoded tile. */
  readonly slotBytes: (leaf: number) => number
}

/** Works out how a request runs where some outputs go by way of scratch files. Throws `E_BUDGET` when it cannot fit. */
export function candidate(asked: PlanRequest, scratches: readonly ScratchStage[]): Candidate {
  const { nodes, stages, targets } = stageNodes(asked, scratches)
  const request: WholeRequest = { ...asked, targets }
  const graph = resolveGraph(nodes, asked.registry)
  const facts = nodes.map((node, index) => (graph.isLeaf(index) ? leafFactsOf(node, request) : null))
  const slotBytes = (leaf: number): number => tileBytes(nodes[leaf] as PlanNode, facts[leaf]?.masked ?? false)
  const context: TaskContext = {
    graph,
    outputs: targets,
    leafMasked: (node) => facts[node]?.masked ?? true,
    sinkScratch: targets.map((target) => target.scratchBytes),
  }
  checkTileCounts(context, asked.maxMemory, keptBytes(targets).index)
  const codecs = Math.max(0, ...facts.map((fact) => fact?.codecBytes ?? 0))
  const libraries = Math.max(0, ...facts.map((fact) => fact?.libraryBytes ?? 0), ...targets.map((target) => target.libraryBytes))
  const ordered = stages.map((stage) => ({ ...stage, block: blockOf(context, stage) }))
  const fitted = fitStages(context, ordered, request, { codecs, libraries }, slotBytes)
  return { nodes, targets, context, facts, fitted, slotBytes }
}

function leafFactsOf(node: PlanNode, request: WholeRequest): LeafFacts {
  if (node.stored === null) return request.leafFacts(node)
  const target = request.targets[node.stored.output] as OutputFacts
  return { masked: isMasked(node.stored), codecBytes: target.scratchBytes, libraryBytes: target.libraryBytes, encodedBytes: 0 }
}

function tileBytes(node: PlanNode, masked: boolean): number {
  const elements = node.spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  return elements * (dtypes[node.spec.dtype].bytes + (masked ? 1 : 0)) + 128
}
