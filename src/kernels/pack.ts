/** The kernels between blocks and TIFF tiles (assembly/pack.ts). All arguments are pointers into the arena or counts. */
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
  /** The inverse of `packTile`. */
  unpackTile(source: number, tileWidth: number, bands: number, sampleBytes: number, target: number, width: number, height: number): void
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
  /** Bits of a mask tile to the validity bytes of one plane. */
  unpackMask(source: number, tileWidth: number, target: number, width: number, height: number): void
  /** Applies predictor 2 in place. */
  predictor2Encode(pointer: number, width: number, rows: number, samples: number, sampleBytes: number): void
  /** Undoes predictor 2 in place. */
  predictor2Decode(pointer: number, width: number, rows: number, samples: number, sampleBytes: number): void
  /** Applies predictor 3 in place; `scratchRow` holds one row. */
  predictor3Encode(pointer: number, scratchRow: number, width: number, rows: number, samples: number, sampleBytes: number): void
  /** Undoes predictor 3 in place; `scratchRow` holds one row. */
  predictor3Decode(pointer: number, scratchRow: number, width: number, rows: number, samples: number, sampleBytes: number): void
}

/** The typed view of a kernel instance. */
export function packKernels(kernels: Readonly<Record<string, unknown>>): PackKernels {
  return kernels as unknown as PackKernels
}
