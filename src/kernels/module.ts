import { moduleBase64 } from './module.generated.js'

let compiled: WebAssembly.Module | undefined

/** The kernel module, compiled once per thread. Pass it to workers, which then need not compile it again. */
export function kernelModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Buffer.from(moduleBase64, 'base64'))
  return compiled
}
