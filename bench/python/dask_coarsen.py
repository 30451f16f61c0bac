"""Halves a raster by the mean of valid pixels with xarray on dask chunks, into a Zarr store: SRC OUT."""

import sys

import dask
import rioxarray

source, out = sys.argv[1:3]
with dask.config.set(scheduler="threads", num_workers=2):
    array = rioxarray.open_rasterio(source, chunks={"x": 2048, "y": 2048}, masked=True)
    half = array.coarsen(x=2, y=2, boundary="trim").mean().fillna(0).round().astype("uint16")
    half.encoding.clear()
    half.drop_vars("spatial_ref").to_dataset(name="half").to_zarr(out, mode="w", encoding={"half": {"chunks": (1, 512, 512)}})
