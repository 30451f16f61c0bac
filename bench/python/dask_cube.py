"""Composites in time of a Zarr cube with xarray on dask chunks: CUBE OUT JOB, where JOB is mean, median (by month), climatology (by month of any year) or all (median of all times)."""

import sys
import warnings

import dask
import xarray

cube, out, job = sys.argv[1:4]
warnings.simplefilter("ignore")
with dask.config.set(scheduler="threads", num_workers=2):
    # Chunks of means as they are stored; a median needs all of its times in one.
    chunks = {} if job in ("mean", "climatology") else {"time": -1, "lat": 250, "lon": 250}
    array = xarray.open_zarr(cube, chunks=chunks)["conc_chl"]
    if job == "mean":
        made = array.resample(time="MS").mean()
    elif job == "median":
        made = array.resample(time="MS").median()
    elif job == "climatology":
        made = array.groupby("time.month").mean()
    else:
        made = array.median("time")
    made.encoding.clear()
    made = made.chunk({name: (250 if name in ("lat", "lon") else 1) for name in made.dims})
    made.to_dataset(name="made").to_zarr(out, mode="w")
