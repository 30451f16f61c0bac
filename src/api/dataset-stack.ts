import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { gridDifference } from '../graph/grids-agree.js'
import { applyOp } from './apply.js'
import { concat } from './concat.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'

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
