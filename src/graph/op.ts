import type { Block, OutBlock } from '../array/block.js'
import type { Window } from '../array/window.js'
import type { Json } from '../base/json.js'
import type { WasmMemory } from '../base/wasm.js'
import type { UserCode } from './block-function.js'
import type { ArraySpec } from './spec.js'

/** What a card may use while it runs: the worker's linear memory, the kernels that work on it, and scratch space. */
export interface Kit {
  /** The arena. Every block's `data` and `mask` are views of it, 16-byte aligned and followed by at least 64 readable bytes. */
  readonly memory: WasmMemory
  /** The exports of the kernel module; `kernels/loader.ts` gives them their types. */
  readonly kernels: Readonly<Record<string, unknown>>
  /** Pointer to `bytes` bytes of scratch, 16-byte aligned, contents arbitrary, released when `run` returns. Throws `E_INTERNAL` past `scratchBytes`. */
  scratch(bytes: number): number
  /** Adds to a counter of the run's report, as `nudged` pixels. */
  count(name: string, amount: number): void
}

/** Blobs that nodes name by content hash. */
export interface Assets {
  get(hash: string): Uint8Array
}

/** Blocks by input position. An input that was not demanded, or whose demand lies wholly outside it, is absent: all invalid. */
export interface InputBlocks {
  get(input: number): Block | undefined
}

/** A node as a simplifying rule may replace it: by its first input, or by another op over the same inputs. */
export type Simplified = 'input' | { readonly op: string; readonly version: number; readonly params: Json }

/** A node of an expansion: its inputs are positions among the inputs of the node that it stands for, or (`made`) earlier nodes of the expansion. */
export interface ExpandedNode {
  readonly op: string
  readonly version: number
  readonly params: Json
  readonly inputs: readonly (number | { readonly made: number })[]
  /**
   * A dim along which what it demands must not be joined to one window with what others demand: it reads copies of its inputs that are its own, down to the sources or to
   * nodes that are put together along the dim. The node is left unexpanded where that would be too many copies.
   */
  readonly apart?: string
}

/**
 * The card of an op. One output array; every field is required. The laws L1 to L9 that a card keeps are checks of
 * `test/conformance/conform-op.ts`; docs/architecture.md states them.
 */
export interface OpDef<P extends Json = Json, S = unknown> {
  readonly name: string
  readonly version: number
  /** Params as typed and normalised JSON. Rejects unknown keys and bad values with `E_USAGE`. `parse(parse(x))` equals `parse(x)`. */
  parse(params: Json): P
  /** The output's spec. Pure, no I/O. Throws `E_GRID`, `E_DTYPE`, `E_USAGE`. */
  infer(inputs: readonly ArraySpec[], params: P): ArraySpec
  /** What `demand` and `run` need beside the params (mesh, weights): deterministic, cached per node and thread. */
  prepare(inputs: readonly ArraySpec[], params: P, assets: Assets): S
  /** Upper bound of the bytes that `prepare`'s result holds in a thread, lazily filled caches included. */
  stateBytes(inputs: readonly ArraySpec[], params: P): number
  /**
   * The window of each input that matters for `out`, as if the plane were infinite (unclipped). An input may be named more than once:
   * the hull counts. An op whose footprint is not finite demands the input's full window. Pure, at most some 50 us.
   */
  demand(out: Window, inputs: readonly ArraySpec[], params: P, state: S): Iterable<readonly [input: number, window: Window]>
  /** Bytes that `run` may ask of `kit.scratch` in all (each request is rounded up to 16 bytes). */
  scratchBytes(out: Window, inputs: readonly ArraySpec[], params: P): number
  /** Each output pixel depends on the input pixels at the same index along shared dims, and on nothing else. */
  readonly elementwise: boolean
  /** Values are moved, never computed: bits of an output pixel are bits of an input pixel. */
  readonly movesPixels: boolean
  /**
   * Whether every pixel of the output is valid wherever every pixel of every input is. A card that does not say may make pixels invalid.
   * Decides, from the specs alone, whether an output needs a way to say "invalid" at all.
   */
  readonly keepsValid?: (inputs: readonly ArraySpec[], params: P) => boolean
  /**
   * Whether columns beyond the edge of an array that goes round can be computed, from the columns there: what `run` makes depends on where pixels lie to
   * each other, not on their index. Elementwise ops and those that move pixels need not say so.
   */
  readonly goesRound?: boolean
  /** A source of pixels: no inputs; its pixels come from the tiles of the source that its params name, never from `run`. */
  readonly leaf: boolean
  /**
   * The nodes by which a plan replaces this one, the last in its place; null for none. From the specs alone, like `infer`. For ops whose result
   * needs more of its input than one task can hold.
   */
  expand?(inputs: readonly ArraySpec[], params: P): readonly ExpandedNode[] | null
  /** Whether all of the node is computed and put aside, in a stage of its own, before anything that reads it: its pixels are small, and dear. */
  readonly stage?: boolean
  /** The dim along which the inputs stand one after another, so that a window demands few of them. Absent where they do not. */
  joinedAlong?(params: P): string
  /** The code of the user's that a node runs; its params name the module by `uri`, as those of a source name a file. Absent where there is none. */
  codeOf?(params: P): UserCode
  /** Hashes of the assets that `prepare` asks for, which threads are given. Absent where there are none. */
  assetsOf?(params: P): readonly string[]
  /** What a person is told of a node when it is planned: choices made, accuracy. Absent where there is never anything to say. */
  notes?(inputs: readonly ArraySpec[], params: P, state: S): readonly string[]
  /** What a person must know of a node before it runs, since pixels may not be what is expected. Every run asks for it: fast, and without what is only interesting. */
  warnings?(inputs: readonly ArraySpec[], params: P, state: S): readonly string[]
  /** A cheaper node that gives the same bits, or null. */
  simplify(inputs: readonly ArraySpec[], params: P): Simplified | null
  /**
   * Fills every pixel of `out`. Synchronous. An input's block covers at least the demanded window clipped to the input
   * (it may cover more: index by `block.window`).
   */
  run(out: OutBlock, inputs: InputBlocks, params: P, state: S, kit: Kit): void
}

/** An op of any params and state: what a registry holds. What `parse` and `prepare` answer goes back to the same card, unseen. */
export type AnyOp = Omit<OpDef<never, never>, 'parse' | 'prepare'> & {
  parse(params: Json): Json
  prepare(inputs: readonly ArraySpec[], params: never, assets: Assets): unknown
}
