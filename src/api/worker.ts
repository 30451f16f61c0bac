import { parentPort } from 'node:worker_threads'
import { InternalError } from '../base/errors.js'
import type { WasmMemory } from '../base/wasm.js'
import type { ToWorker } from '../exec/messages.js'
import { serveWorker } from '../exec/worker-loop.js'
import { instantiateKernels, reservedBytes } from '../kernels/loader.js'
import { registry } from './registry.js'
import { takeExtras, type WorkerExtras } from './worker-extras.js'

if (parentPort === null) throw new InternalError('this module is the entry of a worker thread')
const port = parentPort
port.once('message', (message: ToWorker) => {
  if (message.type !== 'birth') throw new InternalError(`a worker was told "${message.type}" before it was told what it works on`)
  const { birth } = message
  const environment = { registry, instantiate: (memory: WasmMemory) => instantiateKernels(memory, birth.module), reserved: reservedBytes }
  void serveWorker(port, birth, environment, () => takeExtras(birth.extras as WorkerExtras))
})
