import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { GeoBox } from '../../src/api/geo-names.js'
import { open } from '../../src/api/open.js'
import { overviewSource } from '../../src/formats/geotiff/cog-overviews.js'
import type { CogWriteOptions } from '../../src/index.js'
import { specOf } from './cog-driver.js'

const here = mkdtempSync(join(tmpdir(), 'cog-overviews-'))
afterAll(() => rmSync(here, { recursive: true }))

/** A pixel of the array under a pixel of a level: its value, and how much of it lies there. */
interface Part {
  readonly value: number
  readonly share: number
}

/** The valid pixels of the array under a pixel of a level that spans the same ground, row by row; by intervals of reals, not by the engine's spans. */
function partsUnder(
  values: ArrayLike<number>,
  size: Size,
  level: Size,
  column: number,
  row: number,
  isValid: (at: number) => boolean,
): Part[] {
  const [sx, sy] = [size.width / level.width, size.height / level.height]
  const overlap = (at: number, from: number, to: number): number => Math.min(at + 1, to) - Math.max(at, from)
  const parts: Part[] = []
  for (let y = Math.floor(row * sy); y < Math.min(size.height, (row + 1) * sy); y++) {
    for (let x = Math.floor(column * sx); x < Math.min(size.width, (column + 1) * sx); x++) {
      const share = overlap(x, column * sx, (column + 1) * sx) * overlap(y, row * sy, (row + 1) * sy)
      const at = y * size.width + x
      if (share > 1e-6 && isValid(at)) parts.push({ value: values[at] as number, share })
    }
  }
  return parts
}

interface Size {
  readonly width: number
  readonly height: number
}

const ranked = (parts: readonly Part[], share: number): number => {
  const sorted = parts.map(({ value }) => value).sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1))] as number
}

function commonest(parts: readonly Part[]): Set<number> {
  const counts = new Map<number, number>()
  // By ground: a pixel that lies under the edge counts as much as lies there.
  for (const { value, share } of parts) counts.set(value, (counts.get(value) ?? 0) + share)
  const most = Math.max(...counts.values())
  return new Set([...counts].flatMap(([value, count]) => (count >= most - 1e-6 ? [value] : [])))
}

const mean = (parts: readonly Part[]): number =>
  parts.reduce((sum, { value, share }) => sum + value * share, 0) / parts.reduce((sum, { share }) => sum + share, 0)

/** What each kernel is by definition, of the pixels of the full size; null where the pixel found is it. */
const definitions: Readonly<Record<string, (parts: readonly Part[], found: number, isFloat: boolean) => string | null>> = {
  average: (parts, found, isFloat) => near(found, mean(parts), isFloat ? 1e-5 : 0.5),
  min: (parts, found) => near(found, Math.min(...parts.map(({ value }) => value)), 0),
  max: (parts, found) => near(found, Math.max(...parts.map(({ value }) => value)), 0),
  mode: (parts, found) => (commonest(parts).has(found) ? null : `one of ${[...commonest(parts)].join(' ')}`),
  med: (parts, found) => near(found, ranked(parts, 0.5), 0),
  q1: (parts, found) => near(found, ranked(parts, 0.25), 0),
  q3: (parts, found) => near(found, ranked(parts, 0.75), 0),
}

function near(found: number, wanted: number, slack: number): string | null {
  return Math.abs(found - wanted) <= slack + 1e-9 ? null : `${wanted}`
}

interface Case extends Size {
  readonly dtype: 'uint8' | 'int16' | 'float32'
  readonly holes: boolean
}

const cases: readonly Case[] = [
  { dtype: 'uint8', width: 256, height: 192, holes: false },
  { dtype: 'uint8', width: 256, height: 192, holes: true },
  { dtype: 'int16', width: 201, height: 163, holes: true },
  { dtype: 'float32', width: 128, height: 256, holes: true },
]

const hash = (at: number): number => ((Math.imul(at + 1, 2654435761) >>> 8) % 997) / 997

async function written({ dtype, width, height, holes }: Case, kernel: string, options: CogWriteOptions): Promise<string> {
  const isMode = kernel === 'mode'
  const value = (at: number): number =>
    isMode ? Math.floor(hash(at) * 4) + 1 : 1 + Math.floor(hash(at) * 250) + (dtype === 'float32' ? hash(at * 7) : 0)
  const Kind = { uint8: Uint8Array, int16: Int16Array, float32: Float32Array }[dtype]
  const values = new Kind(width * height).map((_: number, at: number) => value(at))
  const mask = Uint8Array.from({ length: width * height }, (_, at) => (holes && hash(at * 13) < 0.4 ? 0 : 1))
  const geobox = GeoBox.fromTransform({ a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5000000 }, { width, height }, 'EPSG:32633')
  const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [height, width], geobox, mask })
  const path = join(here, `${dtype}-${width}-${holes}-${kernel}-${options.overviewSource ?? 'auto'}.tif`)
  await array.toCog(path, { chunks: 64, overviews: 3, workers: 0, mask: 'internal', overviewResampling: kernel as 'average', ...options })
  return path
}

describe('overviews are what their kernels are by definition, of the pixels of the full size', () => {
  it.each(Object.keys(definitions))(
    '%s',
    async (kernel) => {
      for (const each of cases) {
        const path = await written(each, kernel, {})
        const full = await (await open(path)).compute({ workers: 0 })
        const valid = full.valid
        for (const level of [1, 2, 3]) {
          // The least of least ones is of all that they touch, which of odd sides is a little more than the pixel itself.
          if (level > 1 && each.width % 2 === 1 && (kernel === 'min' || kernel === 'max')) continue
          const found = await (await open(path, { level })).compute({ workers: 0 })
          const [height, width] = found.shape.slice(-2) as [number, number]
          const label = `${kernel} of ${each.dtype} ${each.width} x ${each.height}${each.holes ? ' with holes' : ''}, level ${level}`
          const wrong: string[] = []
          for (let at = 0; at < width * height; at++) {
            const [column, row] = [at % width, Math.floor(at / width)]
            const parts = partsUnder(
              full.values as Float32Array,
              each,
              { width, height },
              column,
              row,
              (place) => valid === null || valid[place] === 1,
            )
            const isValid = found.valid === null || found.valid[at] === 1
            if (isValid !== parts.length > 0) wrong.push(`(${column}, ${row}) valid: ${isValid}`)
            const told =
              isValid && parts.length > 0 ? definitions[kernel]?.(parts, Number(found.values[at]), each.dtype === 'float32') : null
            if (told !== null && told !== undefined) wrong.push(`(${column}, ${row}) ${found.values[at]}, not ${told}`)
          }
          expect(wrong.slice(0, 3), `${label}: ${wrong.length} wrong`).toEqual([])
        }
      }
    },
    60_000,
  )

  it('averages are of the array itself, those of large arrays of 64-bit integers apart, unless something else is asked for', () => {
    const spec = specOf({ dtype: 'uint8', height: 4096, width: 4096 })
    const wide = { ...spec, dtype: 'int64' } as const
    expect(overviewSource('auto', 'average', spec)).toBe('native')
    expect(overviewSource('level', 'average', spec)).toBe('level')
    expect(overviewSource('auto', 'average', wide)).toBe('level')
    expect(overviewSource('native', 'average', wide)).toBe('native')
    expect(overviewSource('auto', 'average', { ...specOf({ dtype: 'uint8', height: 1024, width: 2048 }), dtype: 'int64' })).toBe('native')
    expect(overviewSource('auto', 'med', spec)).toBe('native')
    expect(overviewSource('auto', 'max', spec)).toBe('level')
    expect(() => overviewSource('level', 'mode', spec)).toThrow(/'level' makes no sense with mode/)
  })
})
