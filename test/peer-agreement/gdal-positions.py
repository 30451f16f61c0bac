"""Maps pixels between grids with GDAL's exact transformer. Reads {"folder": path, "cases": [...]} as JSON from stdin.

A case is {"source": grid, "output": grid}, a grid {"width", "height", "transform", "crs"}. Written, x and y by turns as float64, NaN without image:
folder/k.centres and folder/k.corners (of output pixels, in the source), folder/k.forward (corners of source pixels, in the output).
"""
import json
import sys

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()


def raster(grid):
    made = gdal.GetDriverByName('MEM').Create('', grid['width'], grid['height'], 1)
    made.SetGeoTransform(grid['transform'])
    crs = osr.SpatialReference()
    crs.SetFromUserInput(grid['crs'])
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    made.SetSpatialRef(crs)
    return made


def positions(transformer, backward, width, height, shift):
    ys, xs = np.mgrid[:height, :width] + shift
    points, valid = transformer.TransformPoints(backward, list(zip(xs.ravel().tolist(), ys.ravel().tolist())))
    found = np.array(points)[:, :2]
    found[~np.array(valid, bool)] = np.nan
    return found


job = json.load(sys.stdin)
for index, case in enumerate(job['cases']):
    source, output = case['source'], case['output']
    transformer = gdal.Transformer(raster(source), raster(output), [])
    width, height = output['width'], output['height']
    positions(transformer, 1, width, height, 0.5).tofile(f"{job['folder']}/{index}.centres")
    positions(transformer, 1, width + 1, height + 1, 0.0).tofile(f"{job['folder']}/{index}.corners")
    positions(transformer, 0, source['width'] + 1, source['height'] + 1, 0.0).tofile(f"{job['folder']}/{index}.forward")
