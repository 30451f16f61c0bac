import type { Window } from './window.js'

/** A part of a window over an array that goes round along one dim. */
export interface Turn {
  /** The part within the array. */
  readonly stored: Window
  /** What must be added to its indices along the dim to get the window's. */
  readonly shift: number
}

/**
 * The parts of a window that may reach beyond an array which repeats along `dim` after `period` elements, in ascending order; the window itself
 * where it lies within the array (`extent` elements, at least `period`).
 */
export function turnsOf(window: Window, dim: number, extent: number, period: number): Turn[] {
  const start = window.start[dim] as number
  const stop = window.stop[dim] as number
  if (start >= 0 && stop <= extent) return [{ stored: window, shift: 0 }]
  const turns: Turn[] = []
  for (let shift = Math.floor(start / period) * period; shift < stop; shift += period) {
    const from = Math.max(start, shift) - shift
    const to = Math.min(stop, shift + period) - shift
    turns.push({ stored: { start: window.start.with(dim, from), stop: window.stop.with(dim, to) }, shift })
  }
  return turns
}
