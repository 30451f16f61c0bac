import { describe, expect, it } from 'vitest'
import { parseExpr } from '../../src/api/expr-parse.js'
import { UsageError } from '../../src/base/errors.js'
import { DataArray, expr, where } from '../../src/index.js'

const array = (values: number[], mask?: number[]) =>
  DataArray.fromArray(Float32Array.from(values), {
    dims: ['x'],
    shape: [values.length],
    ...(mask === undefined ? {} : { mask: Uint8Array.from(mask) }),
  })
const a = array([1, 2, 3, 4])
const b = array([4, 3, 2, 1], [1, 1, 0, 1])

const names = ['a', 'b', 'nir', 'red']
const tree = (text: string) => parseExpr(text, (name) => (names.includes(name) ? `$${names.indexOf(name)}` : undefined), names)

async function pixels(made: DataArray<string>): Promise<(number | null)[]> {
  const { values, valid } = await made.compute({ workers: 0 })
  return Array.from(values as Float32Array, (value, at) => (valid?.[at] === 0 ? null : value))
}

describe('expressions in text', () => {
  it.each([
    ['a + b * 2', ['add', '$0', ['mul', '$1', 2]]],
    ['a - b - 1', ['sub', ['sub', '$0', '$1'], 1]],
    ['-a ** 2', ['neg', ['pow', '$0', 2]]],
    ['a ** -b ** 2', ['pow', '$0', ['neg', ['pow', '$1', 2]]]],
    ['a & 8 == 0 && !b', ['and', ['eq', ['bitAnd', '$0', 8], 0], ['not', '$1']]],
    ['not a or b and a < .5', ['or', ['not', '$0'], ['and', '$1', ['lt', '$0', 0.5]]]],
    ['a >> 2 | 0xFF', ['bitOr', ['shiftRight', '$0', 2], 255]],
    ['a > 0 ? b : a < -1e3 ? 1 : na', ['where', ['gt', '$0', 0], '$1', ['where', ['lt', '$0', -1000], 1]]],
    ['a > 0 ? na : b', ['where', ['not', ['gt', '$0', 0]], '$1']],
    ['a in [1, -2]', ['isIn', '$0', [1, -2]]],
    ['isIn(a, [3])', ['isIn', '$0', [3]]],
    ['min(a, b, 3) + minimum(a, 1)', ['add', ['min', '$0', '$1', 3], ['min', '$0', 1]]],
    ['2 * pi', ['mul', 2, Math.PI]],
  ])('%s', (text, expected) => expect(tree(text)).toEqual(expected))

  it.each([
    ['(nri - red)', 'there is no variable "nri": did you mean nir? there are a, b, nir, red, at position 2 of "(nri - red)"'],
    ['a + sqr(b)', 'there is no function "sqr": did you mean sqrt'],
    ['a +', 'it ends where a number, a name or "(" was expected, at position 4'],
    ['(a', 'it ends where ")" was expected'],
    ['a b', '"b" where an operator or the end was expected, at position 3'],
    ['a $ b', '"$" is no part of an expression, at position 3'],
    ['a < b < 3', 'comparisons do not go on: join two with &&, as in a < b && b < c, at position 7'],
    ['2a', '"2a" is neither a number nor a name'],
    ['min(a)', 'min takes 2 to 64 operands, 1 were given'],
    ['sqrt + 1', 'sqrt is a function and needs its operands in brackets'],
    ['~a', 'use ! for "not"'],
    ['', 'there is nothing in the expression'],
    ['constructor', 'there is no variable "constructor"'],
    ['toString(a)', 'there is no function "toString"'],
    ['a hasOwnProperty b', '"hasOwnProperty" where an operator'],
    ['('.repeat(100_000), 'nested more than 150 deep'],
    ['-'.repeat(100_000), 'nested more than 150 deep'],
  ])('refuses %j', (text, message) => {
    expect(() => tree(text)).toThrow(UsageError)
    expect(() => tree(text)).toThrow(message)
  })
})

describe('expr', () => {
  it('gives what the methods give', async () => {
    const made = expr('(a - b) / (a + b)', { a, b })
    expect(await pixels(made)).toEqual(await pixels(a.sub(b).div(a.add(b))))
    expect(expr('a + b', { a, b }).hash).toBe(a.add(b).hash)
    expect(expr('a < 2', { a }).hash).toBe(a.lt(2).hash)
    expect(await pixels(made)).toEqual([Math.fround(-3 / 5), Math.fround(-1 / 5), null, Math.fround(3 / 5)])
  })

  it('rules of invalid pixels', async () => {
    expect(await pixels(expr('b > 2 ? a : na', { a, b }))).toEqual([1, 2, null, null])
    expect(await pixels(where(b.gt(2), a, -1))).toEqual([1, 2, null, -1])
    expect(await pixels(a.where(b.gt(2)))).toEqual([1, 2, null, null])
    expect(await pixels(a.where(b.notNa(), b))).toEqual([1, 2, null, 4])
    expect(await pixels(expr('isNa(b) ? 9 : b', { b }))).toEqual([4, 3, 9, 1])
    expect(await pixels(expr('fillNa(b, a)', { a, b }))).toEqual([4, 3, 3, 1])
    expect(await pixels(expr('1 / (a - 2)', { a }))).toEqual([-1, null, 1, 0.5])
  })

  it('takes numbers as variables, and says what it cannot take', () => {
    expect(expr('a * k', { a, k: 3 }).hash).toBe(a.mul(3).hash)
    expect(() => expr('k + 1', { a, k: 3 })).toThrow('the expression names no array, only numbers')
    expect(() => expr('a + k', { a, k: 'x' as never })).toThrow('expr: "k" is "x", expected a DataArray or a number')
    expect(() => expr('a', { a }, { dtype: 'uint8' as never })).toThrow('cast the result with astype')
  })

  it('keeps what stays true of numbers that are picked, and nothing else', () => {
    const told = a.rename('t').assignAttrs({ source: 'x' })
    expect(told.where(b.gt(1)).name).toBe('t')
    expect(told.where(b.gt(1)).attrs).toEqual({ source: 'x' })
    expect(told.clip(0, 1).attrs).toEqual({ source: 'x' })
    expect(told.add(1).attrs).toEqual({})
    expect(told.add(1).name).toBe('t')
  })
})
