import { resolve } from 'node:path'
import { RecipeError, UsageError } from '../base/errors.js'
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { firstDifference } from '../base/json-difference.js'
import type { UserCode } from '../graph/block-function.js'
import { flatten, hashJson, type LazyNode } from '../graph/graph.js'
import type { AnyOp } from '../graph/op.js'
import type { OpenedSource } from '../graph/source.js'
import type { SourceParams } from '../ops/source.js'
import { applyCard } from './apply.js'
import { shownArgument } from './arguments.js'
import { mustBeModule, userCode } from './block-modules.js'
import { fingerprintOf, openAgain, rememberOpened } from './opened.js'
import { checkRecipe } from './recipe-check.js'
import type { Recipe, RecipeNode } from './recipe-type.js'
import { registry } from './registry.js'
import { absoluteUri, commonDirectory, isLocal, recipeUri, relativePath } from './source-uri.js'

/** Where a recipe will lie: its paths are seen from there. `JSON.stringify` gives a key instead, which says nothing. */
export interface RecipePlace {
  /** A directory; the working directory by default. */
  readonly base?: string
}

/** The recipe of some nodes. `base`: the directory that the recipe will lie in (default: the working directory). */
export function toRecipe(roots: readonly LazyNode[], options: RecipePlace = {}): Recipe {
  const { graph, roots: outputs } = flatten(roots)
  const sources = graph.nodes.flatMap(({ op, version, params }, node) =>
    isLeaf(op, version) ? [{ node, params: sourceParams(params) }] : [],
  )
  const uris = graph.nodes.flatMap(({ op, version, params }) => uriOf(op, version, params) ?? [])
  const directory = commonDirectory(uris.filter(isLocal))
  const nodes = graph.nodes.map((node) => ({
    ...node,
    params: uriOf(node.op, node.version, node.params) === null ? node.params : withUri(node.params, directory),
  }))
  return {
    rasterloom: 1,
    base: directory === null ? null : relativePath(resolve(placeOf(options)), directory),
    nodes,
    outputs,
    hash: hashJson({ nodes, outputs }),
    sources: sources.flatMap(({ node, params }) => {
      const fingerprint = fingerprintOf(params)
      return fingerprint === undefined ? [] : [{ node, bytes: fingerprint.map(({ size }) => size) }]
    }),
  }
}

/** The same for what is to be kept, and run again by others. Throws `E_RECIPE` where a function lives in this process alone. */
export function portableRecipe(roots: readonly LazyNode[], options: RecipePlace = {}): Recipe {
  const inline = userCode(roots).find(({ uri }) => uri === null)
  if (inline === undefined) return toRecipe(roots, options)
  throw new RecipeError(
    `mapBlocks: the inline function ${inline.name} cannot be saved in a recipe: it lives in this process alone. Export it from a module, ` +
      "and give mapBlocks(new URL('./blocks.mjs', import.meta.url), 'name')",
  )
}

/** A recipe that was made for the working directory, as it is seen from another one, or (null) from anywhere. Its nodes and its hash stay what they are. */
export function recipeFrom(recipe: Recipe, base: string | null): Recipe {
  if (base === null) return { ...recipe, base: recipe.base === null ? null : resolve(recipe.base) }
  return { ...recipe, base: recipe.base === null ? null : relativePath(resolve(base), resolve(recipe.base)) }
}

function placeOf({ base = '.' }: RecipePlace): string {
  if (typeof base === 'string') return base
  throw new UsageError(`toJSON: base is ${shownArgument(base)}, expected the directory that the recipe will lie in`)
}

function isLeaf(op: string, version: number): boolean {
  return registry.op(op, version).leaf
}

/** The file that a node's params name by `uri`, that of a source or of a module; null where there is none. */
function uriOf(op: string, version: number, params: Json): string | null {
  const card = registry.op(op, version)
  return card.leaf ? sourceParams(params).uri : (card.codeOf?.(params as never).uri ?? null)
}

function sourceParams(params: Json): SourceParams {
  return params as unknown as SourceParams
}

function withUri(params: Json, directory: string | null): Json {
  const source = sourceParams(params)
  return { ...source, uri: recipeUri(source.uri, directory) }
}

/** How a recipe is turned into a graph again. */
export interface FromRecipeOptions {
  /** The directory that the recipe lies in; its own `base` is seen from there. Default: the working directory. */
  readonly base?: string
  /** Whether to open the sources and compare them with what the recipe recorded. Default true. */
  readonly verify?: boolean
}

/**
 * The nodes that a recipe describes, in the order of its `outputs`. Opens every source (headers only) and compares it with what was recorded:
 * spec and size; a new time of change alone is no difference. Throws `E_RECIPE` naming what is wrong, `E_SOURCE` for a source that is not there.
 */
export async function fromRecipe(value: unknown, options: FromRecipeOptions = {}): Promise<LazyNode[]> {
  const recipe = checkRecipe(value)
  if (options.base !== undefined && typeof options.base !== 'string')
    throw new UsageError(`fromJSON: base is ${shownArgument(options.base)}, expected the directory that the recipe lies in`)
  const directory = resolve(options.base ?? '.', recipe.base ?? '.')
  const made: LazyNode[] = []
  for (const [at, node] of recipe.nodes.entries()) {
    const card = registry.op(node.op, node.version)
    const inputs = node.inputs.map((input) => made[input] as LazyNode)
    if (!card.leaf) {
      made.push(applyCard(card, card.codeOf === undefined ? node.params : verifiedCode(card, node, at, directory), inputs))
      continue
    }
    const params = absoluteParams(node.params, directory)
    const source = applyCard(card, params, inputs)
    if (options.verify !== false) rememberOpened(source, await verified(sourceParams(source.params), recipe, at))
    made.push(source)
  }
  const roots = recipe.outputs.map((output) => made[output] as LazyNode)
  mustKeepHash(roots, recipe)
  return roots
}

/** Params of a node that runs a module, which must be the one that was recorded. */
function verifiedCode(card: AnyOp, { op, params }: RecipeNode, at: number, directory: string): Json {
  const code = card.codeOf?.(card.parse(params) as never) as UserCode
  if (code.uri === null)
    throw new RecipeError(
      `node ${at} "${op}" of the recipe ran the inline function ${code.name}, which lived in the process that made it: it cannot be run from a recipe`,
    )
  const found = absoluteParams(params, directory)
  mustBeModule({ ...code, uri: sourceParams(found).uri })
  return found
}

function absoluteParams(params: Json, directory: string): Json {
  if (!isJsonObject(params) || typeof params.uri !== 'string') throw new RecipeError('the recipe has a source without a uri')
  return { ...params, uri: absoluteUri(params.uri, directory) }
}

/** Opens a source and compares it with what the recipe says of it. */
async function verified(params: SourceParams, recipe: Recipe, node: number): Promise<OpenedSource> {
  const opened = await openAgain(params)
  const uri = recipeUri(params.uri, null)
  const difference = firstDifference(params.spec, opened.spec as unknown as JsonObject)
  if (difference !== null) {
    throw new RecipeError(
      `${uri}: is not the source that the recipe was made with: ${difference}. Make the recipe anew, or bring the source back`,
      {
        uri,
      },
    )
  }
  const recorded = recipe.sources.find((source) => source.node === node)?.bytes
  const found = opened.fingerprint.map(({ size }) => size)
  if (recorded !== undefined && canonicalJson(recorded) !== canonicalJson(found)) {
    throw new RecipeError(
      `${uri}: has ${found.join(', ')} bytes, the recipe was made with ${recorded.join(', ')}: its content has changed. ` +
        'Make the recipe anew, or read it with { verify: false }',
      { uri },
    )
  }
  return opened
}

/** A recipe whose hash does not fit its nodes was edited or damaged, or an op of the same version changed what it makes of its params. */
function mustKeepHash(roots: readonly LazyNode[], recipe: Recipe): void {
  const { hash } = toRecipe(roots)
  if (recipe.hash === '' || hash === recipe.hash) return
  throw new RecipeError(
    `the recipe says that its hash is ${recipe.hash.slice(0, 12)}..., its nodes have ${hash.slice(0, 12)}...: it was edited or damaged. ` +
      'Remove "hash" from it if the change is meant',
  )
}
