"""What two rasters say of themselves beside their pixels: reads pairs of paths, writes where they differ, by GDAL."""

import json
import math
import sys

from osgeo import gdal, osr

gdal.UseExceptions()
gdal.SetConfigOption('CPL_LOG', '/dev/null')
gdal.PushErrorHandler('CPLQuietErrorHandler')


def crs(ds):
    return ds.GetSpatialRef()


def same_crs(one, other):
    if one is None or other is None:
        return one is None and other is None
    return bool(one.IsSame(other))


def nodata(band):
    value = band.GetNoDataValue()
    return 'nan' if isinstance(value, float) and math.isnan(value) else value


def table(band):
    colors = band.GetColorTable()
    if colors is None:
        return None
    # Tables of fewer bits than bytes are filled up with black.
    entries = [list(colors.GetColorEntry(at))[:3] for at in range(colors.GetCount())]
    return entries + [[0, 0, 0]] * (256 - len(entries))


def items(metadata):
    # Statistics hold for the pixels of the whole file; that values are bit fields is found out on opening.
    return {k: v for k, v in metadata.items() if v != '' and k != 'bitfield' and not k.startswith(('RASTERLOOM_', 'STATISTICS_'))}


def alpha(ds):
    return any(ds.GetRasterBand(at).GetColorInterpretation() == gdal.GCI_AlphaBand for at in range(1, ds.RasterCount + 1))


def differences(theirs, ours):
    found = {}

    def note(name, one, other):
        if one != other:
            found[name] = [one, other]

    if not same_crs(crs(theirs), crs(ours)):
        found['crs'] = [str(crs(theirs) and crs(theirs).ExportToWkt()), str(crs(ours) and crs(ours).ExportToWkt())]
    note('transform', theirs.GetGeoTransform(can_return_null=True), ours.GetGeoTransform(can_return_null=True))
    if theirs.GetGCPCount():
        gcps = lambda ds: [(g.GCPPixel, g.GCPLine, g.GCPX, g.GCPY, g.GCPZ) for g in ds.GetGCPs()]
        note('gcps', gcps(theirs), gcps(ours))
    note('bands', theirs.RasterCount - alpha(theirs), ours.RasterCount)
    note('metadata', items(theirs.GetMetadata()), items(ours.GetMetadata()))
    for domain in sorted(set(theirs.GetMetadataDomainList() or []) | set(ours.GetMetadataDomainList() or [])):
        if domain not in ('', 'IMAGE_STRUCTURE', 'DERIVED_SUBDATASETS', 'COLOR_PROFILE', 'SUBDATASETS') and not domain.startswith('xml:ESRI'):
            note('domain ' + domain, theirs.GetMetadata(domain) or {}, ours.GetMetadata(domain) or {})
    for at in range(1, min(theirs.RasterCount, ours.RasterCount) + 1):
        one, other = theirs.GetRasterBand(at), ours.GetRasterBand(at)
        note('dtype %d' % at, gdal.GetDataTypeName(one.DataType), gdal.GetDataTypeName(other.DataType))
        # Floats without nodata are written with NaN: it is invalid in them anyway.
        is_float = gdal.GetDataTypeName(one.DataType).startswith('Float')
        note('nodata %d' % at, 'nan' if is_float and nodata(one) is None else nodata(one), nodata(other))
        note('scale %d' % at, one.GetScale() or 1, other.GetScale() or 1)
        note('offset %d' % at, one.GetOffset() or 0, other.GetOffset() or 0)
        note('unit %d' % at, one.GetUnitType(), other.GetUnitType())
        note('description %d' % at, one.GetDescription(), other.GetDescription())
        note('color %d' % at, gdal.GetColorInterpretationName(one.GetColorInterpretation()), gdal.GetColorInterpretationName(other.GetColorInterpretation()))
        note('table %d' % at, table(one), table(other))
        note('items %d' % at, items(one.GetMetadata()), items(other.GetMetadata()))
    return found


answers = []
for pair in json.load(sys.stdin):
    try:
        theirs = gdal.Open(pair['theirs'])
    except RuntimeError as error:
        answers.append({'unread': str(error)})
        continue
    answers.append({'differences': differences(theirs, gdal.Open(pair['ours']))})
json.dump(answers, sys.stdout)
