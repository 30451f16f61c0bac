import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'
import type { Json } from '../../src/base/json.js'
import { expr } from '../../src/ops/expr.js'
import { anyOp } from '../conformance/conform-op.js'
import { specOf } from '../conformance/op-case.js'
import { bytesOf, ready, runWindow } from '../conformance/op-run.js'
import { random } from '../conformance/random.js'
import { describeWithPeers, python } from '../peers.js'

/** An expression, the same for NumPy over `a`, `b`, `c`, and how many units in the last place they may be apart. */
type Job = readonly [tree: Json, numpy: string, ulps: number]

const count = process.env.RASTERLOOM_FULL === '1' ? 200_000 : 8_000

function typestr(dtype: Dtype): string {
  const { kind, bytes } = dtypes[dtype]
  return `<${kind === 'float' ? 'f' : kind === 'int' ? 'i' : 'u'}${bytes}`
}

/** Values of all magnitudes, whole ones among them. */
function values(dtype: Dtype, seed: number): TypedArray {
  const { next } = random(seed)
  const { kind, min, max } = dtypes[dtype]
  const data = allocate(dtype, count)
  for (let index = 0; index < count; index++) {
    const sign = next() < 0.5 ? -1 : 1
    const float = next() < 0.2 ? Math.round(next() * 10) * sign : sign * 10 ** (next() * 12 - 8)
    const whole = Math.floor(Number(min) + next() * (Number(max) - Number(min) + 1))
    data[index] = (kind === 'float' ? float : next() < 0.3 ? Math.min(whole < 0 ? -whole : whole, 9) : whole) as never
  }
  return data
}

/** What NumPy makes of expressions over the same arrays, in the dtypes that we make. One process for all. */
function numpy(jobs: readonly (readonly [string, Dtype])[], arrays: readonly TypedArray[], named: readonly Dtype[]): TypedArray[] {
  const load = arrays.map((data, at) => {
    const offset = arrays.slice(0, at).reduce((sum, before) => sum + before.byteLength, 0)
    return `${'abc'[at]} = np.frombuffer(raw, '${typestr(named[at] as Dtype)}', ${data.length}, ${offset})`
  })
  const script = [
    'import sys, numpy as np',
    'raw = sys.stdin.buffer.read()',
    ...load,
    "np.seterr(all='ignore')",
    'd = lambda v: v.astype(np.float64)',
    'import math',
    // The C library's functions: NumPy's own of float64 are off by up to 3 units themselves.
    'def libm(name, *v):',
    '  def one(*x):',
    '    try: return getattr(math, name)(*x)',
    '    except (ValueError, OverflowError): return float(getattr(np, dict(asin="arcsin", acos="arccos", pow="power").get(name, name))(*x))',
    '  return np.frompyfunc(one, len(v), 1)(*map(d, v)).astype(np.float64)',
    ...jobs.map(([text, dtype]) => `sys.stdout.buffer.write(np.asarray(${text}).astype('${typestr(dtype)}').tobytes())`),
  ].join('\n')
  const out = execFileSync(python, ['-c', script], { input: Buffer.concat(arrays.map(bytesOf)), maxBuffer: 1 << 28 })
  let at = 0
  return jobs.map(([, dtype]) => {
    const result = allocate(dtype, count)
    bytesOf(result).set(out.subarray(at, at + result.byteLength))
    at += result.byteLength
    return result
  })
}

const view = new DataView(new ArrayBuffer(8))

/** The place of a float among all floats of its dtype, in order. */
function place(dtype: Dtype, value: number): bigint {
  if (dtype === 'float32') {
    view.setFloat32(0, value)
    const bits = view.getInt32(0)
    return BigInt(bits < 0 ? -(bits & 0x7fffffff) : bits)
  }
  view.setFloat64(0, value)
  const bits = view.getBigInt64(0)
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits
}

function near(dtype: Dtype, one: number, other: number, ulps: number): boolean {
  const apart = place(dtype, one) - place(dtype, other)
  return apart <= BigInt(ulps) && -apart <= BigInt(ulps)
}

function compare(jobs: readonly Job[], named: readonly Dtype[]): void {
  const arrays = named.map((dtype, at) => values(dtype, at + 1))
  const inputs = named.map((dtype, at) => ({
    spec: specOf(['x'], [count], dtype, { coords: {} }),
    data: arrays[at] as TypedArray,
    valid: null,
  }))
  const ours = jobs.map(([tree]) => {
    const wanted =
      JSON.stringify(tree).match(/\$\d/g)?.length === undefined
        ? 0
        : Math.max(
            ...JSON.stringify(tree)
              .match(/\$(\d)/g)!
              .map((name) => Number(name[1])),
          ) + 1
    const card = ready(anyOp(expr), { name: '', params: { tree }, inputs: inputs.slice(0, wanted) })
    return { dtype: card.out.dtype, ...runWindow(card, { start: [0], stop: [count] }) }
  })
  const theirs = numpy(
    jobs.map(([, text], at) => [text, ours[at]?.dtype as Dtype]),
    arrays,
    named,
  )
  jobs.forEach(([tree, , ulps], at) => {
    const { dtype, data, mask } = ours[at] as (typeof ours)[number]
    const wrong: string[] = []
    for (let index = 0; index < count; index++) {
      const [one, other] = [Number(data[index]), Number(theirs[at]?.[index])]
      const isFloat = dtypes[dtype].kind === 'float'
      const agree = mask[index] === 1 ? (isFloat ? near(dtype, one, other, ulps) : one === other) : Number.isNaN(other)
      if (!agree) wrong.push(`${arrays.map((array) => String(array[index]))}: ${mask[index] ? one : 'invalid'}, numpy ${other}`)
    }
    expect(wrong.slice(0, 3), `${JSON.stringify(tree)} of ${named} as ${dtype}: ${wrong.length} of ${count} differ`).toEqual([])
  })
}

const real = ['exp', 'log', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan']

describeWithPeers('expressions agree with NumPy', ['numpy'], () => {
  it.each<Dtype>(['float32', 'float64', 'uint8', 'int16'])('functions of %s', (dtype) => {
    const exact: Job[] = ['sqrt', 'floor', 'ceil', 'trunc', 'sign'].map((name) => [
      [name, '$0'],
      dtype === 'float64' ? `np.${name}(a)` : `np.${name}(d(a))`,
      0,
    ])
    // float32 is rounded from float64: half a unit, and what float64 itself is off by.
    compare(
      [
        ...exact,
        [['round', '$0'], 'np.round(d(a))', 0],
        [['abs', ['max', '$0', dtype === 'int16' ? -32767 : 0]], `np.abs(np.maximum(d(a), ${dtype === 'int16' ? -32767 : 0}))`, 0],
        ...real.map((name): Job => [[name, '$0'], `libm('${name}', a)`, name === 'log10' ? 2 : 1]),
        ...['pow', 'atan2', 'hypot'].map((name): Job => [[name, '$0', '$1'], `libm('${name}', a, b)`, 1]),
      ],
      [dtype, dtype],
    )
  })

  it.each<[Dtype, Dtype]>([
    ['float32', 'float32'],
    ['float64', 'float32'],
    ['uint16', 'int16'],
    ['uint8', 'float32'],
    ['int32', 'uint32'],
    ['int32', 'float32'],
  ])('comparisons and choices of %s and %s', (a, b) => {
    const numpyOf: Readonly<Record<string, string>> = { lt: '<', le: '<=', gt: '>', ge: '>=', eq: '==', ne: '!=' }
    compare(
      [
        ...Object.entries(numpyOf).map(([name, symbol]): Job => [[name, '$0', '$1'], `d(a) ${symbol} d(b)`, 0]),
        [['and', ['gt', '$0', 3], ['lt', '$1', 5]], '(a > 3) & (b < 5)', 0],
        [['or', ['gt', '$0', 3], ['lt', '$1', 5]], '(a > 3) | (b < 5)', 0],
        [['xor', '$0', '$1'], 'np.logical_xor(a, b)', 0],
        [['not', '$0'], 'np.logical_not(a)', 0],
        [['min', '$0', '$1'], 'np.minimum(d(a), d(b))', 0],
        [['max', '$0', '$1', 7], 'np.maximum(np.maximum(d(a), d(b)), 7)', 0],
        [['clip', '$0', 2, '$1'], 'np.minimum(np.maximum(d(a), 2), d(b))', 0],
        [['where', ['gt', '$0', '$1'], '$0', '$1'], 'np.where(d(a) > d(b), d(a), d(b))', 0],
        [['isIn', '$0', [1, 2, 9]], 'np.isin(a, [1, 2, 9])', 0],
      ],
      [a, b],
    )
  })

  it.each<Dtype>(['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32'])('bits of %s', (dtype) => {
    compare(
      [
        [['bitAnd', '$0', '$1'], 'a & b', 0],
        [['bitOr', '$0', '$1'], 'a | b', 0],
        [['bitXor', '$0', '$1'], 'a ^ b', 0],
        [['ne', ['bitAnd', '$0', 12], 0], '(a & 12) != 0', 0],
        [['shiftLeft', '$0', 3], 'np.left_shift(a, 3).astype(a.dtype)', 0],
        [['shiftRight', '$0', 2], 'a >> 2', 0],
        [['shiftRight', ['bitAnd', '$0', 12], 2], '(a & 12) >> 2', 0],
      ],
      [dtype, dtype],
    )
  })

  it('whole expressions, by the dtypes of their parts', () => {
    compare(
      [
        [['div', ['sub', '$0', '$1'], ['add', '$0', '$1']], '(d(a) - d(b)) / np.where(d(a) + d(b) == 0, np.nan, d(a) + d(b))', 0],
        [
          ['float32', ['div', ['sub', '$0', '$1'], ['add', '$0', '$1']]],
          '(d(a) - d(b)) / np.where(d(a) + d(b) == 0, np.nan, d(a) + d(b))',
          0,
        ],
        [['add', ['mul', '$0', 0.5], 1], '(a.astype("f4") * np.float32(0.5)) + np.float32(1)', 0],
        [['mul', ['sub', '$0', '$1'], -3], '(d(a) - d(b)) * -3', 0],
        [['where', ['gt', '$0', 100], ['sqrt', '$0'], ['neg', '$1']], 'np.where(a > 100, np.sqrt(a.astype("f4")).astype("f8"), -d(b))', 0],
      ],
      ['uint16', 'uint16'],
    )
  })
})
