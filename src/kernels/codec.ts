/**
 * The codec kernels of the module, typed. Pointers and lengths are bytes in linear memory. What returns a size returns a negative code
 * where it fails: -1 the source ends early, -2 corrupt, -3 more bytes than the capacity, -4 bad header or checksum.
 */
export interface CodecKernels {
  inflateScratchBytes(): number
  inflateZlib(source: number, sourceLength: number, target: number, targetCapacity: number, scratch: number): number
  inflateGzip(source: number, sourceLength: number, target: number, targetCapacity: number, scratch: number): number
  deflateScratchBytes(): number
  deflateBound(length: number): number
  deflateZlib(source: number, length: number, target: number, targetCapacity: number, scratch: number, sampleBytes: number): number
  deflateGzip(source: number, length: number, target: number, targetCapacity: number, scratch: number, sampleBytes: number): number
  lzwScratchBytes(): number
  lzwBound(length: number): number
  lzwDecode(source: number, length: number, target: number, capacity: number, scratch: number): number
  lzwEncode(source: number, length: number, target: number, capacity: number, scratch: number): number
  packbitsDecode(source: number, length: number, target: number, capacity: number): number
  predictor2Decode(pointer: number, width: number, rows: number, samples: number, sampleBytes: number): void
  predictor2Encode(pointer: number, width: number, rows: number, samples: number, sampleBytes: number): void
  predictor3Decode(pointer: number, scratchRow: number, width: number, rows: number, samples: number, sampleBytes: number): void
  predictor3Encode(pointer: number, scratchRow: number, width: number, rows: number, samples: number, sampleBytes: number): void
  swapBytes(pointer: number, count: number, sampleBytes: number): void
  adler32(adler: number, source: number, length: number): number
  crc32(crc: number, source: number, length: number): number
  crc32c(crc: number, source: number, length: number): number
  gatherSamples(
    source: number,
    sourceRowBytes: number,
    target: number,
    targetRowBytes: number,
    width: number,
    rows: number,
    strideBytes: number,
    sampleBytes: number,
  ): void
  expandBits(
    source: number,
    sourceRowBytes: number,
    firstBit: number,
    target: number,
    targetRowBytes: number,
    width: number,
    rows: number,
  ): void
  unpackBits(source: number, sourceRowBytes: number, target: number, count: number, rows: number, bits: number, sampleBytes: number): void
  widenHalves(source: number, target: number, count: number): void
  widenTriples(source: number, target: number, count: number): void
  jpegTableBytes(): number
  jpegBuildTable(lengths: number, symbols: number, count: number, table: number): number
  /** The layout of a job is in assembly/jpeg.ts. */
  jpegScan(job: number, source: number, length: number): number
  jpegPixels(job: number, target: number, rowBytes: number, rows: number, toRgb: number, room: number): void
  lzmaScratchBytes(): number
  lzma2Decode(source: number, length: number, target: number, capacity: number, scratch: number): number
  markAlpha(
    source: number,
    sourceRowBytes: number,
    target: number,
    targetRowBytes: number,
    width: number,
    rows: number,
    strideBytes: number,
    sampleBytes: number,
  ): void
  clearEqual(mask: number, data: number, count: number, value: bigint, sampleBytes: number): void
  clearFloat(mask: number, data: number, count: number, value: number, sampleBytes: number): void
}

/** The codec kernels of an instance: the same object under its type. */
export function codecKernels(kernels: Readonly<Record<string, unknown>>): CodecKernels {
  return kernels as unknown as CodecKernels
}
