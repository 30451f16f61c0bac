import { resolve } from 'node:path'
import { open } from '../api/open.js'
import { type StackOptions, stack } from '../api/stack.js'
import { OutputError, UsageError } from '../base/errors.js'
import { withValues } from './chain.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import type { ConvertOptions, RunFlags, WriteOptions } from './options.js'
import { checkWriteOptions, formatOf } from './output-format.js'
import { printJson } from './print.js'
import { checkOutput, writeArray } from './write.js'

/** Options of `stack`. */
export type StackFlags = Pick<
  ConvertOptions,
  | 'like'
  | 'resampling'
  | 'srcCrs'
  | 'srcNodata'
  | 'onReadError'
  | 'bands'
  | 'variable'
  | 'scaled'
  | 'bounds'
  | 'boundsCrs'
  | 'dtype'
  | 'nodata'
> &
  WriteOptions &
  RunFlags & { dims?: readonly string[]; missing?: 'error' | 'drop'; join?: 'exact' | 'inner' | 'outer' | 'left' }

/** Carries out `stack`; answers the exit code. */
export async function stackFiles(pattern: string, target: string, options: StackFlags): Promise<number> {
  if (options.boundsCrs !== undefined && options.bounds === undefined)
    throw new UsageError('--bounds-crs says the CRS of --bounds, which is not given: give both, or neither')
  const format = formatOf(target, options.format)
  checkWriteOptions(options, format)
  checkOutput(target, options)
  const interrupt = interruptSignal()
  try {
    const grid = options.like === undefined ? {} : { like: await open<string>(options.like) }
    const stacked = await stack(pattern, { ...stackOptions(options), ...grid })
    const recipe = stacked.toJSON()
    const same = recipe.nodes.some(({ params }) => isNamed(params) && resolve(recipe.base ?? '.', params.uri) === resolve(target))
    if (same)
      throw new OutputError(`${target}: is one of the sources, and a stack cannot replace what it reads: give another path`, {
        uri: target,
      })
    const { bounds, boundsCrs } = options
    const [west, south, east, north] = bounds ?? []
    const cut =
      bounds === undefined
        ? stacked
        : stacked.clipBox([west, south, east, north] as [number, number, number, number], boundsCrs === undefined ? {} : { crs: boundsCrs })
    const notes: string[] = []
    const array = withValues(cut, options, notes)
    const summary = await writeArray({ array, notes, warnings: [] }, target, options, options, interrupt.signal)
    if (options.json === true) printJson(summary)
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

function isNamed(params: unknown): params is { readonly uri: string } {
  return typeof params === 'object' && params !== null && typeof (params as { uri?: unknown }).uri === 'string'
}

function stackOptions({
  srcCrs,
  srcNodata,
  onReadError,
  bands,
  variable,
  scaled,
  dims,
  missing,
  join,
  resampling,
}: StackFlags): StackOptions {
  return {
    ...(srcCrs === undefined ? {} : { crs: srcCrs }),
    ...(srcNodata === undefined ? {} : { nodata: srcNodata === 'none' ? null : srcNodata }),
    ...(onReadError === undefined ? {} : { onReadError }),
    ...(bands === undefined ? {} : { bands }),
    ...(variable === undefined ? {} : { variable }),
    ...(scaled === true ? { scaled } : {}),
    ...(dims === undefined ? {} : { dims }),
    ...(missing === undefined ? {} : { missing }),
    ...(join === undefined ? {} : { join }),
    ...(resampling === undefined ? {} : { resampling }),
  }
}
