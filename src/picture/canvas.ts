/** A colour: red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** A picture of 8-bit RGBA pixels, row by row from the top. */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** A canvas of one colour; transparent without one. */
export function makeCanvas(width: number, height: number, background: Rgb | null = null): Canvas {
  const rgba = new Uint8Array(width * height * 4)
  if (background !== null) {
    const word = new Uint32Array(rgba.buffer)
    new Uint8Array(word.buffer).set([...background, 255])
    word.fill(word[0] as number)
  }
  return { width, height, rgba }
}

/** Lays a colour over one pixel, with an opacity from 0 to 1. Pixels outside are left out. */
export function blend({ width, height, rgba }: Canvas, x: number, y: number, [red, green, blue]: Rgb, opacity: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height || opacity <= 0) return
  const at = (y * width + x) * 4
  const under = (rgba[at + 3] as number) / 255
  const alpha = opacity + under * (1 - opacity)
  const mixed = (over: number, below: number): number => Math.round((over * opacity + below * under * (1 - opacity)) / alpha)
  rgba[at] = mixed(red, rgba[at] as number)
  rgba[at + 1] = mixed(green, rgba[at + 1] as number)
  rgba[at + 2] = mixed(blue, rgba[at + 2] as number)
  rgba[at + 3] = Math.round(alpha * 255)
}

/** Fills a rectangle of whole pixels. */
export function fillRect(canvas: Canvas, x: number, y: number, width: number, height: number, color: Rgb, opacity = 1): void {
  for (let row = Math.max(0, y); row < Math.min(canvas.height, y + height); row++) {
    for (let column = Math.max(0, x); column < Math.min(canvas.width, x + width); column++) blend(canvas, column, row, color, opacity)
  }
}

/** The frame of a rectangle, one pixel wide, on its outermost pixels. */
export function strokeRect(canvas: Canvas, x: number, y: number, width: number, height: number, color: Rgb): void {
  fillRect(canvas, x, y, width, 1, color)
  fillRect(canvas, x, y + height - 1, width, 1, color)
  fillRect(canvas, x, y + 1, 1, height - 2, color)
  fillRect(canvas, x + width - 1, y + 1, 1, height - 2, color)
}

/** How far apart the levels of an edge's opacity are: few colours make small files. */
const levels = 12

/** Lines between points that follow one another, with smooth edges; pixel centres are whole numbers. A point that is not finite makes a gap. */
export function strokeLine(canvas: Canvas, points: readonly (readonly [x: number, y: number])[], color: Rgb, width = 1.5): void {
  const { width: columns, height: rows } = canvas
  const covered = new Map<number, number>()
  const reach = width / 2 + 0.5
  for (let index = 1; index < points.length; index++) {
    const [[x0, y0], [x1, y1]] = [points[index - 1], points[index]] as [readonly [number, number], readonly [number, number]]
    if (![x0, y0, x1, y1].every(Number.isFinite)) continue
    for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); y <= Math.min(rows - 1, Math.ceil(Math.max(y0, y1) + reach)); y++) {
      for (
        let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
        x <= Math.min(columns - 1, Math.ceil(Math.max(x0, x1) + reach));
        x++
      ) {
        const cover = Math.min(1, reach - distanceTo(x, y, x0, y0, x1, y1))
        const at = y * columns + x
        if (cover > 0 && cover > (covered.get(at) ?? 0)) covered.set(at, cover)
      }
    }
  }
  for (const [at, cover] of covered) blend(canvas, at % columns, Math.floor(at / columns), color, Math.round(cover * levels) / levels)
}

/** Distance of a point from a piece of a line. */
export function distanceTo(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square))
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy)
}

/** Lays a picture over a part of a canvas, stretched to it by nearest pixels. Transparent pixels show what is below. */
export function drawImage(canvas: Canvas, image: Canvas, x: number, y: number, width = image.width, height = image.height): void {
  for (let row = 0; row < height; row++) {
    const from = Math.floor(((row + 0.5) * image.height) / height)
    for (let column = 0; column < width; column++) {
      const at = (from * image.width + Math.floor(((column + 0.5) * image.width) / width)) * 4
      const [red, green, blue, alpha] = image.rgba.subarray(at, at + 4) as unknown as [number, number, number, number]
      blend(canvas, x + column, y + row, [red, green, blue], alpha / 255)
    }
  }
}
