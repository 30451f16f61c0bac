import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dtype, type TypedArray, viewOf } from '../../src/base/dtype.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { python } from '../peers.js'

/** A raster as rasterio reads it: all bands, and its grid. */
export interface Raster {
  readonly data: TypedArray
  readonly dtype: Dtype
  readonly shape: readonly [bands: number, height: number, width: number]
  readonly geobox: GeoBox
  readonly nodata: number | null
}

const script = `
import json, sys
import rasterio, pyproj
folder, paths = sys.argv[1], sys.argv[2:]
heads = []
for k, path in enumerate(paths):
    with rasterio.open(path) as src:
        a = src.read()
        a.tofile(f"{folder}/{k}.bin")
        t = src.transform
        crs = pyproj.CRS.from_wkt(src.crs.to_wkt()) if src.crs else None
        nodata = src.nodata
        heads.append(dict(shape=a.shape, dtype=str(a.dtype), affine=[t.a, t.b, t.c, t.d, t.e, t.f],
            proj=crs.to_proj4() if crs else None, epsg=crs.to_epsg() if crs else None, geographic=bool(crs and crs.is_geographic),
            nodata=None if nodata is None else str(nodata)))
print(json.dumps(heads))
`

interface Head {
  readonly shape: [number, number, number]
  readonly dtype: Dtype
  readonly affine: [number, number, number, number, number, number]
  readonly proj: string | null
  readonly epsg: number | null
  readonly geographic: boolean
  readonly nodata: string | null
}

/** Reads rasters with rasterio, in one process. */
export function readRasters(paths: readonly string[]): Raster[] {
  const folder = mkdtempSync(join(tmpdir(), 'rasters-'))
  try {
    const heads = JSON.parse(execFileSync(python, ['-W', 'ignore', '-c', script, folder, ...paths], { encoding: 'utf8' })) as Head[]
    return heads.map((head, k) => {
      const bytes = readFileSync(join(folder, `${k}.bin`))
      const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
      const [bands, height, width] = head.shape
      const data = viewOf(head.dtype, copy, 0, bands * height * width)
      const nodata = head.nodata === null ? null : Number(head.nodata)
      return { data, dtype: head.dtype, shape: head.shape, geobox: geoboxOf(head), nodata }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function geoboxOf({ shape: [, height, width], affine, proj, epsg, geographic }: Head): GeoBox {
  const [a, b, c, d, e, f] = affine
  const kind = geographic ? 'geographic' : 'projected'
  const crs = proj === null ? null : ({ epsg, name: proj, proj, kind, metresPerUnit: geographic ? 0 : 1, wkt: null } as const)
  return { width, height, affine: { a, b, c, d, e, f }, crs }
}
