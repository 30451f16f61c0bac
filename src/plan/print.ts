import { fullWindow, sizeOf } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { dtypes } from '../base/dtype.js'
import type { JsonObject } from '../base/json.js'
import type { ArraySpec } from '../graph/spec.js'
import { diskNeed, diskText } from './disk.js'
import { type Plan, type PlanOutput, type Stage, taskTotal } from './plan.js'
import { inputText, table } from './table.js'

/** A plan for a person: what is written, where each node's pixels live, what is read how often, and how the memory promise adds up. */
export function formatPlan(plan: Plan): string {
  const { memory } = plan
  const isCalling = memory.started < memory.workers ? ', the calling thread among them' : ''
  const threads =
    memory.workers === 0 ? 'on the calling thread' : `on ${memory.workers} worker${memory.workers === 1 ? '' : 's'}${isCalling}`
  const notes = plan.outputs.flatMap((output) => output.notes.map(({ kind, text }) => `${kind}: ${output.target || output.sink}: ${text}`))
  for (const { output, text } of plan.rechunks) notes.unshift(`rechunk: ${plan.outputs[output]?.target || `output ${output}`}: ${text}`)
  for (const { node, kind, text } of plan.notes) notes.push(`${kind}: node ${node} ${plan.nodes[node]?.op}: ${text}`)
  notes.sort((one, other) => Number(other.startsWith('warning: ')) - Number(one.startsWith('warning: ')))
  const disk = diskText(plan)
  const parts = [
    `Plan ${plan.hash.slice(0, 12)}: ${taskTotal(plan)} task${taskTotal(plan) === 1 ? '' : 's'} in ${plan.stages.length} stage${plan.stages.length === 1 ? '' : 's'}, ${threads}, at most ${formatBytes(memory.promise)} of memory`,
    outputTable(plan),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    nodeTable(plan),
    sourceTable(plan),
    stageTable(plan),
    ...(disk === null ? [] : [disk]),
    memoryTable(plan),
  ]
  return parts.join('\n\n')
}

/** A plan as data: the same facts as the table. */
export function planToJson(plan: Plan): JsonObject {
  return JSON.parse(
    JSON.stringify({
      hash: plan.hash,
      recipe: plan.recipe,
      tasks: taskTotal(plan),
      outputs: plan.outputs.map(({ sink, target, options, levels, notes, invalid }) => ({
        sink,
        target,
        options,
        notes,
        invalid,
        levels: levels.map(({ spec }) => ({
          dims: spec.dims,
          shape: spec.shape,
          dtype: spec.dtype,
          chunks: spec.chunks.chunk,
          bands: spec.bands,
        })),
      })),
      nodes: plan.nodes.map((node, index) => ({
        op: node.op,
        inputs: node.inputs,
        dims: node.spec.dims,
        shape: node.spec.shape,
        dtype: node.spec.dtype,
        storage: plan.places[index]?.storage,
        why: plan.places[index]?.why,
      })),
      notes: plan.notes,
      rechunks: plan.rechunks,
      sources: plan.sources,
      stages: plan.stages,
      memory: plan.memory,
      disk: diskNeed(plan),
    }),
  ) as JsonObject
}

function outputTable(plan: Plan): string {
  const rows = plan.outputs.flatMap(({ sink, target, levels, invalid, isStage, scratchFor, holdsSums }) =>
    levels.map(({ spec, made }, level) => [
      level === 0 ? sink : '',
      level === 0
        ? target || (holdsSums ? '(sums, scratch)' : scratchFor !== undefined ? '(scratch)' : isStage ? '(put aside)' : '(memory)')
        : '',
      String(level),
      spec.shape.join(' x '),
      spec.dtype,
      formatBytes(sizeOf(fullWindow(spec.shape)) * dtypes[spec.dtype].bytes),
      spec.chunks.chunk.join(' x '),
      nodataText(spec, invalid),
      made === null ? '' : inputText(made.params),
    ]),
  )
  return table(['Output', 'Target', 'Level', 'Shape', 'Dtype', 'Pixels', 'Chunks', 'Nodata', 'Made by'], rows)
}

const withoutValue = { value: '-', mask: 'mask', none: 'none needed', untold: 'none' } as const

/** What tells invalid pixels: the nodata value of all bands or of each, a mask, nothing. */
function nodataText({ bands }: ArraySpec, invalid: PlanOutput['invalid']): string {
  const values = [...new Set(bands.map(({ nodata }) => (nodata === null ? withoutValue[invalid ?? 'value'] : String(nodata))))]
  return values.length > 4 ? `${values.slice(0, 3).join(', ')}, ...` : values.join(', ')
}

function nodeName({ outputs }: Plan, { stored, op }: Plan['nodes'][number]): string {
  if (stored === null) return op
  if (outputs[stored.output]?.holdsSums) return `stored sums ${stored.level}`
  return outputs[stored.output]?.isStage ? `stored output ${stored.output}` : `stored level ${stored.level}`
}

function nodeTable(plan: Plan): string {
  const rows = plan.nodes.map((node, index) => [
    String(index),
    nodeName(plan, node),
    node.inputs.length > 8 ? `${node.inputs.length} inputs` : node.inputs.join(' '),
    node.spec.shape.join(' x '),
    node.spec.dtype,
    plan.places[index]?.storage ?? '',
    plan.places[index]?.why ?? '',
  ])
  return table(
    ['Node', 'Op', 'Inputs', 'Shape', 'Dtype', 'Lives', 'Because'],
    rows.length > 60 ? [...rows.slice(0, 50), ['...', `${rows.length - 50} more`, '', '', '', '', '']] : rows,
  )
}

function sourceTable(plan: Plan): string {
  const rows = plan.sources
    .slice(0, 50)
    .map((use) => ({ use, bound: use.exact ? '' : '<= ' }))
    .map(({ use, bound }) => [
      String(use.node),
      use.format,
      shortUri(use.uri),
      String(use.tiles),
      `${bound}${use.reads}`,
      use.tiles === 0 ? '-' : `${bound}x${(use.reads / use.tiles).toFixed(2)}`,
      use.tiles === 0 ? '-' : `${bound}x${(use.wants / use.tiles).toFixed(2)}`,
    ])
  return table(['Node', 'Format', 'Source', 'Tiles', 'Reads', 'Each read', 'If none kept'], rows)
}

function stageTable(plan: Plan): string {
  const rows = plan.stages.map((stage, index) => [
    String(index),
    stage.roots.map(({ output, level }) => (level === 0 ? `output ${output}` : `output ${output} level ${level}`)).join(', '),
    String(stage.taskCount),
    piecesText(stage),
    `${stage.exact ? '' : '<= '}${formatBytes(stage.taskBytes)}`,
  ])
  return table(['Stage', 'Makes', 'Tasks', 'A chunk is made', 'Largest task'], rows)
}

function piecesText(stage: Stage): string {
  const pieces = stage.split.reduce((product, count) => product * count, 1)
  return pieces === 1 ? 'whole' : `in ${pieces} pieces`
}

function threadsText(started: number): string {
  return started === 1 ? 'the worker thread itself' : `worker threads themselves x ${started}`
}

function memoryTable({ memory }: Plan): string {
  const threads = Math.max(1, memory.workers)
  const each = threads === 1 ? '' : ` x ${threads}`
  const rows = [
    ['this process as it is', formatBytes(memory.baseline)],
    ...(memory.result > 0 ? [['result, pixels and validity', formatBytes(memory.result)]] : []),
    ['main thread: journal, headers, fetched bytes, garbage', formatBytes(memory.main)],
    ...(memory.started > 0 ? [[threadsText(memory.started), formatBytes(memory.workerBase * memory.started)]] : []),
    [
      `arena${each}: codecs ${formatBytes(memory.codecs)}, tiles ${formatBytes(memory.tiles)}, task ${formatBytes(memory.task)}`,
      formatBytes(memory.arena * threads),
    ],
    [`state of the ops, memory of codec libraries${each}`, formatBytes(memory.state * threads)],
    ['promised', formatBytes(memory.promise)],
    ...(memory.promise > memory.maxMemory
      ? [['of it beyond maxMemory: this process beyond a bare one, garbage of its heaps', formatBytes(memory.promise - memory.maxMemory)]]
      : []),
    ['allowed (maxMemory)', formatBytes(memory.maxMemory)],
  ]
  return table(['Memory', 'Bytes'], rows as string[][])
}

function shortUri(uri: string): string {
  const parts = uri.split(/[\\/]/)
  return parts.length > 3 ? `.../${parts.slice(-2).join('/')}` : uri
}
