import { UsageError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import { parseReduce, type ReduceParams } from './reduce.js'

/** Params of one pass over all pixels, counted from 0. */
export type PassParams = ReduceParams & { readonly pass: number }

/** Params of a pass, typed and normalised. Throws `E_USAGE`. */
export function parsePass(op: string, params: Json): PassParams {
  const { pass, ...rest } = isJsonObject(params) ? params : { pass: null }
  if (typeof pass !== 'number' || !Number.isSafeInteger(pass) || pass < 0)
    throw new UsageError(`${op}: pass is ${JSON.stringify(pass)}; give a whole number from 0`)
  return { ...parseReduce(op, rest), pass }
}
