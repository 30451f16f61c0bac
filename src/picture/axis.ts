import { type Canvas, fillRect, type Rgb } from './canvas.js'
import { capHeight, drawText, textWidth } from './text.js'
import { niceTicks, type Ticks } from './ticks.js'

/** An axis along an edge of a frame: the values at its two ends (left to right, top to bottom), and where it is marked. */
export interface Axis {
  readonly from: number
  readonly to: number
  /** What the values are; under the axis, or above its top. */
  readonly label: string
  /** Marks of one's own; default: round numbers. */
  readonly ticks?: (most: number) => Ticks
}

/** Colours of a picture's parts. */
export const shades = {
  paper: [255, 255, 255],
  frame: [120, 120, 120],
  grid: [232, 232, 232],
  nothing: [236, 236, 236],
  faint: [110, 110, 110],
} as const satisfies Readonly<Record<string, Rgb>>

/** Length of a mark, and the space between it and its label. */
const tick = 4
const gap = 4
/** Least distance between marks of an axis at the left. */
export const leastRowsPx = 38

/** Marks of an axis that is so many pixels long. */
export function ticksOf(axis: Axis, lengthPx: number, leastPx: number): Ticks {
  const most = Math.max(2, Math.floor(lengthPx / leastPx))
  return axis.ticks === undefined ? niceTicks(axis.from, axis.to, most) : axis.ticks(most)
}

/** Columns that an axis at the left takes with its marks and labels. */
export function leftWidth(axis: Axis, lengthPx: number): number {
  return tick + gap + Math.max(0, ...ticksOf(axis, lengthPx, leastRowsPx).labels.map((label) => textWidth(label)))
}

/** Rows that an axis at the bottom takes. */
export function bottomHeight(axis: Axis): number {
  return tick + gap + capHeight + (axis.label === '' ? 0 : capHeight + 10)
}

/** Where a value of an axis lies, in pixels from its first end. */
export function placeOn({ from, to }: Axis, value: number, lengthPx: number): number {
  return ((value - from) / (to - from)) * lengthPx
}

/** Pixels by which labels may reach over the ends of an axis. */
export interface Room {
  readonly leftPx: number
  readonly rightPx: number
}

const openRoom: Room = { leftPx: Number.POSITIVE_INFINITY, rightPx: Number.POSITIVE_INFINITY }

/**
 * Draws an axis under a frame whose inside begins at (x, y) and is so many pixels wide; `y` is the first row below. Labels that would
 * reach over an end by more than there is room for are left out, and so are those that would touch the one before.
 */
export function drawBottom(canvas: Canvas, axis: Axis, x: number, y: number, width: number, room: Room = openRoom): void {
  const most = widestLabel(axis, width)
  const { values, labels } = ticksOf(axis, width, most + 26)
  let free = Number.NEGATIVE_INFINITY
  values.forEach((value, at) => {
    const column = x + Math.min(width - 1, Math.round(placeOn(axis, value, width) - 0.5))
    if (column < x - 1 || column > x + width) return
    fillRect(canvas, column, y, 1, tick, shades.frame)
    const label = labels[at] as string
    const half = textWidth(label) / 2
    if (column - half < x - room.leftPx || column + half > x + width + room.rightPx) return
    // A label at an end may reach over it, as far as there is paper.
    const middle = Math.min(canvas.width - half - 2, Math.max(half + 1, column))
    if (middle - half < free) return
    free = middle + half + 6
    drawText(canvas, label, Math.round(middle), y + tick + gap, { align: 'center' })
  })
  if (axis.label === '') return
  // A long one begins before the frame rather than reach into what stands at its right.
  const half = Math.ceil(textWidth(axis.label) / 2)
  drawText(canvas, axis.label, Math.max(half + 2, Math.min(x + Math.round(width / 2), x + width - half)), y + tick + gap + capHeight + 9, {
    align: 'center',
    color: shades.faint,
  })
}

/** Width of the widest label that the axis would have with many marks. */
function widestLabel(axis: Axis, width: number): number {
  return Math.max(0, ...ticksOf(axis, width, 80).labels.map((label) => textWidth(label)))
}

/** Draws an axis at the left of a frame whose inside begins at (x, y) and is so many pixels high. */
export function drawLeft(canvas: Canvas, axis: Axis, x: number, y: number, height: number, hasLabels = true): void {
  const { values, labels } = ticksOf(axis, height, leastRowsPx)
  values.forEach((value, at) => {
    const row = y + Math.min(height - 1, Math.round(placeOn(axis, value, height) - 0.5))
    if (row < y - 1 || row > y + height) return
    fillRect(canvas, x - 1 - tick, row, tick, 1, shades.frame)
    if (hasLabels) drawText(canvas, labels[at] as string, x - 2 - tick - gap, row - Math.floor(capHeight / 2), { align: 'right' })
  })
}
