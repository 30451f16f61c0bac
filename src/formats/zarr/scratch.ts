import { join, relative, sep } from 'node:path'
import type { SinkPlace } from '../../graph/sink.js'
import { pathExists } from '../../io/output-directory.js'

/** Where the store grows until it is whole. */
export function storeOf({ scratch }: SinkPlace): string {
  return join(scratch, 'store')
}

/** The key of a file of the store, by its path there. */
export function keyIn(place: SinkPlace, path: string): string {
  return relative(storeOf(place), path).split(sep).join('/')
}

/** Where files lie until they are whole. */
export function temporaryOf({ scratch }: SinkPlace): string {
  return join(scratch, 'unfinished')
}

/** The file that says that the store was published. */
export function markOf({ scratch }: SinkPlace): string {
  return join(scratch, 'published')
}

/** Whether the store of this run stands at its target already: the run was killed after that, and is being resumed. */
export function isPublished(place: SinkPlace): boolean {
  return pathExists(markOf(place)) && !pathExists(storeOf(place))
}
