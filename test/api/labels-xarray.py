"""Evaluates expressions over xarray arrays; the arrays and the expressions come as JSON on stdin, results go as JSON to stdout."""
import json
import sys
import warnings

import cftime
import numpy as np
import pandas as pd
import xarray as xr

warnings.simplefilter("ignore")
given = json.load(sys.stdin)


def array(spec):
    values = np.array([np.nan if v is None else v for v in spec["values"]], dtype=spec["dtype"]).reshape(spec["shape"])
    coords = {}
    for dim, labels in spec["coords"].items():
        if dim == "time" and "calendar" in spec:
            coords[dim] = cftime.num2date(labels, spec["unit"], spec["calendar"])
        else:
            coords[dim] = pd.to_datetime(labels) if dim == "time" else labels
    return xr.DataArray(values, dims=spec["dims"], coords=coords)


def label(value):
    if isinstance(value, np.datetime64):
        return pd.Timestamp(value).strftime("%Y-%m-%d")
    if isinstance(value, cftime.datetime):
        return value.strftime("%Y-%m-%d")
    return value.item() if hasattr(value, "item") else value


names = {name: array(spec) for name, spec in given["arrays"].items()}
out = []
for text in given["jobs"]:
    try:
        result = eval(text, {"np": np, "xr": xr, "pd": pd, "cftime": cftime, **names})
    except Exception as error:  # the test says which expression it was
        out.append({"error": f"{type(error).__name__}: {error}"})
        continue
    flat = np.asarray(result.values, dtype="f8").ravel()
    out.append({
        "dims": list(result.dims),
        "shape": list(result.shape),
        "values": [None if np.isnan(v) else v for v in flat.tolist()],
        "coords": {dim: [label(v) for v in result[dim].values] for dim in result.dims if dim in result.coords},
    })
json.dump(out, sys.stdout)
