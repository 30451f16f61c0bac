"""Reads a Zarr v2 store with zarr-python, xarray + rioxarray and GDAL, and prints what they see as one line of JSON."""
import hashlib
import json
import sys

import numpy as np

store, name, wants = sys.argv[1], sys.argv[2], sys.argv[3].split(',')
seen = {}


def digest(a):
    return hashlib.sha256(np.ascontiguousarray(a).tobytes()).hexdigest()


if 'zarr' in wants:
    import zarr

    group = zarr.open_consolidated(store, mode='r')
    array = group[name]
    seen['zarr'] = {
        'shape': list(array.shape),
        'dtype': array.dtype.str,
        'chunks': list(array.chunks),
        'fill': repr(array.fill_value),
        'digest': digest(array[:]),
        'tree': sorted(group.array_keys()),
        'dims': array.attrs['_ARRAY_DIMENSIONS'],
    }

if 'rioxarray' in wants:
    import rioxarray  # noqa: F401
    import xarray as xr

    raw = xr.open_zarr(store, mask_and_scale=False)
    data = xr.open_zarr(store)
    array = data[name]
    seen['xarray'] = {
        'dims': list(array.dims),
        'coords': sorted(array.coords),
        'variables': sorted(data.data_vars),
        'digest': digest(raw[name].values),
        'valid': int(array.count()),
        'sum': float(array.sum(dtype='float64')),
        'crs': array.rio.crs.to_epsg() if array.rio.crs is not None else None,
        'transform': [float(v) for v in array.rio.transform()][:6],
        'labels': {k: [str(v) for v in array[k].values] for k in array.dims if k not in ('x', 'y') and k in array.coords},
    }

if 'gdal' in wants:
    from osgeo import gdal, osr

    gdal.UseExceptions()
    # The first of what lies along further dims: GDAL 3.6 opens two of them.
    further = ':0' * (gdal.OpenEx(store, gdal.OF_MULTIDIM_RASTER).GetRootGroup().OpenMDArray(name).GetDimensionCount() - 2)
    ds = gdal.Open(f'ZARR:"{store}":/{name}{further}')
    srs = ds.GetSpatialRef()
    bands = [ds.GetRasterBand(b + 1) for b in range(ds.RasterCount)]
    pixels = np.stack([b.ReadAsArray() for b in bands])
    seen['gdal'] = {
        'size': [ds.RasterXSize, ds.RasterYSize, ds.RasterCount],
        'type': gdal.GetDataTypeName(bands[0].DataType),
        'transform': list(ds.GetGeoTransform()),
        'crs': srs.GetAuthorityCode(None) if srs is not None else None,
        'wkt': srs.ExportToWkt() if srs is not None else None,
        'nodata': repr(bands[0].GetNoDataValue()),
        'scale': bands[0].GetScale(),
        'offset': bands[0].GetOffset(),
        'digest': digest(pixels),
    }

print(json.dumps(seen))
