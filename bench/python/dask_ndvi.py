"""NDVI of two uint16 rasters of one grid with xarray on dask chunks, into a Zarr store: RED OUT NIR."""

import sys

import dask
import rioxarray

red_path, out, nir_path = sys.argv[1:4]
with dask.config.set(scheduler="threads", num_workers=2):
    red, nir = (
        rioxarray.open_rasterio(path, chunks={"x": 2048, "y": 2048}, masked=True).astype("float32")
        for path in (red_path, nir_path)
    )
    ndvi = (nir - red) / (nir + red)
    ndvi.encoding.clear()
    ndvi.drop_vars("spatial_ref").to_dataset(name="ndvi").to_zarr(out, mode="w", encoding={"ndvi": {"chunks": (1, 512, 512)}})
