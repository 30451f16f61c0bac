import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { describeWithPeers, python } from '../peers.js'
import { plainLzwDecode, plainOldLzwEncode } from '../reference/lzw.js'
import { cases, guarded, kernel, same } from './codec-arena.js'
import { randomNumbers, someBytes, someLength } from './codec-data.js'

const bound = (length: number) => kernel('lzwBound')(length)
const encode = (bytes: Uint8Array) => guarded('lzwEncode', bytes, bound(bytes.length)).bytes

describe('LZW', () => {
  it('encodes what a plain decoder reads, and decodes it, of every length up to 300 and many beyond', () => {
    const random = randomNumbers(41)
    for (let i = 0; i < cases(800, 20_000); i++) {
      const bytes = someBytes(i <= 300 ? i : someLength(random, 40_000), random)
      const stream = encode(bytes)
      if (!same(plainLzwDecode(stream), bytes)) expect.fail(`encode, case ${i} of ${bytes.length} bytes`)
      const answer = guarded('lzwDecode', stream, bytes.length)
      if (answer.status !== bytes.length || !same(answer.bytes, bytes))
        expect.fail(`decode, case ${i} of ${bytes.length}: ${answer.status}`)
    }
  })

  it('decodes with room to spare, and without an end code when the target gets full', () => {
    const random = randomNumbers(42)
    for (let i = 0; i < 200; i++) {
      const bytes = someBytes(1 + someLength(random, 5000), random)
      const stream = encode(bytes)
      expect(guarded('lzwDecode', stream, bytes.length + 100).status).toBe(bytes.length)
      const junk = Buffer.concat([stream, Uint8Array.of(1, 2, 3, 4, 5)])
      expect(guarded('lzwDecode', junk, bytes.length + 100).status).toBe(bytes.length)
    }
  })

  it('decodes the old least-significant-first variant', () => {
    const random = randomNumbers(43)
    for (let i = 0; i < 200; i++) {
      const bytes = someBytes(i < 60 ? i : someLength(random, 30_000), random)
      const stream = plainOldLzwEncode(bytes)
      const answer = guarded('lzwDecode', stream, bytes.length)
      if (answer.status !== bytes.length || !same(answer.bytes, bytes)) expect.fail(`case ${i} of ${bytes.length}: ${answer.status}`)
    }
  })

  it('says truncated, or what it has, wherever a stream is cut', () => {
    const random = randomNumbers(44)
    for (let i = 0; i < 20; i++) {
      const bytes = someBytes(100 + someLength(random, 3000), random)
      const stream = encode(bytes)
      for (let cut = 0; cut < stream.length; cut++) {
        const { status } = guarded('lzwDecode', stream.subarray(0, cut), bytes.length)
        // The end code may be lost without harm.
        if (status !== -1 && !(status === bytes.length && cut >= stream.length - 3)) expect.fail(`${cut} of ${stream.length}: ${status}`)
      }
    }
  })

  it('fills the target and says so when a stream holds more; refuses a small target when encoding', () => {
    const random = randomNumbers(45)
    for (let i = 0; i < 200; i++) {
      const bytes = someBytes(2 + someLength(random, 5000), random)
      const stream = encode(bytes)
      expect(guarded('lzwDecode', stream, Math.floor(random() * bytes.length)).status).toBe(-3)
      expect(guarded('lzwEncode', bytes, Math.floor(random() * stream.length)).status).toBe(-3)
    }
  })

  it('never leaves its buffers on damage and noise', () => {
    const random = randomNumbers(46)
    for (let i = 0; i < cases(4000, 100_000); i++) {
      const stream = i & 1 ? encode(someBytes(someLength(random, 4000), random)) : someBytes(someLength(random, 600), random)
      for (let f = 0; f < 3 && stream.length; f++) stream[Math.floor(random() * stream.length)]! ^= 1 << Math.floor(random() * 8)
      if (i % 4 === 0 && stream.length > 1) stream.set([0x80, stream[1]! & 0x7f])
      if (i % 4 === 2 && stream.length > 1) stream.set([0, stream[1]! | 1])
      guarded('lzwDecode', stream, someLength(random, 9000))
    }
  })
})

describe('PackBits', () => {
  it('decodes the example of the specification', () => {
    const packed = Uint8Array.of(0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xf7, 0xaa)
    const hex = 'aaaaaa80002aaaaaaaaa80002a22aaaaaaaaaaaaaaaaaaaa'
    expect(Buffer.from(guarded('packbitsDecode', packed, 24).bytes).toString('hex')).toBe(hex)
    expect(guarded('packbitsDecode', packed, 23).status).toBe(-3)
    expect(guarded('packbitsDecode', packed, 30).status).toBe(24)
    expect(guarded('packbitsDecode', packed.subarray(0, 14), 24).status).toBe(-1)
    expect(guarded('packbitsDecode', Uint8Array.of(0x80, 0x80, 0, 7), 1).bytes).toEqual(Uint8Array.of(7))
  })

  it('never leaves its buffers on noise', () => {
    const random = randomNumbers(47)
    for (let i = 0; i < cases(3000, 50_000); i++) {
      guarded(
        'packbitsDecode',
        Uint8Array.from({ length: someLength(random, 200) }, () => random() * 256),
        someLength(random, 2000),
      )
    }
  })
})

/** A TIFF of one strip: 8-bit, `width` x `height`. */
function oneStripTiff(width: number, height: number, compression: number, strip: Uint8Array): Uint8Array {
  const tags = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, compression],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, strip.length],
  ] as const
  const directory = 8 + strip.length + (strip.length & 1)
  const out = new Uint8Array(directory + 2 + tags.length * 12 + 4)
  const view = new DataView(out.buffer)
  view.setUint32(0, 0x002a4949, true)
  view.setUint32(4, directory, true)
  out.set(strip, 8)
  view.setUint16(directory, tags.length, true)
  for (const [i, [tag, type, value]] of tags.entries()) {
    const at = directory + 2 + i * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, 1, true)
    view.setUint32(at + 8, value, true)
  }
  return out
}

describeWithPeers('LZW and PackBits against GDAL', ['gdal-python'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'codec-lzw-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const random = randomNumbers(48)
  const images = Array.from({ length: 30 }, (_, i) => {
    const width = 1 + someLength(random, 700)
    const height = 1 + someLength(random, 300)
    return { name: join(folder, String(i)), width, height, bytes: someBytes(width * height, random) }
  })

  it('reads what GDAL wrote', () => {
    for (const { name, bytes } of images) writeFileSync(`${name}.raw`, bytes)
    const script = `
import sys, json, numpy
from osgeo import gdal
gdal.UseExceptions()
for name, width, height in json.loads(sys.argv[1]):
    data = numpy.fromfile(name + '.raw', numpy.uint8).reshape(height, width)
    for kind in ('LZW', 'PACKBITS'):
        path = name + '.tif'
        made = gdal.GetDriverByName('GTiff').Create(path, width, height, 1, gdal.GDT_Byte, ['COMPRESS=' + kind, 'BLOCKYSIZE=%d' % height])
        made.WriteArray(data)
        made = None
        opened = gdal.Open(path)
        band = opened.GetRasterBand(1)
        at, size = (int(band.GetMetadataItem('BLOCK_%s_0_0' % what, 'TIFF')) for what in ('OFFSET', 'SIZE'))
        open(name + '.' + kind, 'wb').write(open(path, 'rb').read()[at:at + size])
`
    execFileSync(python, ['-c', script, JSON.stringify(images.map(({ name, width, height }) => [name, width, height]))])
    for (const { name, bytes } of images) {
      const lzw = readFileSync(`${name}.LZW`)
      expect(same(guarded('lzwDecode', lzw, bytes.length).bytes, bytes)).toBe(true)
      expect(same(guarded('packbitsDecode', readFileSync(`${name}.PACKBITS`), bytes.length).bytes, bytes)).toBe(true)
      // Both encoders are greedy and clear at the same place, unless GDAL clears early because nothing is gained.
      expect(encode(bytes).length).toBeLessThan(lzw.length * 1.1 + 16)
    }
  })

  it('writes what GDAL reads', () => {
    for (const { name, width, height, bytes } of images) writeFileSync(`${name}.tif`, oneStripTiff(width, height, 5, encode(bytes)))
    const script = `
import sys, json
from osgeo import gdal
gdal.UseExceptions()
for name in json.loads(sys.argv[1]):
    open(name + '.raw', 'wb').write(gdal.Open(name + '.tif').ReadAsArray().tobytes())
`
    execFileSync(python, ['-c', script, JSON.stringify(images.map(({ name }) => name))])
    for (const { name, bytes } of images) expect(same(readFileSync(`${name}.raw`), bytes)).toBe(true)
  })
})
