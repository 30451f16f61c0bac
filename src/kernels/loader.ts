import type { WasmMemory, WasmModule } from '../base/wasm.js'
import { moduleBase64 } from './module.generated.js'

/** Bytes at the start of linear memory that belong to the module's own tables; arenas begin at or above it. */
export const reservedBytes = 256 * 1024

let compiled: WebAssembly.Module | undefined

/** The kernel module, compiled once per thread. Pass it to workers, which then need not compile it again. */
export function kernelModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Buffer.from(moduleBase64, 'base64'))
  return compiled
}

/** The kernels bound to a memory. The memory must hold at least {@link reservedBytes}. */
export function instantiateKernels(memory: WasmMemory, module: WasmModule = kernelModule()): Record<string, unknown> {
  const abort = () => {
    throw new WebAssembly.RuntimeError('kernel abort')
  }
  return { ...new WebAssembly.Instance(module, { env: { memory: memory as WebAssembly.Memory, abort } }).exports }
}
