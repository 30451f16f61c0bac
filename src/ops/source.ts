import { InternalError, UsageError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import type { OpDef } from '../graph/op.js'
import type { ArraySpec } from '../graph/spec.js'

/** A leaf: which file, in which format, opened with which options, and what was found there. */
export type SourceParams = {
  readonly format: string
  readonly uri: string
  readonly options: JsonObject
  readonly spec: JsonObject
  /** What is done where a tile cannot be read: its pixels are invalid, or it is read again a few times. Absent: the run fails. */
  readonly onReadError?: 'nodata' | 'retry'
}

function parse(params: Json): SourceParams {
  if (!isJsonObject(params)) throw new UsageError('source: params must be an object')
  const { format, uri, options, spec, onReadError, ...rest } = params
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined) throw new UsageError(`source: unknown param "${unknown}"; known are format, uri, options, spec, onReadError`)
  if (typeof format !== 'string' || typeof uri !== 'string' || !isJsonObject(options) || !isJsonObject(spec)) {
    throw new UsageError('source: needs format (text), uri (text), options (object) and spec (object)')
  }
  if (onReadError === undefined) return { format, uri, options, spec }
  if (onReadError !== 'nodata' && onReadError !== 'retry')
    throw new UsageError(`source: onReadError is ${JSON.stringify(onReadError)}, expected nodata or retry`)
  return { format, uri, options, spec, onReadError }
}

/** `source`: the leaf of every graph. Its pixels are the tiles of a file; it has no inputs and nothing to run. */
export const source: OpDef<SourceParams, null> = {
  name: 'source',
  version: 1,
  parse,
  infer: (_inputs, params) => params.spec as unknown as ArraySpec,
  prepare: () => null,
  stateBytes: () => 0,
  demand: () => [],
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: true,
  leaf: true,
  simplify: () => null,
  run: () => {
    throw new InternalError('a source has no run: its pixels are read from tiles')
  },
}
