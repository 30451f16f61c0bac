import { UsageError } from '../base/errors.js'
import type { Rgb } from './canvas.js'
import { anchors, classColors } from './colormap.table.js'

/** Colours from the lowest value to the highest: names of known ones; `_r` behind a name turns it round. */
export type Colormap = keyof typeof anchors | `${keyof typeof anchors}_r`

/** So many colours of a colormap, evenly apart. Throws `E_USAGE` for a name that is not known. */
export function colorTable(name: Colormap, count = 256): readonly Rgb[] {
  const isTurned = typeof name === 'string' && name.endsWith('_r')
  const plain = isTurned ? name.slice(0, -2) : name
  if (!Object.hasOwn(anchors, plain))
    throw new UsageError(
      `colormap ${JSON.stringify(name)} is not known; known are ${Object.keys(anchors).join(', ')}, and each with _r behind it, turned round`,
    )
  const colors: readonly number[] = anchors[plain as keyof typeof anchors]
  const table = Array.from({ length: count }, (_, index) => {
    const place = (index / (count - 1)) * (colors.length - 1)
    const low = Math.min(colors.length - 2, Math.floor(place))
    const [one, other] = [rgbOf(colors[low] as number), rgbOf(colors[low + 1] as number)]
    return one.map((part, at) => Math.round(part + ((other[at] as number) - part) * (place - low))) as unknown as Rgb
  })
  return isTurned ? table.reverse() : table
}

/** A colour out of 0xRRGGBB. */
export function rgbOf(color: number): Rgb {
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255]
}

/** The colour of the n-th class where its file brings none. */
export function classColor(index: number): Rgb {
  return rgbOf(classColors[index % classColors.length] as number)
}
