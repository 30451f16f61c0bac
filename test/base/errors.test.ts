import { expect, it } from 'vitest'
import { SourceError } from '../../src/base/errors.js'

it('leaves out the middle of a message that a damaged file made long, and says so', () => {
  const { message } = new SourceError(`${'a'.repeat(6000)}: cannot be read: give another file`)
  expect(message.length).toBeLessThanOrEqual(2000)
  expect(message).toMatch(/^aaa.*\(\d+ characters left out\) a+: cannot be read: give another file$/)
})

it('leaves messages that can be read as they are', () => {
  const text = 'b'.repeat(2000)
  expect(new SourceError(text).message).toBe(text)
})
