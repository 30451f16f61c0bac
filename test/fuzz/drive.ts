import { chunkCount } from '../../src/array/chunk-grid.js'
import { dtypes } from '../../src/base/dtype.js'
import { isRasterloomError } from '../../src/base/errors.js'
import { canonicalJson, type Json } from '../../src/base/json.js'
import type { OpenBytes, OpenedSource, Source, SourceDef } from '../../src/graph/source.js'
import { testKit } from '../kit.js'
import { makeReader } from '../read-window.js'

/** Longest that one mutant may take, in time of the processor: other programs may be running. */
export const mostMs = 2000

/** Tiles that are decoded of each mutant. */
const mostTiles = 4

const arenaMebibytes = 24
const kit = testKit(arenaMebibytes)

/** How a mutant was met. */
export type Outcome = 'read' | 'refused' | 'over budget'

/** What went wrong with a mutant, in words; null where nothing did. */
export interface Verdict {
  readonly outcome: Outcome
  readonly fault: string | null
}

/** Asks of memory that one call made, by a watch over the constructors of arrays. */
interface Watch {
  largest: number
  limit: number
}

const watched = ['Uint8Array', 'Uint16Array', 'Float64Array', 'Uint32Array', 'Int32Array', 'ArrayBuffer', 'Array'] as const
type Maker = new (...args: unknown[]) => object

/**
 * Runs a function while the sizes that arrays are made with are noted. An ask beyond `limit` elements is turned down, as a machine without
 * memory would, so that a fault shows without harm.
 */
export async function watchingMemory<T>(
  limit: number,
  run: (watch: Watch) => Promise<T>,
): Promise<{ readonly result: T; readonly largest: number }> {
  const watch: Watch = { largest: 0, limit }
  const globals = globalThis as unknown as Record<string, Maker>
  const before = watched.map((name) => [name, globals[name] as Maker] as const)
  const arrayFrom = Array.from
  const note = (length: unknown): void => {
    if (typeof length !== 'number' || !(length > watch.largest)) return
    watch.largest = length
    if (length > watch.limit) throw new Error(`allocation of ${length} elements asked, ${watch.limit} are plausible`)
  }
  for (const [name, maker] of before) {
    globals[name] = new Proxy(maker, {
      construct(target, args, self) {
        note(args[0])
        return Reflect.construct(target, args, self) as object
      },
    })
  }
  Array.from = ((items: ArrayLike<unknown>, ...more: []) => {
    note((items as Partial<ArrayLike<unknown>> | null)?.length)
    return arrayFrom(items, ...more)
  }) as typeof Array.from
  try {
    return { result: await run(watch), largest: watch.largest }
  } finally {
    Array.from = arrayFrom
    for (const [name, maker] of before) globals[name] = maker
  }
}

/** Opens a mutant and decodes a few of its tiles, under watch. `plausible`: elements that any one array may have. */
export function meet<L>(def: SourceDef<L>, uri: string, open: OpenBytes, plausible: number, options: object = {}): Promise<Verdict> {
  return judged(plausible, (watch) => readSome(def, uri, open, options, watch))
}

/** Meets a mutant by any means, under watch: of time, of memory (`plausible`: elements that any one array may have) and of the kind of errors. */
export async function judged(plausible: number, run: (watch: Watch) => Promise<Outcome>): Promise<Verdict> {
  const start = process.cpuUsage()
  let outcome: Outcome = 'refused'
  let fault: string | null = null
  try {
    await watchingMemory(plausible, async (watch) => {
      outcome = await run(watch)
    })
  } catch (error) {
    fault = faultOf(error)
  }
  const { user, system } = process.cpuUsage(start)
  const ms = (user + system) / 1000
  return { outcome, fault: fault ?? (ms > mostMs ? `took ${Math.round(ms)} ms` : null) }
}

async function readSome<L>(def: SourceDef<L>, uri: string, open: OpenBytes, options: object, watch: Watch): Promise<Outcome> {
  const opened = await def.open(uri, options as Json, open)
  // What a recipe and a worker do with it.
  canonicalJson(opened.spec as unknown as Json)
  canonicalJson(opened.info)
  const source = await def.attach(structuredClone(opened.layout))
  if (neededBytes(opened, source) > (arenaMebibytes - 2) * 2 ** 20) return 'over budget'
  // What a tile declares is plausible once it fits into the budget.
  watch.limit = Math.max(watch.limit, 4 * opened.spec.chunks.chunk.reduce((product, extent) => product * extent, 1))
  const reader = makeReader(opened, source, open, kit)
  const count = chunkCount(opened.spec.chunks)
  for (const tile of new Set([0, 1, Math.floor(count / 2), count - 1].slice(0, mostTiles))) {
    if (tile >= 0 && tile < count) await reader.tile(tile)
  }
  await reader.close()
  return 'read'
}

/** What the planner would reckon for one tile: beyond the budget it is refused before anything is allocated. */
function neededBytes({ spec }: OpenedSource, { maxEncodedBytes, decodeScratchBytes, masked }: Source): number {
  const size = spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  const needed = size * (dtypes[spec.dtype].bytes + (masked ? 1 : 0)) + maxEncodedBytes + decodeScratchBytes
  if (needed >= 0) return needed
  throw new TypeError(`the plan of one tile would need ${needed} bytes: ${size}, ${maxEncodedBytes}, ${decodeScratchBytes}`)
}

function faultOf(error: unknown): string | null {
  if (isRasterloomError(error) && error.code !== 'E_INTERNAL') {
    return error.message.length > 4096 ? `a message of ${error.message.length} characters: ${error.message.slice(0, 600)}` : null
  }
  return error instanceof Error ? (error.stack ?? String(error)) : String(error)
}
