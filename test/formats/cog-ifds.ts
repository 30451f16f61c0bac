import { readFileSync } from 'node:fs'

/** One directory of a little-endian TIFF, as far as the layout of a COG goes. */
export interface ReadIfd {
  readonly offset: number
  /** NewSubfileType. */
  readonly kind: number
  readonly width: number
  readonly height: number
  readonly offsets: readonly number[]
  readonly sizes: readonly number[]
}

const widths: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 12: 8, 16: 8 }

/** Reads the directories of a little-endian classic or BigTIFF by the letter of the specification. */
export function readIfds(path: string): { readonly ifds: ReadIfd[]; readonly bytes: Uint8Array; readonly text: string } {
  const bytes = new Uint8Array(readFileSync(path))
  const view = new DataView(bytes.buffer)
  const big = view.getUint16(2, true) === 43
  const word = (at: number): number => (big ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true))
  const number = (at: number, size: number): number =>
    size === 2 ? view.getUint16(at, true) : size === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true))
  const ifds: ReadIfd[] = []
  for (let offset = word(big ? 8 : 4); offset !== 0; ) {
    const tags = new Map<number, number[]>()
    const entries = offset + (big ? 8 : 2)
    const count = big ? word(offset) : view.getUint16(offset, true)
    for (let entry = 0; entry < count; entry++) {
      const at = entries + entry * (big ? 20 : 12)
      const size = widths[view.getUint16(at + 2, true)] as number
      const length = word(at + 4)
      const slot = at + (big ? 12 : 8)
      const data = size * length > (big ? 8 : 4) ? word(slot) : slot
      if (size === 1) continue
      tags.set(
        view.getUint16(at, true),
        Array.from({ length }, (_, index) => number(data + index * size, size)),
      )
    }
    const one = (tag: number): number => tags.get(tag)?.[0] ?? 0
    ifds.push({ offset, kind: one(254), width: one(256), height: one(257), offsets: tags.get(324) ?? [], sizes: tags.get(325) ?? [] })
    offset = word(entries + count * (big ? 20 : 12))
  }
  return { ifds, bytes, text: Buffer.from(bytes.subarray(0, 400)).toString('latin1') }
}
