"""Burns shapes with GDAL (over rasterio) for test/geo/rasterize.peers.test.ts: cases as JSON on stdin, pixels as lists on stdout."""
import json
import sys

import numpy as np
from rasterio.features import rasterize
from rasterio.transform import Affine

answers = []
for case in json.load(sys.stdin):
    shapes = [(geometry, at + 1) for at, geometry in enumerate(case["geometries"])]
    made = rasterize(
        shapes,
        out_shape=(case["height"], case["width"]),
        transform=Affine(*case["transform"]),
        all_touched=case["allTouched"],
        dtype="int32",
        fill=0,
    )
    answers.append(made.astype(np.int64).ravel().tolist())
json.dump(answers, sys.stdout)
