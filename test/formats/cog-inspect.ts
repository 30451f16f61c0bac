import { createHash } from 'node:crypto'
import { runPython } from './cog-driver.js'

/** What GDAL and rasterio say of a file. */
export interface Inspected {
  readonly valid: boolean
  readonly errors: readonly string[]
  /** Of each level: size, SHA-256 of the pixels and of the mask of band 1 (0 or 255), all bands in planes. */
  readonly levels: readonly {
    readonly width: number
    readonly height: number
    readonly pixels: string
    readonly mask: string
    readonly checksum: number
  }[]
  readonly dtype: string
  readonly bands: number
  readonly nodata: string
  readonly block: readonly number[]
  readonly maskFlags: readonly string[]
  readonly transform: readonly number[]
  readonly epsg: number | null
  readonly descriptions: readonly (string | null)[]
  readonly scales: readonly number[]
  readonly offsets: readonly number[]
  readonly units: readonly (string | null)[]
  readonly tags: Readonly<Record<string, string>>
  readonly structure: Readonly<Record<string, string>>
  readonly colorinterp: readonly string[]
  readonly palette: readonly (readonly number[])[] | null
}

const program = `
import sys, json, hashlib, warnings
warnings.filterwarnings('ignore')
from osgeo import gdal
import rasterio, numpy as np
from osgeo_utils.samples import validate_cloud_optimized_geotiff as v
gdal.UseExceptions()
def level(path, k):
    ds = gdal.OpenEx(path, open_options=[] if k is None else ['OVERVIEW_LEVEL=%d' % k])
    a = ds.ReadAsArray()
    m = ds.GetRasterBand(1).GetMaskBand().ReadAsArray()
    return dict(width=ds.RasterXSize, height=ds.RasterYSize, pixels=hashlib.sha256(np.ascontiguousarray(a).tobytes()).hexdigest(),
                mask=hashlib.sha256(m.tobytes()).hexdigest(), checksum=ds.GetRasterBand(1).Checksum())
def one(path):
    w, errors, d = v.validate(path, full_check=True)
    ds = gdal.Open(path)
    n = ds.GetRasterBand(1).GetOverviewCount()
    r = rasterio.open(path)
    table = ds.GetRasterBand(1).GetColorTable()
    return dict(valid=len(errors) == 0 and len(w) == 0, errors=errors + w, levels=[level(path, None if k < 0 else k) for k in range(-1, n)],
        dtype=gdal.GetDataTypeName(ds.GetRasterBand(1).DataType), bands=ds.RasterCount, nodata=str(ds.GetRasterBand(1).GetNoDataValue()),
        block=ds.GetRasterBand(1).GetBlockSize(), maskFlags=[f.name for f in r.mask_flag_enums[0]], transform=list(r.transform)[:6],
        epsg=r.crs.to_epsg() if r.crs else None, descriptions=r.descriptions, scales=r.scales, offsets=r.offsets, units=r.units, tags=r.tags(),
        structure=ds.GetMetadata('IMAGE_STRUCTURE'), colorinterp=[c.name for c in r.colorinterp],
        palette=[table.GetColorEntry(i) for i in range(table.GetCount())] if table else None)
print(json.dumps([one(p) for p in sys.argv[1:]]))
`

/** Has GDAL and rasterio look at files, with all checks of GDAL's COG validator. */
export function inspect(...paths: string[]): Inspected[] {
  return runPython<Inspected[]>(program, ...paths)
}

/** SHA-256 of bytes in hex. */
export function sha256(bytes: ArrayBufferView): string {
  return createHash('sha256')
    .update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    .digest('hex')
}
