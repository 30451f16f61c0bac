"""Writes variants of a raster into a directory: python3 sources.py SOURCE DIRECTORY.

one.tif its first band, float.tif that as float32, south.tif with the last row first, rotated.tif on a rotated grid.
"""
import math
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()

source, directory = sys.argv[1:]
raster = gdal.Open(source)
values = raster.GetRasterBand(1).ReadAsArray()
c, a, _, f, _, e = raster.GetGeoTransform()


def write(name, pixels, affine, kind, nodata):
    rows, columns = pixels.shape
    out = gdal.GetDriverByName('GTiff').Create(f'{directory}/{name}', columns, rows, 1, kind, ['TILED=YES', 'COMPRESS=DEFLATE'])
    out.SetGeoTransform(affine)
    out.SetProjection(raster.GetProjection())
    out.GetRasterBand(1).SetNoDataValue(nodata)
    out.GetRasterBand(1).WriteArray(pixels)
    out.FlushCache()


place = (c, a, 0, f, 0, e)
write('one.tif', values, place, gdal.GDT_Byte, 0)
write('float.tif', values.astype('f4'), place, gdal.GDT_Float32, 0)
write('south.tif', np.ascontiguousarray(values[::-1]), (c, a, 0, f + e * values.shape[0], 0, -e), gdal.GDT_Byte, 0)
turn = math.radians(20)
cos, sin = math.cos(turn), math.sin(turn)
write('rotated.tif', values, (c, a * cos, -e * sin, f, a * sin, e * cos), gdal.GDT_Byte, 0)
