"""Evaluates chains over real cubes (DATA) with xarray and rioxarray; [expression, needs] come as JSON on stdin, values go to FOLDER as float64, the rest to stdout as JSON."""
import json
import sys
import warnings

import numpy as np
import pandas as pd
import rioxarray  # noqa: F401  (the accessor rio)
import xarray as xr

warnings.simplefilter("ignore")
data, folder = sys.argv[1:]
given = json.load(sys.stdin)


def named(array):
    names = {"lat": "y", "lon": "x", "latitude": "y", "longitude": "x"}
    made = array.rename({old: new for old, new in names.items() if old in array.dims})
    return made.rio.write_crs("EPSG:4326")


cube = xr.open_zarr(f"{data}/zarr/xcube/cube-1-250-250.zarr")
era = xr.open_dataset(f"{data}/netcdf/xarray-data/eraint_uvz.nc")
climate = xr.open_dataset(f"{data}/netcdf/noaa-nclimgrid/nclimgrid_tavg.nc")
names = {
    # The mouth of the Scheldt.
    "chl": named(cube["conc_chl"]).sel(x=slice(3.0, 3.8), y=slice(52.0, 51.5)).load(),
    "tsm": named(cube["conc_tsm"]).sel(x=slice(3.0, 3.8), y=slice(52.0, 51.5)).load(),
    "u": named(era["u"]).isel(y=slice(40, 120), x=slice(100, 260)).load(),
    "tavg": named(climate["tavg"]).isel(y=slice(150, 330), x=slice(300, 520)).load(),
    "shape": given["shape"],
    "states": given["states"],
}


def label(value):
    return pd.Timestamp(value).strftime("%Y-%m-%d") if isinstance(value, np.datetime64) else value.item() if hasattr(value, "item") else value


out = []
for at, text in enumerate(given["chains"]):
    try:
        result = eval(text, {"np": np, "xr": xr, "pd": pd, **names})
        np.ascontiguousarray(result.values, dtype="f8").tofile(f"{folder}/{at}.f8")
    except Exception as error:  # the test says which chain it was
        out.append({"error": f"{type(error).__name__}: {error}"})
        continue
    out.append({
        "dims": list(result.dims),
        "shape": list(result.shape),
        "coords": {dim: [label(v) for v in result[dim].values] for dim in result.dims if dim in result.coords},
    })
json.dump(out, sys.stdout)
