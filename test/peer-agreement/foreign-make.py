"""Makes rasters by GDAL's drivers with options picked by a seed, and says what GDAL reads of them. Usage: foreign-make.py TARGET_DIR SEED COUNT"""

import json
import random
import sys

import numpy
from osgeo import gdal, osr

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
target, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

TYPES = {
    "uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int16": gdal.GDT_Int16, "uint32": gdal.GDT_UInt32, "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64, "uint64": gdal.GDT_UInt64, "int64": gdal.GDT_Int64,
}  # fmt: skip
LAEA = "+proj=laea +lat_0=10 +lon_0=20 +x_0=5 +y_0=7 +ellps=GRS80 +units=m"
CRS = [
    "EPSG:32633", "EPSG:4326", "EPSG:3857", "EPSG:27700", "EPSG:3035", "EPSG:2154", "EPSG:5070", "EPSG:3031", "EPSG:3413", "EPSG:28992",
    "EPSG:2056", "EPSG:21781", "EPSG:31370", "EPSG:26918", "EPSG:2263", "EPSG:3577", "EPSG:4269", "EPSG:4267", "EPSG:2193", "EPSG:6933",
    "EPSG:3395", "EPSG:25832", "EPSG:2180", "EPSG:5514", "EPSG:32719", "EPSG:3106", "EPSG:2326", "EPSG:4979", "EPSG:7415", "ESRI:54009",
    "ESRI:102003", "ESRI:54030", "ESRI:102008", LAEA, "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=23 +lon_0=-96 +datum=NAD83 +units=us-ft",
    "+proj=sinu +lon_0=0 +R=6371007.181 +units=m", "+proj=lcc +lat_1=33 +lat_2=45 +lat_0=40 +lon_0=-97 +R=6370000", "+proj=omerc +lat_0=4 "
    "+lonc=102.25 +alpha=323.0257905 +k=0.99984 +x_0=804670.24 +y_0=0 +gamma=323.1301023611111 +ellps=GRS80", "+proj=tmerc +lat_0=1 +lon_0=9 "
    "+k=0.9999 +x_0=200000 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7", "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 "
    "+R=6371229", "+proj=geos +h=35785831 +lon_0=0 +sweep=y +ellps=GRS80", None,
]  # fmt: skip


def reference(text):
    found = osr.SpatialReference()
    found.SetFromUserInput(text)
    return found


def affine(rng, text):
    unit = 0.01 if text in ("EPSG:4326", "EPSG:4269", "EPSG:4267", "EPSG:4979") else 10.0
    x, y = (5.0, 50.0) if unit < 1 else (400000.0, 500000.0)
    kind = rng.choice(["north", "north", "north", "south", "oblong", "rotated", "sheared", "mirrored", "odd", "none"])
    if kind == "none":
        return None
    if kind == "odd":
        return (x + 1 / 3, unit / 3, 0, y + 1 / 7, 0, -unit / 7)
    return {
        "north": (x, unit, 0, y, 0, -unit),
        "south": (x, unit, 0, y, 0, unit),
        "oblong": (x, unit * 2, 0, y, 0, -unit * 0.5),
        "rotated": (x, unit * 0.8, unit * 0.6, y, unit * 0.6, -unit * 0.8),
        "sheared": (x, unit, unit * 0.25, y, 0, -unit),
        "mirrored": (x, -unit, 0, y, 0, -unit),
    }[kind]


def pixels(rng, kind, bands, height, width, bits=None):
    made = numpy.random.default_rng(rng.randrange(2**31))
    if kind.startswith("float"):
        found = made.normal(100, 50, (bands, height, width)).astype(kind)
        if rng.random() < 0.3:
            found[:, 3:5, 2:7] = numpy.nan
        return found
    info = numpy.iinfo(kind)
    low, high = (0, min(info.max, 2**bits - 1)) if bits else (max(info.min, -(2**62)), min(info.max, 2**62))
    if rng.random() < 0.5:
        low, high = max(low, -1000), min(high, 1000)
    return made.integers(low, high, (bands, height, width), dtype="int64", endpoint=True).astype(kind)


def gtiff_options(rng, kind, bands):
    options = []
    bits = None
    codec = rng.choice(["NONE", "LZW", "DEFLATE", "ZSTD", "PACKBITS", "LZMA", "LERC", "LERC_DEFLATE", "LERC_ZSTD"])
    if codec.startswith("LERC") and kind.endswith("64") and not kind.startswith("float"):
        codec = "ZSTD"
    if rng.random() < 0.15 and kind in ("uint8", "uint16", "uint32"):
        bits = rng.randrange(1, {"uint8": 8, "uint16": 16, "uint32": 32}[kind])
        codec = rng.choice(["NONE", "DEFLATE", "LZW"])
        options.append(f"NBITS={bits}")
    elif rng.random() < 0.3 and kind == "float32":
        bits = rng.choice([16, 24])
        codec = rng.choice(["NONE", "DEFLATE"])
        options.append(f"NBITS={bits}")
        bits = None
    elif codec in ("LZW", "DEFLATE", "ZSTD", "LZMA") and rng.random() < 0.6:
        options.append(f"PREDICTOR={3 if kind.startswith('float') else 2}" if not kind.endswith("64") or kind == "float64" else "PREDICTOR=1")
    options.append(f"COMPRESS={codec}")
    tiled = rng.random() < 0.5
    if tiled:
        options += ["TILED=YES", f"BLOCKXSIZE={rng.choice([16, 32, 48, 128])}", f"BLOCKYSIZE={rng.choice([16, 32, 64])}"]
    elif rng.random() < 0.5:
        options.append(f"BLOCKYSIZE={rng.choice([1, 3, 7, 1000])}")
    options.append(f"INTERLEAVE={rng.choice(['PIXEL', 'BAND'])}")
    # GDAL 3.6 writes other numbers than it was given with this predictor and another order of bytes than the machine's.
    options.append("ENDIANNESS=" + ("NATIVE" if "PREDICTOR=3" in options else rng.choice(["LITTLE", "BIG", "NATIVE"])))
    options.append(f"BIGTIFF={rng.choice(['YES', 'NO', 'IF_SAFER'])}")
    options.append(f"GEOTIFF_KEYS_FLAVOR={rng.choice(['STANDARD', 'STANDARD', 'ESRI_PE'])}")
    options.append(f"GEOTIFF_VERSION={rng.choice(['AUTO', '1.0', '1.1'])}")
    if rng.random() < 0.2:
        options.append(f"PROFILE={rng.choice(['GeoTIFF', 'BASELINE', 'GDALGeoTIFF'])}")
    if rng.random() < 0.3 and not (bands == 4 and kind == "uint8"):
        options.append("SPARSE_OK=TRUE")
    if bands == 1 and kind in ("uint8", "uint16") and not bits:
        options.append(f"PHOTOMETRIC={rng.choice(['MINISBLACK', 'MINISWHITE', 'PALETTE', 'MINISBLACK'])}")
    elif bands >= 3 and rng.random() < 0.5 and not bits:
        # Of CMYK in 8 bits GDAL makes RGB.
        options.append(f"PHOTOMETRIC={rng.choice(['RGB', 'CMYK'] if bands > 3 and kind != 'uint8' else ['RGB'])}")
    # GDAL fills alpha that is not stored with the nodata value.
    if bands in (2, 4) and rng.random() < 0.6 and "SPARSE_OK=TRUE" not in options:
        options.append(f"ALPHA={rng.choice(['YES', 'PREMULTIPLIED', 'NON-PREMULTIPLIED', 'NO'])}")
    if rng.random() < 0.2:
        options.append("TFW=YES")
    return options, bits


def nodata_for(rng, kind, data):
    if rng.random() < 0.5:
        return None
    if kind.startswith("float"):
        return rng.choice([float("nan"), -9999.0, -3.4028234663852886e38 if kind == "float32" else -1.7e308, 0.1, float("inf")])
    return int(data.flat[rng.randrange(data.size)]) if rng.random() < 0.7 else rng.choice([0, 255, 1])


def write_gtiff(rng, name, cog):
    kind = rng.choice(list(TYPES))
    bands = rng.choice([1, 1, 2, 3, 4, 5])
    height, width = rng.randrange(1, 90), rng.randrange(1, 90)
    path = f"{target}/{name}.tif"
    options, bits = gtiff_options(rng, kind, bands)
    if cog:
        kind, bits = rng.choice(["uint8", "int16", "float32", "uint16", "float64"]), None
        options = []
    data = pixels(rng, kind, bands, height, width, bits)
    driver = gdal.GetDriverByName("MEM" if cog else "GTiff")
    dataset = driver.Create("" if cog else path, width, height, bands, TYPES[kind], options)
    text = rng.choice(CRS)
    transform = affine(rng, text)
    gcps = transform is None and rng.random() < 0.5 and text is not None
    if gcps:
        points = [gdal.GCP(5 + c * 0.1 + r * 0.01, 50 - r * 0.1 + c * 0.01, 0, c, r) for c in (0.5, width) for r in (0, height + 0.5)]
        dataset.SetGCPs(points, reference(text))
    else:
        if transform is not None:
            dataset.SetGeoTransform(transform)
        if text is not None:
            dataset.SetSpatialRef(reference(text))
    if rng.random() < 0.25:
        dataset.SetMetadataItem("AREA_OR_POINT", "Point")
    nodata = nodata_for(rng, kind, data)
    if nodata is not None:
        (dataset.GetRasterBand(1).SetNoDataValueAsInt64 if kind == "int64" else dataset.GetRasterBand(1).SetNoDataValueAsUInt64 if kind == "uint64"
         else dataset.GetRasterBand(1).SetNoDataValue)(nodata)  # fmt: skip
    if "PHOTOMETRIC=PALETTE" in options:
        table = gdal.ColorTable()
        for value in range(200):
            table.SetColorEntry(value, (value, 255 - value, value // 2, 255))
        dataset.GetRasterBand(1).SetColorTable(table)
    if rng.random() < 0.3:
        dataset.GetRasterBand(1).SetScale(0.01)
        dataset.GetRasterBand(1).SetOffset(-3)
        dataset.GetRasterBand(1).SetUnitType("m")
        dataset.GetRasterBand(1).SetDescription("a band")
    sparse = "SPARSE_OK=TRUE" in options
    for band in range(bands):
        if sparse:
            if height > 4 and band == 0:
                dataset.GetRasterBand(1).WriteArray(data[0, :2])
        else:
            dataset.GetRasterBand(band + 1).WriteArray(data[band])
    internal = rng.random() < 0.6
    if nodata is None and rng.random() < 0.3 and not any(o.startswith("ALPHA") for o in options):
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES" if internal or cog else "NO")
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray((numpy.indices((height, width)).sum(0) % 3 > 0).astype("uint8") * 255)
    if cog:
        options = [f"COMPRESS={rng.choice(['NONE', 'LZW', 'DEFLATE', 'ZSTD', 'LERC'])}", f"BLOCKSIZE={rng.choice([128, 256])}"]
        options.append(f"BIGTIFF={rng.choice(['YES', 'NO'])}")
        options.append(f"PREDICTOR={rng.choice(['YES', 'NO'])}")
        if text is not None and not gcps and transform is not None and transform[2] == 0 and rng.random() < 0.2 and not text.startswith("+"):
            options += ["OVERVIEWS=NONE", "SPARSE_OK=TRUE"]
        gdal.GetDriverByName("COG").CreateCopy(path, dataset, options=options)
    dataset = None
    return path, options


def write_netcdf(rng, name):
    kind = rng.choice(["uint8", "int16", "int32", "float32", "float64"])
    bands = 1
    height, width = rng.randrange(2, 60), rng.randrange(2, 60)
    data = pixels(rng, kind, bands, height, width)
    source = gdal.GetDriverByName("MEM").Create("", width, height, bands, TYPES[kind])
    text = rng.choice([c for c in CRS if c and not c.startswith("+") and c not in ("EPSG:4979", "EPSG:7415")])
    source.SetSpatialRef(reference(text))
    transform = affine(rng, text) or (400000.0, 10, 0, 500000.0, 0, -10)
    if transform[2] or transform[4] or transform[1] < 0:
        transform = (transform[0], abs(transform[1]), 0, transform[3], 0, transform[5])
    source.SetGeoTransform(transform)
    for band in range(bands):
        source.GetRasterBand(band + 1).WriteArray(data[band])
        if kind != "uint8" and band == 0 and rng.random() < 0.5:
            source.GetRasterBand(1).SetNoDataValue(-99)
    options = [f"FORMAT={rng.choice(['NC', 'NC2', 'NC4', 'NC4C'])}", f"WRITE_BOTTOMUP={rng.choice(['YES', 'NO'])}"]
    if options[0].startswith("FORMAT=NC4") and rng.random() < 0.6:
        options += ["COMPRESS=DEFLATE"]
    path = f"{target}/{name}.nc"
    gdal.GetDriverByName("netCDF").CreateCopy(path, source, options=options)
    return path, options


def write_zarr(rng, name):
    kind = rng.choice(["uint8", "uint16", "int16", "int32", "uint32", "float32", "float64"])
    height, width = rng.randrange(2, 60), rng.randrange(2, 60)
    data = pixels(rng, kind, 1, height, width)
    source = gdal.GetDriverByName("MEM").Create("", width, height, 1, TYPES[kind])
    text = rng.choice([c for c in CRS if c])
    source.SetSpatialRef(reference(text))
    transform = affine(rng, text) or (400000.0, 10, 0, 500000.0, 0, -10)
    if transform[2] or transform[4]:
        transform = (transform[0], abs(transform[1]), 0, transform[3], 0, -abs(transform[5] or 1))
    source.SetGeoTransform(transform)
    source.GetRasterBand(1).WriteArray(data[0])
    if rng.random() < 0.5:
        source.GetRasterBand(1).SetNoDataValue(7)
    options = [f"COMPRESS={rng.choice(['NONE', 'ZLIB', 'ZSTD', 'GZIP', 'BLOSC', 'LZ4'])}", f"BLOCKSIZE={rng.choice(['16,16', '7,100', '60,60'])}"]
    options.append(f"CHUNK_MEMORY_LAYOUT={rng.choice(['C', 'F'])}")
    path = f"{target}/{name}.zarr"
    gdal.GetDriverByName("Zarr").CreateCopy(path, source, options=options)
    return path, options


def record(path, options):
    dataset = gdal.Open(path)
    subs = dataset.GetSubDatasets()
    first = dataset.GetRasterBand(1) if dataset.RasterCount else None
    if first is None and subs:
        return {"path": path, "skip": "no bands", "options": options}
    bands = [dataset.GetRasterBand(at + 1) for at in range(dataset.RasterCount)]
    srs = dataset.GetSpatialRef() if not dataset.GetGCPCount() else dataset.GetGCPSpatialRef()
    stem = path + ".gdal"
    with open(stem + ".pixels", "wb") as out, open(stem + ".masks", "wb") as masks:
        for band in bands:
            out.write(band.ReadAsArray().tobytes())
            masks.write((band.GetMaskBand().ReadAsArray() != 0).astype("uint8").tobytes())
    return {
        "path": path,
        "options": options,
        "dtype": first.ReadAsArray(0, 0, 1, 1).dtype.name,
        "shape": [len(bands), dataset.RasterYSize, dataset.RasterXSize],
        "transform": dataset.GetGeoTransform(can_return_null=True),
        "wkt": None if srs is None else srs.ExportToWkt(["FORMAT=WKT2_2019"]),
        "gcps": [[p.GCPPixel, p.GCPLine, p.GCPX, p.GCPY] for p in dataset.GetGCPs()],
        "alpha": [band.GetColorInterpretation() == gdal.GCI_AlphaBand for band in bands],
        "scale": [[band.GetScale() or 1, band.GetOffset() or 0] for band in bands],
        "nodata": any(band.GetNoDataValue() is not None for band in bands),
        "units": [band.GetUnitType() or None for band in bands],
    }


records = []
for index in range(count):
    rng = random.Random(seed * 100003 + index)
    which = rng.random()
    name = f"f{index}"
    try:
        path, options = (
            write_netcdf(rng, name) if which < 0.15 else write_zarr(rng, name) if which < 0.3 else write_gtiff(rng, name, cog=which < 0.45)
        )
    except RuntimeError as error:
        # Drivers refuse some combinations: so be it.
        records.append({"path": name, "skip": str(error)})
        continue
    try:
        records.append(record(path, options))
    except RuntimeError as error:
        records.append({"path": path, "skip": f"reading: {error}", "options": options})
with open(f"{target}/index.json", "w") as out:
    json.dump(records, out)
