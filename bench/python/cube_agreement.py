"""How far two stores of one composite are apart: ONE OTHER. Prints the share of pixels of equal validity, and the largest difference relative to the largest value."""

import sys

import numpy
import zarr

one, other = (zarr.open(path, mode="r")["made"][:] for path in sys.argv[1:3])
same = numpy.isnan(one) == numpy.isnan(other)
apart = numpy.nanmax(numpy.abs(one - other)) / numpy.nanmax(numpy.abs(other))
print(f"{100 * same.mean():.4f} {apart:.2e}")
