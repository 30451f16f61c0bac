import { existsSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { open } from '../../src/api/open.js'
import { slice } from '../../src/api/select-slice.js'
import { main, runProcess } from '../cli/command.js'
import { type Random, random } from '../conformance/random.js'
import { isFull, scratch } from '../engine/scratch.js'

const place = scratch('zarr-schedules')
const quiet = { workers: 0 } as const

/** Schedules of writes that go on at the same time: 1,000 in a full run. */
const schedules = isFull ? 1000 : 24
const processSchedules = isFull ? 20 : 1

interface Box {
  readonly y: readonly [number, number]
  readonly x: readonly [number, number]
}

/** A rectangle cut into others that do not overlap, wherever chunks end. */
function cut(box: Box, pieces: number, random: Random): Box[] {
  const [height, width] = [box.y[1] - box.y[0], box.x[1] - box.x[0]]
  if (pieces < 2 || height * width < 2) return [box]
  const alongY = height > 1 && (width < 2 || random.next() < 0.5)
  const [from, to] = alongY ? box.y : box.x
  const at = random.int(from + 1, to)
  const parts: Box[] = alongY
    ? [
        { ...box, y: [from, at] },
        { ...box, y: [at, to] },
      ]
    : [
        { ...box, x: [from, at] },
        { ...box, x: [at, to] },
      ]
  const first = random.int(1, pieces)
  return [...cut(parts[0] as Box, first, random), ...cut(parts[1] as Box, pieces - first, random)]
}

const layouts: readonly object[] = [
  { chunks: 8 },
  { chunks: { y: 5, x: 7 }, compress: 'zstd' },
  { chunks: { y: 4, x: 4 }, shards: { y: 8, x: 16 } },
  { chunks: { y: 4, x: 4 }, shards: { y: 12, x: 8 }, shardIndex: 'start', checksum: true },
  { chunks: 6, zarrFormat: 2, compress: 'gzip' },
]

interface Schedule {
  readonly height: number
  readonly width: number
  readonly boxes: readonly Box[]
  readonly options: object
}

function scheduleOf(seed: number, most = 8): Schedule {
  const chance = random(seed)
  const [height, width] = [chance.int(3, 40), chance.int(3, 40)]
  const all = cut({ y: [0, height], x: [0, width] }, chance.int(2, most + 1), chance)
  const kept = all.filter(() => chance.next() < 0.85)
  const order = kept.map((box) => ({ box, at: chance.next() })).sort((a, b) => a.at - b.at)
  return { height, width, boxes: order.map(({ box }) => box), options: layouts[chance.int(0, layouts.length)] as object }
}

const before = 7

function filled(height: number, width: number, value: number): DataArray<'y' | 'x'> {
  return DataArray.fromArray(new Uint16Array(height * width).fill(value), {
    dims: ['y', 'x'],
    shape: [height, width],
    nodata: 65535,
    name: 'v',
  })
}

/** What must stand in the store when all are done: each write's own value, and what was there where none was. */
function expected({ height, width, boxes }: Schedule): Uint16Array {
  const out = new Uint16Array(height * width).fill(before)
  for (const [at, { y, x }] of boxes.entries())
    for (let row = y[0]; row < y[1]; row++) out.fill(100 + at, row * width + x[0], row * width + x[1])
  return out
}

async function write(path: string, { y, x }: Box, at: number): Promise<void> {
  await filled(y[1] - y[0], x[1] - x[0], 100 + at).toZarr(path, { ...quiet, region: { y: slice(...y), x: slice(...x) } })
}

let done = 0
afterAll(() => void process.stdout.write(`${done} schedules of region writes at the same time\n`))

it(
  'writes of regions at the same time lose nothing, in one process',
  async () => {
    for (let seed = 1; seed <= schedules; seed++, done++) {
      const schedule = scheduleOf(seed)
      const path = place(`s${seed}.zarr`)
      await filled(schedule.height, schedule.width, before).toZarr(path, { ...quiet, ...schedule.options })
      await Promise.all(schedule.boxes.map((box, at) => write(path, box, at)))
      const found = (await (await open(path)).compute(quiet)).values
      expect(found, `schedule ${JSON.stringify({ seed, ...schedule })}`).toEqual(expected(schedule))
    }
    expect(done).toBe(schedules)
  },
  isFull ? 3_600_000 : 60_000,
)

it.skipIf(!existsSync(main))(
  'nor by several processes',
  async () => {
    const library = new URL('../../dist/index.js', import.meta.url).href
    for (let seed = 5001; seed < 5001 + processSchedules; seed++) {
      const schedule = scheduleOf(seed, 12)
      const path = place(`p${seed}.zarr`)
      await filled(schedule.height, schedule.width, before).toZarr(path, { ...quiet, ...schedule.options })
      const share = (process: number): string =>
        JSON.stringify(schedule.boxes.map((box, at) => ({ ...box, at })).filter(({ at }) => at % 3 === process))
      const program = (boxes: string): string => `
        const { DataArray, slice } = await import(${JSON.stringify(library)})
        await Promise.all(${boxes}.map(({ y, x, at }) => {
          const shape = [y[1] - y[0], x[1] - x[0]]
          const values = new Uint16Array(shape[0] * shape[1]).fill(100 + at)
          return DataArray.fromArray(values, { dims: ['y', 'x'], shape, nodata: 65535, name: 'v' })
            .toZarr(${JSON.stringify(path)}, { workers: 0, region: { y: slice(...y), x: slice(...x) } })
        }))`
      const outcomes = await Promise.all(
        [0, 1, 2].map((each) => runProcess(process.execPath, ['--input-type=module', '-e', program(share(each))], place(''))),
      )
      expect(outcomes.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, '']))
      const found = (await (await open(path)).compute(quiet)).values
      expect(found, `schedule ${JSON.stringify({ seed, ...schedule })}`).toEqual(expected(schedule))
    }
  },
  300_000,
)
