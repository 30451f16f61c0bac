import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { open } from '../../src/api/open.js'
import { commandIn, scratchDirectory } from '../cli/command.js'
import { isFull } from '../engine/scratch.js'
import { changes, hashOf, scene, struck } from './struck.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const path = (name: string): string => join(directory, name)

const formats: readonly (readonly [name: string, options: readonly string[]])[] = [
  ['chunks', ['--chunks', '96']],
  ['shards', ['--chunks', '64', '--shards', '192']],
]

/** Every operation in a full run; else some on the way and those at the end, where the store is changed. */
function pointsOf(count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1)
  return isFull ? all : all.filter((at) => (at > count - 16 ? at % 5 === 0 : at === Math.floor(count / 2)))
}

/** What a process that died while it tidied up, or asked for a lock, may leave: nobody waits for it. */
function isLeft(name: string): boolean {
  return /partial-[0-9a-f-]{36}$/.test(name) || (name.endsWith('.lock') && !existsSync(join(path(name), 'lock')))
}

async function valuesOf(store: string): Promise<{ readonly height: number; readonly values: ArrayLike<unknown> }> {
  const found = await (await open(path(store))).compute({ workers: 0 })
  return { height: found.shape.at(-2) as number, values: found.values }
}

describe.each(formats)('an append that dies at an operation on a file: %s', (name, options) => {
  test(
    'leaves the old store readable, and goes on to the same bytes',
    async () => {
      const info = JSON.parse((await rasterloom('info', scene, '--json')).stdout) as {
        bounds: { left: number; bottom: number; right: number; top: number }
        shape: number[]
      }
      const { left, bottom, right, top } = info.bounds
      const height = info.shape.at(-2) as number
      const middle = top - ((top - bottom) / height) * Math.floor(height / 2 - 7)
      const base = `${name}-base.zarr`
      const made = await rasterloom(
        'convert',
        scene,
        base,
        '--bounds',
        [left, middle, right, top].join(),
        ...options,
        '-q',
        '--workers',
        '0',
      )
      expect(made.stderr).toBe('')
      const old = await valuesOf(base)
      const job = (target: string): string[] => {
        return ['convert', scene, target, '--bounds', [left, bottom, right, middle].join(), '--append', 'y', '--workers', '0', '-q']
      }
      const whole = `${name}-whole.zarr`
      cpSync(path(base), path(whole), { recursive: true })
      const tell = path('count')
      expect(await struck(directory, job(whole), { calls: changes, tell, thread: 'main' })).toMatchObject({ code: 0, stderr: '' })
      const count = Number(readFileSync(tell, 'utf8'))
      const right2 = hashOf(path(whole))
      const all = await valuesOf(whole)
      expect(all.height).toBe(height)
      const direct = await (await open(scene)).compute({ workers: 0 })
      expect(all.values).toEqual(direct.values)
      for (const at of pointsOf(count)) {
        const target = `${name}-${at}.zarr`
        cpSync(path(base), path(target), { recursive: true })
        const { code } = await struck(directory, job(target), { calls: changes, at, fault: 'kill', thread: 'main' })
        expect(code, `operation ${at} of ${count}`).not.toBe(0)
        const left = await valuesOf(target)
        expect(left.height === old.height ? left.values : 'whole', `left by operation ${at} of ${count}`).toEqual(
          left.height === old.height ? old.values : 'whole',
        )
        if (left.height !== old.height) expect(left.values).toEqual(all.values)
        const partial = existsSync(path(`.${target}.append-y.partial`))
        const again = partial
          ? await rasterloom(...job(target), '--resume')
          : left.height === old.height
            ? await rasterloom(...job(target))
            : null
        if (again !== null) expect([again.code, again.stderr], `operation ${at} of ${count}`).toEqual([0, ''])
        expect(hashOf(path(target)), `operation ${at} of ${count}`).toBe(right2)
        expect(readdirSync(directory).filter((each) => each.includes(`${target}`) && each !== target && !isLeft(each))).toEqual([])
      }
    },
    isFull ? 1_800_000 : 120_000,
  )
})
