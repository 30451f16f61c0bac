import type { WasmMemory, WasmModule } from '../base/wasm.js'
/** Bytes at the start of linear memory that belong to the module's own tables; arenas begin at or above it. */
export const reservedBytes = 256 * 1024

/** The kernels bound to a memory. The memory must hold at least {@link reservedBytes}. */
export function instantiateKernels(memory: WasmMemory, module: WasmModule): Record<string, unknown> {
  const abort = () => {
    throw new WebAssembly.RuntimeError('kernel abort')
  }
  return { ...new WebAssembly.Instance(module, { env: { memory: memory as WebAssembly.Memory, abort } }).exports }
}
