// The one WebAssembly module. Each family stands in its own file and is re-exported here.
export * from './arith'
export * from './cast'
export * from './cast-narrow'
export * from './checksum'
export * from './scale'
export * from './validity'
export * from './validity-fill'
