import type { JsonObject } from '../base/json.js'
import type { Coord } from '../graph/spec.js'

/** Labels as the op `concat` wants them: listed, also where they are regular. */
export function labelParams(coord: Coord, given: readonly (number | string | Date)[]): JsonObject {
  if (coord.kind !== 'inline') return { labels: given.map(Number) }
  const { labels, unit = null, calendar = null } = coord
  return { labels: [...labels], unit, calendar }
}
