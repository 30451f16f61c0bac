import type { TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'

/** Colours from the lowest value to the highest. */
export type Colormap = 'grey' | 'viridis' | 'RdYlGn'

type Rgb = readonly [red: number, green: number, blue: number]

/** Anchors at even distances: matplotlib's viridis (CC0), and RdYlGn of colorbrewer2.org. */
const anchors: Readonly<Record<Colormap, readonly number[]>> = {
  grey: [0x000000, 0xffffff],
  viridis: [0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725],
  RdYlGn: [0xa50026, 0xd73027, 0xf46d43, 0xfdae61, 0xfee08b, 0xffffbf, 0xd9ef8b, 0xa6d96a, 0x66bd63, 0x1a9850, 0x006837],
}

/** 256 colours of a colormap. Throws `E_USAGE` for a name that is not known. */
export function colorTable(name: Colormap): readonly Rgb[] {
  const colors = Object.hasOwn(anchors, name) ? anchors[name] : undefined
  if (colors === undefined)
    throw new UsageError(`quicklook: colormap ${JSON.stringify(name)} is not known; known are ${Object.keys(anchors).join(', ')}`)
  return Array.from({ length: 256 }, (_, index) => {
    const place = (index / 255) * (colors.length - 1)
    const low = Math.min(colors.length - 2, Math.floor(place))
    return [16, 8, 0].map((shift) => {
      const [a, b] = [((colors[low] as number) >> shift) & 255, ((colors[low + 1] as number) >> shift) & 255]
      return Math.round(a + (b - a) * (place - low))
    }) as unknown as Rgb
  })
}

/** The values between which a share of the valid pixels lies, from percentiles. Equal ends are moved apart. Without a valid pixel 0 to 1. */
export function stretchRange(
  values: TypedArray,
  valid: Uint8Array | null,
  [low, high]: readonly [number, number],
): readonly [number, number] {
  const known = Float64Array.from(values as ArrayLike<number | bigint>, Number).filter(
    (value, at) => (valid === null || valid[at] === 1) && Number.isFinite(value),
  )
  if (known.length === 0) return [0, 1]
  known.sort()
  const at = (percent: number): number => known[Math.round((percent / 100) * (known.length - 1))] as number
  const [least, most] = [at(low), at(high)]
  return least < most ? [least, most] : [least - 0.5, least + 0.5]
}

/** A value as 0 to 255 within a range; what lies outside is clamped. */
export function toByte(value: number, [least, most]: readonly [number, number]): number {
  const share = (value - least) / (most - least)
  return Math.round(255 * Math.min(1, Math.max(0, share)))
}
