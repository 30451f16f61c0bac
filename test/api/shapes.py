"""What rasterio and numpy make of the cases of test/api/shapes.peers.test.ts: JSON on stdin and stdout."""
import json
import sys

import numpy as np
from rasterio.crs import CRS
from rasterio.features import geometry_mask, rasterize
from rasterio.transform import Affine
from rasterio.warp import transform_geom

given = json.load(sys.stdin)
height, width = given["height"], given["width"]
transform = Affine(*given["transform"])
data = np.array(given["values"], dtype="float64").reshape(height, width)
valid = np.array(given["valid"], dtype=bool).reshape(height, width)
crs = CRS.from_epsg(given["epsg"])


def moved(geometry, densify=True):
    """A polygon in the grid's CRS, its edges cut finely first, as rasterloom follows them."""
    if densify:
        rings = []
        for ring in geometry["coordinates"]:
            points = np.array(ring, dtype="float64")
            steps = np.linspace(0, 1, 200, endpoint=False)[:, None]
            fine = [a + (b - a) * steps for a, b in zip(points[:-1], points[1:])]
            rings.append(np.vstack([*fine, points[-1:]]).tolist())
        geometry = {"type": "Polygon", "coordinates": rings}
    return transform_geom("OGC:CRS84", crs, geometry, precision=-1)


zones = []
masks = []
for geometry in given["polygons"]:
    inside = ~geometry_mask([moved(geometry)], (height, width), transform, all_touched=given["allTouched"])
    masks.append(int(inside.sum()))
    found = data[inside & valid]
    if found.size == 0:
        zones.append({"count": 0})
        continue
    values, counts = np.unique(found, return_counts=True)
    zones.append(
        {
            "count": int(found.size),
            "sum": float(found.sum()),
            "mean": float(found.mean()),
            "min": float(found.min()),
            "max": float(found.max()),
            "std": float(found.std()),
            "median": float(np.median(found)),
            "majority": float(values[counts.argmax()]),
            "unique": int(values.size),
        }
    )

counts, edges = np.histogram(data[valid], bins=given["bins"])
ranged, _ = np.histogram(data[valid], bins=7, range=(-3, 55.5))
explicit, _ = np.histogram(data[valid], bins=[-10, 0, 1, 5.5, 80])
inverse = ~transform
near = []
linear = []
for x, y in given["points"]:
    column, row = inverse * (x, y)
    near.append(float(data[int(np.floor(row)), int(np.floor(column))]))
    j, i = row - 0.5, column - 0.5
    y0, x0 = int(np.floor(j)), int(np.floor(i))
    block = data[y0 : y0 + 2, x0 : x0 + 2]
    linear.append(float(np.array([1 - (j - y0), j - y0]) @ block @ np.array([1 - (i - x0), i - x0])))
json.dump(
    {
        "zones": zones,
        "masks": masks,
        "histogram": counts.tolist(),
        "edges": edges.tolist(),
        "ranged": ranged.tolist(),
        "explicit": explicit.tolist(),
        "nearest": near,
        "bilinear": linear,
    },
    sys.stdout,
)
