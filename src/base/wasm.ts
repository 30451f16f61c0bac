/** A `WebAssembly.Memory`, by what is used of it: its own type is unknown to programs that are compiled without the DOM's types. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** A compiled `WebAssembly.Module`, passed on unseen. */
export type WasmModule = object
