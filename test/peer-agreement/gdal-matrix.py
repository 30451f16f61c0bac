"""Warps rasters in memory with GDAL. Reads {"folder": path, "cases": [...]} as JSON from stdin; prints GDAL's version.

The pixels of case k lie in folder/k.source as they are in memory; those of the warp are written to folder/k.output. A case is {"dtype", "nodata",
"outputNodata", "source": grid, "output": grid, "resampling", "scale": [x, y] or null}, a grid {"width", "height", "transform", "crs"}.
"""
import json
import math
import sys

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
# GDAL 3.6 has no int8.
types = {'uint8': gdal.GDT_Byte, 'int8': gdal.GDT_Int16, 'uint16': gdal.GDT_UInt16, 'int16': gdal.GDT_Int16, 'uint32': gdal.GDT_UInt32,
         'int32': gdal.GDT_Int32, 'uint64': gdal.GDT_UInt64, 'int64': gdal.GDT_Int64, 'float32': gdal.GDT_Float32, 'float64': gdal.GDT_Float64}


def raster(grid, dtype, nodata):
    made = gdal.GetDriverByName('MEM').Create('', grid['width'], grid['height'], 1, types[dtype])
    made.SetGeoTransform(grid['transform'])
    crs = osr.SpatialReference()
    crs.SetFromUserInput(grid['crs'])
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    made.SetSpatialRef(crs)
    if nodata is not None:
        made.GetRasterBand(1).SetNoDataValue(nodata)
    return made


def warp(folder, index, case):
    dtype, grid = case['dtype'], case['source']
    pixels = np.fromfile(f'{folder}/{index}.source', dtype).reshape(grid['height'], grid['width'])
    source = raster(grid, dtype, case['nodata'])
    source.GetRasterBand(1).WriteArray(pixels.astype('int16') if dtype == 'int8' else pixels)
    output = raster(case['output'], dtype, case['outputNodata'])
    options = ['INIT_DEST=NO_DATA']
    if case['scale'] is not None:
        x, y = case['scale']
        options += [f'XSCALE={x!r}', f'YSCALE={y!r}', f'SOURCE_EXTRA={math.ceil(8 / min(x, y, 1))}']
    gdal.Warp(output, source, resampleAlg=case['resampling'], errorThreshold=0, dstNodata=case['outputNodata'], warpOptions=options)
    made = output.GetRasterBand(1).ReadAsArray()
    if dtype == 'int8':
        # A result beyond the type's limits is clamped, and then moved off nodata.
        made = np.where(made == case['outputNodata'], made, np.clip(made, -127, 127))
    made.astype(dtype).tofile(f'{folder}/{index}.output')


job = json.load(sys.stdin)
for index, case in enumerate(job['cases']):
    warp(job['folder'], index, case)
print(gdal.VersionInfo('RELEASE_NAME'))
