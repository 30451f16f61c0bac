"""Compares a warped raster with `gdalwarp -et 0` on the same grid: SRC WARPED KERNEL SCRATCH. Prints JSON.

`identical` and `largest` are over pixels valid in both with no nodata within MARGIN pixels in either; `mask` is the share of all pixels with equal validity.
"""

import json
import subprocess
import sys

import numpy as np
import rasterio
from rasterio.windows import Window

MARGIN = 4
ROWS = 1024


def away_from_nodata(valid):
    """True where the whole (2 MARGIN + 1) square around a pixel is valid; what lies beyond the array counts as valid."""
    near = valid
    for axis in (0, 1):
        padded = np.pad(near, [(MARGIN, MARGIN) if a == axis else (0, 0) for a in (0, 1)], constant_values=True)
        parts = [np.take(padded, range(s, s + near.shape[axis]), axis=axis) for s in range(2 * MARGIN + 1)]
        near = np.logical_and.reduce(parts)
    return near


source, warped, kernel, scratch = sys.argv[1:5]
with rasterio.open(warped) as ours:
    grid = ["-te", *map(repr, ours.bounds), "-ts", str(ours.width), str(ours.height), "-t_srs", ours.crs.to_string()]
    options = ["-q", "-overwrite", "-et", "0", "-r", kernel, "-multi", "-wo", "NUM_THREADS=2", "-co", "TILED=YES"]
    subprocess.run(["gdalwarp", *options, *grid, source, scratch], check=True)
    compared = identical = largest = same_mask = within_one = 0
    with rasterio.open(scratch) as theirs:
        for top in range(0, ours.height, ROWS):
            first = max(0, top - MARGIN)
            last = min(ours.height, top + ROWS + MARGIN)
            window = Window(0, first, ours.width, last - first)
            a = ours.read(1, window=window).astype(np.int32)
            b = theirs.read(1, window=window).astype(np.int32)
            valid_a, valid_b = a != ours.nodata, b != theirs.nodata
            rows = slice(top - first, top - first + min(ROWS, ours.height - top))
            inside = away_from_nodata(valid_a & valid_b)[rows]
            difference = np.abs(a - b)[rows][inside]
            compared += difference.size
            identical += int((difference == 0).sum())
            within_one += int((difference <= 1).sum())
            largest = max(largest, int(difference.max(initial=0)))
            same_mask += int((valid_a == valid_b)[rows].sum())
    total = ours.width * ours.height
    print(
        json.dumps(
            {
                "pixels": total,
                "compared": compared,
                "identical": identical / max(1, compared),
                "withinOne": within_one / max(1, compared),
                "largest": largest,
                "mask": same_mask / total,
            }
        )
    )
