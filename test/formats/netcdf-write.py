"""Writes NetCDF files of all kinds by the netCDF library, from a seed.

Usage: netcdf-write.py DIRECTORY COUNT SEED
"""
import sys

import netCDF4
import numpy as np

directory, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random = np.random.RandomState(seed)
kinds = ["NETCDF3_CLASSIC", "NETCDF3_64BIT_OFFSET", "NETCDF3_64BIT_DATA", "NETCDF4_CLASSIC", "NETCDF4", "NETCDF4"]
narrow = ["i1", "i2", "i4", "f4", "f8"]
wide = narrow + ["u1", "u2", "u4", "i8", "u8"]


def pick(options):
    return options[random.randint(len(options))]


def values(shape, dtype):
    if dtype[0] == "f":
        data = random.standard_normal(shape).astype(dtype)
        data[random.random_sample(shape) < 0.05] = np.nan
        return data
    info = np.iinfo(dtype)
    return random.randint(max(info.min, -(2**62)), min(info.max, 2**62), shape, dtype="i8").astype(dtype)


for number in range(count):
    kind = kinds[number % len(kinds)]
    isNew = kind.startswith("NETCDF4")
    dtypes = wide if kind in ("NETCDF4", "NETCDF3_64BIT_DATA") else narrow
    with netCDF4.Dataset(f"{directory}/file{number:03}.nc", "w", format=kind) as file:
        height, width, times = random.randint(1, 40), random.randint(1, 60), random.randint(1, 6)
        file.createDimension("time", None if random.randint(2) else times)
        file.createDimension("lat", height)
        file.createDimension("lon", width)
        file.title = "written for a test"
        for name, extent, unit in (("lat", height, "degrees_north"), ("lon", width, "degrees_east")):
            labels = file.createVariable(name, pick(["f4", "f8"]), (name,), zlib=isNew and bool(random.randint(2)))
            labels.units = unit
            labels[:] = 10 + 0.5 * np.arange(extent) * pick([1, -1])
        time = file.createVariable("time", pick(["i4", "f8"]), ("time",))
        time.units = "days since 2000-01-01"
        time[:] = np.arange(times)
        groups = [file] + ([file.createGroup("inner"), file.createGroup("inner/most")] if kind == "NETCDF4" else [])
        for each in range(random.randint(1, 5)):
            dims = pick([("lat", "lon"), ("time", "lat", "lon"), ("time", "lat", "lon"), ("time", "lon", "lat")])
            shape = [{"lat": height, "lon": width, "time": times}[dim] for dim in dims]
            dtype = pick(dtypes)
            options = {}
            if isNew:
                options = {
                    "zlib": bool(random.randint(2)),
                    "complevel": int(random.randint(1, 10)),
                    "shuffle": bool(random.randint(2)),
                    "fletcher32": bool(random.randint(3) == 0),
                    "endian": pick(["native", "little", "big"]),
                }
                if random.randint(2):
                    options["chunksizes"] = [int(random.randint(1, extent + 1)) for extent in shape]
                elif "time" not in dims or not file.dimensions["time"].isunlimited():
                    options["contiguous"] = not options["zlib"] and not options["fletcher32"]
                    options["shuffle"] = options["shuffle"] and not options["contiguous"]
            fill = pick([None, None, False, 7])
            variable = pick(groups).createVariable(f"v{each}", dtype, dims, fill_value=fill, **options)
            variable.set_auto_maskandscale(False)
            for note in range(random.randint(0, 14)):
                variable.setncattr(f"note{note}", pick(["text " * note, note * 1.5, np.arange(note, dtype="i4")]) if note else "first")
            if random.randint(3) == 0:
                variable.setncattr("missing_value", np.array(5, dtype))
            if random.randint(3) == 0:
                variable.setncattr("valid_range", np.array([1, 90], dtype))
            # Without a fill value what was not written is whatever memory holds.
            part = random.randint(1, shape[0] + 1) if random.randint(4) == 0 and fill is not False else shape[0]
            variable[:part] = values([part] + shape[1:], dtype)
