import { type ScalarJson, scalarToJson } from '../../base/scalar.js'
import { maxInlineLabels, maxListedEven } from '../../graph/labels.js'
import type { Coord } from '../../graph/spec.js'
import { canHoldLabels, extentFault } from './plausible.js'
import type { ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'
import { storedValues } from './stored-values.js'

/** Labels along one dim as they are stored, with their attributes. */
export interface StoredLabels {
  readonly array: StoredArray
  readonly values: readonly ScalarJson[]
}

/** Most chunks that one dim's labels are read from. */
const maxLabelChunks = 4096

/** Most bytes of a chunk of texts of one length. */
const mostTextBytes = 2 ** 26

/** What is known of the labels of a dim: none where there is no array of them, or why they cannot be had. */
export type LabelsFound = { readonly labels: StoredLabels | null; readonly problem: string | null }

/**
 * Reads the array that labels a dim: one dim, of the same name and extent, beside the variable, of numbers or texts in any codec that pixels may have.
 * Throws `E_SOURCE` where its bytes are damaged.
 */
export async function readLabels(store: ZarrStore, variable: StoredArray, dim: string, extent: number): Promise<LabelsFound> {
  const path = [...variable.path.split('/').slice(0, -1), dim].join('/')
  const array = path === variable.path ? null : await store.array(path)
  // An array of that name of several dims is none that labels: CF has latitudes by row and column so.
  if (array === null || array.shape.length !== 1 || extent === 0) return { labels: null, problem: null }
  const problem = labelsFault(array, extent)
  if (problem !== null) return { labels: null, problem: `${dim}: ${problem}` }
  return { labels: { array, values: unpackedLabels(await storedValues(store, array), array) }, problem: null }
}

/** Why the labels in an array cannot be had, or null. */
function labelsFault(array: StoredArray, extent: number): string | null {
  const fault = array.fault ?? extentFault(array)
  if (fault !== null) return fault
  if (array.shape[0] !== extent) return `there are ${array.shape[0]} labels for ${extent} positions`
  const { text } = array
  const bytes = text === null || text.kind === 'vlen' ? 0 : text.bytes * (array.chunk[0] as number)
  if (bytes <= mostTextBytes && canHoldLabels(array) && Math.ceil(extent / (array.chunk[0] as number)) <= maxLabelChunks) return null
  return `its ${extent} labels in chunks of ${array.chunk[0]} are more than can be held`
}

/** Labels that are packed, as stored * scale_factor + add_offset. */
function unpackedLabels(values: readonly ScalarJson[], array: StoredArray): readonly ScalarJson[] {
  const { scale_factor: scale = 1, add_offset: offset = 0 } = array.attributes
  if (array.text !== null || typeof scale !== 'number' || typeof offset !== 'number' || (scale === 1 && offset === 0)) return values
  return values.map((value) => scalarToJson(Number(value) * scale + offset))
}

/** Stored labels as a coordinate: inline up to 4,096, evenly spaced ones beyond as start and step, others inline up to 65,536; null where none holds. */
export function coordOf({ array, values }: StoredLabels): Coord | null {
  const { units, calendar } = array.attributes
  const unit = typeof units === 'string' && units !== '' ? { unit: units } : {}
  const start = Number(values[0])
  const step = (Number(values[values.length - 1]) - start) / (values.length - 1)
  const isEven = values.length > maxListedEven && values.every((value, index) => value === start + index * step)
  if (isEven) return { kind: 'regular', start, step, ...unit }
  if (values.length > maxInlineLabels) return null
  return { kind: 'inline', labels: values, ...unit, ...(typeof calendar === 'string' ? { calendar } : {}) }
}
