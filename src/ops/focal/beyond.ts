import type { Kit } from '../../graph/op.js'
import type { Rect } from './halo.js'
import type { FocalEdge } from './neighbourhood.js'
import type { ReadStrip } from './strips.js'

/** Rows that may lie beyond an array, of columns [from, to) that may. */
export interface Beyond {
  readonly read: ReadStrip
  readonly edges: Rect
  readonly rule: FocalEdge
  readonly wide: boolean
  readonly from: number
  readonly to: number
}

/** The index within [low, high) that stands for one beyond it; null for none. */
export function indexBeyond(index: number, low: number, high: number, rule: FocalEdge): number | null {
  if (index >= low && index < high) return index
  if (rule === 'nearest') return index < low ? low : high - 1
  const extent = high - low
  const turn = (period: number): number => (((index - low) % period) + period) % period
  if (rule === 'reflect') {
    const at = turn(2 * extent)
    return low + (at < extent ? at : 2 * extent - 1 - at)
  }
  if (rule !== 'mirror') return null
  if (extent === 1) return low
  const at = turn(2 * extent - 2)
  return low + (at < extent ? at : 2 * extent - 2 - at)
}

/** Reads rows of a plane as if it went on beyond its edges by a rule. */
export function beyondEdge(kit: Kit, { read, edges, rule, wide, from, to }: Beyond): (row: number, target: number) => void {
  const Values = wide ? Float64Array : Float32Array
  const itemBytes = wide ? 8 : 4
  const nothing = typeof rule === 'number' ? rule : Number.NaN
  const [first, last] = [Math.max(from, edges.x0), Math.min(to, edges.x1)]
  return (row, target) => {
    const strip = new Values(kit.memory.buffer, target, to - from)
    const stored = indexBeyond(row, edges.y0, edges.y1, rule)
    if (stored === null) {
      strip.fill(nothing)
      return
    }
    read(stored, first, last, target + (first - from) * itemBytes)
    for (let column = from; column < to; column++) {
      if (column === first) column = last
      if (column >= to) break
      const at = indexBeyond(column, edges.x0, edges.x1, rule)
      strip[column - from] = at === null ? nothing : (strip[at - from] as number)
    }
  }
}
