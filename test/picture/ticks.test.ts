import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/base/errors.js'
import { colorTable } from '../../src/picture/colormap.js'
import { textWidth } from '../../src/picture/text.js'
import { niceTicks, shortNumber } from '../../src/picture/ticks.js'
import { timeTicks } from '../../src/picture/time-ticks.js'

describe('marks of axes', () => {
  it.each([
    [0, 1, 5, ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [1, 0, 5, ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [-0.2, 0.9, 6, ['−0.2', '0.0', '0.2', '0.4', '0.6', '0.8']],
    [0.14, 0.86, 3, ['0.25', '0.50', '0.75']],
    [480000, 490980, 4, ['480000', '485000', '490000']],
    [0, 3e9, 3, ['0', '1e9', '2e9', '3e9']],
    [0, 2e-6, 2, ['0', '1e−6', '2e−6']],
    [14.736, 14.864, 3, ['14.75', '14.80', '14.85']],
  ])('%d to %d', (from, to, most, labels) => {
    expect(niceTicks(from, to, most).labels).toEqual(labels)
  })

  it('are few, ordered and inside for any range', () => {
    let state = 1
    const random = (): number => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32
    for (let turn = 0; turn < 500; turn++) {
      const from = (random() - 0.5) * 10 ** Math.floor(random() * 12 - 4)
      const to = from + random() * 10 ** Math.floor(random() * 10 - 4)
      const { values, labels } = niceTicks(from, to, 6)
      expect(values.length).toBeLessThanOrEqual(8)
      expect(values.every((value) => value >= from - 1e-6 * (to - from) && value <= to + 1e-6 * (to - from))).toBe(true)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  it('times are marked at begins of years, months, days and hours', () => {
    const at = (text: string): number => Date.parse(text)
    expect(timeTicks(at('2019-03-01'), at('2024-05-01'), 6).labels).toEqual(['2020', '2021', '2022', '2023', '2024'])
    expect(timeTicks(at('2021-01-05'), at('2021-12-16'), 5).labels).toEqual(['2021-04', '2021-07', '2021-10'])
    expect(timeTicks(at('2021-01-05'), at('2021-01-09'), 5).labels).toEqual([
      '2021-01-05',
      '2021-01-06',
      '2021-01-07',
      '2021-01-08',
      '2021-01-09',
    ])
    expect(timeTicks(at('2021-01-05T01:00Z'), at('2021-01-05T10:00Z'), 4).labels).toEqual(['01-05 03:00', '01-05 06:00', '01-05 09:00'])
  })

  it('numbers are short, with a true minus', () => {
    expect([shortNumber(-0.0012345), shortNumber(123456), shortNumber(0), shortNumber(1e-9, 2)]).toEqual([
      '−0.001234',
      '123500',
      '0',
      '1.0e−9',
    ])
  })
})

describe('colours and letters', () => {
  it('colour maps have the ends that they are known for, also turned round', () => {
    expect([colorTable('viridis')[0], colorTable('viridis')[255]]).toEqual([
      [0x44, 0x01, 0x54],
      [0xfd, 0xe7, 0x25],
    ])
    expect(colorTable('RdBu_r', 5)).toEqual([...colorTable('RdBu', 5)].reverse())
    for (const name of ['magma', 'inferno', 'plasma', 'cividis', 'terrain', 'gray', 'RdYlGn'] as const)
      expect(colorTable(name, 192)).toHaveLength(192)
    expect(() => colorTable('jet' as 'grey')).toThrow(UsageError)
  })

  it('the maps for measurements become lighter all along', () => {
    const light = ([red, green, blue]: readonly [number, number, number]): number =>
      0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2
    for (const name of ['viridis', 'magma', 'inferno', 'plasma', 'cividis', 'gray'] as const) {
      const table = colorTable(name, 64).map(light)
      expect(table.every((value, at) => at === 0 || value >= (table[at - 1] as number) * 0.999)).toBe(true)
    }
  })

  it('letters without a drawing take their place, and accents none', () => {
    expect(textWidth('é')).toBe(textWidth('e'))
    expect(textWidth('漢')).toBeGreaterThan(4)
    expect(textWidth('')).toBe(0)
  })
})
