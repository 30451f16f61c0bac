"""Warps the cases of docs/images/earth with GDAL and compares: JSON in, JSON out."""
import json
import sys
from os.path import join

import numpy as np
import pyproj
from osgeo import gdal, osr

gdal.UseExceptions()
gdal.PushErrorHandler('CPLQuietErrorHandler')
job = json.load(sys.stdin)
folder = job['folder']


def dataset(grid, pixels=None, gcps=None):
    made = gdal.GetDriverByName('MEM').Create('', grid['width'], grid['height'], 3, gdal.GDT_Byte)
    srs = osr.SpatialReference()
    srs.SetFromUserInput(grid['crs'])
    if gcps is None:
        a, b, c, d, e, f = grid['affine']
        made.SetGeoTransform([c, a, b, f, d, e])
        made.SetProjection(srs.ExportToWkt())
    else:
        made.SetGCPs([gdal.GCP(p['x'], p['y'], 0, p['column'], p['row']) for p in gcps], srs.ExportToWkt())
    if pixels is not None:
        for k in range(3):
            made.GetRasterBand(k + 1).WriteArray(pixels[k])
    return made


def truth(grid):
    """Red and green of the picture at the pixel centres; NaN off the earth."""
    a, b, c, d, e, f = grid['affine']
    rows, columns = np.mgrid[0 : grid['height'], 0 : grid['width']] + 0.5
    to_degrees = pyproj.Transformer.from_crs(grid['crs'], 'EPSG:4326', always_xy=True)
    lon, lat = (np.radians(np.where(np.isfinite(v), v, np.nan)) for v in to_degrees.transform(c + a * columns + b * rows, f + d * columns + e * rows))
    x, y, z = np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)
    return np.stack([
        127.5 + 110 * np.sin(3 * x + 1) * np.cos(2.5 * y - z),
        127.5 + 110 * np.sin(2.5 * z + x * y) * np.cos(2 * x - 0.5),
    ])


def read(name, grid):
    return np.fromfile(join(folder, name), 'u1').reshape(3, grid['height'], grid['width'])


found = {}
for case in job['jobs']:
    source, target = case['from'], case['to']
    gcps = case['gcps']
    pixels = read(case['source'] + '.bin', source)
    expected = truth(target)
    for kernel in ('near', 'bilinear') if case['bilinear'] else ('near',):
        ours = read(f"{case['id']}.{kernel}", target)
        onto = dataset(target)
        options = ['-et', '0', '-r', kernel, '-srcnodata', '0', '-dstnodata', '0', '-ovr', 'NONE']
        options += ['-wo', 'SAMPLE_GRID=YES', '-wo', 'SOURCE_EXTRA=200', '-wo', 'INIT_DEST=0', '-wo', 'XSCALE=1', '-wo', 'YSCALE=1']
        if gcps is not None:
            options += ['-tps'] if gcps['fit'] == 'tps' else ['-order', str(gcps['fit'])]
        gdal.Warp(onto, dataset(source, pixels, None if gcps is None else gcps['points']), options=options)
        theirs = onto.ReadAsArray()
        have, has = ours[0] > 0, theirs[0] > 0
        apart = np.abs(ours.astype(int) - theirs).max(0) > 1
        error = np.abs(ours[:2] - expected).max(0)[have]
        found[f"{case['id']} {kernel}"] = {
            'valid': int(have.sum()),
            'onlyOurs': int((have & ~has).sum()),
            'onlyTheirs': int((has & ~have).sum()),
            'differing': int((apart & have & has).sum()),
            'error': float(np.nanmax(error)) if error.size else 0.0,
            'offEarth': int(np.isnan(error).sum()),
        }
json.dump(found, sys.stdout)
