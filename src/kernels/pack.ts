/** The kernels that make TIFF tiles of blocks (assembly/pack.ts). All arguments are pointers into the arena or counts. */
export interface PackKernels {
  /** Planes of a block to the interleaved pixels of a whole tile; what lies beyond the block repeats its last column and row. */
  packTile(
    source: number,
    width: number,
    height: number,
    bands: number,
    sampleBytes: number,
    target: number,
    tileWidth: number,
    tileHeight: number,
  ): void
  /** Validity bytes of all bands to the bits of one mask tile: valid in every band. `row`: `tileWidth` bytes of work memory. Answers the pixels on which bands disagree. */
  packMask(
    valid: number,
    width: number,
    height: number,
    bands: number,
    target: number,
    tileWidth: number,
    tileHeight: number,
    row: number,
  ): number
}

/** The typed view of a kernel instance. */
export function packKernels(kernels: Readonly<Record<string, unknown>>): PackKernels {
  return kernels as unknown as PackKernels
}
