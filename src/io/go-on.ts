import { AbortedError } from '../base/errors.js'

/** Throws `E_ABORTED` where a run is to stop while its output is put together. All chunks are written by then, and stay. */
export function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError('stopped while the output was put together from its chunks')
}
