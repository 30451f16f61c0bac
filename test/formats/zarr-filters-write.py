"""Writes a Zarr v2 group with one array for each codec that numcodecs has and we read, and prints their values' digests as JSON."""
import hashlib
import json
import sys

import numpy as np
import zarr
from numcodecs import LZ4, BitRound, Blosc, Delta, FixedScaleOffset, GZip, Shuffle, Zlib, Zstd

group = zarr.open_group(sys.argv[1], mode='w')
shape, chunks = (37, 53), (16, 24)
base = (np.arange(37 * 53).reshape(shape) * 7919) % 30011
digests = {}


def add(name, data, **options):
    array = group.create_dataset(name, data=data, chunks=chunks, **options)
    digests[name] = hashlib.sha256(np.ascontiguousarray(array[:]).astype(data.dtype.newbyteorder('<')).tobytes()).hexdigest()


for cname in ('lz4', 'lz4hc', 'zstd', 'zlib'):
    for shuffle in (Blosc.NOSHUFFLE, Blosc.SHUFFLE, Blosc.BITSHUFFLE):
        for dtype in ('u1', '<i2', '<f4', '<f8'):
            add(f'blosc-{cname}-{shuffle}-{dtype[-2:]}', base.astype(dtype), compressor=Blosc(cname, 5, shuffle), filters=None)
noise = np.random.default_rng(1).integers(0, 2**31, shape)
add('blosc-noise', noise.astype('<i4'), compressor=Blosc('lz4', 5, Blosc.BITSHUFFLE))
add('lz4', base.astype('<i4'), compressor=LZ4())
add('lz4-noise', noise.astype('<i4'), compressor=LZ4())
add('zlib', base.astype('>i4'), compressor=Zlib(1))
for dtype in ('u1', 'i1', '<u2', '<i4', '<i8', '<u8', '<f4', '<f8'):
    for order in 'CF':
        add(f'delta-{dtype[-2:]}-{order}', base.astype(dtype), filters=[Delta(dtype=dtype)], compressor=Zlib(1), order=order)
add('delta-wide', base.astype('<i2'), filters=[Delta(dtype='<i2', astype='<i4')], compressor=None)
add('delta-narrow', (base // 500).astype('<i4'), filters=[Delta(dtype='<i4', astype='i1')], compressor=GZip(1))
add('delta-shuffle', base.astype('<i4'), filters=[Delta(dtype='<i4'), Shuffle(4)], compressor=Zstd(1))
add('shuffle', base.astype('<f8'), filters=[Shuffle(8)], compressor=LZ4())
for astype in ('<i2', '<i4', 'u1', '<f4'):
    for dtype in ('<f4', '<f8', '<i4'):
        filters = [FixedScaleOffset(offset=100, scale=0.5 if astype == 'u1' else 10, dtype=dtype, astype=astype)]
        add(f'scale-{astype[-2:]}-{dtype[-2:]}', (base % 300 + 100).astype(dtype) + (0.25 if dtype[1] == 'f' else 0), filters=filters)
add('bitround', base.astype('<f4') / 7, filters=[BitRound(6)], compressor=Zlib(1))
print(json.dumps(digests))
