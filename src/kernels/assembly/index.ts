// The one WebAssembly module. Each family stands in its own file and is re-exported here.
export * from './checksum'
export * from './warp-near'
export * from './warp-bilinear'
