// The one WebAssembly module. Each family stands in its own file and is re-exported here.
export * from './arith'
export * from './blosc'
export * from './cast'
export * from './cast-narrow'
export * from './checksum'
export { deflateBound, deflateGzip, deflateRaw, deflateScratchBytes, deflateZlib } from './deflate'
export * from './interleave'
export { inflateGzip, inflateRaw, inflateScratchBytes, inflateZlib } from './inflate'
export { lz4Bound, lz4Decode, lz4Encode, lz4ScratchBytes } from './lz4'
export { lzwBound, lzwDecode, lzwEncode, lzwScratchBytes } from './lzw'
export * from './mosaic'
export * from './pack'
export * from './packbits'
export * from './predictor'
export * from './shuffle'
export * from './unpack-bits'

/** The first byte after the module's static data: memory from here on belongs to the caller. */
export function staticEnd(): usize {
  return __heap_base
}
export * from './scale'
export * from './validity'
export * from './validity-fill'
export * from './warp-near'
export * from './warp-bilinear'
export * from './overview'
export * from './separable'
export { warpFilter } from './warp-filter'
export { warpArea } from './warp-area'
export { warpAreaAxes } from './warp-area-axes'
export { kernelWeight } from './warp-weights'
