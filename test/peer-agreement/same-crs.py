"""Says which pairs of CRSs are the same for GDAL. Reads pairs of WKT as JSON, prints for each true, or why not. Usage: same-crs.py PAIRS_FILE"""

import json
import sys

from osgeo import gdal, osr

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")


def reference(text):
    found = osr.SpatialReference()
    found.SetFromUserInput(text)
    found.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    # A raster has two axes.
    if found.IsCompound():
        found.StripVertical()
    found.DemoteTo2D()
    return found


def parameters(srs):
    """What decides where things are: of CRSs that differ in names alone it is the same."""
    found = srs.Clone()
    return sorted(part for part in found.ExportToProj4().split() if not part.startswith(("+type", "+no_defs", "+units", "+to_meter")))


answers = []
for ours, theirs in json.load(open(sys.argv[1])):
    try:
        one, other = reference(ours), reference(theirs)
        same = one.IsSame(other, ["CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"])
        answers.append("same" if same else "position" if parameters(one) == parameters(other) else f"{ours} != {theirs}")
    except RuntimeError as error:
        answers.append(f"{error}: {ours}")
print(json.dumps(answers))
