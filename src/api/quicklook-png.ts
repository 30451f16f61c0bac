import { crc32, deflateSync } from 'node:zlib'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** A PNG of 8-bit RGBA pixels, row by row. Rows are stored as differences to the pixel on their left, which suits pictures. */
export function encodePng(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    piece('IHDR', header),
    piece('IDAT', deflateSync(filtered(width, height, rgba))),
    piece('IEND', Buffer.alloc(0)),
  ])
}

function filtered(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const stride = width * 4
  const rows = new Uint8Array((stride + 1) * height)
  for (let row = 0; row < height; row++) {
    const from = row * stride
    const to = row * (stride + 1)
    rows[to] = 1
    for (let at = 0; at < stride; at++) {
      const left = at < 4 ? 0 : (rgba[from + at - 4] as number)
      rows[to + 1 + at] = (rgba[from + at] as number) - left
    }
  }
  return rows
}

function piece(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
