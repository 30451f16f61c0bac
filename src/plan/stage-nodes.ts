import { type ChunkGrid, chunkCount, chunkGrid } from '../array/chunk-grid.js'
import { dtypes } from '../base/dtype.js'
import { flatten } from '../graph/graph.js'
import type { Registry } from '../graph/registry.js'
import type { SinkLevel } from '../graph/sink.js'
import { type LevelSums, levelSums } from './level-sums.js'
import type { Stage, StageRoot } from './plan.js'
import type { SumsRequest } from './plan-request.js'
import { type PlanNode, planNodes, type StoredLevel } from './resolved-graph.js'
import { simplify } from './simplify.js'
import { cutStages } from './stages.js'
import type { OutputFacts, PlanTarget } from './target.js'

/** What stages are made from. */
interface StageRequest {
  readonly targets: readonly PlanTarget[]
  readonly registry: Registry
  readonly stageSink: string
  readonly sums?: SumsRequest | null
}

/** An output whose pixels are put aside in files first, and how they are cut there. */
export interface ScratchStage {
  readonly output: number
  readonly chunk: readonly number[]
  readonly sink: string
  readonly writerBytes: number
  readonly chunkIndexBytes: number
}

/** The simplified graph with a node for every level of every output, and the stages that make them (not yet split). */
export function stageNodes(
  request: StageRequest,
  scratches: readonly ScratchStage[] = [],
): { nodes: PlanNode[]; stages: Stage[]; targets: OutputFacts[] } {
  const flat = flatten(request.targets.map((target) => target.node))
  const simple = simplify(planNodes(flat.graph, flat.specs), flat.roots, request.registry)
  const { nodes, roots, staged } = cutStages(simple.nodes, simple.roots, request.registry, request.targets.length)
  const targets = [...request.targets, ...staged.map(({ node }) => stageTarget(request, (nodes[node] as PlanNode).spec))]
  const byDepth: StageRoot[][] = []
  staged.forEach(({ node, depth }, at) => {
    const roots = (byDepth[depth] ??= [])
    roots.push({ output: request.targets.length + at, level: 0, node })
  })
  const sums = request.targets.map((target, output): LevelSums | null => {
    const place = [output, targets.length] as const
    const made = request.sums ? levelSums(nodes, target, baseValidity(target), place, request.sums, request.registry) : null
    if (made !== null && made.target !== null) targets.push(made.target)
    return made
  })
  const putAside = scratches.map((scratch): StageRoot[] => {
    const made = putInScratch(nodes, request.targets, scratch, roots[scratch.output] as number, targets.length)
    const root = { output: targets.push(made) - 1, level: 0, node: roots[scratch.output] as number }
    roots[scratch.output] = nodes.length - 1
    return [root]
  })
  const byLevel: StageRoot[][] = []
  request.targets.forEach((target, output) => {
    target.levels.forEach((level, index) => {
      const known = sums[output]?.levels.get(index)
      const node = level.made === null ? (roots[output] as number) : (known ?? levelNode(nodes, target, output, index))
      const made = (byLevel[2 * index] ??= [])
      made.push({ output, level: index, node })
      const ofSums = sums[output]?.ofSums.get(index)
      // What is summed up for a level comes before it, and what all levels need of the array right behind that.
      if (index === 0) byLevel[1] = [...(byLevel[1] ?? []), ...(sums[output]?.ofPixels ?? [])]
      else if (ofSums !== undefined) byLevel[2 * index - 1] = [...(byLevel[2 * index - 1] ?? []), ofSums]
    })
  })
  const stages = [...byDepth, putAside.flat(), ...byLevel].flatMap((group) => stagesOf(group ?? [], targets))
  const fromSums = new Set(sums.flatMap((each) => [...(each?.levels.values() ?? [])]))
  return { nodes, stages: stages.map((stage) => inPieces(stage, fromSums, targets)), targets }
}

/** Pixels along y and x of one plane that are made of sums at once: sums take many times the bytes of pixels. */
const sumsPiece = 256

/** Levels that are made of sums are made in pieces. */
function inPieces(stage: Stage, fromSums: ReadonlySet<number>, targets: readonly OutputFacts[]): Stage {
  const [first] = stage.roots
  if (first === undefined || !stage.roots.every(({ node }) => fromSums.has(node))) return stage
  const { chunk } = rootChunks(targets, first)
  const planes = chunk.slice(0, -2).reduce((product, extent) => product * extent, 1)
  const side = Math.max(64, Math.floor(sumsPiece / Math.sqrt(planes)))
  return { ...stage, split: chunk.map((extent, dim) => (dim < chunk.length - 2 ? 1 : Math.ceil(extent / side))) }
}

/** The output of a node that is put aside: each byte of pixels and mask is kept as 4/3 letters. */
function stageTarget({ stageSink }: StageRequest, spec: PlanNode['spec']): OutputFacts {
  const elements = spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  return {
    ...{ sink: stageSink, options: {}, target: '', levels: [{ spec, made: null }], notes: [], invalid: 'mask', isStage: true },
    storedNodata: spec.bands.map(() => null),
    ...{ scratchBytes: 0, libraryBytes: 0, resultBytes: 0 },
    chunkIndexBytes: Math.ceil((elements * (dtypes[spec.dtype].bytes + 1) * 4) / 3) + 256,
  }
}

/** Appends the node that reads what was put aside of an output; answers the output that it is put aside in. */
function putInScratch(
  nodes: PlanNode[],
  targets: readonly PlanTarget[],
  { output, chunk, sink, writerBytes, chunkIndexBytes }: ScratchStage,
  root: number,
  index: number,
): OutputFacts {
  const target = targets[output] as PlanTarget
  const { spec: made } = nodes[root] as PlanNode
  const spec = { ...made, chunks: chunkGrid(made.shape, chunk) }
  const known = storedValidity(target, spec)
  const validity = known === 'unknown' ? 'mask' : known
  nodes.push({
    op: 'stored',
    version: 1,
    inputs: [],
    params: { output: index, level: 0 },
    spec,
    stored: { output: index, level: 0, validity },
  })
  return {
    ...{ sink, options: { id: `${output}:${chunk.join('x')}`, validity }, target: '', levels: [{ spec, made: null }], notes: [] },
    ...{ invalid: target.invalid ?? 'untold', isStage: true, scratchFor: output, storedNodata: target.storedNodata },
    ...{ scratchBytes: writerBytes, libraryBytes: 0, resultBytes: 0, chunkIndexBytes },
  }
}

function baseValidity(target: PlanTarget): StoredLevel['validity'] {
  return storedValidity(target, (target.levels[0] as SinkLevel).spec)
}

function levelNode(nodes: PlanNode[], target: PlanTarget, output: number, index: number): number {
  const { levels, node } = target
  const { spec, made } = levels[index] as SinkLevel
  const { input, op, version, params } = made as NonNullable<SinkLevel['made']>
  const stored: PlanNode = {
    op: 'stored',
    version: 1,
    inputs: [],
    params: { output, level: input },
    spec: (levels[input] as SinkLevel).spec,
    stored: { output, level: input, validity: storedValidity(target, (levels[input] as SinkLevel).spec) },
  }
  const at = nodes.length
  nodes.push(stored, { op, version, inputs: [at], params, spec, stored: null })
  nodes.push({ op: node.op, version: node.version, inputs: [at + 1], params: node.params, spec, stored: null })
  return nodes.length - 1
}

/** How a level's validity reads back. A mask beside a chunk of several bands is one for all of them, which only reading tells. */
function storedValidity({ invalid, storedNodata }: OutputFacts, { chunks }: SinkLevel['spec']): StoredLevel['validity'] {
  const isPlane = chunks.chunk.slice(0, -2).every((extent) => extent === 1)
  if (invalid === 'mask') return isPlane ? 'mask' : 'unknown'
  if (invalid === 'none' || invalid === 'untold') return 'valid'
  const [nodata = null, ...others] = storedNodata
  return nodata === null || others.some((other) => other !== nodata) ? 'unknown' : { nodata }
}

/** Roots whose chunks lie alike share a stage, so that outputs over one grid find their tiles hot. */
function stagesOf(roots: readonly StageRoot[], targets: readonly OutputFacts[]): Stage[] {
  const groups = new Map<string, StageRoot[]>()
  for (const root of roots) {
    const chunks = rootChunks(targets, root)
    const key = JSON.stringify(chunks)
    groups.set(key, [...(groups.get(key) ?? []), root])
  }
  return [...groups.values()].map((group) => {
    const chunks = rootChunks(targets, group[0] as StageRoot)
    return {
      roots: group,
      taskCount: chunkCount(chunks) * group.length,
      split: chunks.chunk.map(() => 1),
      block: null,
      taskBytes: 0,
      exact: true,
    }
  })
}

function rootChunks(targets: readonly OutputFacts[], root: StageRoot): ChunkGrid {
  const level = (targets[root.output] as OutputFacts).levels[root.level] as SinkLevel
  return level.spec.chunks
}
