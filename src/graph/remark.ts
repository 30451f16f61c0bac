/** Something to be said to a person before a run: a `note` of what was chosen, or a `warning` that pixels may not be what is expected. */
export interface Remark {
  readonly kind: 'note' | 'warning'
  readonly text: string
}

/** Texts as notes. */
export function asNotes(texts: readonly string[]): Remark[] {
  return texts.map((text) => ({ kind: 'note', text }))
}

/** Texts as warnings. */
export function asWarnings(texts: readonly string[]): Remark[] {
  return texts.map((text) => ({ kind: 'warning', text }))
}
