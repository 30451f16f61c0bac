import { hashPlainJson } from '../graph/graph.js'
import { type Candidate, candidate } from './candidate.js'
import { nodeNotes, nodeWarnings } from './notes.js'
import type { NodePlace, Plan, PlanNote, PlanOutput, SourceUse } from './plan.js'
import type { PlanRequest } from './plan-request.js'
import { chooseRechunks } from './rechunk.js'
import type { ResolvedGraph } from './resolved-graph.js'
import { sourceUses } from './source-uses.js'
import type { OutputFacts } from './target.js'

/** What decides the bytes of the outputs, the same whether or not pixels are put aside on the way. */
export type PlanIdentity = Pick<Plan, 'nodes' | 'outputs'>

/** A plan as far as a run needs it: `sources` and `notes` are empty. They are for people, and take as long to find out as all the rest. */
export interface DecidedPlan {
  readonly plan: Plan
  readonly identity: PlanIdentity
  /** Scratch of each output's writer. */
  readonly sinkScratch: readonly number[]
  /** How often each source's tiles will be wanted and decoded. */
  uses(): SourceUse[]
  /** What the ops have to say, warnings first. */
  notes(): PlanNote[]
  /** The warnings alone. They take no time to speak of, and every run asks for them. */
  warnings(): PlanNote[]
}

/** Decides a run, and finds out all that is to be said of it. Throws `E_BUDGET` when it cannot fit. */
export function buildPlan(request: PlanRequest): Plan {
  const { plan, uses, notes } = decidePlan(request)
  return { ...plan, sources: uses(), notes: notes() }
}

/** Decides a run: graph and outputs to stages, pieces, workers and bytes. Throws `E_BUDGET` when it cannot fit. */
export function decidePlan(request: PlanRequest): DecidedPlan {
  const direct = candidate(request, [])
  const { chosen, choices } = chooseRechunks(request, direct)
  const { nodes, targets, context, facts, fitted, slotBytes } = chosen
  const plan: Plan = {
    nodes,
    outputs: targets.map(planOutput),
    stages: fitted.stages,
    sources: [],
    places: nodePlaces(context.graph, targets),
    notes: [],
    rechunks: choices,
    memory: fitted.memory,
    hash: planHash(direct),
    recipe: request.recipe,
  }
  return {
    plan,
    identity: { nodes: direct.nodes, outputs: direct.targets.map(planOutput) },
    sinkScratch: targets.map(({ scratchBytes }) => scratchBytes),
    uses: () => sourceUses(context, fitted, slotBytes, facts),
    notes: () => [...nodeWarnings(context.graph), ...nodeNotes(context.graph)],
    warnings: () => nodeWarnings(context.graph),
  }
}

function planOutput({ sink, options, target, levels, notes, invalid, spools, isStage, scratchFor, holdsSums }: OutputFacts): PlanOutput {
  return {
    ...{ sink, options, target, levels, notes },
    ...(invalid && { invalid }),
    ...(spools && { spools }),
    ...(isStage && { isStage }),
    ...(scratchFor !== undefined && { scratchFor }),
    ...(holdsSums && { holdsSums }),
  }
}

/** Hash of what decides the bytes of the outputs. */
function planHash({ nodes, targets }: Pick<Candidate, 'nodes' | 'targets'>): string {
  const outputs = targets.map(({ sink, options, levels }) => ({
    sink,
    options,
    levels: levels.map(({ spec, made }) => ({ shape: spec.shape, chunk: spec.chunks.chunk, made })),
  }))
  const data = nodes.map(({ op, version, inputs, params, stored }) => ({
    op,
    version,
    inputs,
    params,
    stored,
  }))
  return hashPlainJson({ data, outputs })
}

function nodePlaces(graph: ResolvedGraph, outputs: readonly PlanOutput[]): NodePlace[] {
  return graph.nodes.map((node, index) => {
    if (node.stored !== null) {
      return { node: index, storage: 'store', why: whyStored(outputs[node.stored.output]) }
    }
    if (graph.isLeaf(index)) return { node: index, storage: 'kept', why: 'decoded tiles stay until their last use' }
    if (graph.fusedInto(index) >= 0)
      return {
        node: index,
        storage: 'inline',
        why: `elementwise with one consumer: computed in strips inside node ${graph.fusedInto(index)}`,
      }
    return { node: index, storage: 'task', why: 'one block in the arena, freed after its last reader' }
  })
}

function whyStored(output: PlanOutput | undefined): string {
  if (output?.holdsSums) return `sums that levels of output ${output.scratchFor} are made of, put aside in scratch files`
  if (output?.scratchFor !== undefined) return `put aside in scratch files on the way to the chunks of output ${output.scratchFor}`
  return output?.isStage ? 'made whole in a stage of its own, and put aside' : 'read back from the output being written'
}
