"""What the netCDF library and GDAL read of NetCDF files, as JSON lines on standard output.

Usage: netcdf-dump.py FILE...

One line per file: {"file", "variables": {path: {...}} | null, "gdal": {variable: {...}}}. Pixels are base64 of little-endian bytes in C order.
"""
import base64
import json
import math
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")


def number(value):
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    return str(value) if isinstance(value, int) and abs(value) > 2**53 else value


def packed(array):
    array = np.ascontiguousarray(array)
    if array.dtype.byteorder == ">":
        array = array.astype(array.dtype.newbyteorder("<"))
    return base64.b64encode(array.tobytes()).decode()


def variables(path):
    import netCDF4

    found = {}
    try:
        dataset = netCDF4.Dataset(path)
    except OSError:
        return None
    with dataset:
        groups = [dataset]
        for group in groups:
            groups.extend(group.groups.values())
            for name, variable in group.variables.items():
                key = (group.path.strip("/") + "/" + name).strip("/")
                dtype = getattr(variable, "dtype", None)
                if not isinstance(dtype, np.dtype) or dtype.kind not in "iuf" or variable.ndim == 0:
                    continue
                variable.set_auto_maskandscale(False)
                try:
                    data = np.asarray(variable[...])
                except Exception:
                    continue
                variable.set_auto_mask(True)
                mask = np.ma.getmaskarray(np.ma.asarray(variable[...]))
                found[key] = {
                    "dims": list(variable.dimensions),
                    "shape": list(data.shape),
                    "dtype": data.dtype.name,
                    "data": packed(data),
                    "mask": packed(np.broadcast_to(mask, data.shape).astype("u1")),
                }
    return found


def gdal_variable(path, name):
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset = gdal.Open(name)
    if dataset is None or dataset.RasterCount == 0:
        return None
    band = dataset.GetRasterBand(1)
    pixels = dataset.ReadAsArray()
    transform = dataset.GetGeoTransform(can_return_null=True)
    reference = dataset.GetSpatialRef()
    wide = {gdal.GDT_Unknown: None}
    nodata = band.GetNoDataValue()
    try:
        if pixels is not None and pixels.dtype == np.int64:
            nodata = band.GetNoDataValueAsInt64()
        elif pixels is not None and pixels.dtype == np.uint64:
            nodata = band.GetNoDataValueAsUInt64()
    except AttributeError:
        pass
    return {
        "width": dataset.RasterXSize,
        "height": dataset.RasterYSize,
        "bands": dataset.RasterCount,
        "dtype": None if pixels is None else pixels.dtype.name,
        "signed": band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE",
        "data": None if pixels is None or pixels.dtype.kind == "c" else packed(pixels),
        "nodata": None if nodata is None else number(nodata),
        "scale": band.GetScale() if band.GetScale() is not None else 1.0,
        "offset": band.GetOffset() if band.GetOffset() is not None else 0.0,
        "unit": band.GetUnitType(),
        "transform": None if transform is None else list(transform),
        "wkt": None if reference is None else reference.ExportToWkt(["FORMAT=WKT2_2019"]),
    }


def gdal(path):
    from osgeo import gdal as library

    library.PushErrorHandler("CPLQuietErrorHandler")
    dataset = library.Open("NETCDF:" + path) or library.Open(path)
    if dataset is None:
        return {}
    names = [name for name, _ in dataset.GetSubDatasets()]
    if not names and dataset.RasterCount > 0:
        # The one variable has no name here; the caller knows it.
        return {"": gdal_variable(path, path)}
    found = {}
    for name in names:
        variable = name.rsplit('":', 1)[-1] if '":' in name else name.rsplit(":", 1)[-1]
        if not variable.startswith("//"):
            found[variable.strip("/")] = gdal_variable(path, name)
    return {key: value for key, value in found.items() if value is not None}


for file in sys.argv[1:]:
    try:
        read = gdal(file)
    except Exception as error:
        read = {"error": str(error)}
    print(json.dumps({"file": file, "variables": variables(file), "gdal": read}), flush=True)
