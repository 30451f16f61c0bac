"""Stores in ways that this library does not write, by zarr-python 2: for each a store, and its values as raw little-endian bytes."""
import json
import sys

import numcodecs as c
import numpy as np
import zarr

base = sys.argv[1]
rng = np.random.default_rng(7)
ints = rng.integers(-300, 300, (13, 17)).astype("i2")
floats = rng.normal(size=(13, 17)).astype("f4")
made = {}


def write(name, data, attributes={}, truth=None, **options):
    path = f"{base}/{name}.zarr"
    group = zarr.open_group(path, mode="w")
    array = group.create_dataset("v", data=data, chunks=(5, 7), **options)
    array.attrs.update({"_ARRAY_DIMENSIONS": ["y", "x"], **attributes})
    zarr.consolidate_metadata(path)
    found = np.ascontiguousarray(array[:] if truth is None else truth)
    wide = found.astype("f4" if found.dtype.kind == "f" and found.dtype.itemsize == 2 else found.dtype.newbyteorder("<"))
    if wide.dtype.kind == "b":
        wide = wide.astype("u1")
    wide.tofile(f"{base}/{name}.bin")
    made[name] = wide.dtype.name


write("bz2", ints, compressor=c.BZ2())
write("zlib", ints, compressor=c.Zlib())
write("lz4", ints, compressor=c.LZ4())
write("crc32", floats, fill_value=None, filters=[c.CRC32()])
write("adler32", floats, fill_value=None, filters=[c.Adler32()])
write("quantize", floats, fill_value=None, filters=[c.Quantize(digits=2, dtype="f4")])
write("quantize-wide", floats, fill_value=None, filters=[c.Quantize(digits=2, dtype="f4", astype="f8")])
write("astype", floats.astype("f8"), fill_value=None, filters=[c.AsType(encode_dtype="f4", decode_dtype="f8")])
write("packbits", ints > 0, filters=[c.PackBits()])
write("half", floats.astype("<f2"), fill_value=None)
write("half-big", floats.astype(">f2"), fill_value=None)
write("bool", ints > 0, fill_value=None)
write("int64", ints.astype("i8") * 2**50, fill_value=-(2**62))
write("uint64", ints.astype("u8"), fill_value=2**64 - 1)
write("order", ints, order="F")
write("bare-nan", floats, {"_FillValue": float("nan"), "limit": float("inf")})
write("unsigned", ints.astype("i1"), {"_Unsigned": "true", "_FillValue": -1}, ints.astype("i1").view("u1"), fill_value=None)
json.dump(made, sys.stdout)
