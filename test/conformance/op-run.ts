import { type Block, isValidAt, type Validity } from '../../src/array/block.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { clip, hull, isEmpty, shapeOf, sizeOf, type Window } from '../../src/array/window.js'
import { allocate, dtypes, type TypedArray } from '../../src/base/dtype.js'
import type { Json } from '../../src/base/json.js'
import type { Assets, OpDef } from '../../src/graph/op.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { type TestKit, testKit } from '../kit.js'
import type { OpCase, OpInput } from './op-case.js'
import { type Random, random } from './random.js'

/** A card with everything that is known before a pixel is read. */
export interface Ready {
  readonly op: OpDef
  readonly params: Json
  readonly specs: readonly ArraySpec[]
  readonly out: ArraySpec
  readonly state: unknown
  readonly inputs: readonly OpInput[]
}

/** How one window is run. */
export interface RunOptions {
  /** Gives inputs more than was demanded, with garbage outside the demand. */
  readonly surround?: Random
  /** Byte that fills `out` and its mask beforehand. */
  readonly fill?: number
  /** Inputs that are withheld. */
  readonly absent?: ReadonlySet<number>
}

/** Pixels of a window as `run` left them, copied out of the arena, with the validity expanded. */
export interface Result {
  readonly window: Window
  readonly data: TypedArray
  readonly mask: Uint8Array
}

const noAssets: Assets = {
  get(hash) {
    throw new Error(`this case has no asset ${hash}`)
  },
}

/** Parses, infers and prepares a case; `inputs` replaces the case's pixels by others of the same specs. */
export function ready(op: OpDef, of: OpCase, inputs: readonly OpInput[] = of.inputs): Ready {
  const specs = inputs.map((input) => input.spec)
  const params = op.parse(of.params)
  return { op, params, specs, out: op.infer(specs, params), state: op.prepare(specs, params, of.assets ?? noAssets), inputs }
}

/** The hull of a card's demand by input, unclipped; inputs of which nothing is demanded are missing. */
export function demandOf(card: Ready, window: Window): Map<number, Window> {
  const demands = new Map<number, Window>()
  for (const [input, wanted] of card.op.demand(window, card.specs, card.params, card.state)) {
    const before = demands.get(input)
    if (!isEmpty(wanted)) demands.set(input, before === undefined ? wanted : hull(before, wanted))
  }
  return demands
}

/** What the gather gives of a demand: clipped to the input, except along x where the input goes round. */
function clipped(window: Window, spec: ArraySpec): Window {
  const x = spec.periodX === null ? -1 : spec.dims.indexOf('x')
  const cut = clip(window, spec.shape)
  return {
    start: cut.start.map((start, dim) => (dim === x ? (window.start[dim] as number) : start)),
    stop: cut.stop.map((stop, dim) => (dim === x ? (window.stop[dim] as number) : stop)),
  }
}

let shared: TestKit | undefined

/** The kit that all runs of a test file share. */
export function sharedKit(): TestKit {
  shared ??= testKit(32)
  return shared
}

/** Runs a card over one window, with each input cut to what was demanded. Throws where the card breaks the contract of blocks. */
export function runWindow(card: Ready, window: Window, options: RunOptions = {}): Result {
  const kit = sharedKit()
  kit.reset()
  const blocks = new Map<number, Block>()
  for (const [input, wanted] of demandOf(card, window)) {
    const given = card.inputs[input]
    if (given === undefined) throw new Error(`demand names input ${input}; there are ${card.inputs.length}`)
    const cut = clipped(wanted, given.spec)
    if (isEmpty(cut) || options.absent?.has(input)) continue
    blocks.set(input, inputBlock(kit, given, cut, options.surround))
  }
  const before = new Map([...blocks].map(([input, block]) => [input, { data: bytesOf(block.data).slice(), valid: copyOf(block.valid) }]))
  const out = kit.outBlock(window, card.out.dtype)
  bytesOf(out.data).fill(options.fill ?? 0x5a)
  out.mask.fill(options.fill ?? 0x5a)
  kit.limitScratch(card.op.scratchBytes(window, card.specs, card.params))
  card.op.run(out, blocks, card.params, card.state, kit)
  for (const [input, block] of blocks) {
    const { data, valid } = before.get(input) as { data: Uint8Array; valid: Validity }
    if (!sameBytes(data, bytesOf(block.data))) throw new Error(`run changed the pixels of input ${input}`)
    if (valid instanceof Uint8Array && !sameBytes(valid, block.valid as Uint8Array))
      throw new Error(`run changed the mask of input ${input}`)
  }
  checkSlack(kit, out.data, 'out.data')
  checkSlack(kit, out.mask, 'out.mask')
  return { window, data: out.data.slice(), mask: expand(out.data, out.valid) }
}

function copyOf(valid: Validity): Validity {
  return valid instanceof Uint8Array ? valid.slice() : valid
}

/** An input's block over a window that may reach round the seam; with `surround`, larger than asked and garbage outside. */
function inputBlock(kit: TestKit, input: OpInput, window: Window, surround: Random | undefined): Block {
  const { spec } = input
  const outer = surround === undefined ? window : clipped(grow(window, surround), spec)
  const data = allocate(spec.dtype, sizeOf(outer))
  const mask = new Uint8Array(sizeOf(outer)).fill(1)
  if (surround !== undefined) fillGarbage(data, mask, input.valid, surround)
  const target = { start: outer.start, shape: shapeOf(outer) }
  for (const [from, to] of pieces(window, spec)) {
    // The whole input, laid so that what is at `from` lands on `to`.
    const laid = { start: to.start.map((start, dim) => start - (from.start[dim] as number)), shape: spec.shape }
    copyWindow({ data: input.data, ...laid }, { data, ...target }, to)
    if (input.valid instanceof Uint8Array) copyWindow({ data: input.valid, ...laid }, { data: mask, ...target }, to)
  }
  return kit.block(outer, data, input.valid instanceof Uint8Array ? mask : input.valid)
}

/** The parts of a window that lie in one turn of a periodic input each, with where each part goes. */
function pieces(window: Window, spec: ArraySpec): [from: Window, to: Window][] {
  const x = spec.periodX === null ? -1 : spec.dims.indexOf('x')
  if (x < 0) return [[window, window]]
  const period = spec.periodX as number
  const parts: [Window, Window][] = []
  let at = window.start[x] as number
  while (at < (window.stop[x] as number)) {
    const turn = Math.floor(at / period)
    const stop = Math.min(window.stop[x] as number, (turn + 1) * period)
    const along = (w: Window, start: number, end: number): Window => ({ start: w.start.with(x, start), stop: w.stop.with(x, end) })
    parts.push([along(window, at - turn * period, stop - turn * period), along(window, at, stop)])
    at = stop
  }
  return parts
}

function grow(window: Window, { int }: Random): Window {
  return { start: window.start.map((start) => start - int(0, 4)), stop: window.stop.map((stop) => stop + int(0, 4)) }
}

/** Random bits; NaN only where validity can say that it is invalid. */
function fillGarbage(data: TypedArray, mask: Uint8Array, valid: Validity, { int }: Random): void {
  const bytes = bytesOf(data)
  for (let index = 0; index < bytes.length; index++) bytes[index] = int(0, 256)
  for (let index = 0; index < data.length; index++) {
    mask[index] = int(0, 2)
    if (data[index] === data[index]) continue
    if (valid === null) data[index] = -12345.5 as never
    else mask[index] = 0
  }
}

/** The bytes behind a typed array. */
export function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/** Whether two byte arrays are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** The mask that a validity stands for; throws where it breaks its promise (bytes other than 0 and 1, valid NaN). */
export function expand(data: TypedArray, valid: Validity): Uint8Array {
  const mask = new Uint8Array(data.length)
  for (let index = 0; index < data.length; index++) {
    mask[index] = isValidAt({ data, valid }, index) ? 1 : 0
    if (valid instanceof Uint8Array && (valid[index] as number) > 1)
      throw new Error(`mask byte ${index} is ${valid[index]}: only 0 and 1 are allowed`)
    if (mask[index] === 1 && data[index] !== data[index]) throw new Error(`pixel ${index} is NaN, but said to be valid`)
  }
  return mask
}

function checkSlack(kit: TestKit, data: TypedArray, name: string): void {
  const end = data.byteOffset + data.byteLength
  const slack = new Uint8Array(kit.memory.buffer, end, 64)
  if (slack.some((byte) => byte !== 0xa5)) throw new Error(`run wrote past the end of ${name}`)
}

/** The part of a result that lies in a window within it. */
export function crop(result: Result, window: Window): Result {
  const from = { start: result.window.start, shape: shapeOf(result.window) }
  const to = { start: window.start, shape: shapeOf(window) }
  const data = result.data.slice(0, 0).constructor as new (length: number) => TypedArray
  const cut: Result = { window, data: new data(sizeOf(window)), mask: new Uint8Array(sizeOf(window)) }
  copyWindow({ data: result.data, ...from }, { data: cut.data, ...to }, window)
  copyWindow({ data: result.mask, ...from }, { data: cut.mask, ...to }, window)
  return cut
}

/** Says where two results differ in validity or in the bits of a valid pixel; null when nowhere. */
export function difference(a: Result, b: Result): string | null {
  const [left, right] = [bytesOf(a.data), bytesOf(b.data)]
  const width = left.length / Math.max(1, a.data.length)
  for (let index = 0; index < a.mask.length; index++) {
    const at = `pixel ${index} of ${JSON.stringify(a.window)}`
    if (a.mask[index] !== b.mask[index])
      return `${at}: valid is ${a.mask[index]} and ${b.mask[index]} (values ${a.data[index]} and ${b.data[index]})`
    if (a.mask[index] === 0) continue
    for (let byte = index * width; byte < (index + 1) * width; byte++) {
      if (left[byte] !== right[byte]) return `${at}: ${a.data[index]} is not ${b.data[index]}`
    }
  }
  return null
}

/** A random window within a shape; small ones and ones that touch an edge are likely. */
export function randomWindow(shape: readonly number[], rng: Random): Window {
  const start = shape.map((extent) => (rng.next() < 0.2 ? 0 : rng.int(0, extent)))
  const stop = shape.map((extent, dim) => {
    const from = start[dim] as number
    const choice = rng.next()
    return choice < 0.15 ? extent : choice < 0.4 ? from + 1 : rng.int(from, extent) + 1
  })
  return { start, stop }
}

/** An element of zero bits set to a random value of a dtype's bytes, never NaN. */
export function garbageInput(input: OpInput, mask: Uint8Array, seed: number): OpInput {
  const { int } = random(seed)
  const data = input.data.slice()
  const width = dtypes[input.spec.dtype].bytes
  const bytes = bytesOf(data)
  for (let index = 0; index < mask.length; index++) {
    if (mask[index] === 1) continue
    for (let byte = index * width; byte < (index + 1) * width; byte++) bytes[byte] = int(0, 256)
  }
  return { spec: input.spec, data, valid: mask }
}
