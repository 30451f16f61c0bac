/** What decides how pixels are cut between two chunkings. */
export interface CutBetween {
  readonly shape: readonly number[]
  /** Extents of a source's tile, as seen from the output. */
  readonly from: readonly number[]
  /** Extents of the output's chunks. */
  readonly to: readonly number[]
  /** Bytes of decoded source tiles, and of pixels put aside, for one pixel of the output. */
  readonly tilePixelBytes: number
  readonly pixelBytes: number
  /** Bytes of decoded tiles that a thread can keep. */
  readonly keptBytes: number
}

/** The largest chunk that is put aside: enough for a disk to be fast, small beside any budget. */
const mostChunkBytes = 4 * 1024 * 1024

/**
 * The chunks by which pixels go from one chunking to another, each tile being decoded once on either way: as long as the output's chunks where those
 * are the shorter ones and as the tiles where these are, and from there on longer, as far as both the tiles under one of them, and those of them
 * that are under one of the output's chunks, can be kept.
 */
export function scratchChunk({ shape, from, to, tilePixelBytes, pixelBytes, keptBytes }: CutBetween): number[] {
  const cut = shape.map((extent, dim) => Math.min(extent, from[dim] as number, to[dim] as number))
  const volume = (least: readonly number[]): number =>
    cut.reduce((product, extent, dim) => product * Math.max(extent, least[dim] as number), 1)
  const fits = (): boolean =>
    volume(from) * tilePixelBytes <= keptBytes && volume(to) * pixelBytes <= keptBytes && volume(cut) * pixelBytes <= mostChunkBytes
  const grow = (dim: number, step: number, end: number): void => {
    const before = cut[dim] as number
    for (const parts of partsOf(Math.max(1, Math.round(end / step)))) {
      cut[dim] = Math.min(shape[dim] as number, end, Math.ceil(Math.ceil(end / step) / parts) * step)
      if ((cut[dim] as number) <= before || fits()) break
    }
    if (!fits()) cut[dim] = before
  }
  // First those along which the output's chunks are longer: each part less is a read less of every chunk.
  shape.forEach((extent, dim) => {
    if ((to[dim] as number) > (from[dim] as number)) grow(dim, from[dim] as number, Math.min(extent, to[dim] as number))
  })
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    if ((from[dim] as number) > (to[dim] as number)) grow(dim, to[dim] as number, Math.min(shape[dim] as number, from[dim] as number))
  }
  return cut
}

/** Into how many parts so many steps may be cut, from one on: evenly where that can be, since parts that lie across borders are read twice. */
function partsOf(steps: number): number[] {
  const parts = Array.from({ length: steps }, (_, at) => at + 1)
  const even = parts.filter((count) => steps % count === 0)
  // A prime number of steps has no even parts but single ones.
  return even.length > 3 || steps <= 4 ? even : parts
}
