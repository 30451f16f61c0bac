"""Reductions by numpy: reads a JSON list of jobs and raw pixels from stdin, writes a JSON list of results.

A job: dtype, shape, values offset, mask offset (or null), statistic, axes, q, ddof, skipna. Invalid pixels are left out one pixel at a time, so
that nothing of what is compared rests on how NaN is treated.
"""
import json
import sys

import numpy as np

head = sys.stdin.buffer.readline()
raw = sys.stdin.buffer.read()
jobs = json.loads(head)


def one(values, mask, job):
    kept = values[mask]
    name = job["statistic"]
    if name == "count":
        return int(mask.sum())
    if len(kept) == 0 or (not job["skipna"] and not mask.all() and name not in ("first", "last")):
        return None
    if name in ("first", "last") and not job["skipna"]:
        at = 0 if name == "first" else -1
        return values[at].item() if mask[at] else None
    if name in ("std", "var"):
        if len(kept) <= job["ddof"]:
            return None
        return float(getattr(np, name)(kept.astype("f8"), ddof=job["ddof"]))
    if name in ("sum", "mean"):
        wide = kept.astype("f8") if kept.dtype.kind == "f" else kept
        if name == "sum" and kept.dtype.kind != "f":
            return sum(int(v) for v in kept)
        return getattr(np, name)(wide).item()
    if name in ("min", "max", "any", "all"):
        return int(getattr(np, name)(kept)) if name in ("any", "all") else getattr(np, name)(kept).item()
    if name in ("argmin", "argmax"):
        return int(np.flatnonzero(mask)[getattr(np, name)(kept)])
    if name == "first":
        return kept[0].item()
    if name == "last":
        return kept[-1].item()
    if name == "median":
        return float(np.median(kept.astype("f8")))
    if name == "quantile":
        return float(np.quantile(kept.astype("f8"), job["q"]))
    found, counts = np.unique(kept, return_counts=True)
    return found[np.argmax(counts)].item()


def text(value):
    return None if value is None else str(value) if isinstance(value, int) else repr(float(value))


out = []
for job in jobs:
    shape = job["shape"]
    size = int(np.prod(shape))
    values = np.frombuffer(raw, job["dtype"], size, job["at"]).reshape(shape)
    mask = np.ones(shape, bool) if job["mask"] is None else np.frombuffer(raw, "u1", size, job["mask"]).reshape(shape) == 1
    axes = job["axes"]
    kept = [axis for axis in range(len(shape)) if axis not in axes]
    order = kept + axes
    flat = np.transpose(values, order).reshape([shape[axis] for axis in kept] + [-1])
    valid = np.transpose(mask, order).reshape(flat.shape)
    lead = int(np.prod([shape[axis] for axis in kept]))
    flat, valid = flat.reshape(lead, -1), valid.reshape(lead, -1)
    out.append([text(one(flat[at], valid[at], job)) for at in range(lead)])
print(json.dumps(out))
