import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseGdalMetadata } from '../../src/formats/geotiff/metadata.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { meet, type Outcome } from './drive.js'

type Kind = 'byte' | 'ascii' | 'short' | 'long' | 'sshort' | 'slong' | 'float' | 'double' | 'long8'
const kinds = { byte: 1, ascii: 2, short: 3, long: 4, sshort: 8, slong: 9, float: 11, double: 12, long8: 16 } as const
const widths = { byte: 1, ascii: 1, short: 2, long: 4, sshort: 2, slong: 4, float: 4, double: 8, long8: 8 } as const

/** A tag as it is to stand in the file, sound or not. `count` in place of the values' own number; `at` in place of their offset. */
interface RawTag {
  readonly tag: number
  readonly kind: Kind
  readonly values: readonly number[] | string
  readonly count?: bigint
  readonly at?: bigint
}

function t(tag: number, kind: Kind, ...values: number[]): RawTag {
  return { tag, kind, values }
}

/** A BigTIFF of one directory: tags as given, `pixels` at byte 16. */
function rawTiff(tags: readonly RawTag[], pixels: Uint8Array = new Uint8Array(64), next = 0n): Uint8Array {
  const apart: Uint8Array[] = []
  const directory = 16 + Math.ceil(pixels.length / 8) * 8
  let end = directory + 16 + tags.length * 20
  const head = new DataView(new ArrayBuffer(end))
  head.setUint32(0, 0x002b4949, true)
  head.setUint16(4, 8, true)
  head.setBigUint64(8, BigInt(directory), true)
  new Uint8Array(head.buffer).set(pixels, 16)
  head.setBigUint64(directory, BigInt(tags.length), true)
  tags.forEach((tag, index) => {
    const bytes = encoded(tag)
    const place = directory + 8 + 20 * index
    head.setUint16(place, tag.tag, true)
    head.setUint16(place + 2, kinds[tag.kind], true)
    head.setBigUint64(place + 4, tag.count ?? BigInt(bytes.length / widths[tag.kind]), true)
    if (bytes.length <= 8 && tag.at === undefined) new Uint8Array(head.buffer).set(bytes, place + 12)
    else {
      head.setBigUint64(place + 12, tag.at ?? BigInt(end), true)
      apart.push(bytes)
      end += bytes.length
    }
  })
  head.setBigUint64(directory + 8 + 20 * tags.length, next, true)
  return Buffer.concat([new Uint8Array(head.buffer), ...apart])
}

function encoded({ kind, values }: RawTag): Uint8Array {
  if (typeof values === 'string') return new TextEncoder().encode(`${values}\0`)
  const view = new DataView(new ArrayBuffer(values.length * widths[kind]))
  values.forEach((value, at) => {
    if (kind === 'byte') view.setUint8(at, value)
    else if (kind === 'short') view.setUint16(2 * at, value, true)
    else if (kind === 'sshort') view.setInt16(2 * at, value, true)
    else if (kind === 'long') view.setUint32(4 * at, value, true)
    else if (kind === 'slong') view.setInt32(4 * at, value, true)
    else if (kind === 'float') view.setFloat32(4 * at, value, true)
    else if (kind === 'double') view.setFloat64(8 * at, value, true)
    else view.setBigUint64(8 * at, BigInt(value), true)
  })
  return new Uint8Array(view.buffer)
}

/** Tags of an image of 8 x 8 bytes in one tile of 16 x 16, with others in their place or beside them. */
function tags(...changed: RawTag[]): RawTag[] {
  const plain = [t(256, 'long', 8), t(257, 'long', 8), t(258, 'short', 8), t(259, 'short', 1), t(262, 'short', 1), t(277, 'short', 1)]
  const tile = [t(322, 'long', 16), t(323, 'long', 16), t(324, 'long8', 16), t(325, 'long8', 256)]
  return [...plain, ...tile].filter(({ tag }) => !changed.some((other) => other.tag === tag)).concat(changed)
}

const tile = new Uint8Array(256).fill(7)

async function expectOutcome(bytes: Uint8Array, outcome: Outcome | readonly Outcome[]): Promise<void> {
  const before = process.memoryUsage().rss
  const verdict = await meet(geotiffSource, 'x.tif', memoryFiles(new Map([['x.tif', bytes]])), 100_000 + 4 * bytes.length)
  expect(verdict.fault).toBeNull()
  expect([outcome].flat()).toContain(verdict.outcome)
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
}

/** Bytes that decode to `length` zeros. */
const bombs: Readonly<Record<string, readonly [compression: number, bytes: Uint8Array]>> = {
  deflate: [8, deflateSync(new Uint8Array(64e6))],
  'packbits, more runs than pixels': [32773, new Uint8Array(1e6).fill(0x81)],
  'LZW, one code for ever': [5, new Uint8Array(1e6).fill(0x80)],
  // A frame header that says 2^60 bytes, then one block that repeats a byte 2^21 times.
  'zstd, a frame of 2^60 bytes': [50000, Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 0, 0, 16, 3, 0, 0x80, 0)],
  'zstd, blocks without end': [
    50000,
    Buffer.concat([
      Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xa0),
      Buffer.concat(new Array<Uint8Array>(20_000).fill(Uint8Array.of(0x02, 0, 0x10, 0))),
      Uint8Array.of(0x03, 0, 0x10, 0),
    ]),
  ],
}

describe('hostile TIFFs', () => {
  it('a plain one of the same make reads', () => expectOutcome(rawTiff(tags(), tile), 'read'))

  for (const [name, [compression, bytes]] of Object.entries(bombs)) {
    it(`decompression bomb: ${name}`, () =>
      expectOutcome(rawTiff(tags(t(259, 'short', compression), t(325, 'long8', bytes.length)), bytes), ['refused', 'read']))
  }

  const geometry: Readonly<Record<string, readonly [RawTag[], Outcome | readonly Outcome[]]>> = {
    'a width of 0': [[t(256, 'long', 0)], 'refused'],
    'a negative width': [[t(256, 'slong', -8)], 'refused'],
    'a width of half a pixel more': [[t(256, 'float', 8.5)], 'refused'],
    'an infinite height': [[t(257, 'double', Number.POSITIVE_INFINITY)], 'refused'],
    'a width of 2^63': [[t(256, 'long8', 2 ** 63)], 'refused'],
    'tiles of no width': [[t(322, 'long', 0)], 'refused'],
    'tiles of negative height': [[t(323, 'sshort', -16)], 'refused'],
    'tiles of 2^31 x 2^31 pixels': [
      [t(322, 'long', 2 ** 31), t(323, 'long', 2 ** 31)],
      ['refused', 'over budget'],
    ],
    '2^32 tiles that the directory does not list': [[t(256, 'long', 2 ** 20), t(257, 'long', 2 ** 20)], 'refused'],
    '2^32 samples': [[t(277, 'long', 2 ** 32 - 1)], 'refused'],
    '65,535 samples': [[t(277, 'short', 65535)], ['refused', 'over budget']],
    'minus one sample': [[t(277, 'sshort', -1)], 'refused'],
    'samples of minus one bit': [[t(258, 'sshort', -1)], 'refused'],
    'samples of three and a half bits': [[t(258, 'float', 3.5)], 'refused'],
    'predictor 3 over bytes': [[t(317, 'short', 3)], 'refused'],
    'a tile at a negative offset': [[t(324, 'slong', -16)], 'refused'],
    'a tile of negative length': [[t(325, 'slong', -256)], 'refused'],
    'a tile of NaN bytes': [[t(325, 'double', Number.NaN)], 'refused'],
    'a tile beyond 2^53': [[t(324, 'long8', 2 ** 60)], 'refused'],
    'a tile of 2^63 bytes that is not stored': [[t(324, 'long8', 0), t(325, 'long8', 2 ** 63)], 'read'],
    'tile offsets with 2^61 values': [[{ tag: 324, kind: 'long8', values: [16], count: 2n ** 61n }], 'refused'],
    'tile offsets with 2^64 - 1 values': [[{ tag: 324, kind: 'byte', values: [16], count: 2n ** 64n - 1n }], ['refused', 'read']],
    'tile offsets whose place is 2^64 - 8': [[{ tag: 324, kind: 'long8', values: [16], count: 2n, at: 2n ** 64n - 8n }], 'refused'],
    'a text of 2^62 characters': [[{ tag: 270, kind: 'ascii', values: 'x', count: 2n ** 62n }], 'refused'],
    'an alpha before the first sample': [[t(338, 'short', 2, 0, 0, 0)], 'refused'],
    'a colour table that is too short': [[t(262, 'short', 3), t(320, 'short', 1, 2)], 'read'],
    'a colour table of NaN': [[t(262, 'short', 3), t(320, 'double', Number.NaN, 1e300, 5)], 'read'],
    'an affine of NaN': [[t(34264, 'double', ...new Array<number>(16).fill(Number.NaN))], 'refused'],
    'pixels of NaN degrees': [
      [t(33550, 'double', Number.NaN, 1, 0), t(33922, 'double', 0, 0, 0, 1, 1, 0)],
      ['refused', 'read'],
    ],
    'pixels of infinite size': [
      [t(33550, 'double', 1e308, 1, 0), t(33922, 'double', -1e300, 0, 0, 1e308, 1, 0)],
      ['refused', 'read'],
    ],
    'GeoKeys that point outside': [[t(34735, 'short', 1, 1, 0, 2, 3073, 34737, 9999, 60000, 2057, 34736, 500, 9, 0)], 'read'],
    'GeoKeys of negative places': [[t(34735, 'slong', 1, 1, 0, 1, 2057, 34736, 2, -7), t(34736, 'double', 1)], 'read'],
    'an epoch of NaN': [[t(34735, 'short', 1, 1, 0, 1, 5120, 34736, 1, 0), t(34736, 'double', Number.NaN)], 'read'],
  }
  for (const [name, [changed, outcome]] of Object.entries(geometry)) {
    it(name, () => expectOutcome(rawTiff(tags(...changed), tile), outcome))
  }

  it.each([Number.NaN, -1e308, Number.POSITIVE_INFINITY])('control points of %s are none', (odd) => {
    const points = Array.from({ length: 4 }, (_, at) => [at === 2 ? odd : at, at * at, 0, at, 1, 0]).flat()
    const keys = t(34735, 'short', 1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326)
    return expectOutcome(rawTiff(tags(keys, t(33922, 'double', ...points)), tile), 'read')
  })

  it('directories in a circle', () => expectOutcome(rawTiff(tags(), tile, BigInt(16 + 256)), 'refused'))

  it('a directory of 2^64 - 1 tags', () => {
    const bytes = rawTiff(tags(), tile)
    new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(16 + 256, 2n ** 64n - 1n, true)
    return expectOutcome(bytes, 'refused')
  })

  it('thousands of long directories that lie over one another', async () => {
    const bytes = layeredDirectories(2000, 30_000)
    await expectOutcome(bytes, 'refused')
  })

  it('65,000 GeoKeys of all the doubles there are', () => {
    const keys = [1, 1, 0, 60_000, ...Array.from({ length: 60_000 }, (_, at) => [at + 1, 34736, 60_000, 0]).flat()]
    const doubles = Array.from({ length: 60_000 }, (_, at) => at)
    return expectOutcome(
      rawTiff(tags({ tag: 34735, kind: 'short', values: keys }, { tag: 34736, kind: 'double', values: doubles }), tile),
      'read',
    )
  })

  it('many tiles over the same bytes', () => {
    const offsets = new Array<number>(65536).fill(16)
    const counts = new Array<number>(65536).fill(256)
    const size = [t(256, 'long', 4096), t(257, 'long', 4096)]
    return expectOutcome(rawTiff(tags(...size, t(324, 'long8', ...offsets), t(325, 'long8', ...counts)), tile), 'read')
  })

  it('texts that are no UTF-8', () => {
    const text: RawTag = { tag: 270, kind: 'byte', values: [0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf8, 0x88] }
    const bytes = rawTiff(tags(text), tile)
    // Called ASCII only now: the writer above would encode it.
    const place = 16 + 256 + 8 + 20 * 10 + 2
    new DataView(bytes.buffer, bytes.byteOffset).setUint16(place, kinds.ascii, true)
    return expectOutcome(bytes, 'read')
  })

  const long = 300_000
  const texts: Readonly<Record<string, readonly [tag: number, text: string]>> = {
    'GDAL_METADATA: items that never close': [42112, '<Item '.repeat(long / 6)],
    'GDAL_METADATA: values that never close': [42112, '<Item name="a">x'.repeat(long / 16)],
    'GDAL_METADATA: a name without end': [42112, `<Item ${'a'.repeat(long)}>1</Item>`],
    'GDAL_METADATA: blanks before equals signs': [42112, `<Item a${' '.repeat(long)}="1">1</Item>`],
    'GDAL_METADATA: equals signs and quotes': [42112, `<Item ${'="'.repeat(long / 2)}>1</Item>`],
    'GDAL_METADATA: many items of one domain': [42112, manyItems('domain="d"', long)],
    'GDAL_METADATA: many items of one band': [42112, manyItems('sample="0"', long)],
    'GDAL_METADATA: entities that name each other': [
      42112,
      `<!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(9)}"><!ENTITY b "${'&c;'.repeat(9)}">]><Item name="a">${'&a;'.repeat(9999)}</Item>`,
    ],
    'GDAL_METADATA: an attribute named twice': [42112, '<Item name="a" sample="0" sample="1" name="__proto__">1</Item>'],
    'GDAL_METADATA: ampersands': [42112, `<Item name="a">${'&#x'.repeat(long / 3)}</Item>`],
    'GDAL_METADATA: names of prototypes': [42112, '<Item name="__proto__" domain="__proto__">1</Item><Item name="constructor">2</Item>'],
    'GDAL_NODATA: a number without end': [42113, '9'.repeat(long)],
    'GeoAsciiParams: bars': [34737, '|'.repeat(long)],
    'GeoAsciiParams: blanks in a citation': [34737, `${'a '.repeat(long / 2)}|GCS Name${' '.repeat(long / 2)}x|`],
    'GeoAsciiParams: WKT of many brackets': [34737, `ESRI PE String = ${'PROJCS["a",'.repeat(long / 11)}|`],
    'GeoAsciiParams: WKT with a long name': [34737, `ESRI PE String = PROJCS["${'a'.repeat(long)}|`],
    'GeoAsciiParams: WKT of quotes': [34737, `ESRI PE String = PROJCS[${'"'.repeat(long)}|`],
    'GeoAsciiParams: WKT of digits': [34737, `ESRI PE String = PROJCS[${'1'.repeat(long)}a|`],
    'GeoAsciiParams: WKT behind bars': [34737, `ESRI PE String = PROJCS["a"]${'|'.repeat(long)}x`],
  }
  for (const [name, [tag, values]] of Object.entries(texts)) {
    for (const model of [1, 2]) {
      if (model === 2 && tag !== 34737) continue
      it(`${name}${tag === 34737 ? `, model ${model}` : ''}`, () => {
        const citation = [
          1,
          1,
          0,
          4,
          1024,
          0,
          1,
          model,
          model === 1 ? 3072 : 2048,
          0,
          1,
          32767,
          1026,
          34737,
          values.length > 65535 ? 65535 : values.length,
          0,
        ]
        const keys = t(34735, 'long', ...citation, model === 1 ? 3073 : 2049, 34737, values.length, 0)
        return expectOutcome(rawTiff(tags({ tag, kind: 'ascii', values }, keys), tile), 'read')
      })
    }
  }
})

function manyItems(place: string, length: number): string {
  return Array.from({ length: length / 30 }, (_, at) => `<Item name="n${at}" ${place}>${at}</Item>`).join('')
}

/** A file in which each of many directories reads nearly all of the same bytes as its entries. */
function layeredDirectories(directories: number, entries: number): Uint8Array {
  // Directories begin 12 bytes apart: their count is the tag of an entry of those before, their offset the field behind the last entry.
  const bytes = new Uint8Array(8 + 2 + 12 * (entries + directories + 2))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x002a4949, true)
  view.setUint32(4, 8, true)
  for (let at = 8; at + 12 <= bytes.length; at += 12) {
    view.setUint16(at, entries, true)
    view.setUint16(at + 2, 254 + (at % 60_000), true)
    view.setUint16(at + 4, 3, true)
    view.setUint32(at + 6, 1, true)
  }
  for (let directory = 0; directory < directories; directory++) {
    const start = 8 + 12 * directory
    view.setUint32(start + 2 + 12 * entries, start + 12, true)
  }
  return bytes
}

it('GDAL_METADATA is read as before: quotes of both kinds, blanks, empty items, items of bands', () => {
  const xml = `<GDALMetadata>
  <Item name='a' >1 &amp;lt; 2</Item><Item name = "b"/>
  <Item name="c" domain="D">x</Item><Item domain="D" name="d">y</Item><Item name="e" domain="xml:X">z</Item>
  <Item name="SCALE" sample="1" role="scale">0.5</Item><Item name="own" sample="1">v</Item><Item name="STATISTICS_MEAN" sample="1">3</Item>
</GDALMetadata>`
  const { items, domains, bands } = parseGdalMetadata(xml)
  expect(items).toEqual({ a: '1 < 2', b: '' })
  expect(domains).toEqual({ D: { c: 'x', d: 'y' } })
  expect([...bands]).toEqual([[1, { scale: 0.5, items: { own: 'v' }, statistics: { STATISTICS_MEAN: '3' } }]])
})
