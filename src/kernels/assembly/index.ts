// The one WebAssembly module. Each family stands in its own file and is re-exported here.
export * from './arith'
export * from './cast'
export * from './cast-narrow'
export * from './checksum'
export { deflateBound, deflateGzip, deflateRaw, deflateScratchBytes, deflateZlib } from './deflate'
export * from './interleave'
export { inflateGzip, inflateRaw, inflateScratchBytes, inflateZlib } from './inflate'
export { lzwBound, lzwDecode, lzwEncode, lzwScratchBytes } from './lzw'
export * from './pack'
export * from './packbits'
export * from './predictor'

/** The first byte after the module's static data: memory from here on belongs to the caller. */
export function staticEnd(): usize {
  return __heap_base
}
export * from './scale'
export * from './validity'
export * from './validity-fill'
export * from './warp-near'
export * from './warp-bilinear'
