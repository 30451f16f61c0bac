import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeVirtualScene } from '../memory/virtual-scene.js'
import { commandIn, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)

interface Event {
  readonly name: string
  readonly cat: string
  readonly ph: 'X' | 'M'
  readonly tid: number
  readonly ts: number
  readonly dur: number
}

let events: readonly Event[] = []

beforeAll(async () => {
  writeVirtualScene(join(directory, 'scene.tif'), 4096, 4096, 1)
  const options = ['--crs', 'EPSG:3857', '--resampling', 'cubic', '--workers', '2', '--trace', 'trace.json', '-q']
  const { code, stderr } = await rasterloom('convert', 'scene.tif', 'out.zarr', ...options)
  expect([code, stderr]).toEqual([0, ''])
  const { traceEvents } = JSON.parse(readFileSync(join(directory, 'trace.json'), 'utf8')) as { traceEvents: Event[] }
  events = traceEvents
}, 120_000)

/** The events of a thread in their order; the longer one first where two begin together. */
function eventsOf(tid: number): Event[] {
  return events.filter((event) => event.ph === 'X' && event.tid === tid).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
}

/** Whether others want the machine's cores too. */
const isBusy = (loadavg()[0] as number) > availableParallelism() * 0.75

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('a trace of two workers', () => {
  test('has the tasks of both', () => {
    for (const tid of [1, 2]) expect(eventsOf(tid).filter(({ cat }) => cat === 'task').length).toBeGreaterThan(10)
  })

  test('nests its spans', () => {
    for (const tid of [0, 1, 2]) {
      const open: number[] = []
      for (const { name, ts, dur } of eventsOf(tid)) {
        // Times are rounded to microseconds.
        while (open.length > 0 && (open.at(-1) as number) <= ts + 2) open.pop()
        if (open.length > 0) expect(ts + dur, `${name} at ${ts} of thread ${tid}`).toBeLessThanOrEqual((open.at(-1) as number) + 2)
        open.push(ts + dur)
      }
    }
  })

  test('shows no worker that waits for another: what lies between its tasks is next to nothing', () => {
    const all = [1, 2].map((tid) => eventsOf(tid).filter(({ cat }) => cat === 'task'))
    for (const tasks of all) {
      const gaps = tasks.slice(1).map((event, at) => Math.max(0, event.ts - (tasks[at] as Event).ts - (tasks[at] as Event).dur))
      // Milliseconds would be a wait for the main thread; the system may put a thread off for longer, once in a while or where it has too much to do.
      expect(middle(gaps)).toBeLessThan(3000)
      expect(sum(gaps) / sum(tasks.map(({ dur }) => dur))).toBeLessThan(isBusy ? 0.35 : 0.05)
    }
    // Both end together, as far as one task allows: who runs dry takes of the other's.
    const ends = all.map((tasks) => (tasks.at(-1) as Event).ts + (tasks.at(-1) as Event).dur)
    const longest = Math.max(...all.flat().map(({ dur }) => dur))
    expect(Math.abs((ends[0] as number) - (ends[1] as number))).toBeLessThanOrEqual(3 * longest)
  })
})
