"""Labels of every type and codec in stores of zarr-python 2: for each a store with a variable `v` along `t`, and the labels as it reads them."""
import json
import sys

import numcodecs as c
import numpy as np
import zarr

base = sys.argv[1]
made = {}
rng = np.random.default_rng(3)


def plain(value):
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, (float, np.floating)) and not np.isfinite(value):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(float(value))]
    if isinstance(value, (int, np.integer)) and not isinstance(value, (bool, np.bool_)):
        return int(value) if abs(int(value)) < 2**53 else str(int(value))
    return value if isinstance(value, str) else float(value)


def write(name, labels, **options):
    group = zarr.open_group(f"{base}/{name}.zarr", mode="w")
    v = group.create_dataset("v", data=np.zeros(len(labels), "u1"), chunks=len(labels))
    v.attrs["_ARRAY_DIMENSIONS"] = ["t"]
    t = group.create_dataset("t", data=labels, chunks=5, **options)
    t.attrs["_ARRAY_DIMENSIONS"] = ["t"]
    made[name] = [plain(value) for value in t[:]]


numbers = rng.permutation(13) * 7
for kind in ["u1", "i1", "<u2", ">u2", "<i2", ">i2", "<u4", "<i4", ">i4", "<u8", "<i8", ">i8", "<f2", ">f2", "<f4", ">f4", "<f8", ">f8"]:
    write("number-" + kind.replace("<", "little-").replace(">", "big-"), numbers.astype(kind), fill_value=None)
write("wide", numbers.astype("i8") * 2**53 + 1, fill_value=None)
write("special", np.array([np.nan, np.inf, -np.inf, 1.5, 0.1, 2, 3]), fill_value=None)
write("fill", np.where(np.arange(13) < 5, 11, numbers).astype("i4"), fill_value=11, write_empty_chunks=False)
codecs = {
    "none": None,
    "zlib": c.Zlib(),
    "gzip": c.GZip(),
    "bz2": c.BZ2(),
    "lz4": c.LZ4(),
    "zstd": c.Zstd(),
    **{f"blosc-{name}-{shuffle}": c.Blosc(cname=name, shuffle=shuffle) for name in ["lz4", "lz4hc", "zlib", "zstd"] for shuffle in [0, 1, 2]},
}
for name, codec in codecs.items():
    write(f"codec-{name}", numbers.astype("i4"), compressor=codec, fill_value=None)
filters = {
    "delta": [c.Delta(dtype="i4")],
    "shuffle": [c.Shuffle(4)],
    "delta-shuffle": [c.Delta(dtype="i4"), c.Shuffle(4)],
    "crc32": [c.CRC32()],
    "offset": [c.FixedScaleOffset(offset=0, scale=1, dtype="i4", astype="i2")],
}
for name, chain in filters.items():
    write(f"filter-{name}", numbers.astype("i4"), filters=chain, fill_value=None)
texts = ["", "a", "Zürich", "日本", "x" * 40, "𝒳", "ab", "b4", "B08", "SWIR", "q", "r", "s"]
write("text-u-little", np.array(texts, "<U41"))
write("text-u-big", np.array(texts, ">U41"))
write("text-s", np.array([t.encode() for t in texts], "S50"))
write("text-u-plain", np.array(texts, "<U41"), compressor=None)
write("text-vlen", np.array(texts, object), object_codec=c.VLenUTF8())
write("text-vlen-plain", np.array(texts, object), object_codec=c.VLenUTF8(), compressor=None)
write("text-vlen-zlib", np.array(texts, object), object_codec=c.VLenUTF8(), compressor=c.Zlib())
json.dump(made, sys.stdout)
