import type { AnyOp, Assets } from './op.js'
import type { AnySink } from './sink.js'
import type { AnySource } from './source.js'

/** All cards that a process knows. The one list is api/registry.ts; every thread builds the same. Unknown names throw `E_RECIPE`. */
export interface Registry {
  op(name: string, version: number): AnyOp
  source(name: string): AnySource
  sink(name: string): AnySink
  readonly ops: readonly AnyOp[]
  readonly sources: readonly AnySource[]
  readonly sinks: readonly AnySink[]
  readonly assets: Assets
}
