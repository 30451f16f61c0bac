import { SourceError, UsageError } from '../../base/errors.js'
import { coordinateNames } from './labels.js'
import { findVariable, groupOf, type NetcdfFile, nameOf, textOf, type Variable } from './model.js'

/**
 * The variable to read: the one asked for by its path, or by its name where that is the only one of it; without, the only data variable.
 * Throws `E_USAGE` listing the variables where the choice is not clear, `E_SOURCE` where there is none.
 */
export function chooseVariable(file: NetcdfFile, asked: string | null): Variable {
  const { uri, variables } = file
  const data = dataVariables(file)
  if (asked !== null) {
    const path = asked.replace(/^\/+|\/+$/g, '')
    const named = variables.filter((variable) => nameOf(variable.path) === path)
    const found = variables.find((variable) => variable.path === path) ?? (named.length === 1 ? named[0] : undefined)
    if (found !== undefined) return found
    throw new UsageError(`${uri}: no variable "${asked}"; ${describe(data, variables)}`, { uri, variable: asked })
  }
  const [only] = data
  if (only !== undefined && data.length === 1) return only
  if (data.length > 1) {
    throw new UsageError(`${uri}: holds several variables, name one with the option variable; ${describe(data, variables)}`, { uri })
  }
  throw new SourceError(`${uri}: holds no variable of pixels (numbers along two dims or more); ${describe(data, variables)}`, {
    uri,
    offset: 0,
  })
}

/** The variables that are data: numbers along two dims or more that are no labels, bounds, grid mapping, or latitude and longitude of pixels. */
export function dataVariables(file: NetcdfFile): Variable[] {
  const helpers = new Set<Variable | null>()
  for (const variable of file.variables) {
    const group = groupOf(variable.path)
    for (const key of ['bounds', 'climatology', 'grid_mapping', 'formula_terms']) {
      const words = (textOf(variable.attributes, key) ?? '').split(/[\s:]+/).filter((word) => word !== '')
      for (const word of words) helpers.add(findVariable(file, group, word))
    }
    for (const name of coordinateNames(variable)) {
      const found = findVariable(file, group, name)
      if (found !== null && found !== variable) helpers.add(found)
    }
  }
  return file.variables.filter((variable) => {
    const isPixels = variable.shape.length > 1 && variable.type.dtype !== null && variable.shape.every((extent) => extent > 0)
    return isPixels && !helpers.has(variable) && directionOf(variable) === null
  })
}

/** Whether a variable holds latitudes or longitudes by CF, or by its name where it has no unit; null for neither. */
function directionOf({ path, attributes }: Variable): 'y' | 'x' | null {
  const [name, units] = [textOf(attributes, 'standard_name'), textOf(attributes, 'units') ?? '']
  if (name === 'latitude' || /^degrees?_?n(orth)?$/i.test(units)) return 'y'
  if (name === 'longitude' || /^degrees?_?e(ast)?$/i.test(units)) return 'x'
  if (units !== '' && !/^degrees?$/i.test(units)) return null
  const own = nameOf(path)
  return /^(nav_|x)?lat(itudes?)?$/i.test(own) ? 'y' : /^(nav_|x)?lon(gitudes?|g)?$/i.test(own) ? 'x' : null
}

/** Variables that hold latitude and longitude of each pixel, and the dims that they lie along. */
export interface Geolocation {
  readonly y: string
  readonly x: string
  readonly dims: readonly (string | null)[]
}

/**
 * The variables that hold latitude and longitude of each pixel of a variable: two of two dims along its own, named by `coordinates` or beside it. Further dims of one step before them, as the
 * time of one overpass, do not matter.
 */
export function geolocationOf(file: NetcdfFile, variable: Variable): Geolocation | null {
  const group = groupOf(variable.path)
  const named = coordinateNames(variable).map((name) => findVariable(file, group, name))
  const candidates = [...named, ...file.variables].filter(
    (each): each is Variable =>
      each !== null &&
      each !== variable &&
      each.shape.length >= 2 &&
      each.shape.slice(0, -2).every((extent) => extent === 1) &&
      each.dims.every((dim) => variable.dims.includes(dim)),
  )
  const y = candidates.find((each) => directionOf(each) === 'y')
  const x = candidates.find((each) => directionOf(each) === 'x')
  return y === undefined || x === undefined ? null : { y: y.path, x: x.path, dims: y.dims.slice(-2) }
}

/**
 * The data variables that lie on one grid: of those that stand nearest to the root those with the dims of space of the most of them, in the order
 * of the file. Others, as a rule of another resolution, have to be named.
 */
export function variablesOfOneGrid(file: NetcdfFile): Variable[] {
  const groups = new Map<string, Variable[]>()
  const data = dataVariables(file)
  const depthOf = ({ path }: Variable): number => path.split('/').length
  const least = Math.min(...data.map(depthOf))
  for (const variable of data.filter((each) => depthOf(each) === least)) {
    const key = JSON.stringify([groupOf(variable.path), variable.dims.slice(-2), variable.shape.slice(-2)])
    groups.set(key, [...(groups.get(key) ?? []), variable])
  }
  return [...groups.values()].reduce((most, each) => (each.length > most.length ? each : most), [])
}

function describe(data: readonly Variable[], all: readonly Variable[]): string {
  const listed = data.length > 0 ? data : all.filter(({ shape }) => shape.length > 0)
  if (listed.length === 0) return 'it has no variables'
  const names = listed
    .slice(0, 12)
    .map(
      ({ path, dims, shape, type }) =>
        `${path} (${shape.map((extent, at) => `${dims[at] ?? `dim ${at}`} ${extent}`).join(', ')}${type.dtype === null ? `, ${type.name}` : ''})`,
    )
  return `there are ${names.join('; ')}${listed.length > 12 ? `; and ${listed.length - 12} more` : ''}`
}
