import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { atomicWriteSync, outputError } from '../../src/io/atomic-write.js'

describe('atomicWriteSync', () => {
  const root = mkdtempSync(join(tmpdir(), 'atomic-write-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('writes, replaces and creates directories, and leaves no temporary file', () => {
    const path = join(root, 'a/b/c')
    atomicWriteSync(path, new Uint8Array([1, 2, 3]))
    atomicWriteSync(path, new Uint8Array([4]))
    expect([...readFileSync(path)]).toEqual([4])
    expect(readdirSync(join(root, 'a/b'))).toEqual(['c'])
  })

  it('fails with E_OUTPUT naming the path, and removes the temporary file', () => {
    mkdirSync(join(root, 'taken/inside'), { recursive: true })
    expect(() => atomicWriteSync(join(root, 'taken'), new Uint8Array(1))).toThrow(
      expect.objectContaining({ code: 'E_OUTPUT', message: expect.stringContaining(join(root, 'taken')) }),
    )
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([])
    writeFileSync(join(root, 'file'), '')
    expect(() => atomicWriteSync(join(root, 'file/x'), new Uint8Array(1))).toThrow(expect.objectContaining({ code: 'E_OUTPUT' }))
  })

  it.each([
    ['ENOSPC', /disk is full/],
    ['EACCES', /permission/],
    ['EROFS', /read-only/],
  ])('says what to do on %s', (code, text) => {
    const error = outputError('/data/out.zarr', 'write', Object.assign(new Error('no'), { code }))
    expect(error.message).toMatch(text)
    expect(error.message).toContain('/data/out.zarr')
    expect(error.fields.uri).toBe('/data/out.zarr')
  })
})
