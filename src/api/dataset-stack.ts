import { GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { gridDifference } from '../graph/grids-agree.js'
import { labelDifference } from '../graph/labels.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { concat } from './concat.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { labelsOf } from './labels-axis.js'
import { dimPosition } from './select.js'

/**
 * Variables as the bands of one array, described by their names. Each must have the dims y and x alone, or be the only one.
 * Throws `E_USAGE` naming how two of them differ.
 */
export function stackedBands(vars: { readonly [name: string]: DataArray }): DataArray {
  const entries = Object.entries(vars)
  const [first] = entries as [[string, DataArray]]
  if (entries.length === 1) return first[1]
  for (const entry of entries) mustFit(first, entry)
  const names = entries.map(([name]) => name)
  const stacked = concat(
    entries.map(([, array]) => array),
    { dim: 'band', labels: names },
  )
  const bands = stacked.bands.map((band, at) => ({ ...band, description: names[at] as string }))
  return wrapped(applyOp('relabel', { bands: bands as unknown as Json }, [nodeOf(stacked)]))
}

/** Refuses variables that could not share the coordinates of one store, before anything is written. Throws `E_GRID` naming how two of them differ. */
export function mustShareCoords(vars: { readonly [name: string]: DataArray }): void {
  const specs = Object.entries(vars).map(([name, array]) => ({ name, spec: nodeOf(array).spec }))
  for (const [at, { name, spec }] of specs.entries()) {
    for (const other of specs.slice(0, at)) {
      const grids = spec.geobox === null || other.spec.geobox === null ? null : gridDifference(other.spec.geobox, spec.geobox)
      const why = grids ?? spec.dims.map((dim) => labelsApart(other.spec, spec, dim)).find((each) => each !== null) ?? null
      if (why !== null)
        throw new GridError(
          `${other.name} and ${name} cannot be variables of one store, which share their coordinates: ${why}. Bring them together with reprojectMatch or sel, or write two stores`,
        )
    }
  }
}

/** How two arrays differ along a dim that both have; null where they do not. */
function labelsApart(a: ArraySpec, b: ArraySpec, dim: string): string | null {
  if (!a.dims.includes(dim)) return null
  const [one, other] = [a.shape[a.dims.indexOf(dim)], b.shape[b.dims.indexOf(dim)]]
  return one === other ? labelDifference(a, b, dim) : `${dim} has ${one} and ${other} positions`
}

function mustFit([firstName, first]: [string, DataArray], [name, array]: [string, DataArray]): void {
  const refuse = (why: string): never => {
    throw new UsageError(`toCog: ${firstName} and ${name} cannot be bands of one file: ${why}. Make them agree, or write a file for each`)
  }
  const { spec: a } = nodeOf(first)
  const { spec: b } = nodeOf(array)
  const unfit = [a, b].find((spec) => spec.dims.join() !== 'y,x')
  if (unfit !== undefined) refuse(`"${unfit.name}" has the dims ${unfit.dims.join(', ')}, expected y, x`)
  if (a.dtype !== b.dtype) refuse(`dtypes ${a.dtype} and ${b.dtype}`)
  const grids =
    a.geobox === null || b.geobox === null ? (a.geobox === b.geobox ? null : 'only one has a geobox') : gridDifference(a.geobox, b.geobox)
  if (grids !== null) refuse(grids)
  if (a.shape.join() !== b.shape.join()) refuse(`shapes ${a.shape.join(' x ')} and ${b.shape.join(' x ')}`)
}

/** Variables one after another along a new first dim, whose labels are their names; bands are described by them. */
export function stackedVariables(vars: { readonly [name: string]: DataArray }, dim: string): DataArray {
  const names = Object.keys(vars)
  if (typeof dim !== 'string' || dim === '') throw new UsageError('toArray: name the new dim, as in toArray("band")')
  const taken = names.find((name) => vars[name]?.dims.includes(dim))
  if (taken !== undefined) throw new UsageError(`toArray: "${taken}" has a dim ${dim} already: give another name`)
  const stacked = concat(Object.values(vars), { dim, labels: names })
  if (dim !== 'band') return stacked.rename(null)
  const bands = stacked.bands.map((band, at) => ({ ...band, description: names[at] as string }))
  return wrapped<string>(applyOp('relabel', { name: null, bands: bands as unknown as Json }, [nodeOf(stacked)]))
}

/** The positions of an array along a dim by their labels. Throws `E_USAGE` where two have one name. */
export function variablesAlong(array: DataArray<string>, dim: string): Record<string, DataArray> {
  const { spec } = nodeOf(array)
  dimPosition(spec, dim, 'Dataset.fromArray')
  const names = labelsOf(spec, dim).map(String)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new UsageError(`Dataset.fromArray: two positions of ${dim} are called "${twice}": give them other labels`)
  return Object.fromEntries(names.map((name, at) => [name, wrapped<string>(applyOp('isel', { indexers: { [dim]: at } }, [nodeOf(array)]))]))
}
