"""Dumps what GDAL reads from GeoTIFFs: pixels and masks as raw bytes, the rest as JSON. Usage: geotiff-dump.py TARGET_DIR LIST_FILE"""

import json
import sys

import numpy
from osgeo import gdal

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")

MOST_PIXELS = 1500000


def windows(width, height):
    """All of a small image, or three windows of a large one, as x, y, width, height."""
    if width * height <= MOST_PIXELS:
        return [(0, 0, width, height)]
    size = 300
    middle = (width // 2 - 150, height // 2 - 150)
    return [(0, 0, size, size), (*middle, size, size), (width - 211, height - 173, 211, 173)]


PARTS = {gdal.GDT_CInt16: "int16", gdal.GDT_CInt32: "int32", gdal.GDT_CFloat32: "float32", gdal.GDT_CFloat64: "float64"}


def planes(band, area=()):
    """The pixels of a band: of a complex one its real part, then its imaginary part."""
    pixels = band.ReadAsArray(*area)
    part = PARTS.get(band.DataType)
    return [pixels] if part is None else [pixels.real.astype(part), pixels.imag.astype(part)]


def nodata_of(band):
    value = band.GetNoDataValue()
    return None if value is None else str(value)


def dump(path, stem):
    dataset = gdal.Open(path)
    transform = dataset.GetGeoTransform(can_return_null=True)
    reference = dataset.GetSpatialRef()
    bands = [dataset.GetRasterBand(index + 1) for index in range(dataset.RasterCount)]
    areas = windows(dataset.RasterXSize, dataset.RasterYSize)
    with open(stem + ".pixels", "wb") as pixels, open(stem + ".masks", "wb") as masks:
        for area in areas:
            for band in bands:
                for plane in planes(band, area):
                    pixels.write(plane.tobytes())
            for band in bands:
                mask = (band.GetMaskBand().ReadAsArray(*area) != 0).astype(numpy.uint8).tobytes()
                masks.write(mask * (2 if band.DataType in PARTS else 1))
    first = bands[0]
    return {
        "width": dataset.RasterXSize,
        "height": dataset.RasterYSize,
        "windows": areas,
        "dtype": planes(first, (0, 0, 1, 1))[0].dtype.name,
        "transform": transform,
        "epsg": reference.GetAuthorityCode(None) if reference and reference.GetAuthorityName(None) == "EPSG" else None,
        "hasCrs": reference is not None,
        "maskFlags": first.GetMaskFlags(),
        "overviews": [[first.GetOverview(i).XSize, first.GetOverview(i).YSize] for i in range(first.GetOverviewCount())],
        "metadata": dataset.GetMetadata(),
        "bands": [
            {
                "alpha": band.GetColorInterpretation() == gdal.GCI_AlphaBand,
                "nodata": nodata_of(band),
                "scale": band.GetScale(),
                "offset": band.GetOffset(),
                "unit": band.GetUnitType(),
                "description": band.GetDescription() + part,
                "palette": band.GetColorTable() is not None,
            }
            for band in bands
            for part in (["real", "imaginary"] if band.DataType in PARTS else [""])
        ],
    }


target, list_file = sys.argv[1:]
records = []
with open(list_file) as lines:
    for number, path in enumerate(json.load(lines)):
        try:
            record = dump(path, f"{target}/{number}")
        except Exception as error:  # what GDAL cannot read is recorded as such
            record = {"error": str(error)}
        records.append(record)
with open(f"{target}/index.json", "w") as index:
    json.dump(records, index)
