import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Dtype, type TypedArray, viewOf } from '../../src/base/dtype.js'
import { python } from '../peers.js'

/** A variable as the netCDF library reads it: stored numbers, and which of them it masks. */
export interface PeerVariable {
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly dtype: Dtype
  readonly data: string
  readonly mask: string
}

/** A variable as GDAL reads it, north up. */
export interface PeerRaster {
  readonly width: number
  readonly height: number
  readonly bands: number
  readonly dtype: string | null
  readonly signed: boolean
  readonly data: string | null
  readonly nodata: number | string | null
  readonly scale: number
  readonly offset: number
  readonly unit: string
  readonly transform: readonly [number, number, number, number, number, number] | null
  readonly wkt: string | null
}

/** What others read of a file. */
export interface PeerFile {
  readonly file: string
  readonly variables: Readonly<Record<string, PeerVariable>> | null
  readonly gdal: Readonly<Record<string, PeerRaster>>
}

/** Reads files by the netCDF library and by GDAL. */
export function readByPeers(files: readonly string[]): PeerFile[] {
  const script = fileURLToPath(new URL('netcdf-dump.py', import.meta.url))
  const text = execFileSync(python, [script, ...files], { maxBuffer: 2 ** 29, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PeerFile)
}

/** Pixels of a peer. */
export function pixelsOf(base64: string, dtype: Dtype): TypedArray {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  const size = Number(/\d+$/.exec(dtype)?.[0]) / 8
  return viewOf(dtype, bytes.buffer, 0, Math.floor(bytes.length / size))
}
