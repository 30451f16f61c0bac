/** Bytes of a tile where the file itself does not cut the array. */
const tileBytes = 2 ** 20

/** Most records that one tile is read from. */
const mostRecords = 64

/**
 * Extents of tiles of an array that lies in C order in one piece: as many whole rows, or planes, as fit into 1 MiB. What a tile covers is
 * always one run of bytes. With `isRecord` the first dim is cut into records, and a tile of several is as many runs.
 */
export function tileExtents(shape: readonly number[], elementBytes: number, isRecord: boolean): number[] {
  const extents = shape.map(() => 1)
  let bytes = elementBytes
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    const extent = shape[dim] as number
    const fit = Math.max(1, Math.floor(tileBytes / bytes))
    const most = isRecord && dim === 0 ? Math.min(fit, mostRecords) : fit
    extents[dim] = Math.max(1, Math.min(extent, most))
    if ((extents[dim] as number) < extent) break
    bytes *= extent
  }
  return extents
}
