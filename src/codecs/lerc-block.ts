/** Values of a block: all of one sample of up to 8 x 8 pixels, in rows, and what bounds them. */
export interface BlockValues {
  readonly values: Float64Array
  count: number
}

/** What a block may lose, and how numbers of the dtype are written. */
export interface BlockRules {
  /** Largest error; 0.5 for integers that keep every bit. */
  readonly maxError: number
  readonly isFloat: boolean
  /** Bytes of an element. */
  readonly bytes: number
  /** A number as the dtype holds it: rounded to float32, or itself. */
  round(value: number): number
  write(view: DataView, at: number, value: number): void
}

/** Beyond so many steps a block is written as it is. */
const mostSteps = 2 ** 28

/** How a block begins: values follow, as steps of few bits from the least, all 0, or all the least. */
const kinds = { raw: 0, steps: 1, zero: 2, constant: 3 } as const

const steps = new Uint32Array(64)

/** Writes a block at `at`; answers where it ends. `column` is that of its first pixel, by four bits of which readers tell that they are where they should be. */
export function writeBlock(view: DataView, at: number, column: number, { values, count }: BlockValues, rules: BlockRules): number {
  const check = ((column >> 3) & 15) << 2
  let [least, most] = [values[0] ?? 0, values[0] ?? 0]
  let isOne = true
  for (let i = 1; i < count; i++) {
    const value = values[i] as number
    if (value < least) least = value
    if (value > most) most = value
    isOne &&= Object.is(value, values[0])
  }
  if (count === 0 || (isOne && Object.is(least, 0))) {
    view.setUint8(at, check | kinds.zero)
    return at + 1
  }
  const bits = isOne ? 0 : stepBits(values, count, least, most, rules)
  if (bits === 0) {
    view.setUint8(at, check | kinds.constant)
    rules.write(view, at + 1, least)
    return at + 1 + rules.bytes
  }
  const packed = bits === null ? Number.POSITIVE_INFINITY : rules.bytes + 2 + Math.ceil((count * bits) / 8)
  if (bits !== null && packed < count * rules.bytes) {
    view.setUint8(at, check | kinds.steps)
    rules.write(view, at + 1, least)
    return writeSteps(view, at + 1 + rules.bytes, count, bits)
  }
  view.setUint8(at, check | kinds.raw)
  for (let i = 0; i < count; i++) rules.write(view, at + 1 + i * rules.bytes, values[i] as number)
  return at + 1 + count * rules.bytes
}

/** Fills the steps of a block; answers their bits, or null where steps cannot hold the values well enough. */
function stepBits(
  values: Float64Array,
  count: number,
  least: number,
  most: number,
  { maxError, isFloat, round }: BlockRules,
): number | null {
  if (maxError === 0 || !((most - least) / (2 * maxError) < mostSteps)) return null
  let greatest = 0
  for (let i = 0; i < count; i++) {
    const value = values[i] as number
    const step = Math.floor((value - least) / (2 * maxError) + 0.5)
    // As readers reckon: floats are rounded once more, which may carry them beyond the bound.
    const back = Math.min(least + step * 2 * maxError, Number.MAX_VALUE)
    if (isFloat && Math.abs(round(back) - value) > maxError) return null
    steps[i] = step
    if (step > greatest) greatest = step
  }
  return greatest === 0 ? 0 : 32 - Math.clz32(greatest)
}

/** Bits of a step and their number, then the steps, lowest bits first. */
function writeSteps(view: DataView, at: number, count: number, bits: number): number {
  // A number of up to 255 steps takes one byte.
  view.setUint8(at, bits | 0x80)
  view.setUint8(at + 1, count)
  let to = at + 2
  let [held, have] = [0, 0]
  for (let i = 0; i < count; i++) {
    // Steps have at most 28 bits, and at most 7 are held: a double holds both exactly.
    held += (steps[i] as number) * 2 ** have
    have += bits
    for (; have >= 8; have -= 8) {
      view.setUint8(to++, held % 256)
      held = Math.floor(held / 256)
    }
  }
  if (have > 0) view.setUint8(to++, held)
  return to
}
