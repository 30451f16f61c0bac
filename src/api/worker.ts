import { parentPort, workerData } from 'node:worker_threads'
import { InternalError } from '../base/errors.js'
import type { WorkerBirth } from '../exec/messages.js'
import { serveWorker } from '../exec/worker-loop.js'
import { instantiateKernels, reservedBytes } from '../kernels/loader.js'
import { registry } from './registry.js'

if (parentPort === null) throw new InternalError('this module is the entry of a worker thread')
const birth = workerData as WorkerBirth
void serveWorker(parentPort, birth, {
  registry,
  instantiate: (memory) => instantiateKernels(memory, birth.module),
  reserved: reservedBytes,
})
