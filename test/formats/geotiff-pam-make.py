"""Makes GeoTIFFs with `.aux.xml` beside them and RPC tags, and prints what GDAL says of each. Usage: geotiff-pam-make.py TARGET_DIR"""

import json
import sys

import numpy
from osgeo import gdal, osr

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
target = sys.argv[1]


def make(name, pam, full=False, kind=gdal.GDT_Int16, rpc=None):
    path = f"{target}/{name}.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(path, 8, 6, 2, kind, ["INTERLEAVE=BAND"] if full else [])
    dataset.WriteArray(numpy.arange(96).reshape(2, 6, 8) % 11)
    if full:
        dataset.SetGeoTransform([100, 10, 0, 200, 0, -10])
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32633)
        dataset.SetSpatialRef(reference)
        dataset.SetMetadata({"K": "tiff", "ONLY_T": "t"})
        dataset.SetMetadataItem("D", "tiff", "DOM")
        for number in (1, 2):
            band = dataset.GetRasterBand(number)
            band.SetNoDataValue(5)
            band.SetScale(2)
            band.SetOffset(3)
            band.SetUnitType("m")
            band.SetDescription(f"band {number}")
            band.SetMetadataItem("BK", "tiff")
            band.SetMetadataItem("BT", "t")
    if rpc is not None:
        dataset.SetMetadata(rpc, "RPC")
    dataset = None
    if pam is not None:
        with open(path + ".aux.xml", "w") as file:
            file.write(pam)


EVERYTHING = """<PAMDataset>
  <SRS dataAxisToSRSAxisMapping="1,2">EPSG:3035</SRS>
  <GeoTransform> 1.0e+03, 2.0e+01, 0, 3.0e+03, 0, -2.0e+01</GeoTransform>
  <Metadata><MDI key="K">pam</MDI><MDI key="P">pam &lt;x&gt; &amp;amp;</MDI></Metadata>
  <Metadata domain="DOM"><MDI key="D">pam</MDI></Metadata>
  <Metadata domain="IMAGE_STRUCTURE"><MDI key="NEWX">1</MDI></Metadata>
  <Metadata domain="xml:X" format="xml"><a>1</a></Metadata>
  <PAMRasterBand band="1">
    <Description>from pam</Description><NoDataValue>7</NoDataValue><UnitType>ft</UnitType><Offset>30</Offset><Scale>20</Scale>
    <ColorInterp>Palette</ColorInterp>
    <ColorTable><Entry c1="1" c2="2" c3="3" c4="255"/><Entry c1="4" c2="5" c3="6" c4="255"/></ColorTable>
    <Metadata><MDI key="BK">pam</MDI><MDI key="STATISTICS_MAXIMUM">99</MDI><MDI key="STATISTICS_MEAN">9.5</MDI></Metadata>
  </PAMRasterBand>
</PAMDataset>"""
GCPS = "".join(
    f'<GCP Id="{i}" Pixel="{p}" Line="{line}" X="{x}" Y="{y}" Z="0"/>'
    for i, (p, line, x, y) in enumerate([(0, 0, 10, 50), (8, 0, 11, 50), (0, 6, 10, 49), (8, 6, 11.2, 49)])
)
CONTROL = f'<PAMDataset><GCPList Projection="EPSG:4326" dataAxisToSRSAxisMapping="2,1">{GCPS}</GCPList></PAMDataset>'
BANDS = """<PAMDataset><PAMRasterBand band="1"><Offset>30</Offset></PAMRasterBand>
  <PAMRasterBand band="2"><ColorInterp>Red</ColorInterp><NoDataValue>8</NoDataValue></PAMRasterBand></PAMDataset>"""
make("full", EVERYTHING, True)
make("bare", EVERYTHING)
make("bands", BANDS, True)
make("some_bands", BANDS)
make("control", CONTROL)
make("control_over_affine", CONTROL, True)
make("crs_and_world_file", "<PAMDataset><SRS>EPSG:3035</SRS></PAMDataset>")
make("affine_and_world_file", "<PAMDataset><GeoTransform>1,2,0,3,0,-2</GeoTransform></PAMDataset>")
for name in ("crs_and_world_file", "affine_and_world_file"):
    with open(f"{target}/{name}.tfw", "w") as file:
        file.write("2\n0\n0\n-2\n11\n19\n")
make("damaged", "<PAMDataset><SRS>EPSG:3035</SR", True)
make("other_dataset", '<PAMDataset><Subdataset name="1"><PAMDataset><Metadata><MDI key="K">x</MDI></Metadata></PAMDataset></Subdataset></PAMDataset>', True)
make("hex_nodata", '<PAMDataset><PAMRasterBand band="1"><NoDataValue le_hex_equiv="0000000000001440">x</NoDataValue></PAMRasterBand></PAMDataset>')
make("nan", '<PAMDataset><PAMRasterBand band="2"><NoDataValue>nan</NoDataValue></PAMRasterBand></PAMDataset>', True, gdal.GDT_Float32)
polynomial = {f"{axis}_{part}_COEFF": " ".join(str(k / 7 - 1) for k in range(20)) for axis in ("LINE", "SAMP") for part in ("NUM", "DEN")}
offsets = {f"{what}_{kind}": str(0.1 + at) for kind in ("OFF", "SCALE") for at, what in enumerate(["LINE", "SAMP", "LAT", "LONG", "HEIGHT"])}
make("rpc", None, rpc={"ERR_BIAS": "0.5", "ERR_RAND": "-1", **offsets, **polynomial})

names = ["full", "bare", "bands", "some_bands", "control", "control_over_affine", "crs_and_world_file", "affine_and_world_file"]
names += ["damaged", "other_dataset", "hex_nodata", "nan", "rpc"]
said = {}
for name in names:
    dataset = gdal.Open(f"{target}/{name}.tif")
    reference = dataset.GetSpatialRef()
    bands = []
    for number in (1, 2):
        band = dataset.GetRasterBand(number)
        nodata = band.GetNoDataValue()
        table = band.GetColorTable()
        bands.append({
            "nodata": None if nodata is None else str(nodata), "scale": band.GetScale() or 1, "offset": band.GetOffset() or 0,
            "unit": band.GetUnitType() or None, "description": band.GetDescription() or None, "metadata": band.GetMetadata(),
            "color": gdal.GetColorInterpretationName(band.GetColorInterpretation()).lower(),
            "colors": None if table is None else [list(table.GetColorEntry(k)[:3]) for k in range(table.GetCount())],
            "mask": (band.GetMaskBand().ReadAsArray() != 0).astype(int).ravel().tolist(),
        })  # fmt: skip
    said[name] = {
        "epsg": reference and int(reference.GetAuthorityCode(None)), "transform": dataset.GetGeoTransform(can_return_null=True),
        "gcps": [[g.GCPPixel, g.GCPLine, g.GCPX, g.GCPY] for g in dataset.GetGCPs()], "metadata": dataset.GetMetadata(),
        "domain": dataset.GetMetadata("DOM"), "rpc": dataset.GetMetadata("RPC"), "bands": bands,
    }  # fmt: skip
print(json.dumps(said))
