import { describe, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import { contains, fullWindow, isEmpty, shapeOf, type Window } from '../../src/array/window.js'
import { allocate, dtypes, type Element, isBigInt } from '../../src/base/dtype.js'
import { isRasterloomError } from '../../src/base/errors.js'
import { canonicalJson, isJsonObject, type Json } from '../../src/base/json.js'
import type { OpDef } from '../../src/graph/op.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import type { OpCase, OpInput } from './op-case.js'
import {
  bytesOf,
  crop,
  demandOf,
  difference,
  expand,
  garbageInput,
  type Ready,
  type Result,
  randomWindow,
  ready,
  runWindow,
  sameBytes,
} from './op-run.js'
import { random } from './random.js'

/** Number of random windows of L1 and L4; all of them under RASTERLOOM_FULL=1, else as many as fit the time below. */
const windowCount = 300
const full = process.env.RASTERLOOM_FULL === '1'
const budgetMs = full ? Number.POSITIVE_INFINITY : 400
const leastWindows = 40

/** A law of the card as a check of one case: throws where the card breaks it. */
export type LawCheck = (op: OpDef, of: OpCase) => void

/** Runs a check for many seeded windows of the output. */
function forWindows(of: Ready, seed: number, check: (window: Window, turn: number) => void): void {
  const rng = random(seed)
  const start = performance.now()
  for (let turn = 0; turn < windowCount; turn++) {
    if (turn >= leastWindows && performance.now() - start > budgetMs) return
    check(randomWindow(of.out.shape, rng), turn)
  }
}

function same(a: Result, b: Result, what: string): void {
  const found = difference(a, b)
  if (found !== null) throw new Error(`${what}: ${found}`)
}

function whole(card: Ready): Result {
  return runWindow(card, fullWindow(card.out.shape))
}

/** L1: garbage outside the demand changes nothing. */
function sufficient(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const rng = random(11)
  forWindows(card, 1, (window) => {
    same(runWindow(card, window), runWindow(card, window, { surround: rng }), 'L1: what lies outside the demand changes the result')
  })
}

/** L2: a bigger window never demands less. */
function monotone(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const rng = random(22)
  forWindows(card, 2, (outer) => {
    const inside = randomWindow(shapeOf(outer), rng)
    const at = (bounds: readonly number[]): number[] => bounds.map((bound, dim) => bound + (outer.start[dim] as number))
    const inner = { start: at(inside.start), stop: at(inside.stop) }
    const more = demandOf(card, outer)
    for (const [input, wanted] of demandOf(card, inner)) {
      const bigger = more.get(input)
      if (bigger !== undefined && contains(bigger, wanted)) continue
      throw new Error(
        `L2: ${JSON.stringify(inner)} demands ${JSON.stringify(wanted)} of input ${input}, ${JSON.stringify(outer)} only ${JSON.stringify(bigger)}`,
      )
    }
  })
}

/** L3: demand keeps its extent when the window moves, edges or not; a dim of which everything is demanded is excused. */
function unclipped(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const rng = random(33)
  forWindows(card, 3, (window) => {
    const steps = window.start.map((start, dim) => {
      const step = of.shift?.[dim] ?? 1
      if (step === 0) return 0
      const room = Math.floor(((card.out.shape[dim] as number) - (window.stop[dim] as number)) / step)
      return step * rng.int(-Math.floor(start / step), room + 1)
    })
    const move = (bounds: readonly number[]): number[] => bounds.map((bound, dim) => bound + (steps[dim] as number))
    const here = demandOf(card, window)
    for (const [input, there] of demandOf(card, { start: move(window.start), stop: move(window.stop) })) {
      const extents = shapeOf(there)
      const before = here.get(input)
      if (before === undefined) throw new Error(`L3: input ${input} is demanded after a move by ${steps}, not before`)
      shapeOf(before).forEach((extent, dim) => {
        if (extent === extents[dim] || isWholeDim(before, there, card.specs[input] as ArraySpec, dim)) return
        throw new Error(
          `L3: ${JSON.stringify(window)} moved by ${steps} demands ${extents[dim]} instead of ${extent} along dim ${dim} of input ${input}`,
        )
      })
    }
  })
}

function isWholeDim(a: Window, b: Window, spec: ArraySpec, dim: number): boolean {
  const covers = (w: Window): boolean => (w.start[dim] as number) <= 0 && (w.stop[dim] as number) >= (spec.shape[dim] as number)
  return covers(a) || covers(b)
}

/** L4: any window gives the bits that the whole has there. */
function windowFree(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const all = whole(card)
  forWindows(card, 4, (window) => same(runWindow(card, window), crop(all, window), 'L4: a window differs from the whole'))
}

/** L5: infer and demand are functions of their arguments, which they leave alone, and cheap. */
function pure(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const specs = deepFreeze(structuredClone(card.specs) as unknown as Json) as unknown as readonly ArraySpec[]
  const params = deepFreeze(structuredClone(card.params))
  const out = op.infer(specs, params)
  expect(JSON.stringify(out), 'L5: infer answers the same each time').toBe(JSON.stringify(card.out))
  expect(JSON.parse(JSON.stringify(out)), 'L5: the spec is plain JSON').toEqual(out)
  checkSpec(card)
  const frozen = { ...card, specs, params }
  const rng = random(55)
  const times: number[] = []
  for (let turn = 0; turn < 50; turn++) {
    const window = randomWindow(card.out.shape, rng)
    const first = [...demandOf(card, window)]
    const start = performance.now()
    const again = [...demandOf(frozen, window)]
    times.push(performance.now() - start)
    expect(again, 'L5: demand answers the same each time').toEqual(first)
  }
  // The bound is 50 us; machines that run tests are slow and busy, so only a gross breach fails here.
  expect(times.sort((a, b) => a - b)[25], 'L5: milliseconds that demand takes').toBeLessThan(2)
}

function deepFreeze(value: Json): Json {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part as Json)
    Object.freeze(value)
  }
  return value
}

/** What every inferred spec keeps, whatever the op. */
function checkSpec({ out, specs }: Ready): void {
  expect(out.shape, 'one extent a dim').toHaveLength(out.dims.length)
  expect(new Set(out.dims).size, 'dims have different names').toBe(out.dims.length)
  expect(out.chunks.shape, 'chunks cut the shape').toEqual(out.shape)
  expect(out.chunks.chunk, 'one chunk extent a dim').toHaveLength(out.dims.length)
  const band = out.dims.indexOf('band')
  expect(out.bands, 'one band entry an index').toHaveLength(band < 0 ? 1 : (out.shape[band] as number))
  for (const [dim, coord] of Object.entries(out.coords)) {
    expect(out.dims, 'coordinates are of dims').toContain(dim)
    if (coord.kind === 'affine') expect(out.geobox, 'affine coordinates need a geobox').not.toBeNull()
    if (coord.kind === 'inline') expect(coord.labels, `labels of ${dim}`).toHaveLength(out.shape[out.dims.indexOf(dim)] as number)
  }
  if (out.geobox !== null) {
    expect([out.shape[out.dims.indexOf('y')], out.shape[out.dims.indexOf('x')]], 'the geobox is of y and x').toEqual([
      out.geobox.height,
      out.geobox.width,
    ])
  }
  if (specs.length > 0 && specs.every((spec) => !spec.moved)) expect(out.moved, 'computed pixels stay computed').toBe(false)
}

/** The elementwise flag: demand is the window itself, by name of dim. */
function elementwise(op: OpDef, of: OpCase): void {
  if (!op.elementwise) return
  const card = ready(op, of)
  forWindows(card, 6, (window) => {
    for (const [input, wanted] of demandOf(card, window)) {
      const { dims } = card.specs[input] as ArraySpec
      dims.forEach((dim, at) => {
        const there = card.out.dims.indexOf(dim)
        if (there < 0) throw new Error(`an elementwise op lost dim ${dim} of input ${input}`)
        expect([wanted.start[at], wanted.stop[at]], `elementwise demand along ${dim}`).toEqual([window.start[there], window.stop[there]])
      })
    }
  })
}

/** The movesPixels flag: every valid output value is the bits of an input value of the same dtype. */
function moves(op: OpDef, of: OpCase): void {
  if (!op.movesPixels) return
  const card = ready(op, of)
  const width = dtypes[card.out.dtype].bytes
  const known = new Set<string>()
  const key = (bytes: Uint8Array, index: number): string => Buffer.from(bytes.subarray(index * width, (index + 1) * width)).toString('hex')
  for (const { spec, data } of of.inputs) {
    expect(spec.dtype, 'an op that moves pixels keeps their dtype').toBe(card.out.dtype)
    const bytes = bytesOf(data)
    for (let index = 0; index < data.length; index++) known.add(key(bytes, index))
  }
  const { data, mask } = whole(card)
  const bytes = bytesOf(data)
  mask.forEach((valid, index) => {
    if (valid === 1 && !known.has(key(bytes, index))) throw new Error(`movesPixels: ${data[index]} is no value of an input`)
  })
}

/** `simplify` to the input: the same shape, dtype and bits. */
function simplifies(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  if (op.simplify(card.specs, card.params) !== 'input') return
  const { spec, data, valid } = of.inputs[0] as OpInput
  expect([card.out.shape, card.out.dtype], 'simplify: the input has the same shape and dtype').toEqual([spec.shape, spec.dtype])
  same(whole(card), { window: fullWindow(spec.shape), data, mask: expand(data, valid) }, 'simplify: not the bits of the input')
}

/** The goesRound flag: a window one turn on, or over the seam, has the pixels that are there. */
function goesRound(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const x = card.out.dims.indexOf('x')
  const period = card.out.periodX
  if (op.goesRound !== true || period === null) return
  const rng = random(44)
  forWindows(card, 7, (window) => {
    const steps = rng.int(0, 2) === 0 ? period : -period
    const turned = {
      start: window.start.with(x, (window.start[x] as number) + steps),
      stop: window.stop.with(x, (window.stop[x] as number) + steps),
    }
    same({ ...runWindow(card, turned), window }, runWindow(card, window), `a window moved by ${steps} columns differs`)
    const wide = { start: window.start.with(x, (window.start[x] as number) - period), stop: window.stop }
    same(crop(runWindow(card, wide), window), runWindow(card, window), 'a window over the seam differs')
  })
}

/** L6: every pixel of out is written, whatever was there before; scratch stays within its bound (the kit checks). */
function writesAll(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const rng = random(66)
  for (let turn = 0; turn < 12; turn++) {
    const window = turn === 0 ? fullWindow(card.out.shape) : randomWindow(card.out.shape, rng)
    const [a, b] = [runWindow(card, window, { fill: 0x5a }), runWindow(card, window, { fill: 0xc3 })]
    same(a, b, 'L6: what was in out before shows through')
    if (!sameBytes(bytesOf(a.data), bytesOf(b.data))) throw new Error('L6: pixels of out (under invalid ones) were not written')
  }
  const bound = op.stateBytes(card.specs, card.params)
  expect(Number.isFinite(bound) && bound >= 0, 'stateBytes is a number of bytes').toBe(true)
}

/** L7: params are JSON; parse is idempotent and rejects what it does not know with `E_USAGE`. */
function parsesStrictly(op: OpDef, of: OpCase): void {
  const once = op.parse(of.params)
  const json = canonicalJson(once)
  expect(canonicalJson(op.parse(JSON.parse(json) as Json)), 'L7: parse(parse(x)) is parse(x)').toBe(json)
  if (!isJsonObject(of.params)) throw new Error('L7: params are an object')
  const bad: Json[] = [{ ...of.params, thisIsNoParam: 1 }, 7, 'text', [1], true]
  for (const params of bad) {
    let thrown: unknown
    try {
      op.parse(params)
    } catch (error) {
      thrown = error
    }
    if (thrown === undefined) throw new Error(`L7: parse takes ${JSON.stringify(params)}`)
    expect(isRasterloomError(thrown) ? thrown.code : thrown, `L7: parse of ${JSON.stringify(params)}`).toBe('E_USAGE')
  }
}

/** L8: an input that is absent counts as all invalid. */
function absentIsInvalid(op: OpDef, of: OpCase): void {
  const card = ready(op, of)
  const all = new Set(of.inputs.keys())
  for (const gone of [...[...all].slice(0, 4).map((input) => new Set([input])), all]) {
    const blank = of.inputs.map((input, at) => (gone.has(at) ? { ...input, valid: new Uint8Array(input.data.length) } : input))
    const rng = random(88)
    for (let turn = 0; turn < 8; turn++) {
      const window = randomWindow(card.out.shape, rng)
      const expected = runWindow({ ...card, inputs: blank }, window)
      same(runWindow(card, window, { absent: gone }), expected, `L8: absent inputs ${[...gone]} are not the same as invalid ones`)
    }
  }
}

/** L9, first half: a pixel whose taps are all valid has the bits that it has where everything is valid. */
function ownTapsOnly(op: OpDef, of: OpCase): void {
  const clean = of.inputs.map(cleaned)
  const all = whole(ready(op, of, clean))
  const rng = random(99)
  for (let turn = 0; turn < 6; turn++) {
    const masks = clean.map(({ data }) => new Uint8Array(data.length).map(() => (rng.next() < 0.04 * turn ? 0 : 1)))
    const masked = ready(
      op,
      of,
      clean.map((input, at) => garbageInput(input, masks[at] as Uint8Array, turn)),
    )
    const { data, mask } = whole(masked)
    for (let pick = 0; pick < 100; pick++) {
      const at = masked.out.shape.map((extent) => rng.int(0, extent))
      const pixel = { start: at, stop: at.map((index) => index + 1) }
      if (!tapsAreValid(masked, masks, pixel)) continue
      same(crop({ window: all.window, data, mask }, pixel), crop(all, pixel), 'L9: a mask elsewhere changes a pixel')
    }
  }
}

function cleaned(input: OpInput): OpInput {
  const data = input.data.slice()
  for (let index = 0; index < data.length; index++) if (data[index] !== data[index]) data[index] = 0 as never
  return { spec: input.spec, data, valid: null }
}

function tapsAreValid(card: Ready, masks: readonly Uint8Array[], pixel: Window): boolean {
  for (const [input, wanted] of demandOf(card, pixel)) {
    const { shape } = card.specs[input] as ArraySpec
    const window = fullWindow(shape)
    const inside = {
      start: wanted.start.map((start) => Math.max(0, start)),
      stop: wanted.stop.map((stop, dim) => Math.min(stop, shape[dim] as number)),
    }
    // Beyond the edge of an input that goes round there are taps too.
    if (!contains(inside, wanted) && (card.specs[input] as ArraySpec).periodX !== null) return false
    if (isEmpty(inside)) continue
    const taps = crop({ window, data: masks[input] as Uint8Array, mask: masks[input] as Uint8Array }, inside)
    if (taps.mask.includes(0)) return false
  }
  return true
}

/** L9, second half: null, `{ nodata }` and a mask that say the same give the same, whatever stands under the mask. */
function formsAgree(op: OpDef, of: OpCase): void {
  const masks = of.inputs.map(({ data, valid }) => expand(data, valid))
  const expected = whole(ready(op, of))
  for (const seed of [1, 2]) {
    const inputs = of.inputs.map((input, at) => garbageInput(input, masks[at] as Uint8Array, seed))
    same(whole(ready(op, of, inputs)), expected, 'L9: a mask over garbage differs from the same validity as it was given')
  }
  const coded = of.inputs.map((input, at) => withNodata(input, masks[at] as Uint8Array))
  same(whole(ready(op, of, coded)), expected, 'L9: { nodata } differs from the same validity as it was given')
  const nulls = of.inputs.map((input, at) => ((masks[at] as Uint8Array).includes(0) ? input : { ...input, valid: null }))
  same(whole(ready(op, of, nulls)), expected, 'L9: null differs from a mask of ones')
}

/** The same validity as a nodata value in the data; as a mask where the dtype has no value left for it. */
function withNodata(input: OpInput, mask: Uint8Array): OpInput {
  const { dtype } = input.spec
  const taken = new Set<Element>()
  for (let index = 0; index < mask.length; index++)
    if (mask[index] === 1) taken.add((input.data[index] as number) === 0 ? 0 : (input.data[index] as Element))
  const { min, max, kind } = dtypes[dtype]
  const candidates =
    kind === 'float'
      ? [Number.NaN]
      : Array.from({ length: 400 }, (_, index) => (isBigInt(dtype) ? (max as bigint) - BigInt(index) : (max as number) - index))
  const nodata = [...candidates, min].find((value) => !taken.has(value) && (isBigInt(dtype) || value === value || kind === 'float'))
  if (nodata === undefined || (kind !== 'float' && (nodata as bigint) < (min as bigint))) return { ...input, valid: mask }
  const data = allocate(dtype, mask.length)
  for (let index = 0; index < mask.length; index++) data[index] = (mask[index] === 1 ? input.data[index] : nodata) as never
  return mask.every((valid, index) => isValidAt({ data, valid: { nodata } }, index) === (valid === 1))
    ? { spec: input.spec, data, valid: { nodata } }
    : { ...input, valid: mask }
}

/** The laws of the card, by name. */
export const laws: Readonly<Record<string, LawCheck>> = {
  'L1 sufficient': sufficient,
  'L2 monotone': monotone,
  'L3 unclipped': unclipped,
  'L4 window-free': windowFree,
  'L5 pure': pure,
  'L6 writes all of out': writesAll,
  'L7 strict params': parsesStrictly,
  'L8 absent is invalid': absentIsInvalid,
  'L9 own taps only': ownTapsOnly,
  'L9 forms of validity agree': formsAgree,
  'elementwise flag': elementwise,
  'movesPixels flag': moves,
  'goesRound flag': goesRound,
  'simplify keeps bits': simplifies,
}

/** A card with its types of params and state forgotten, as the laws take it. */
export function anyOp<P extends Json, S>(op: OpDef<P, S>): OpDef {
  return op as unknown as OpDef
}

/** Registers tests that check the laws L1 to L9 and the flags of a card, for each case. */
export function conformOp<P extends Json, S>(op: OpDef<P, S>, cases: readonly OpCase[]): void {
  describe(`${op.name} keeps the laws of the card`, () => {
    for (const of of cases) {
      describe(of.name, () => {
        for (const [name, check] of Object.entries(laws)) it(name, () => check(anyOp(op), of))
      })
    }
  })
}
