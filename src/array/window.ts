/** Half-open box of element indices, one entry per dim. The only way to say "which pixels". */
export interface Window {
  readonly start: readonly number[]
  readonly stop: readonly number[]
}

/** The window that covers all of a shape. */
export function fullWindow(shape: readonly number[]): Window {
  return { start: shape.map(() => 0), stop: shape }
}

/** Extent of a window along each dim, never negative. */
export function shapeOf(window: Window): number[] {
  return window.stop.map((stop, dim) => Math.max(0, stop - (window.start[dim] as number)))
}

/** Number of elements in a window. */
export function sizeOf(window: Window): number {
  let size = 1
  for (let dim = 0; dim < window.start.length; dim++) size *= Math.max(0, (window.stop[dim] as number) - (window.start[dim] as number))
  return size
}

/** Whether a window holds nothing. A window without dims holds one element. */
export function isEmpty(window: Window): boolean {
  return window.start.some((start, dim) => start >= (window.stop[dim] as number))
}

/** What two windows share; may be empty. */
export function intersect(a: Window, b: Window): Window {
  return {
    start: a.start.map((start, dim) => Math.max(start, b.start[dim] as number)),
    stop: a.stop.map((stop, dim) => Math.min(stop, b.stop[dim] as number)),
  }
}

/** The smallest window that covers both; an empty one does not count. */
export function hull(a: Window, b: Window): Window {
  if (isEmpty(a)) return b
  if (isEmpty(b)) return a
  return {
    start: a.start.map((start, dim) => Math.min(start, b.start[dim] as number)),
    stop: a.stop.map((stop, dim) => Math.max(stop, b.stop[dim] as number)),
  }
}

/** Whether every element of `inner` is in `outer`. */
export function contains(outer: Window, inner: Window): boolean {
  if (isEmpty(inner)) return true
  return inner.start.every(
    (start, dim) => start >= (outer.start[dim] as number) && (inner.stop[dim] as number) <= (outer.stop[dim] as number),
  )
}

/** Whether two windows have the same bounds. */
export function sameWindow(a: Window, b: Window): boolean {
  return a.start.length === b.start.length && a.start.every((start, dim) => start === b.start[dim] && a.stop[dim] === b.stop[dim])
}

/** The window clipped to `[0, shape)`. */
export function clip(window: Window, shape: readonly number[]): Window {
  return intersect(window, fullWindow(shape))
}

/** For messages: `y 0..512, x 1024..1536`. */
export function formatWindow(window: Window, dims: readonly string[]): string {
  return window.start.map((start, dim) => `${dims[dim] ?? dim} ${start}..${window.stop[dim]}`).join(', ')
}
