"""Makes GeoTIFFs of many codecs, sample types and layouts with GDAL. Usage: geotiff-codecs-make.py TARGET_DIR; prints their names as JSON."""

import itertools
import json
import struct
import sys

import numpy
from osgeo import gdal

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
TYPES = {
    "uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int16": gdal.GDT_Int16, "uint32": gdal.GDT_UInt32, "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64, "uint64": gdal.GDT_UInt64, "int64": gdal.GDT_Int64,
    "cint16": gdal.GDT_CInt16, "cint32": gdal.GDT_CInt32, "cfloat32": gdal.GDT_CFloat32, "cfloat64": gdal.GDT_CFloat64,
}  # fmt: skip
target = sys.argv[1]
made = []


def picture(bands, height, width, kind, seed):
    """Smooth pixels with some noise: what codecs are made for."""
    rng = numpy.random.default_rng(seed)
    y, x = numpy.mgrid[0:height, 0:width]
    planes = []
    for band in range(bands):
        plane = 120 + 90 * numpy.sin(x / (7 + band)) * numpy.cos(y / (11 + 2 * band)) + rng.normal(0, 9, (height, width))
        planes.append(numpy.clip(plane, 0, 255))
    pixels = numpy.stack(planes)
    if kind == "uint8":
        return pixels.astype("uint8")
    if kind.startswith("c"):
        both = pixels * 31 + 1j * (pixels[::-1, ::-1] * -17 + 300)
        return numpy.round(both) if kind.startswith("ci") else both / 7
    return (pixels * 100 - (5000 if kind[0] in "if" else 0)).astype(kind)


def make(name, kind, bands, options, *, size=(75, 61), mask=None, nodata=None, pixels=None, alpha=False, nbits=False):
    width, height = size
    path = f"{target}/{name}.tif"
    if pixels is None:
        pixels = picture(bands, height, width, kind, len(made))
    dataset = gdal.GetDriverByName("GTiff").Create(path, width, height, bands, TYPES[kind], options)
    if nodata is not None:
        dataset.GetRasterBand(1).SetNoDataValue(nodata)
    for band in range(bands):
        plane = pixels[band]
        if alpha and band == bands - 1:
            plane = numpy.where(pixels[0] > 90, 255, 0) if alpha == "mask" else pixels[band]
        dataset.GetRasterBand(band + 1).WriteArray(plane)
    if mask is not None:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(numpy.where(pixels[0] > mask, 255, 0).astype("uint8"))
    dataset = None
    made.append(f"{name}.tif")


gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
TILED = ["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=48"]
LAYOUTS = {"tiles": TILED, "strips": ["BLOCKYSIZE=16"], "separate": [*TILED, "INTERLEAVE=BAND"]}

for (layout, options), bands in itertools.product(LAYOUTS.items(), (1, 2, 3, 4, 5)):
    # libjpeg holds 8 bits and libtiff no more than four samples together.
    if bands < 5 or layout == "separate":
        make(f"jpeg_{layout}_{bands}", "uint8", bands, ["COMPRESS=JPEG", "JPEG_QUALITY=82", *options])
for layout in ("tiles", "strips"):
    for quality in (20, 75, 98):
        make(f"jpeg_ycbcr_{layout}_{quality}", "uint8", 3, ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", f"JPEG_QUALITY={quality}", *LAYOUTS[layout]])
    make(f"jpeg_ycbcr_{layout}_mask", "uint8", 3, ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", *LAYOUTS[layout]], mask=80)
make("jpeg_ycbcr_big_endian", "uint8", 3, ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "ENDIANNESS=BIG", "BIGTIFF=YES", *TILED])
make("jpeg_no_tables", "uint8", 3, ["COMPRESS=JPEG", "JPEGTABLESMODE=0", *TILED])
make("jpeg_huffman_tables", "uint8", 3, ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEGTABLESMODE=3", *TILED])
make("jpeg_narrow", "uint8", 3, ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"], size=(3, 50))
make("jpeg_flat", "uint8", 3, ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"], size=(5, 1))

for layout in LAYOUTS:
    options = LAYOUTS[layout]
    if layout != "separate":
        for bands, lossless in itertools.product((3, 4), ("TRUE", "FALSE")):
            make(f"webp_{layout}_{bands}_{lossless}", "uint8", bands, ["COMPRESS=WEBP", f"WEBP_LOSSLESS={lossless}", *options], alpha=bands == 4)
    for kind in ("uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"):
        for outer, error in (("LERC", 0), ("LERC_DEFLATE", 0.5), ("LERC_ZSTD", 0)):
            bands = 1 if kind == "float64" else 3
            make(f"{outer}_{layout}_{kind}", kind, bands, [f"COMPRESS={outer}", f"MAX_Z_ERROR={error}", *options])
    for kind in ("uint8", "int16", "uint32", "float32", "float64", "uint64"):
        predictors = (1, 2, 3) if kind.startswith("f") else (1, 2)
        for predictor in predictors:
            make(f"LZMA_{layout}_{kind}_{predictor}", kind, 3, ["COMPRESS=LZMA", f"PREDICTOR={predictor}", *options])

holes = picture(2, 61, 75, "float32", 5)
holes[:, 20:40, 10:50] = numpy.nan
make("LERC_nan", "float32", 1, ["COMPRESS=LERC", *TILED], pixels=holes)
make("LERC_nan_separate", "float32", 2, ["COMPRESS=LERC_DEFLATE", "INTERLEAVE=BAND", *TILED], pixels=holes)
make("LERC_all_nan", "float32", 1, ["COMPRESS=LERC", *TILED], pixels=holes * numpy.nan)
make("LERC_alpha_mask", "uint8", 4, ["COMPRESS=LERC", "ALPHA=YES", *TILED], alpha="mask")
make("LERC_alpha", "uint8", 2, ["COMPRESS=LERC_ZSTD", "ALPHA=YES"], alpha="plain")
make("LERC_big_endian", "uint16", 3, ["COMPRESS=LERC", "ENDIANNESS=BIG", *TILED])
make("LZMA_big_endian", "uint16", 3, ["COMPRESS=LZMA", "PREDICTOR=2", "ENDIANNESS=BIG", *TILED])
make("LZMA_mask", "uint16", 2, ["COMPRESS=LZMA", *TILED], mask=12000)

for kind, (layout, options) in itertools.product(("cint16", "cint32", "cfloat32", "cfloat64"), LAYOUTS.items()):
    for bands, endian in ((1, "LITTLE"), (2, "BIG")):
        for codec in ("NONE", "DEFLATE"):
            make(f"{kind}_{layout}_{endian}_{codec}", kind, bands, [f"COMPRESS={codec}", f"ENDIANNESS={endian}", *options])
for kind, endian in itertools.product(("cint16", "cint32", "cfloat32"), ("LITTLE", "BIG")):
    make(f"{kind}_predictor_{endian}", kind, 2, ["COMPRESS=ZSTD", "PREDICTOR=2", f"ENDIANNESS={endian}", *TILED])
zeros = picture(2, 61, 75, "cint16", 9)
zeros[:, 5:20] = 7 + 3j
make("cint16_nodata", "cint16", 2, TILED, pixels=zeros, nodata=7)
make("cfloat32_sparse", "cfloat32", 1, [*TILED, "SPARSE_OK=YES"], pixels=numpy.zeros((1, 61, 75)), nodata=0)

for endian in ("LITTLE", "BIG"):
    make(f"uint24_{endian}", "uint32", 2, ["NBITS=24", f"ENDIANNESS={endian}", "COMPRESS=LZW", *TILED])
    make(f"float24_{endian}", "float32", 2, ["NBITS=24", f"ENDIANNESS={endian}", "COMPRESS=DEFLATE", *TILED])
    make(f"float24_odd_{endian}", "float32", 1, ["NBITS=24", f"ENDIANNESS={endian}"], pixels=numpy.array([[[0, -0.0, 1e-20, 2e-23, numpy.inf, -numpy.inf, 3e19, -1.5]]], "float32"), size=(8, 1))


def jpeg_tiff(name, width, height, factors, stream, samples, photometric):
    """A TIFF of one strip that holds a JPEG stream of another writer as it is."""
    shorts = lambda *values: struct.pack(f"<{len(values)}H", *values)
    tags = [
        (256, 3, 1, shorts(width)), (257, 3, 1, shorts(height)), (258, 3, samples, shorts(*[8] * samples)), (259, 3, 1, shorts(7)),
        (262, 3, 1, shorts(photometric)), (273, 4, 1, None), (277, 3, 1, shorts(samples)), (278, 3, 1, shorts(height)),
        (279, 4, 1, struct.pack("<I", len(stream))), (530, 3, 2, shorts(*factors)),
    ]  # fmt: skip
    start = 8 + 2 + 12 * len(tags) + 4
    apart = b""
    entries = b""
    pixels_at = start + sum(len(value) for *_, value in tags if value and len(value) > 4)
    for tag, kind, count, value in tags:
        value = struct.pack("<I", pixels_at) if value is None else value
        if len(value) > 4:
            field = struct.pack("<I", start + len(apart))
            apart += value
        else:
            field = value.ljust(4, b"\0")
        entries += struct.pack("<HHI", tag, kind, count) + field
    with open(f"{target}/{name}.tif", "wb") as file:
        file.write(struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + entries + b"\0" * 4 + apart + stream)
    made.append(f"{name}.tif")


def dct_matrix():
    rows = numpy.arange(8)[:, None]
    matrix = numpy.cos((2 * numpy.arange(8)[None, :] + 1) * rows * numpy.pi / 16) / 2
    matrix[0] /= numpy.sqrt(2)
    return matrix


ZIGZAG = sorted(range(64), key=lambda at: (at // 8 + at % 8, (at // 8 if (at // 8 + at % 8) % 2 else at % 8)))
AC_SYMBOLS = [0x00, 0xF0] + [run << 4 | size for run in range(16) for size in range(1, 11)]


def coded(value):
    """Size and bits of a number in JPEG's code."""
    size = int(abs(value)).bit_length()
    return size, (value if value > 0 else value + (1 << size) - 1) if size else 0


def block_bits(coefficients, before):
    """Bits of a block under plain codes: 4 bits for the size of a mean, 8 for each other symbol."""
    size, rest = coded(coefficients[0] - before)
    bits = f"{size:04b}" + (f"{rest:0{size}b}" if size else "")
    run = 0
    for value in coefficients[1:]:
        if value == 0:
            run += 1
            continue
        for _ in range(run // 16):
            bits += f"{AC_SYMBOLS.index(0xF0):08b}"
        size, rest = coded(value)
        bits += f"{AC_SYMBOLS.index(run % 16 << 4 | size):08b}{rest:0{size}b}"
        run = 0
    return bits + (f"{0:08b}" if run else "")


def jpeg_stream(width, height, factors, restart, interleaved=True):
    """A baseline JPEG of smooth planes, one component a pair of sampling factors; restart markers every `restart` MCUs where it is not 0."""
    wide, tall = max(h for h, _ in factors), max(v for _, v in factors)
    across, down = -(-width // (8 * wide)), -(-height // (8 * tall))
    matrix = dct_matrix()
    planes = []
    for place, (h, v) in enumerate(factors):
        plane = picture(1, down * v * 8, across * h * 8, "uint8", 40 + place)[0].astype(float) - 128
        blocks = plane.reshape(down * v, 8, across * h, 8).transpose(0, 2, 1, 3)
        planes.append(numpy.round(matrix @ blocks @ matrix.T / 7).astype(int).reshape(down * v, across * h, 64)[:, :, ZIGZAG])
    segment = lambda code, body: struct.pack(">BBH", 0xFF, code, len(body) + 2) + body
    count = len(factors)
    stream = b"\xff\xd8" + segment(0xDB, bytes([0] + [7] * 64))
    stream += segment(0xC0, struct.pack(">BHHB", 8, height, width, count) + b"".join(bytes([k + 1, h << 4 | v, 0]) for k, (h, v) in enumerate(factors)))
    stream += segment(0xC4, bytes([0x00, 0, 0, 0, 12] + [0] * 12 + list(range(12))))
    stream += segment(0xC4, bytes([0x10] + [0] * 7 + [len(AC_SYMBOLS)] + [0] * 8 + AC_SYMBOLS))
    if restart:
        stream += segment(0xDD, struct.pack(">H", restart))
    for members in [range(count)] if interleaved else [[k] for k in range(count)]:
        stream += segment(0xDA, bytes([len(members)]) + b"".join(bytes([k + 1, 0]) for k in members) + b"\0\x3f\0")
        h, v = factors[members[0]]
        units = [(y, x) for y in range(down) for x in range(across)]
        if not interleaved:
            units = [(y, x) for y in range(-(-(-(-height * v // tall)) // 8)) for x in range(-(-(-(-width * h // wide)) // 8))]
        before, bits = [0] * count, ""
        for number, (y, x) in enumerate(units):
            if restart and number and number % restart == 0:
                stream += packed(bits) + bytes([0xFF, 0xD0 + (number // restart - 1) % 8])
                before, bits = [0] * count, ""
            for k in members:
                h, v = factors[k] if interleaved else (1, 1)
                for row in range(v):
                    for column in range(h):
                        block = [int(value) for value in planes[k][y * v + row, x * h + column]]
                        bits += block_bits(block, before[k])
                        before[k] = block[0]
        stream += packed(bits)
    return stream + b"\xff\xd9"


def packed(bits):
    bits += "1" * (-len(bits) % 8)
    return int(bits or "0", 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")


SUBSAMPLINGS = {"444": (1, 1), "422": (2, 1), "420": (2, 2), "440": (1, 2), "411": (4, 1)}
for (width, height), (name, factors) in itertools.product(((77, 53), (64, 32), (5, 9), (2, 3)), SUBSAMPLINGS.items()):
    stream = jpeg_stream(width, height, [factors, (1, 1), (1, 1)], 3 if width == 77 else 0)
    jpeg_tiff(f"hand_{width}_{name}", width, height, factors, stream, 3, 6)
jpeg_tiff("hand_scans", 77, 53, (2, 2), jpeg_stream(77, 53, [(2, 2), (1, 1), (1, 1)], 5, False), 3, 6)
jpeg_tiff("hand_grey", 30, 41, (1, 1), jpeg_stream(30, 41, [(1, 1)], 1), 1, 1)
print(json.dumps(made))
