import { describe, expect, it } from 'vitest'
import { openMemory } from '../../src/io/memory.js'
import { readAhead } from '../../src/io/read-ahead.js'
import { recordingOpener } from '../read-window.js'

const content = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 13 + (index >> 8)) & 255)

async function open() {
  const { open, reads } = recordingOpener(async (uri) => openMemory(uri, content))
  return { ahead: readAhead(await open('a.tif'), 4096), reads }
}

describe('readAhead', () => {
  it('makes one read of many small ones near each other', async () => {
    const { ahead, reads } = await open()
    for (let at = 0; at < 4000; at += 100) expect(await ahead.read(at, 96)).toEqual(content.slice(at, at + 96))
    expect(reads).toEqual([{ uri: 'a.tif', offset: 0, length: 4096 }])
  })

  it('fetches only the pages that are missing', async () => {
    const { ahead, reads } = await open()
    await ahead.read(5000, 10)
    expect(await ahead.read(100, 12_000)).toEqual(content.slice(100, 12_100))
    expect(reads.map(({ offset, length }) => [offset, length])).toEqual([
      [4096, 4096],
      [0, 12_288],
    ])
  })

  it('answers every range as the source does, the last page included', async () => {
    const { ahead } = await open()
    for (let at = 0; at < 100_000; at += 7777) {
      const length = Math.min(100_000 - at, (at % 9000) + 1)
      expect(await ahead.read(at, length)).toEqual(content.slice(at, at + length))
    }
    expect(await ahead.read(99_999, 1)).toEqual(content.slice(99_999))
    await expect(ahead.read(99_999, 2)).rejects.toMatchObject({ code: 'E_SOURCE', fields: { uri: 'a.tif', offset: 99_999, length: 2 } })
  })
})
