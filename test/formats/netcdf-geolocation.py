"""Writes NetCDF files whose pixels 2-D latitudes and longitudes place, and warps them with GDAL."""
import json
import sys

import netCDF4
import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
directory, sizes = sys.argv[1], json.loads(sys.argv[2])
answers = []
for name, (height, width, lon0, wide) in sizes.items():
    path = f"{directory}/{name}.nc"
    with netCDF4.Dataset(path, "w") as file:
        file.createDimension("line", height)
        file.createDimension("sample", width)
        rows, columns = np.mgrid[0:height, 0:width]
        # A swath: along a tilted track, with pixels that widen to the sides.
        across = (columns - width / 2 + 0.5) / width
        along = (rows - height / 2 + 0.5) / height
        x = 14 * across * (1 + 0.6 * across**2)
        y = 12 * along
        lat = 40 + 0.94 * y + 0.34 * x
        lon = lon0 + (0.94 * x - 0.34 * y) / np.cos(np.radians(lat))
        lon = (lon + 180) % 360 - 180
        kind = "f8" if wide else "f4"
        for key, values, unit in (("lat", lat, "degrees_north"), ("lon", lon, "degrees_east")):
            stored = file.createVariable(key, kind, ("line", "sample"), zlib=True)
            stored.units = unit
            stored[:] = values
        for key, values in (("row", rows + 0.5), ("column", columns + 0.5)):
            data = file.createVariable(key, "f4", ("line", "sample"), zlib=True, chunksizes=(min(64, height), min(100, width)), fill_value=-1)
            data.coordinates = "lat lon"
            data[:] = values
    bounds = [lon0 - 9, 33, lon0 + 9, 47]
    size = [180, 140]
    answer = {"path": path, "bounds": bounds, "size": size}
    if lon0 < 100:
        for key in ("row", "column"):
            target = gdal.Warp("", f'NETCDF:"{path}":{key}', format="MEM", geoloc=True, outputBounds=bounds, width=size[0], height=size[1],
                               dstSRS="EPSG:4326", resampleAlg="bilinear", dstNodata=-1, errorThreshold=0)
            answer[key] = target.ReadAsArray().astype("f8").ravel().tolist()
    answers.append(answer)
print(json.dumps(answers))
