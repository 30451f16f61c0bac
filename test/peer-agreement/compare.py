"""Compares the pixels of pairs of rasters. Reads a list of jobs as JSON from stdin, prints a list of results.

A job is {"ours": path, "theirs": path, "nodata": value of theirs that is invalid, beside what their mask says}. Validity is what GDAL's mask bands say. A pixel is "near the edge of validity"
where a neighbour (8 of them) is invalid in either raster, or where it touches the raster's own edge.
"""
import json
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()


def read(path, nodata):
    raster = gdal.Open(path)
    bands = [raster.GetRasterBand(index + 1) for index in range(raster.RasterCount)]
    bands = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    values = np.stack([band.ReadAsArray() for band in bands])
    masks = np.stack([band.GetMaskBand().ReadAsArray() for band in bands]) != 0
    if nodata is not None:
        masks &= values != nodata
    if values.dtype.kind == 'f':
        masks &= ~np.isnan(values)
    return raster, values, masks


def grown(mask):
    padded = np.pad(mask, ((0, 0), (1, 1), (1, 1)), constant_values=False)
    out = np.zeros_like(mask)
    for dy in range(3):
        for dx in range(3):
            out |= padded[:, dy:dy + mask.shape[1], dx:dx + mask.shape[2]]
    return out


def compare(job):
    a, ours, our_mask = read(job['ours'], None)
    b, theirs, their_mask = read(job['theirs'], job.get('nodata'))
    result = {
        'size': [a.RasterXSize, a.RasterYSize],
        'theirSize': [b.RasterXSize, b.RasterYSize],
        'affine': list(a.GetGeoTransform()),
        'theirAffine': list(b.GetGeoTransform()),
        'ulps': 0.0,
        'sameCrs': bool(a.GetSpatialRef() and b.GetSpatialRef() and a.GetSpatialRef().IsSame(b.GetSpatialRef())),
        'dtype': [str(ours.dtype), str(theirs.dtype)],
    }
    if ours.shape != theirs.shape:
        return result
    both = our_mask & their_mask
    edge = grown(~our_mask | ~their_mask)
    difference = np.abs(ours.astype('f8') - theirs.astype('f8'))[both]
    inside = np.abs(ours.astype('f8') - theirs.astype('f8'))[both & ~edge]
    spacing = np.spacing(np.maximum(np.abs(ours), np.abs(theirs)).astype('f4')).astype('f8')[both]
    unlike = our_mask != their_mask
    result.update(
        pixels=int(ours.size),
        valid=int(both.sum()),
        maxDifference=float(difference.max()) if difference.size else 0.0,
        ulps=float((difference / np.maximum(spacing, 1e-45)).max()) if difference.size else 0.0,
        equal=float((difference == 0).mean()) if difference.size else 1.0,
        insideMaxDifference=float(inside.max()) if inside.size else 0.0,
        insideEqual=float((inside == 0).mean()) if inside.size else 1.0,
        onlyOurs=int((our_mask & ~their_mask).sum()),
        onlyTheirs=int((~our_mask & their_mask).sum()),
        unlikeAwayFromEdge=int((unlike & ~(grown(~their_mask) & grown(their_mask))).sum()),
    )
    return result


print(json.dumps([compare(job) for job in json.load(sys.stdin)]))
