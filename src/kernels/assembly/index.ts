// The one WebAssembly module. Each family stands in its own file and is re-exported here.
export * from './checksum'
