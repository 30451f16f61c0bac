import { expect, test } from 'vitest'
import { canonicalJson, canonicalPieces, canonicalPlainPieces, type Json, keepCanonicalText } from '../../src/base/json.js'
import { random } from '../conformance/random.js'

function joined(write: (take: (piece: string) => void) => void): { text: string; pieces: number } {
  const pieces: string[] = []
  write((piece) => pieces.push(piece))
  return { text: pieces.join(''), pieces: pieces.length }
}

/** What the canonical text is, in the plainest words. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]))
}

test('keys are sorted by code unit, whatever their number', () => {
  const { int } = random(5)
  for (const count of [0, 1, 2, 7, 31, 32, 33, 200]) {
    const value = Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${String.fromCharCode(int(33, 1000))}${at}`, at]))
    expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value)))
  }
  expect(canonicalJson({ b: [1, { d: null, c: [] }], a: {} })).toBe('{"a":{},"b":[1,{"c":[],"d":null}]}')
})

test('a long text is handed over in pieces', () => {
  const value = {
    nodes: Array.from({ length: 5000 }, (_, at) => ({ op: 'x', inputs: [at], params: { name: `node ${at}`, deep: [[], {}] } })),
  }
  const { text, pieces } = joined((take) => canonicalPieces(value, take))
  expect(text).toBe(canonicalJson(value))
  expect(pieces).toBeGreaterThan(5)
})

test('plain values are written as JSON.stringify takes them; JSON must be JSON', () => {
  const odd = { a: undefined, b: [undefined, Number.NaN, 1], c: Number.POSITIVE_INFINITY, d: { e: undefined } }
  expect(joined((take) => canonicalPlainPieces(odd, take)).text).toBe('{"b":[null,null,1],"c":null,"d":{}}')
  expect(() => canonicalJson(odd as unknown as Json)).toThrow(/is not JSON/)
  expect(() => canonicalJson([Number.NaN])).toThrow(/NaN is not JSON/)
})

test('a text that is kept is that of the object', () => {
  const crs = { name: 'b', epsg: 1 }
  keepCanonicalText(crs)
  expect(canonicalJson({ z: crs, y: [crs] })).toBe('{"y":[{"epsg":1,"name":"b"}],"z":{"epsg":1,"name":"b"}}')
})
