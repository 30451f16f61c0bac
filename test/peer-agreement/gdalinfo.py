"""Prints what GDAL says of rasters: paths as lines on stdin, a JSON list of `gdalinfo -json` (null for what does not open) on stdout."""
import json
import sys

from osgeo import gdal

gdal.PushErrorHandler('CPLQuietErrorHandler')


def info(path):
    try:
        return gdal.Info(path, format='json')
    except Exception:
        return None


print(json.dumps([info(line.strip()) for line in sys.stdin]))
