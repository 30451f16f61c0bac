import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { open } from '../../src/index.js'
import { codecKernels } from '../../src/kernels/codec.js'
import { scratchDirectory } from '../cli/command.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'

/** Makes files of samples of many widths, and says what pixels GDAL reads from them. */
const make = `
import hashlib, json, os, sys
import numpy as np
from osgeo import gdal
gdal.UseExceptions()
gdal.PushErrorHandler('CPLQuietErrorHandler')
out = []
rng = np.random.default_rng(7)
def add(name, dtype, bits, bands, options):
    path = os.path.join(sys.argv[1], name + '.tif')
    kinds = {'uint8': gdal.GDT_Byte, 'uint16': gdal.GDT_UInt16, 'uint32': gdal.GDT_UInt32, 'float32': gdal.GDT_Float32}
    ds = gdal.GetDriverByName('GTiff').Create(path, 53, 41, bands, kinds[dtype], options + ['NBITS=%d' % bits])
    for band in range(bands):
        if dtype == 'float32':
            values = (rng.standard_normal((41, 53)) * 10.0 ** rng.integers(-9, 4, (41, 53))).astype(np.float32)
            values[3, :4] = [np.nan, np.inf, -np.inf, -0.0]
        else:
            values = rng.integers(0, 2 ** bits, (41, 53)).astype(dtype)
        ds.GetRasterBand(band + 1).WriteArray(values)
    ds = None
    pixels = gdal.Open(path).ReadAsArray().reshape(bands, 41, 53)
    if dtype == 'float32': pixels = np.where(np.isnan(pixels), np.float32(np.nan), pixels)
    out.append(dict(path=path, dtype=str(pixels.dtype), hash=hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()))
kinds = [('uint8', b) for b in range(1, 8)] + [('uint16', b) for b in range(9, 16)] + [('uint32', b) for b in (17, 20, 23, 25, 31)]
layouts = [[], ['TILED=YES', 'BLOCKXSIZE=32', 'BLOCKYSIZE=16'], ['INTERLEAVE=BAND'], ['ENDIANNESS=BIG', 'BLOCKYSIZE=7']]
codecs = ['NONE', 'DEFLATE', 'LZW', 'PACKBITS']
for at, (dtype, bits) in enumerate(kinds):
    for k, layout in enumerate(layouts):
        add('%s-%d-%d' % (dtype, bits, k), dtype, bits, 1 if k == 0 else 3, layout + ['COMPRESS=' + codecs[(at + k) % 4]])
for k, options in enumerate([[], ['COMPRESS=DEFLATE', 'PREDICTOR=3'], ['COMPRESS=LZW', 'PREDICTOR=2', 'TILED=YES'], ['ENDIANNESS=BIG'], ['ENDIANNESS=BIG', 'COMPRESS=LZW', 'PREDICTOR=3']]):
    add('half-%d' % k, 'float32', 16, 2, options)
print(json.dumps(out))
`

interface Made {
  readonly path: string
  readonly dtype: string
  readonly hash: string
}

describeWithPeers('samples that are no whole bytes', ['gdal-python'], () => {
  const directory = scratchDirectory()

  it('of 1 to 31 bits, and halves, are read as GDAL reads them', async () => {
    const made = JSON.parse(execFileSync(python, ['-c', make, directory], { encoding: 'utf8' })) as Made[]
    expect(made.length).toBe(81)
    const unlike: string[] = []
    for (const { path, dtype, hash } of made) {
      const array = await open(path)
      expect(array.dtype, path).toBe(dtype)
      const data = (await array.compute({ workers: 0 })).filled(dtype === 'float32' ? Number.NaN : 0)
      const bytes = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength)
      if (createHash('sha256').update(bytes).digest('hex') !== hash) unlike.push(path)
    }
    expect(unlike).toEqual([])
  })

  it('one bit is black and white', async () => {
    const { attrs, bands } = await open(`${directory}/uint8-1-0.tif`)
    expect(attrs.color_table).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ])
    expect(bands[0]?.color).toBe('palette')
  })
})

describe('kernels that unpack samples', () => {
  const kit = testKit(4)
  const kernels = codecKernels(kit.kernels)

  it('any width, against bit by bit', () => {
    for (let bits = 1; bits < 32; bits++) {
      kit.reset()
      const [count, rows] = [37, 3]
      const rowBytes = Math.ceil((count * bits) / 8)
      const sampleBytes = bits <= 8 ? 1 : bits <= 16 ? 2 : 4
      const source = new Uint8Array(kit.memory.buffer, kit.scratch(rowBytes * rows), rowBytes * rows)
      source.forEach((_, at) => void (source[at] = (at * 73 + bits * 19 + (at >> 3)) & 255))
      const target = kit.scratch(count * rows * sampleBytes)
      kernels.unpackBits(source.byteOffset, rowBytes, target, count, rows, bits, sampleBytes)
      const view = new DataView(kit.memory.buffer, target)
      for (let at = 0; at < count * rows; at++) {
        const row = Math.floor(at / count)
        let expected = 0
        for (let bit = 0; bit < bits; bit++) {
          const position = (at % count) * bits + bit
          expected = expected * 2 + (((source[row * rowBytes + (position >> 3)] as number) >> (7 - (position & 7))) & 1)
        }
        const found =
          sampleBytes === 1 ? view.getUint8(at) : sampleBytes === 2 ? view.getUint16(2 * at, true) : view.getUint32(4 * at, true)
        expect(found, `${bits} bits, sample ${at}`).toBe(expected)
      }
    }
  })

  it('all halves', () => {
    kit.reset()
    const source = new Uint16Array(kit.memory.buffer, kit.scratch(131072), 65536).map((_, at) => at)
    const at = kit.scratch(131072)
    new Uint16Array(kit.memory.buffer, at, 65536).set(source)
    const target = kit.scratch(262144)
    kernels.widenHalves(at, target, 65536)
    const found = new Float32Array(kit.memory.buffer, target, 65536)
    source.forEach((half, index) => {
      const [exponent, fraction] = [(half >> 10) & 31, half & 1023]
      const size =
        exponent === 31
          ? fraction === 0
            ? Number.POSITIVE_INFINITY
            : Number.NaN
          : exponent === 0
            ? fraction * 2 ** -24
            : (1 + fraction / 1024) * 2 ** (exponent - 15)
      expect(found[index]).toBe(half & 0x8000 ? -size : size)
    })
  })
})
