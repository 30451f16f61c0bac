import { type Axis, bottomHeight, drawBottom, drawLeft, leastRowsPx, leftWidth, placeOn, shades, ticksOf } from './axis.js'
import { type Canvas, fillRect, makeCanvas, type Rgb, strokeLine, strokeRect } from './canvas.js'
import { drawKey, keyWidth, type Legend } from './key.js'
import { capHeight, drawText } from './text.js'

/** One thing that a chart shows: points of a line, or the heights of bars that stand side by side from `xs[i]` to `xs[i + 1]`. */
export interface Series {
  readonly kind: 'line' | 'bars'
  readonly label: string
  readonly color: Rgb
  readonly xs: readonly number[]
  /** Not a number where there is a gap. */
  readonly ys: readonly number[]
  /** Whether points are marked on a line. */
  readonly dots?: boolean
}

/** A chart of lines and bars over a pair of axes. `y.from` is the top. */
export interface Chart {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
}

const margin = 12

/** Draws a chart on white paper, of exactly the width and height that it says. */
export function drawChart({ title, width, height, x, y, series }: Chart): Canvas {
  const canvas = makeCanvas(width, height, shades.paper)
  const legend: Legend | null = series.length > 1 ? { kind: 'legend', entries: series.map(({ color, label }) => ({ color, label })) } : null
  const top = margin + (title === '' ? 0 : capHeight + 12) + (y.label === '' ? 0 : capHeight + 8)
  const inner = { top, height: height - top - margin - bottomHeight(x), left: 0, width: 0 }
  inner.left = margin + leftWidth(y, inner.height)
  inner.width = width - inner.left - margin - (legend === null ? 0 : keyWidth(legend))
  if (title !== '') drawText(canvas, title, inner.left, margin, { bold: true })
  if (y.label !== '') drawText(canvas, y.label, inner.left, top - capHeight - 8, { color: shades.faint })
  drawGrid(canvas, y, inner)
  for (const each of series) (each.kind === 'bars' ? drawBars : drawLine)(canvas, each, x, y, inner)
  strokeRect(canvas, inner.left - 1, inner.top - 1, inner.width + 2, inner.height + 2, shades.frame)
  drawBottom(canvas, x, inner.left, inner.top + inner.height + 1, inner.width)
  drawLeft(canvas, y, inner.left, inner.top, inner.height)
  if (legend !== null) drawKey(canvas, legend, inner.left + inner.width, inner.top, inner.height)
  return canvas
}

interface Inner {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function drawGrid(canvas: Canvas, y: Axis, { left, top, width, height }: Inner): void {
  for (const value of ticksOf(y, height, leastRowsPx).values) {
    const row = top + Math.round(placeOn(y, value, height) - 0.5)
    if (row > top && row < top + height - 1) fillRect(canvas, left, row, width, 1, shades.grid)
  }
}

function drawBars(canvas: Canvas, { xs, ys, color }: Series, x: Axis, y: Axis, { left, top, width, height }: Inner): void {
  ys.forEach((value, at) => {
    if (!Number.isFinite(value)) return
    const [start, stop] = [placeOn(x, xs[at] as number, width), placeOn(x, xs[at + 1] as number, width)].map(Math.round) as [number, number]
    const [from, to] = [placeOn(y, 0, height), placeOn(y, value, height)].map(Math.round).sort((a, b) => a - b) as [number, number]
    const space = stop - start > 4 ? 1 : 0
    fillRect(
      canvas,
      left + start,
      top + Math.max(0, from),
      Math.max(1, stop - start - space),
      Math.min(height, to) - Math.max(0, from),
      color,
    )
  })
}

function drawLine(canvas: Canvas, { xs, ys, color, dots = false }: Series, x: Axis, y: Axis, { left, top, width, height }: Inner): void {
  const points = xs.map((value, at): readonly [number, number] => [
    left + placeOn(x, value, width) - 0.5,
    top + placeOn(y, ys[at] as number, height) - 0.5,
  ])
  strokeLine(canvas, points, color, 1.6)
  if (!dots) return
  for (const [px, py] of points)
    if (Number.isFinite(px) && Number.isFinite(py))
      strokeLine(
        canvas,
        [
          [px, py],
          [px, py],
        ],
        color,
        5.5,
      )
}
