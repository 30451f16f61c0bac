import { RecipeError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { Recipe, RecipeNode } from './recipe-type.js'

/** A recipe out of any value: JSON text, or an object of its shape. `hash` becomes empty where there is none. Throws `E_RECIPE` naming what is wrong. */
export function checkRecipe(value: unknown): Recipe {
  const json = typeof value === 'string' ? parseText(value) : value
  if (!isJsonObject(json) || json.rasterloom === undefined)
    throw new RecipeError('this is no recipe: expected an object with "rasterloom": 1')
  if (json.rasterloom !== 1)
    throw new RecipeError(`the recipe has format ${JSON.stringify(json.rasterloom)}, this version reads 1: it was made by a newer one`)
  const { nodes, outputs, hash, base, sources } = json
  if (!Array.isArray(nodes) || nodes.length === 0)
    throw new RecipeError('the recipe has no "nodes", so that it makes nothing: write it anew, with toJSON or the option --recipe-out')
  const checked = nodes.map((node: Json, at: number) => checkNode(node, at))
  if (!isPositions(outputs, checked.length) || outputs.length === 0) {
    throw new RecipeError(`the recipe's "outputs" must be positions of nodes, from 0 to ${checked.length - 1}`)
  }
  if (base !== undefined && base !== null && typeof base !== 'string') throw new RecipeError('the recipe\'s "base" must be a path or null')
  return {
    rasterloom: 1,
    base: base ?? null,
    nodes: checked,
    outputs,
    hash: typeof hash === 'string' ? hash : '',
    sources: Array.isArray(sources) ? sources.flatMap(checkSource) : [],
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RecipeError(`the recipe is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {}, { cause })
  }
}

function checkNode(node: Json, at: number): RecipeNode {
  const { op, version, inputs, params } = isJsonObject(node) ? node : {}
  if (typeof op !== 'string' || typeof version !== 'number' || params === undefined) {
    throw new RecipeError(`node ${at} of the recipe needs op (text), version (number), inputs (list) and params`)
  }
  if (isPositions(inputs, at)) return { op, version, inputs, params }
  throw new RecipeError(`node ${at} "${op}" of the recipe: inputs must be positions of earlier nodes`)
}

function isPositions(value: Json | undefined, below: number): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0 && item < below)
}

function checkSource(source: Json): { node: number; bytes: readonly number[] }[] {
  if (!isJsonObject(source) || typeof source.node !== 'number' || !Array.isArray(source.bytes)) return []
  return [{ node: source.node, bytes: source.bytes.map(Number) }]
}
