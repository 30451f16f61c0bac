"""What zarr-python, xarray + rioxarray and GDAL see in stores of version 2: for each variable of a list a line of JSON, and its pixels as they are stored."""
import hashlib
import json
import sys
import warnings

import numpy as np
import rioxarray  # noqa: F401
import xarray as xr
import zarr
from osgeo import gdal

warnings.simplefilter("ignore")
gdal.UseExceptions()


def digest(a):
    return hashlib.sha256(np.ascontiguousarray(a).tobytes()).hexdigest()


def labels(array):
    values = array.values
    if values.dtype.kind in "mM":
        return None
    return [float(v) for v in values] if values.dtype.kind in "iufb" else [str(v) for v in values]


for root, group, name, crop in json.load(sys.stdin):
    path = f"{root}/{group}" if group else root
    array = zarr.open_group(path, mode="r")[name]
    part = tuple(slice(0, c) for c in crop)
    stored = array[part]
    little = stored.astype(stored.dtype.newbyteorder("<"))
    seen = {"shape": list(array.shape), "dtype": array.dtype.newbyteorder("=").name, "pixels": digest(little)}
    try:
        raw = xr.open_zarr(path, consolidated=None, decode_times=False, mask_and_scale=False)
        data = xr.open_zarr(path, consolidated=None, decode_times=False)[name]
        own = data[part]
        seen["valid"] = digest(np.ones(own.shape, "u1") if own.dtype.kind != "f" else (~np.isnan(own.values)).astype("u1"))
        seen["labels"] = {d: labels(raw[d]) for d in data.dims if d in raw.coords}
        seen["dims"] = list(data.dims)
        seen["crs"] = None if data.rio.crs is None else data.rio.crs.to_epsg()
        spatial = {"lat": "y", "lon": "x"}
        if {"y", "x"} <= {spatial.get(d, d) for d in data.dims}:
            placed = data.rename({d: spatial[d] for d in data.dims if d in spatial})
            seen["transform"] = [float(v) for v in placed.rio.transform()][:6]
    except Exception as error:  # Stores that are none of xarray's: without names of dims.
        seen["xarray"] = str(error)[:80]
    try:
        gdal_array = gdal.OpenEx(root, gdal.OF_MULTIDIM_RASTER).GetRootGroup()
        for step in filter(None, (group or "").split("/")):
            gdal_array = gdal_array.OpenGroup(step)
        gdal_array = gdal_array.OpenMDArray(name)
        found = gdal_array.ReadAsArray([0] * len(crop), list(crop))
        seen["gdal"] = digest(found.astype(little.dtype))
    except Exception as error:
        seen["gdal"] = None
        seen["gdal_error"] = str(error)[:120]
    print(json.dumps(seen))
