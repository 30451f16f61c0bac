import type { Json } from '../base/json.js'

/** One operation of a recipe; `inputs` are positions of earlier nodes. */
export type RecipeNode = { readonly op: string; readonly version: number; readonly inputs: readonly number[]; readonly params: Json }

/**
 * A graph as JSON: what `toJSON` gives and outputs carry. Local uris are relative to the deepest directory that holds all local sources;
 * `base` is that directory as seen from where the recipe lies, null without local sources. `hash` covers `nodes` and `outputs` alone.
 */
export type Recipe = {
  readonly rasterloom: 1
  readonly base: string | null
  readonly nodes: readonly RecipeNode[]
  /** Positions of the arrays that the recipe describes. */
  readonly outputs: readonly number[]
  readonly hash: string
  /** Bytes of each source's files when the recipe was made. */
  readonly sources: readonly { readonly node: number; readonly bytes: readonly number[] }[]
}
