/** What a shape is: an area with holes, a line, or points. */
export type ShapeType = 'polygon' | 'line' | 'point'

/**
 * A geometry without parts that could be taken apart, as plain JSON. `rings` are lists of x, y, x, y, ...: of a polygon the closed rings, the outer one
 * first; of a line its one list; of points each its own pair.
 */
export type Shape = { readonly type: ShapeType; readonly rings: readonly (readonly number[])[] }

/** Numbers in all rings of shapes. */
export function numbersIn(shapes: readonly Shape[]): number {
  return shapes.reduce((sum, { rings }) => sum + rings.reduce((part, ring) => part + ring.length, 0), 0)
}

/** The rectangle around shapes; `left` is above `right` where they hold nothing. */
export function shapesBounds(shapes: readonly Shape[]): { left: number; bottom: number; right: number; top: number } {
  const all = {
    left: Number.POSITIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.NEGATIVE_INFINITY,
  }
  for (const { rings } of shapes) {
    for (const ring of rings) {
      for (let at = 0; at < ring.length; at += 2) {
        const [x, y] = [ring[at] as number, ring[at + 1] as number]
        if (x < all.left) all.left = x
        if (x > all.right) all.right = x
        if (y < all.bottom) all.bottom = y
        if (y > all.top) all.top = y
      }
    }
  }
  return all
}
