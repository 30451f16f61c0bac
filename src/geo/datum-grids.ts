import { readNtv2, type ShiftGrid } from './ntv2.js'

/** A registered grid as its file's bytes: how grids travel to other threads. */
export interface GridFile {
  readonly name: string
  readonly bytes: Uint8Array
}

// By name in lower case, without folder and suffix: PROJ and EPSG spell the same grid with different suffixes.
const registered = new Map<string, { readonly grid: ShiftGrid; readonly file: GridFile }>()

/**
 * Makes a grid of datum shifts known, from the bytes of an NTv2 file (`.gsb`). From then on it is used wherever PROJ would use it: by CRSs
 * with an EPSG code that the data set has this grid for (by PROJ's or EPSG's name of it, whatever the suffix), and by `+nadgrids=` of that
 * name. Each thread has its own register; runs bring it to their workers. Throws `E_SOURCE` for bytes that are no NTv2 file.
 */
export function registerGrid(name: string, bytes: Uint8Array): void {
  registered.set(plainName(name), { grid: readNtv2(name, bytes), file: { name, bytes } })
  changes++
}

/** Forgets a grid. */
export function unregisterGrid(name: string): void {
  registered.delete(plainName(name))
  changes++
}

let changes = 0

/** A number that grows whenever a grid becomes known or is forgotten: what was made before may use other grids. */
export function gridChanges(): number {
  return changes
}

/** The files of all registered grids. */
export function gridFiles(): GridFile[] {
  return [...registered.values()].map(({ file }) => file)
}

/** The first registered grid of some names, or null. */
export function gridNamed(...names: readonly string[]): ShiftGrid | null {
  if (registered.size === 0) return null
  for (const name of names) {
    const found = registered.get(plainName(name))
    if (found !== undefined) return found.grid
  }
  return null
}

function plainName(name: string): string {
  return name
    .replace(/^@/, '')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]+$/, '')
    .toLowerCase()
}
