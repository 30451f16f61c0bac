import { describe, expect, it } from 'vitest'
import { random } from '../conformance/random.js'
import { burnCase, burned } from './shape-cases.js'

describe('burned shapes', () => {
  it('do not depend on the window', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const given = burnCase(seed)
      const whole = burned(given)
      const rng = random(seed)
      const [row, column] = [rng.int(0, given.height), rng.int(0, given.width)]
      const window = { row, column, rows: rng.int(1, given.height - row + 1), columns: rng.int(1, given.width - column + 1) }
      const part = burned(given, window)
      for (let y = 0; y < window.rows; y++) {
        const from = (row + y) * given.width + column
        const line = part.subarray(y * window.columns, (y + 1) * window.columns)
        expect([...line], `seed ${seed}, row ${row + y} of ${JSON.stringify(window)}`).toEqual([
          ...whole.subarray(from, from + window.columns),
        ])
      }
    }
  })
})
