import { shades } from './axis.js'
import { type Canvas, fillRect, type Rgb, strokeRect } from './canvas.js'
import { capHeight, drawText, textWidth } from './text.js'
import { niceTicks } from './ticks.js'

/** What colours mean: a bar of a range of values. */
export interface ColorBar {
  readonly kind: 'bar'
  readonly colors: readonly Rgb[]
  readonly from: number
  readonly to: number
  /** Beside the bar, reading upwards. */
  readonly label: string
  /** Whether values lie below, and above, what the bar shows: it ends in a point there. */
  readonly below: boolean
  readonly above: boolean
}

/** What colours mean: a list of classes. */
export interface Legend {
  readonly kind: 'legend'
  readonly entries: readonly { readonly color: Rgb; readonly label: string }[]
}

/** A bar or a list. */
export type Key = ColorBar | Legend

const barWidth = 14
const space = 14
const rowHeight = 18
/** Columns kept for the labels of a bar whose range is not known yet (it has no colours). */
const barLabels = 48

/** Columns that a key takes at the right of a frame. */
export function keyWidth(key: Key): number {
  if (key.kind === 'bar') return space + barWidth + 9 + labelsWidth(key) + (key.label === '' ? 4 : 20)
  return space + 12 + 6 + Math.max(0, ...key.entries.map(({ label }) => textWidth(label))) + 8
}

function labelsWidth({ colors, from, to }: ColorBar): number {
  return colors.length === 0 ? barLabels : Math.max(20, ...niceTicks(from, to, 8).labels.map((label) => textWidth(label)))
}

/** Rows that a key needs at least: a list must be seen whole. */
export function keyHeight(key: Key): number {
  return key.kind === 'bar' ? 0 : key.entries.length * rowHeight
}

/** Draws a key at the right of a frame: from column `x`, beside the rows from `y` on. */
export function drawKey(canvas: Canvas, key: Key, x: number, y: number, height: number): void {
  if (key.kind === 'bar') drawBar(canvas, key, x + space, y, height)
  else drawLegend(canvas, key, x + space, y)
}

function drawLegend(canvas: Canvas, { entries }: Legend, x: number, y: number): void {
  entries.forEach(({ color, label }, at) => {
    const top = y + at * rowHeight
    fillRect(canvas, x, top, 12, 12, color)
    strokeRect(canvas, x, top, 12, 12, shades.frame)
    drawText(canvas, label, x + 19, top + 2)
  })
}

function drawBar(canvas: Canvas, { colors, from, to, label, below, above }: ColorBar, x: number, y: number, height: number): void {
  const tip = 10
  const top = y + (above ? tip : 0)
  const length = height - (above ? tip : 0) - (below ? tip : 0)
  for (let row = 0; row < length; row++) {
    const color = colors[Math.min(colors.length - 1, Math.floor(((length - row - 0.5) / length) * colors.length))] as Rgb
    fillRect(canvas, x, top + row, barWidth, 1, color)
  }
  if (above) drawTip(canvas, x, y, tip, colors[colors.length - 1] as Rgb, true)
  if (below) drawTip(canvas, x, top + length, tip, colors[0] as Rgb, false)
  fillRect(canvas, x - 1, top, 1, length, shades.frame)
  fillRect(canvas, x + barWidth, top, 1, length, shades.frame)
  if (!above) fillRect(canvas, x - 1, top - 1, barWidth + 2, 1, shades.frame)
  if (!below) fillRect(canvas, x - 1, top + length, barWidth + 2, 1, shades.frame)
  const { values, labels } = niceTicks(from, to, Math.max(2, Math.floor(length / 34)), 2)
  values.forEach((value, at) => {
    const row = top + Math.min(length - 1, Math.max(0, Math.round(((to - value) / (to - from)) * length - 0.5)))
    fillRect(canvas, x + barWidth + 1, row, 4, 1, shades.frame)
    drawText(canvas, labels[at] as string, x + barWidth + 9, row - Math.floor(capHeight / 2))
  })
  if (label !== '') {
    const beside = x + barWidth + 8 + Math.max(20, ...labels.map((each) => textWidth(each))) + 9
    drawText(canvas, label, beside, y + Math.round(height / 2), { upwards: true, align: 'center', color: shades.faint })
  }
}

/** A triangle at an end of a bar. */
function drawTip(canvas: Canvas, x: number, y: number, height: number, color: Rgb, isTop: boolean): void {
  for (let row = 0; row < height; row++) {
    const share = (isTop ? row + 0.5 : height - row - 0.5) / height
    const half = (barWidth / 2) * share
    const left = Math.round(barWidth / 2 - half)
    fillRect(canvas, x + left, y + row, barWidth - 2 * left, 1, color)
    for (const edge of [x + left - 1, x + barWidth - left]) fillRect(canvas, edge, y + row, 1, 1, shades.frame)
  }
}
