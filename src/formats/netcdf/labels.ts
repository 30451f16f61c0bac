import { isBigInt } from '../../base/dtype.js'
import { type ScalarJson, scalarToJson } from '../../base/scalar.js'
import type { AxisLabels } from '../../geo/cf-axes.js'
import { maxInlineLabels } from '../../graph/labels.js'
import type { Coord } from '../../graph/spec.js'
import type { Readable } from '../../io/read-ahead.js'
import { layoutOf } from './layout.js'
import { findVariable, groupOf, type NetcdfFile, numbersOf, textOf, type Variable } from './model.js'
import { packingOf } from './packing.js'
import { readSmall } from './small-values.js'

/** Labels along one dim, unpacked, and the variable that they stand in. */
export interface Labels extends AxisLabels {
  readonly variable: Variable
}

/** Most labels along a dim: the columns of the whole earth at 10 m are fewer. */
const mostLabels = 2 ** 22

/** The labels of a dim of a variable: the variable of the dim's name, else one that `coordinates` names and that lies along it. Null for none. */
export async function readLabels(file: NetcdfFile, bytes: Readable, variable: Variable, dim: number): Promise<Labels | null> {
  const name = variable.dims[dim] ?? null
  const extent = variable.shape[dim] as number
  if (name === null || extent === 0 || extent > mostLabels) return null
  const group = groupOf(variable.path)
  const listed = coordinateNames(variable).map((each) => findVariable(file, group, each))
  const found = [findVariable(file, group, name), ...listed].find(
    (each) =>
      each?.shape.length === 1 && each.shape[0] === extent && each.dims[0] === name && each.type.dtype !== null && each !== variable,
  )
  if (found === undefined || found === null) return null
  const { attributes } = found
  return {
    variable: found,
    values: unturned(rangeOf(file, found, await labelValues(file, bytes, found)), textOf(attributes, 'units')),
    standardName: textOf(attributes, 'standard_name'),
    axis: textOf(attributes, 'axis'),
    units: textOf(attributes, 'units'),
  }
}

/** Labels that were never written, by the range that an attribute gives: of centres, or with `node_offset` 1 of outer edges. */
function rangeOf(file: NetcdfFile, { attributes, fill }: Variable, values: ScalarJson[]): ScalarJson[] {
  const [from, to, ...more] = numbersOf(attributes, 'actual_range')
  if (from === undefined || to === undefined || more.length > 0 || values.some((value) => value !== fill)) return values
  const [offset = 0] = numbersOf(file.groups.get('') ?? new Map(), 'node_offset')
  const half = offset === 1 ? (to - from) / values.length / 2 : 0
  const step = values.length > 1 ? (to - from - 2 * half) / (values.length - 1) : 0
  return values.map((_, index) => scalarToJson(from + half + index * step))
}

/** Longitudes that fall back by a whole turn once, as those from 359 to 1 do, without that: those before it are west of Greenwich. */
function unturned(values: ScalarJson[], units: string | null): ScalarJson[] {
  if (!/^degrees?_?e(ast)?$/i.test(units ?? '')) return values
  const at = values.findIndex((value, index) => index > 0 && Number(values[index - 1]) - Number(value) > 180)
  const isOnce = at > 0 && values.every((value, index) => index === 0 || index === at || Number(value) > Number(values[index - 1]))
  return isOnce ? values.map((value, index) => (index < at ? scalarToJson(Number(value) - 360) : value)) : values
}

/** Names in the attribute `coordinates`. */
export function coordinateNames({ attributes }: Variable): string[] {
  return (textOf(attributes, 'coordinates') ?? '').split(/\s+/).filter((word) => word !== '')
}

async function labelValues(file: NetcdfFile, bytes: Readable, variable: Variable): Promise<ScalarJson[]> {
  const { dtype, scale, offset } = packingOf(variable, variable.type.dtype as NonNullable<Variable['type']['dtype']>)
  const data = await readSmall(bytes, await layoutOf(file, variable, dtype))
  const isPacked = scale !== 1 || offset !== 0
  if (isPacked) return Array.from(data as Iterable<number | bigint>, (value) => scalarToJson(Number(value) * scale + offset))
  return Array.from(data as Iterable<number | bigint>, (value) => scalarToJson(isBigInt(dtype) ? BigInt(value) : value))
}

/** Labels as a coordinate: inline up to 4,096, evenly spaced ones beyond as start and step; null where neither holds. */
export function coordOf({ variable, values, units }: Labels): Coord | null {
  const calendar = textOf(variable.attributes, 'calendar')
  const unit = units !== null && units !== '' ? { unit: units } : {}
  if (values.length <= maxInlineLabels) return { kind: 'inline', labels: values, ...unit, ...(calendar === null ? {} : { calendar }) }
  const start = Number(values[0])
  const step = (Number(values[values.length - 1]) - start) / (values.length - 1)
  return values.every((value, index) => value === start + index * step) ? { kind: 'regular', start, step, ...unit } : null
}
