import { blend, type Canvas, distanceTo, type Rgb } from './canvas.js'
import { glyphs } from './glyphs.table.js'

/** How text is drawn. */
export interface TextStyle {
  readonly color?: Rgb
  readonly bold?: boolean
  /** Where the given x lies along the text; default `left`. */
  readonly align?: 'left' | 'center' | 'right'
  /** Whether the text reads upwards. */
  readonly upwards?: boolean
}

/** Height of capitals in pixels. */
export const capHeight = 9

/** Colour of text without one of its own. */
export const ink: Rgb = [51, 51, 51]

/** A letter as opacities of pixels: `left` and `top` are the place of the first one as seen from the pen. */
interface Glyph {
  readonly advance: number
  readonly left: number
  readonly top: number
  readonly columns: number
  readonly rows: number
  readonly cover: Float32Array
}

const drawn = new Map<string, Glyph>()
const pieces = 6
/** Opacities are multiples of a twelfth: few colours make small files. */
const levels = 12

/** Width of a text in pixels. */
export function textWidth(text: string, bold = false): number {
  return Math.max(0, letters(text).reduce((sum, letter) => sum + glyphOf(letter, bold).advance, 0) - 2)
}

/** Draws a text with the top of its capitals at `y`. Letters without a drawing are boxes; accents are left out. */
export function drawText(canvas: Canvas, text: string, x: number, y: number, style: TextStyle = {}): void {
  const { color = ink, bold = false, align = 'left', upwards = false } = style
  const width = textWidth(text, bold)
  let pen = align === 'left' ? 0 : align === 'right' ? 1 - width : -Math.floor(width / 2)
  for (const letter of letters(text)) {
    const { advance, left, top, columns, cover } = glyphOf(letter, bold)
    cover.forEach((opacity, at) => {
      const [along, down] = [pen + left + (at % columns), top + Math.floor(at / columns)]
      if (upwards) blend(canvas, x + down, y - along, color, opacity)
      else blend(canvas, x + along, y + down, color, opacity)
    })
    pen += advance
  }
}

function letters(text: string): string[] {
  return [...text].flatMap((letter) => (letter in glyphs ? [letter] : [...letter.normalize('NFD').replace(/\p{M}/gu, '')]))
}

function glyphOf(letter: string, bold: boolean): Glyph {
  const key = `${bold ? 'b' : ''}${letter}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const [advance, strokes] = glyphs[letter] ?? [7, 'M0 0L4 0L4 8L0 8L0 0']
  const made = rasterised(strokes, advance + (bold && advance > 4 ? 1 : 0), bold)
  drawn.set(key, made)
  return made
}

function rasterised(strokes: string, advance: number, bold: boolean): Glyph {
  const lines = linesOf(strokes)
  const all = lines.flat()
  // A bold stem is two pixels wide: its middle lies between them.
  const [half, shift] = bold ? [0.95, 0.5] : [0.56, 0]
  const left = Math.floor(Math.min(0, ...all.filter((_, at) => at % 2 === 0)) - 1)
  const top = Math.floor(Math.min(0, ...all.filter((_, at) => at % 2 === 1)) - 1)
  const columns = Math.ceil(Math.max(0, ...all.filter((_, at) => at % 2 === 0)) + 2) - left + 1
  const rows = Math.ceil(Math.max(0, ...all.filter((_, at) => at % 2 === 1)) + 2) - top + 1
  const cover = new Float32Array(columns * rows)
  for (let at = 0; at < cover.length; at++) {
    const [x, y] = [left + (at % columns) - shift, top + Math.floor(at / columns)]
    const near = Math.min(Number.POSITIVE_INFINITY, ...lines.map(([x0, y0, x1, y1]) => distanceTo(x, y, x0, y0, x1, y1)))
    cover[at] = Math.round(levels * Math.min(1, Math.max(0, half + 0.5 - near))) / levels
  }
  return { advance, left, top, columns, rows, cover }
}

type Line = readonly [x0: number, y0: number, x1: number, y1: number]

/** Strokes as pieces of lines; curves in six pieces. */
function linesOf(strokes: string): Line[] {
  const lines: Line[] = []
  let [x, y] = [0, 0]
  for (const [, command, numbers] of strokes.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = (numbers as string).split(' ').map(Number)
    if (command === 'L') lines.push([x, y, a, b])
    if (command === 'Q') lines.push(...curve(x, y, a, b, c, d))
    ;[x, y] = command === 'Q' ? [c, d] : [a, b]
  }
  return lines
}

function curve(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): Line[] {
  const at = (t: number, a: number, b: number, c: number): number => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
  const places = Array.from({ length: pieces + 1 }, (_, piece) => [at(piece / pieces, x0, x1, x2), at(piece / pieces, y0, y1, y2)]) as [
    number,
    number,
  ][]
  return places.slice(1).map(([x, y], piece): Line => [...(places[piece] as [number, number]), x, y])
}
