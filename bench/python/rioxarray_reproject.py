"""Reprojects a raster to EPSG:3857 with rioxarray on dask chunks: SRC OUT KERNEL."""

import sys

import dask
import rasterio.enums
import rioxarray

source, out, kernel = sys.argv[1:4]
names = {"near": "nearest"}
resampling = rasterio.enums.Resampling[names.get(kernel, kernel)]
with dask.config.set(scheduler="threads", num_workers=2):
    array = rioxarray.open_rasterio(source, chunks={"x": 2048, "y": 2048})
    warped = array.rio.reproject("EPSG:3857", resampling=resampling, num_threads=2)
    warped.rio.to_raster(
        out, tiled=True, blockxsize=512, blockysize=512, compress="DEFLATE", predictor=2, num_threads=2
    )
