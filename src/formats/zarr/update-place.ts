import { join } from 'node:path'
import type { SinkPlace } from '../../graph/sink.js'
import { pathExists } from '../../io/output-directory.js'

/** Directory of the chunks of one level of a variable until they go into the store. */
export function piecesOf({ scratch }: Pick<SinkPlace, 'scratch'>, variable: string, level: number): string {
  return join(scratch, 'pieces', encodeURIComponent(variable), String(level))
}

/** The file that says where an append began, once the store has been touched. */
export function noteOf({ scratch }: Pick<SinkPlace, 'scratch'>): string {
  return join(scratch, 'merge.json')
}

/** The file that says that the pixels of a variable are in the store. */
export function mergedMarkOf({ scratch }: Pick<SinkPlace, 'scratch'>, variable: string): string {
  return join(scratch, `merged-${encodeURIComponent(variable)}`)
}

/** The file that says that the change is known to readers. */
export function knownMarkOf({ scratch }: Pick<SinkPlace, 'scratch'>): string {
  return join(scratch, 'known')
}

/** Whether pixels of a variable are in the store already: the run was killed after that, and is being resumed. */
export function isMerged(place: Pick<SinkPlace, 'scratch'>, variable: string): boolean {
  return pathExists(mergedMarkOf(place, variable)) || pathExists(knownMarkOf(place))
}
