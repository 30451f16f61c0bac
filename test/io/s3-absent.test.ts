import { expect, it, vi } from 'vitest'
import { openBytes } from '../../src/io/open-bytes.js'
import { S3Output } from '../../src/io/s3-output.js'

vi.mock('@aws-sdk/client-s3', () => {
  throw new Error('Cannot find package')
})

it('names the package that s3:// needs where it is not installed', async () => {
  const words = 'the package @aws-sdk/client-s3, which is not installed: npm install @aws-sdk/client-s3'
  await expect(openBytes('s3://bucket/a.tif')).rejects.toMatchObject({
    code: 'E_SOURCE',
    message: `s3://bucket/a.tif: reading s3:// needs ${words}`,
  })
  const note = { read: () => null, write: () => {}, clear: () => {} }
  await expect(S3Output.open('s3://bucket/a.tif', { s3: { region: 'x' }, ifNoneMatch: false, note })).rejects.toMatchObject({
    code: 'E_OUTPUT',
    message: `s3://bucket/a.tif: writing to s3:// needs ${words}`,
  })
})
