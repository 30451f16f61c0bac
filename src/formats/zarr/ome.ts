import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type Affine, affine } from '../../geo/affine.js'
import type { Coord } from '../../graph/spec.js'

/** An axis of an image at one level: where the centre of its first element is, and how far the next ones are. */
export interface OmeAxis {
  readonly name: string
  readonly type: string | null
  readonly unit: string | null
  readonly scale: number
  readonly translation: number
}

/** The first multiscale image that a group's attributes describe: as OME-Zarr 0.5 has it, or versions before. */
export function firstImage(attributes: JsonObject): JsonObject | null {
  const own = isJsonObject(attributes.ome) ? attributes.ome.multiscales : attributes.multiscales
  const first = Array.isArray(own) ? own[0] : undefined
  return isJsonObject(first) ? first : null
}

/**
 * Axes of the array at a path, by the first image of the group; null where it is in none, or nothing is said of axes. Scales are 1 and translations 0
 * where none are given: then `isPlaced` is false. Source: OME-Zarr 0.4 and 0.5, `multiscales`.
 */
export function omeAxes(attributes: JsonObject, path: string, rank: number): { axes: readonly OmeAxis[]; isPlaced: boolean } | null {
  const image = firstImage(attributes)
  if (image === null || !Array.isArray(image.axes) || image.axes.length !== rank) return null
  const dataset = listOf(image.datasets).find((each) => isJsonObject(each) && each.path === path)
  if (!isJsonObject(dataset)) return null
  const own = transformOf(dataset.coordinateTransformations, rank)
  const shared = transformOf(image.coordinateTransformations, rank) ?? { scale: own?.scale.map(() => 1) ?? [], translation: [] }
  const axes = image.axes.map((axis: Json, at): OmeAxis => {
    const { name, type, unit } = isJsonObject(axis) ? axis : { name: axis }
    const [scale, translation] = [own?.scale[at] ?? 1, own?.translation[at] ?? 0]
    const outer = shared.scale[at] ?? 1
    return {
      name: typeof name === 'string' && name !== '' ? name : `dim_${at}`,
      type: typeof type === 'string' ? type : null,
      unit: typeof unit === 'string' ? unit : null,
      scale: scale * outer,
      translation: translation * outer + (shared.translation[at] ?? 0),
    }
  })
  const isDistinct = new Set(axes.map(({ name }) => name)).size === rank
  return isDistinct ? { axes, isPlaced: own !== null } : null
}

/** A scale, and a translation behind it; null where there is no scale, or something else. */
function transformOf(list: Json | undefined, rank: number): { scale: readonly number[]; translation: readonly number[] } | null {
  let scale: readonly number[] | null = null
  let translation: readonly number[] = []
  for (const item of listOf(list)) {
    const { type } = isJsonObject(item) ? item : { type: null }
    const numbers = isJsonObject(item) && typeof type === 'string' ? numbersOf(item[type], rank) : null
    if (type === 'scale' && numbers !== null && numbers.every((each) => each > 0)) scale = numbers
    else if (type === 'translation' && numbers !== null) translation = numbers
    else if (type !== 'identity') return null
  }
  return scale === null ? null : { scale, translation }
}

function numbersOf(value: Json | undefined, rank: number): readonly number[] | null {
  return Array.isArray(value) && value.length === rank && value.every(Number.isFinite) ? (value as readonly number[]) : null
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** The affine that the axes y and x give, in the image's own space, rows downwards; centres of pixels are where the transforms say. */
export function omeAffine(axes: readonly OmeAxis[]): Affine | null {
  const [y, x] = ['y', 'x'].map((name) => axes.find((axis) => axis.name === name))
  if (y === undefined || x === undefined) return null
  return affine(x.scale, 0, x.translation - x.scale / 2, 0, y.scale, y.translation - y.scale / 2)
}

/** Labels along an axis of time or of a third dim of space; null for others, which are only counted. */
export function omeCoord({ type, unit, scale, translation }: OmeAxis): Coord | null {
  if (type !== 'time' && type !== 'space') return null
  return { kind: 'regular', start: translation, step: scale, ...(unit === null ? {} : { unit }) }
}

/** The unit of y and x, where both have one and the same. */
export function omeUnit(axes: readonly OmeAxis[]): string | null {
  const units = ['y', 'x'].map((name) => axes.find((axis) => axis.name === name)?.unit ?? null)
  return units[0] === units[1] ? (units[0] as string | null) : null
}
