/** Marks along an axis: their values, and what is written at them. */
export interface Ticks {
  readonly values: readonly number[]
  readonly labels: readonly string[]
}

/** Round values between two others (in either order), at most so many, at steps of 1, 2, 2.5 or 5 times a power of ten; with `least` 2 more of them where one alone would be left. */
export function niceTicks(from: number, to: number, most: number, least = 1): Ticks {
  const ticks = ticksAtStep(from, to, niceStep(Math.min(from, to), Math.max(from, to), most))
  // One value alone says nothing of the scale.
  for (let more = most + 1; ticks.values.length < least && more <= most + 3; more++) {
    const finer = ticksAtStep(from, to, niceStep(Math.min(from, to), Math.max(from, to), more))
    if (finer.values.length >= least) return finer
  }
  return ticks
}

function ticksAtStep(from: number, to: number, step: number): Ticks {
  const [least, greatest] = from <= to ? [from, to] : [to, from]
  const values: number[] = []
  for (let at = Math.ceil(least / step - 1e-9); at <= Math.floor(greatest / step + 1e-9); at++) values.push(at * step)
  const labels = values.map((value) => decimal(value, step, Math.max(Math.abs(least), Math.abs(greatest))))
  return { values, labels }
}

function niceStep(least: number, greatest: number, most: number): number {
  const raw = (greatest - least) / Math.max(1, most)
  if (!(raw > 0) || !Number.isFinite(raw)) return 1
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= raw * 0.95) ?? 10
  return factor * power
}

/** A value with as many decimals as its step has, a true minus, and powers of ten where digits would not fit. `size` is the largest value of the axis. */
function decimal(value: number, step: number, size: number): string {
  if (size >= 1e8 || size < 1e-4) {
    const power = Math.floor(Math.log10(step) + 1e-9)
    const own = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9) - power
    const digits = Math.max(0, own + (isWhole(step / 10 ** power) ? 0 : 1))
    return value === 0 ? '0' : value.toExponential(digits).replace('e+', 'e').replaceAll('-', '−')
  }
  const decimals = range(16).find((each) => isWhole(step * 10 ** each)) ?? 16
  const text = value.toFixed(decimals)
  return (Number(text) === 0 ? text.replace('-', '') : text).replaceAll('-', '−')
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function isWhole(value: number): boolean {
  return Math.round(value) >= 1 && Math.abs(value - Math.round(value)) < 1e-6 * Math.max(1, value)
}

/** A value in a few digits, with a true minus. */
export function shortNumber(value: number, digits = 4): string {
  const size = Math.abs(value)
  const text =
    size !== 0 && (size >= 1e7 || size < 1e-3)
      ? value.toExponential(digits - 1).replace('e+', 'e')
      : String(Number(value.toPrecision(digits)))
  return text.replaceAll('-', '−')
}
