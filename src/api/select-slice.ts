/** A label as users give it: a number, a text (a name, an ISO time), or a Date. */
export type Label = number | string | Date

/** A range along a dim; made by {@link slice}. */
export interface Slice<L extends Label = Label> {
  readonly kind: 'slice'
  readonly start: L | null
  readonly stop: L | null
  readonly step: number | null
}

/**
 * A range for `isel` (positions, half-open, negatives count from the end) or `sel` (labels, both ends included, in either order).
 * A bound that is left out or null is open; `step` takes every n-th of what lies between.
 *
 * @example array.isel({ x: slice(0, 256) })
 * @example array.sel({ time: slice('2021-03', '2021-06') })
 */
export function slice(start?: number | null, stop?: number | null, step?: number | null): Slice<number>
export function slice<L extends Label>(start?: L | null, stop?: L | null, step?: number | null): Slice<L>
export function slice<L extends Label>(start?: L | null, stop?: L | null, step?: number | null): Slice<L> {
  return { kind: 'slice', start: start ?? null, stop: stop ?? null, step: step ?? null }
}

/** Whether a value was made by {@link slice}. */
export function isSlice(value: unknown): value is Slice {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'slice'
}
