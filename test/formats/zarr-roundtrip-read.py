"""Reads Zarr v2 stores with zarr-python and GDAL: for each line of a JSON list, whether the pixels are those of a raw file, and what is said of them."""
import json
import sys

import numpy as np
import zarr
from osgeo import gdal

gdal.UseExceptions()
seen = {}
for item in json.load(open(sys.argv[1])):
    truth = np.fromfile(item["raw"], item["dtype"]).reshape(item["shape"])
    array = zarr.open_consolidated(item["store"], mode="r")["data"]
    found = array[:]
    bits = lambda a: np.ascontiguousarray(a).tobytes()
    fill = array.fill_value
    answer = {
        "zarr": bits(found.astype(truth.dtype)) == bits(truth),
        "dtype": array.dtype.str,
        "order": array.order,
        "codec": None if array.compressor is None else array.compressor.codec_id,
        "cname": getattr(array.compressor, "cname", None),
        "fill": None if fill is None else bits(np.array(fill, array.dtype)).hex(),
        "chunks": len([k for k in array.chunk_store.keys() if k.startswith("data/") and k[5].isdigit()]),
    }
    # GDAL 3.6 knows no 64-bit nodata in this driver's every path, and no bool.
    ds = gdal.OpenEx(item["store"], gdal.OF_MULTIDIM_RASTER).GetRootGroup().OpenMDArray("data")
    pixels = ds.ReadAsArray()
    answer["gdal"] = bits(pixels.astype(truth.dtype)) == bits(truth)
    seen[item["store"]] = answer
json.dump(seen, sys.stdout)
