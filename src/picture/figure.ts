import { type Axis, bottomHeight, drawBottom, drawLeft, leftWidth, type Room, shades } from './axis.js'
import { type Canvas, drawImage, fillRect, makeCanvas, strokeRect } from './canvas.js'
import { drawKey, type Key, keyHeight, keyWidth } from './key.js'
import { capHeight, drawText, ink, textWidth } from './text.js'

/** A picture in a frame with axes, a title above it and a key beside it. */
export interface Panel {
  readonly title: string
  readonly image: Canvas
  /** Null: no axis. */
  readonly x: Axis | null
  readonly y: Axis | null
  /** What its colours mean; null where another panel says it. */
  readonly key: Key | null
}

/** Panels in rows, all of one size, under one title. */
export interface Figure {
  readonly title: string
  readonly panels: readonly Panel[]
  readonly columns: number
  /** Width and height of a panel's inside. */
  readonly width: number
  readonly height: number
  /** A key for all panels, at their right. */
  readonly key: Key | null
}

/** Space around everything, and between panels. */
const margin = 12
const between = 16
/** How far labels may reach towards a neighbour. */
const beside = between / 2 - 1
const titleHeight = capHeight + 11

/** The columns beside the panels' insides: what is left of a width is theirs. `height` is a guess of a panel's. */
export function figureMargins({ panels, columns, key }: Omit<Figure, 'width' | 'height' | 'title'>): number {
  return (
    columnsOf({ panels, columns, key, title: '', width: 0, height: 300 }).reduce((sum, { left, right }) => sum + left + right, 0) +
    2 * margin +
    between * (Math.min(columns, panels.length) - 1) +
    (key === null ? 0 : keyWidth(key))
  )
}

/** What each column of panels needs at the left and the right of its insides. */
function columnsOf({ panels, columns, height }: Figure): { left: number; right: number }[] {
  return Array.from({ length: Math.min(columns, panels.length) }, (_, column) => {
    const own = panels.filter((_, at) => at % columns === column)
    return {
      left: Math.max(0, ...own.map(({ y }) => (y === null ? 0 : leftWidth(y, height)))),
      right: Math.max(0, ...own.map(({ key }) => (key === null ? 0 : keyWidth(key)))),
    }
  })
}

/** Draws a figure on white paper. */
export function drawFigure(figure: Figure): Canvas {
  const { panels, columns, width, height, key, title } = figure
  const sides = columnsOf(figure)
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) => panels.slice(row * columns, (row + 1) * columns))
  const rowTops = rows.map((row) => (row.some((panel) => panel.title !== '') ? titleHeight : 0))
  const rowBottoms = rows.map((row) => Math.max(0, ...row.map(({ x }) => (x === null ? 0 : bottomHeight(x)))))
  const top = margin + (title === '' ? 0 : titleHeight + 2)
  const inner = sides.reduce((sum, { left, right }) => sum + left + width + right, 0) + between * (sides.length - 1)
  const tall = rows.reduce((sum, _, row) => sum + (rowTops[row] as number) + height + (rowBottoms[row] as number), 0)
  const keys = [key, ...panels.map((panel) => panel.key)].map((each) => (each === null ? 0 : (rowTops[0] as number) + keyHeight(each)))
  const canvas = makeCanvas(
    2 * margin + inner + (key === null ? 0 : keyWidth(key)),
    top + Math.max(tall + between * (rows.length - 1), ...keys) + margin,
    shades.paper,
  )
  if (title !== '') drawText(canvas, fitted(title, inner, true), margin + (sides[0]?.left ?? 0), margin, { bold: true, color: ink })
  let y = top
  rows.forEach((row, index) => {
    let x = margin
    y += rowTops[index] as number
    row.forEach((panel, column) => {
      const { left, right } = sides[column] as { left: number; right: number }
      const room = {
        leftPx: column === 0 ? Number.POSITIVE_INFINITY : beside,
        rightPx: column === columns - 1 ? Number.POSITIVE_INFINITY : beside,
      }
      drawPanel(canvas, panel, x + left, y, width, height, room)
      x += left + width + right + between
    })
    if (index === 0 && key !== null)
      drawKey(canvas, key, margin + inner, y, Math.min(tall - (rowTops[0] as number) - (rowBottoms.at(-1) as number), 420))
    y += height + (rowBottoms[index] as number) + between
  })
  return canvas
}

function drawPanel(
  canvas: Canvas,
  { title, image, x: below, y: left, key }: Panel,
  x: number,
  y: number,
  width: number,
  height: number,
  room: Room,
): void {
  fillRect(canvas, x, y, width, height, shades.nothing)
  drawImage(canvas, image, x, y, width, height)
  strokeRect(canvas, x - 1, y - 1, width + 2, height + 2, shades.frame)
  if (title !== '') drawText(canvas, fitted(title, width, false), x, y - titleHeight + 3)
  if (below !== null) drawBottom(canvas, below, x, y + height + 1, width, room)
  if (left !== null) drawLeft(canvas, left, x, y, height)
  if (key !== null) drawKey(canvas, key, x + width, y, height)
}

/** A text cut short to a width. */
function fitted(text: string, width: number, bold: boolean): string {
  let shown = text
  while (shown.length > 1 && textWidth(shown, bold) > width) shown = `${shown.replace(/…$/, '').slice(0, -1).trimEnd()}…`
  return shown
}
