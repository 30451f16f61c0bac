import { crc32, inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { type Canvas, makeCanvas } from '../../src/picture/canvas.js'
import { encodeApng, encodePng } from '../../src/picture/png.js'

/** Pixels of a seeded generator, of which so many colours are different. */
function picture(width: number, height: number, colors: number, opaque = true): Canvas {
  const canvas = makeCanvas(width, height)
  let state = 7
  for (let at = 0; at < width * height; at++) {
    state = (state * 1664525 + 1013904223) >>> 0
    const color = (state >>> 8) % colors
    canvas.rgba.set([color & 255, (color * 7) & 255, (color >> 4) & 255, opaque ? 255 : (color * 3) & 255], at * 4)
  }
  return canvas
}

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png)
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const body = bytes.subarray(at + 4, at + 8 + length)
    expect(crc32(body)).toBe(bytes.readUInt32BE(at + 8 + length))
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) })
    at += 12 + length
  }
  return chunks
}

describe('PNG', () => {
  it.each([
    ['two colours', picture(13, 7, 2), 3],
    ['256 colours', picture(64, 64, 256), 3],
    ['transparent ones in a palette', picture(31, 5, 90, false), 3],
    ['more colours', picture(64, 33, 5000), 2],
    ['more colours, transparent', picture(33, 64, 5000, false), 6],
    ['one pixel', picture(1, 1, 1), 3],
  ])('%s come back from pngjs', (_, canvas, kind) => {
    const png = encodePng(canvas)
    expect(chunksOf(png)[0]?.data[9]).toBe(kind)
    const { width, height, data } = PNG.sync.read(Buffer.from(png))
    expect([width, height]).toEqual([canvas.width, canvas.height])
    expect(Buffer.from(data).equals(Buffer.from(canvas.rgba))).toBe(true)
  })

  it('a palette is much smaller than colours', () => {
    const few = encodePng(picture(200, 200, 200))
    expect(few.length).toBeLessThan(45_000)
  })
})

describe('animated PNG', () => {
  const frames = [picture(20, 10, 3), picture(20, 10, 50), picture(20, 10, 9)]
  const png = encodeApng(frames, 250)
  const chunks = chunksOf(png)

  it('has the chunks of the specification, numbered in order', () => {
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'fcTL', 'fdAT', 'IEND'])
    expect(chunks[2]?.data.readUInt32BE(0)).toBe(3)
    expect(chunks[2]?.data.readUInt32BE(4)).toBe(0)
    const numbered = chunks.filter(({ type }) => type === 'fcTL' || type === 'fdAT')
    expect(numbered.map(({ data }) => data.readUInt32BE(0))).toEqual([0, 1, 2, 3, 4])
    const { data } = chunks[3] as Chunk
    expect([data.length, data.readUInt32BE(4), data.readUInt32BE(8), data.readUInt16BE(20), data.readUInt16BE(22)]).toEqual([
      26, 20, 10, 250, 1000,
    ])
  })

  it('holds every picture, the first one for all programs', () => {
    const { data } = PNG.sync.read(Buffer.from(png))
    expect(Buffer.from(data).equals(Buffer.from(frames[0]?.rgba as Uint8Array))).toBe(true)
    const palette = chunks[1]?.data as Buffer
    const later = chunks.filter(({ type }) => type === 'fdAT').map(({ data: bytes }) => inflateSync(bytes.subarray(4)))
    later.forEach((rows, at) => {
      const { rgba } = frames[at + 1] as Canvas
      for (let pixel = 0; pixel < 200; pixel++) {
        const index = rows[Math.floor(pixel / 20) * 21 + 1 + (pixel % 20)] as number
        expect([...palette.subarray(index * 3, index * 3 + 3)]).toEqual([...rgba.subarray(pixel * 4, pixel * 4 + 3)])
      }
    })
  })
})
