import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { SourceError } from '../../src/base/errors.js'
import { openBytes } from '../../src/io/open-bytes.js'
import { publicUri } from '../../src/io/public-uri.js'

const folder = mkdtempSync(join(tmpdir(), 'rasterloom-io-'))
const path = join(folder, 'a file.bin')
const content = Uint8Array.from({ length: 1500 }, (_, index) => index & 255)
writeFileSync(path, content)
mkdirSync(join(folder, 'directory'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('openBytes', () => {
  it.each([path, pathToFileURL(path).href])('reads %s by position', async (uri) => {
    const bytes = await openBytes(uri)
    expect(bytes.path).toBe(path)
    expect(await bytes.size()).toBe(1500)
    expect(await bytes.changed()).toMatch(/^\d{19}$/)
    expect(await bytes.read(1000, 500)).toEqual(content.slice(1000))
    expect(await bytes.read(1500, 0)).toEqual(new Uint8Array(0))
    await bytes.close()
  })

  it('says where a read passes the end', async () => {
    const bytes = await openBytes(path)
    await expect(bytes.read(1000, 1000)).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: `${path}: bytes 1000..2000 wanted, the file ends at 1500: it is truncated`,
      fields: { uri: path, offset: 1000, length: 1000 },
    })
    await bytes.close()
  })

  it('reads assets by content hash', async () => {
    const bytes = await openBytes('asset:abc', { assets: { get: (hash) => (hash === 'abc' ? content : new Uint8Array(0)) } })
    expect(bytes.path).toBe(null)
    expect(await bytes.read(3, 4)).toEqual(content.subarray(3, 7))
    expect(await bytes.changed()).toMatch(/^[0-9a-f]{64}$/)
    await expect(bytes.read(1499, 2)).rejects.toBeInstanceOf(SourceError)
  })

  it.each([
    [join(folder, 'none.tif'), 'no such file'],
    [join(path, 'below.tif'), 'no such file: a part of its path is not a directory'],
    [join(folder, 'directory'), 'is a directory'],
    ['gs://bucket/a.tif', 'Give the https URL of the object'],
    ['s3://me:secret@bucket/a.tif', 's3://bucket/a.tif: not the uri of an object'],
    ['ftp://host/a.tif', 'known are paths, file:, http:, https: and s3:'],
    ['file://elsewhere/a.tif', 'not the URL of a file on this machine'],
  ])('refuses %s', async (uri, words) => {
    await expect(openBytes(uri)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringContaining(words) as string })
  })

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const secret = join(folder, 'secret.tif')
    writeFileSync(secret, 'x')
    chmodSync(secret, 0)
    await expect(openBytes(secret)).rejects.toMatchObject({ message: `${secret}: no permission to read it` })
  })
})

describe('publicUri', () => {
  it.each([
    ['https://u:p@h.org/a.tif#x', 'https://h.org/a.tif'],
    ['https://h.org/a.tif?X-Amz-Signature=1&X-Amz-Date=2', 'https://h.org/a.tif'],
    ['https://h.org/a.tif?sv=2020&sp=r&sig=%2Fx&skoid=1&v=3', 'https://h.org/a.tif?v=3'],
    ['https://h.org/a.tif?X-Goog-Credential=a&b=1&access_token=zz', 'https://h.org/a.tif?b=1'],
    ['https://h.org/a.tif?Expires=1&Key-Pair-Id=2&Policy=3&Signature=4', 'https://h.org/a.tif'],
    ['https://h.org/a%20b.tif?q=a+b', 'https://h.org/a%20b.tif?q=a+b'],
    ['/data/sig=1?.tif', '/data/sig=1?.tif'],
    ['C:\\data\\a.tif', 'C:\\data\\a.tif'],
  ])('%s is shown as %s', (uri, shown) => {
    expect(publicUri(uri)).toBe(shown)
  })
})
