import type { OutBlock, Validity } from '../array/block.js'
import { chunkWindow } from '../array/chunk-grid.js'
import { shapeOf, sizeOf, type Window } from '../array/window.js'
import type { ChunkRecord, SinkWriter } from '../graph/sink.js'
import type { TileSlot } from '../graph/source.js'
import type { PlanNode } from '../plan/resolved-graph.js'
import type { Arena } from './arena.js'

/** Reads a stored chunk into a slot of nominal shape; edge chunks are read compactly and spread out, last row first. */
export function readStoredTile(
  writer: SinkWriter,
  level: number,
  chunk: number,
  record: ChunkRecord,
  slot: TileSlot,
  spec: PlanNode['spec'],
  kit: Arena,
): Validity {
  const window = chunkWindow(spec.chunks, chunk)
  const elements = sizeOf(window)
  const mask = slot.mask === null ? new Uint8Array(0) : slot.mask.subarray(0, elements)
  const out: OutBlock = { window, data: slot.data.subarray(0, elements), mask, valid: mask }
  writer.read(level, chunk, record, out, kit)
  spread(slot.data, window, spec.chunks.chunk)
  if (!(out.valid instanceof Uint8Array)) return out.valid
  spread(slot.mask as Uint8Array, window, spec.chunks.chunk)
  return slot.mask
}

/** Moves compact C-order elements of a window to the places that they have in an array of the nominal shape, in place. */
export function spread(data: TileSlot['data'], window: Window, nominal: readonly number[]): void {
  const shape = shapeOf(window)
  const run = shape[shape.length - 1] as number
  const rows = sizeOf(window) / run
  if (shape.every((extent, dim) => dim === 0 || extent === nominal[dim])) return
  for (let row = rows - 1; row > 0; row--) {
    let rest = row
    let target = 0
    let stride = nominal[nominal.length - 1] as number
    for (let dim = shape.length - 2; dim >= 0; dim--) {
      target += (rest % (shape[dim] as number)) * stride
      rest = Math.floor(rest / (shape[dim] as number))
      stride *= nominal[dim] as number
    }
    data.copyWithin(target, row * run, (row + 1) * run)
  }
}
