import { SourceError, UsageError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { levelPaths } from './multiscales.js'
import type { ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'

/**
 * The array to read: the one that the uri names, the one asked for by its path below the group, or the only data variable.
 * Throws `E_USAGE` listing the variables where the choice is not clear, `E_SOURCE` where there is none.
 */
export async function chooseVariable(store: ZarrStore, variable: string | null): Promise<StoredArray> {
  const wanted = store.named ?? variable
  if (store.named !== null && variable !== null && variable !== store.named) {
    throw new UsageError(
      `${store.root}/${store.named}: is one array, so the option variable can only be "${store.named}", not "${variable}"`,
    )
  }
  const finest = store.named === null ? levelPaths(store.attributes)[0] : undefined
  const candidates = storeVariables(store)
  if (wanted !== null) {
    const path = wanted.replace(/^\/+|\/+$/g, '')
    const found = (await store.array(path)) ?? (finest === undefined ? null : await store.array(`${finest}/${path}`))
    if (found !== null) return found
    throw new UsageError(`${store.root}: no variable "${wanted}"; ${describe(candidates, store)}`, { uri: store.root, variable: wanted })
  }
  if (candidates.length === 1) return candidates[0] as StoredArray
  // A level of an image is an array itself.
  const image = candidates.length > 0 || finest === undefined ? null : await store.array(finest)
  if (image !== null) return image
  if (candidates.length === 0 && !store.complete && store.arrays.length === 0) {
    throw new UsageError(
      `${store.root}: a group without consolidated metadata, so its arrays cannot be listed: name one with the option variable`,
    )
  }
  const listed = describe(candidates, store)
  const fields = { uri: store.root }
  if (candidates.length > 1)
    throw new UsageError(`${store.root}: holds several variables, name one with the option variable; ${listed}`, fields)
  if (store.arrays.some(({ path }) => path.includes('/'))) {
    throw new UsageError(`${store.root}: its variables stand in groups below it, name one with the option variable; ${listed}`, fields)
  }
  throw new SourceError(`${store.root}: holds no data variable; ${listed}`, fields)
}

/** The data variables of a store: of a pyramid those of its finest level. */
export function storeVariables(store: ZarrStore): StoredArray[] {
  const finest = store.named === null ? levelPaths(store.attributes)[0] : undefined
  return finest === undefined ? dataVariables(store) : variablesOfLevel(store, finest)
}

/** The variables of a pyramid's finest level, which is a group below the root, or an array itself; else those of the root. */
function variablesOfLevel(store: ZarrStore, finest: string): StoredArray[] {
  const own = store.arrays.find(({ path }) => path === finest)
  if (own !== undefined) return [own]
  const inside = store.arrays.filter(({ path }) => path.startsWith(`${finest}/`))
  const named = new Map(inside.map((array) => [array.path.slice(finest.length + 1), array]))
  const local = [...named].map(([path, array]) => ({ ...array, path }))
  const found = dataVariables({ arrays: local, attributes: store.attributes }).map(({ path }) => named.get(path) as StoredArray)
  return found.length > 0 ? found : dataVariables(store)
}

/**
 * The same array at the levels of a pyramid from its own on, finest first: itself, and those that the store has. Itself alone where it stands
 * in no level of a pyramid.
 */
export async function levelsOf(store: ZarrStore, array: StoredArray): Promise<StoredArray[]> {
  const paths = levelPaths(store.attributes)
  const at = paths.findIndex((path) => array.path === path || array.path.startsWith(`${path}/`))
  if (at < 0 || store.named !== null) return [array]
  const rest = array.path.slice((paths[at] as string).length)
  // Images have no consolidated metadata, and a server lists nothing: each level is asked for by its name.
  const coarser = await Promise.all(paths.slice(at + 1).map((path) => store.array(path + rest)))
  const end = coarser.findIndex((each) => each === null || each.shape.length !== array.shape.length)
  return [array, ...(coarser.slice(0, end < 0 ? coarser.length : end) as StoredArray[])]
}

/** Arrays of a group that are data: not labels of a dim, bounds, grid mappings or other arrays that describe others. Of more than one dim where there are such. */
export function dataVariables({ arrays, attributes }: Pick<ZarrStore, 'arrays' | 'attributes'>): StoredArray[] {
  const helpers = new Set(words(attributes.coordinates))
  for (const array of arrays) {
    for (const dim of array.dims ?? []) if (dim !== null) helpers.add(dim)
    for (const key of ['grid_mapping', 'coordinates', 'bounds']) for (const word of words(array.attributes[key])) helpers.add(word)
  }
  const data = arrays.filter(({ path, attributes, shape }) => {
    if (path.includes('/') || helpers.has(path)) return false
    return shape.length > 0 || !['grid_mapping_name', 'crs_wkt', 'spatial_ref'].some((key) => key in attributes)
  })
  const wide = data.filter(({ shape }) => shape.length > 1)
  return wide.length > 0 ? wide : data
}

/** CF lists names with spaces, and may put a role before a colon. */
function words(value: Json | undefined): string[] {
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '' && !word.endsWith(':')) : []
}

function describe(candidates: readonly StoredArray[], { arrays }: ZarrStore): string {
  const listed = candidates.length > 0 ? candidates : arrays.filter(({ shape }) => shape.length > 1)
  if (listed.length === 0) return 'no arrays are listed in it'
  const names = listed
    .slice(0, 12)
    .map(({ path, dims, shape }) => `${path} (${shape.map((extent, at) => `${dims?.[at] ?? `dim ${at}`} ${extent}`).join(', ')})`)
  return `there are ${names.join('; ')}${listed.length > 12 ? `; and ${listed.length - 12} more` : ''}`
}
