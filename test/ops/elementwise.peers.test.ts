import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'
import type { Json } from '../../src/base/json.js'
import { astype } from '../../src/ops/astype.js'
import { decode } from '../../src/ops/decode.js'
import { encode } from '../../src/ops/encode.js'
import { expr } from '../../src/ops/expr.js'
import { anyOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { bytesOf, ready, runWindow } from '../conformance/op-run.js'
import { describeWithPeers, python } from '../peers.js'

/** NumPy's names of dtypes, as typestrings of little-endian arrays. */
const typestr: Readonly<Record<Dtype, string>> = {
  uint8: '<u1',
  int8: '<i1',
  uint16: '<u2',
  int16: '<i2',
  uint32: '<u4',
  int32: '<i4',
  uint64: '<u8',
  int64: '<i8',
  float32: '<f4',
  float64: '<f8',
}

/** A NumPy expression over `a` (and `b`), with the dtype of its answer. */
type Job = readonly [expression: string, dtype: Dtype]

/** Evaluates expressions over the same arrays in one process, which is slow to start. */
function numpy(jobs: readonly Job[], ...arrays: TypedArray[]): TypedArray[] {
  const names = ['a', 'b'].slice(0, arrays.length)
  const load = arrays.map((data, at) => {
    const offset = arrays.slice(0, at).reduce((sum, before) => sum + before.byteLength, 0)
    return `${names[at]} = np.frombuffer(raw, '${typestr[dtypeName(data)]}', ${data.length}, ${offset})`
  })
  const script = [
    'import sys, numpy as np',
    'raw = sys.stdin.buffer.read()',
    ...load,
    "np.seterr(all='ignore')",
    ...jobs.map(([expression, dtype]) => `sys.stdout.buffer.write(np.asarray(${expression}).astype('${typestr[dtype]}').tobytes())`),
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

function dtypeName(data: TypedArray): Dtype {
  return (Object.keys(dtypes) as Dtype[]).find((dtype) => allocate(dtype, 0).constructor === data.constructor) as Dtype
}

const count = 20_000
const input = (dtype: Dtype, seed: number, range?: [number, number]) =>
  inputOf(specOf(['x'], [count], dtype, { coords: {} }), range === undefined ? { seed } : { seed, range })

function compute(op: unknown, params: Json, inputs: ReturnType<typeof input>[]) {
  const card = ready(anyOp(op as typeof expr), { name: '', params, inputs })
  return { dtype: card.out.dtype, ...runWindow(card, { start: [0], stop: [count] }) }
}

/** Compares valid pixels; a pixel that is invalid with us must be one that NumPy makes infinite, NaN or larger than int32. */
function same(ours: ReturnType<typeof compute>, theirs: TypedArray): void {
  let differences = 0
  for (let index = 0; index < count; index++) {
    const [one, other] = [Number(ours.data[index]), Number(theirs[index])]
    const beyond = !Number.isFinite(other) || (ours.dtype === 'int32' && Math.abs(other) >= 2 ** 31)
    if (ours.mask[index] === 1 ? one !== other : !beyond) differences++
  }
  expect(differences).toBe(0)
}

describeWithPeers('ops agree with NumPy', ['zarr'], () => {
  const symbols = { add: '+', sub: '-', mul: '*', div: '/' } as const
  const operators = ['add', 'sub', 'mul', 'div'] as const

  it.each<[Dtype, Dtype]>([
    ['uint16', 'uint16'],
    ['int8', 'uint8'],
    ['float32', 'float32'],
    ['float32', 'int16'],
    ['int32', 'uint32'],
    ['int64', 'float64'],
  ])('%s with %s', (a, b) => {
    const inputs = [input(a, 1), input(b, 2)]
    const ours = operators.map((operator) => compute(expr, { tree: [operator, '$0', '$1'] }, inputs))
    const jobs = ours.map(({ dtype }, at): Job => {
      const kind = dtype === 'int32' ? 'int64' : dtype
      return [`a.astype('${kind}') ${symbols[operators[at]!]} b.astype('${kind}')`, kind]
    })
    numpy(jobs, inputs[0]!.data, inputs[1]!.data).forEach((theirs, at) => {
      same(ours[at]!, theirs)
    })
  })

  it('casts of floats, rounded and clamped', () => {
    const data = input('float64', 3, [-70000, 70000])
    for (let index = 0; index < count; index += 3) data.data[index] = Math.round(data.data[index] as number) / 2
    const modes = { nearest: 'np.floor(a + 0.5)', even: 'np.rint(a)', floor: 'np.floor(a)', trunc: 'np.trunc(a)' }
    const targets = (['int16', 'uint8', 'int32'] as const).flatMap((dtype) =>
      Object.entries(modes).map(([rounding, of]) => ({ dtype, rounding, of })),
    )
    const theirs = numpy(
      targets.map(({ dtype, of }): Job => [`np.clip(${of}, ${dtypes[dtype].min}, ${dtypes[dtype].max})`, dtype]),
      data.data,
    )
    targets.forEach(({ dtype, rounding }, at) => {
      same(compute(astype, { dtype, rounding, overflow: 'clamp' }, [data]), theirs[at]!)
    })
  })

  it.each<[Dtype, readonly Dtype[]]>([
    ['float64', ['float32']],
    ['int64', ['float32', 'float64']],
    ['uint64', ['float32', 'float64']],
    ['uint32', ['float32']],
  ])('%s to %j', (from, targets) => {
    const data = input(from, 4)
    const words = new Uint32Array(data.data.buffer)
    if (from !== 'float64') for (let index = 0; index < words.length; index++) words[index] = Math.imul(index + 1, 2654435761)
    const theirs = numpy(
      targets.map((dtype): Job => ['a', dtype]),
      data.data,
    )
    targets.forEach((dtype, at) => {
      same(compute(astype, { dtype, rounding: 'nearest' }, [data]), theirs[at]!)
    })
  })

  it('scale and offset, both ways', () => {
    const stored = input('uint16', 5)
    const [decoded] = numpy([['a.astype("f8") * 0.0001 + -0.1', 'float32']], stored.data)
    same(compute(decode, { scale: 0.0001, offset: -0.1 }, [stored]), decoded!)
    const physical = input('float32', 6, [-1, 5])
    const [encoded] = numpy([['np.clip(np.rint((a.astype("f8") - -0.1) / 0.0001), 0, 65535)', 'uint16']], physical.data)
    same(compute(encode, { dtype: 'uint16', scale: 0.0001, offset: -0.1, clamp: true }, [physical]), encoded!)
  })
})
