#!/usr/bin/python3
"""Writes epsg.table.ts from PROJ's own database (Debian: python3-pyproj).

For every projected and geographic 2D CRS of EPSG: a PROJ string with the shift to WGS 84 that comes closest to what PROJ itself
does in the CRS's area of use, measured on a lattice of points, and that measured difference. Usage: epsg.generate.py [CODE ...]
With codes, prints their lines instead of writing the table.
"""
import math
import os
import re
import sys
import warnings

import numpy as np
import pyproj
from pyproj.enums import PJType
from pyproj.transformer import TransformerGroup

warnings.filterwarnings('ignore')
pyproj.network.set_network_enabled(False)

ARCSEC = math.pi / 180 / 3600
# Projections that the library computes, and how their parameters are abbreviated: values in this order, the name left out.
METHODS = {
    'longlat': [],
    'tmerc': ['lat_0', 'lon_0', 'k', 'x_0', 'y_0'],
    'utm': ['zone'],
    'lcc': ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
    'stere': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'sterea': ['lat_0', 'lon_0', 'k', 'x_0', 'y_0'],
    'aea': ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
    'cass': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'omerc': ['lat_0', 'lonc', 'alpha', 'gamma', 'k', 'x_0', 'y_0'],
    'laea': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'merc': ['lon_0', 'k', 'x_0', 'y_0'],
    'krovak': ['lat_0', 'lon_0', 'alpha', 'k', 'x_0', 'y_0'],
    'somerc': ['lat_0', 'lon_0', 'k_0', 'x_0', 'y_0'],
    'eqc': ['lat_ts', 'lat_0', 'lon_0', 'x_0', 'y_0'],
    'poly': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'cea': ['lat_ts', 'lon_0', 'x_0', 'y_0'],
    'eqearth': ['lon_0', 'x_0', 'y_0'],
    'nzmg': ['lat_0', 'lon_0', 'x_0', 'y_0'],
}
DATUM_KEYS = {'ellps', 'a', 'b', 'rf', 'R', 'datum', 'towgs84', 'nadgrids', 'pm'}
DROPPED_KEYS = {'no_defs', 'type', 'wktext'}


def words_of(text):
    pairs = [(word.lstrip('+').split('=', 1) + [''])[:2] for word in text.split()]
    return [(key, value) for key, value in pairs if key not in DROPPED_KEYS]


def number(value):
    """Shortest text that reads back as the same number to 15 digits."""
    text = f'{float(value):.15g}'
    return re.sub(r'^(-?)0\.', r'\1.', text) if text not in ('0', '-0') else '0'


# --- shifts -----------------------------------------------------------------------------------------------------------------

def step_matrix(step):
    """A helmert or molobadekas step of a PROJ pipeline as a 4 x 4 matrix on earth-centred coordinates."""
    g = lambda key: float(step.get(key, 0))
    sign = -1 if step.get('convention') == 'coordinate_frame' else 1
    rx, ry, rz = (sign * g(key) * ARCSEC for key in ('rx', 'ry', 'rz'))
    scale = 1 + g('s') * 1e-6
    m = np.eye(4)
    m[:3, :3] = scale * np.array([[1, -rz, ry], [rz, 1, -rx], [-ry, rx, 1]])
    pivot = np.array([g('px'), g('py'), g('pz')])
    m[:3, 3] = np.array([g('x'), g('y'), g('z')]) + pivot - m[:3, :3] @ pivot
    return np.linalg.inv(m) if 'inv' in step else m


def towgs84_of(definition):
    """The 7 parameters (position vector) of a pipeline that is made of earth-centred steps only, or None."""
    if 'noop' in definition and 'step' not in definition:
        return (0.0,) * 7
    m = np.eye(4)
    for text in definition.split('step ')[1:]:
        step = dict((word.split('=', 1) + [''])[:2] for word in text.split())
        name = step.get('proj')
        if name in ('helmert', 'molobadekas'):
            if 'exact' in step:
                return None
            m = step_matrix(step) @ m
        elif name not in ('unitconvert', 'push', 'pop', 'cart', 'axisswap', 'longlat', 'noop'):
            return None
    if np.array_equal(m, np.eye(4)):
        return (0.0,) * 7
    r = m[:3, :3]
    scale = np.trace(r) / 3
    rx = (r[2, 1] - r[1, 2]) / 2 / scale
    ry = (r[0, 2] - r[2, 0]) / 2 / scale
    rz = (r[1, 0] - r[0, 1]) / 2 / scale
    found = (*m[:3, 3], rx / ARCSEC, ry / ARCSEC, rz / ARCSEC, (scale - 1) * 1e6)
    return tuple(round(value, 7) + 0.0 for value in found)


def geocentric(lon, lat, a, f):
    lon, lat = np.radians(lon), np.radians(lat)
    es = f * (2 - f)
    n = a / np.sqrt(1 - es * np.sin(lat) ** 2)
    return np.stack([n * np.cos(lat) * np.cos(lon), n * np.cos(lat) * np.sin(lon), n * (1 - es) * np.sin(lat)])


def shifted(lonlat, ellipsoid, shift):
    """Longitudes and latitudes on WGS 84 of points of another datum."""
    a, f = ellipsoid
    if shift is None:
        return lonlat
    if not any(shift) and a == 6378137 and abs(f - 1 / 298.257223563) < 1e-10:
        return lonlat
    p = geocentric(*lonlat, a, f)
    rx, ry, rz = (value * ARCSEC for value in shift[3:6])
    r = (1 + shift[6] * 1e-6) * np.array([[1, -rz, ry], [rz, 1, -rx], [-ry, rx, 1]])
    x, y, z = r @ p + np.array(shift[:3])[:, None]
    lon, lat, _ = ECEF.transform(x, y, z)
    return lon, lat


ECEF = pyproj.Transformer.from_crs(4978, 4979, always_xy=True)


def fitted_shift(own, ellipsoid, wgs, start):
    """The 3-parameter shift, or where that leaves a metre the 7-parameter one, that brings points of a datum closest to their places on WGS 84."""
    def residual(shift):
        lon, lat = shifted(own, ellipsoid, tuple(shift))
        across = (np.asarray(lon) - wgs[0] + 180) % 360 - 180
        return 111320 * np.concatenate([across * np.cos(np.radians(wgs[1])), np.asarray(lat) - wgs[1]])
    steps = np.array([1, 1, 1, 0.1, 0.1, 0.1, 0.1])
    best = np.array(start, float)
    for count in (3, 7):
        for _ in range(5):
            now = residual(best)
            slopes = np.stack([(residual(best + steps * (np.arange(7) == k)) - now) / steps[k] for k in range(count)], axis=1)
            change, *_ = np.linalg.lstsq(slopes * steps[:count], -now, rcond=1e-6)
            best[:count] += change * steps[:count]
        if np.max(np.abs(residual(best))) < 0.7:
            break
    return tuple(round(float(value), 4 if k < 3 else 6) for k, value in enumerate(best))


def metres_between(one, other):
    dlon = (one[0] - other[0] + 180) % 360 - 180
    dlat = one[1] - other[1]
    d = 111320 * np.hypot(dlon * np.cos(np.radians(one[1])), dlat)
    return d


group_cache = {}


def candidates_of(geodetic):
    """All shifts to WGS 84 that PROJ has for a geographic CRS and that need no grid."""
    key = geodetic.to_wkt()
    if key not in group_cache:
        found = [(0.0,) * 7]
        try:
            group = TransformerGroup(geodetic, 4326, always_xy=True, allow_ballpark=False)
            for transformer in group.transformers:
                shift = towgs84_of(transformer.definition)
                if shift is not None and shift not in found:
                    found.append(shift)
        except Exception as error:  # an unknown datum has no operations at all
            print('no operations:', geodetic.name, error, file=sys.stderr)
        # Last: the coordinates taken over as they are, which is what PROJ does for spheres and unknown datums.
        group_cache[key] = found + [None]
    return group_cache[key]


# --- one CRS ----------------------------------------------------------------------------------------------------------------

def lattice(area):
    west, south, east, north = area
    if east < west:
        east += 360
    lon, lat = np.meshgrid(np.linspace(west, east, 9)[1:-1], np.linspace(max(south, -89), min(north, 89), 9)[1:-1])
    return (lon.ravel() + 180) % 360 - 180, lat.ravel()


def ellipsoid_of(crs):
    e = crs.ellipsoid
    return e.semi_major_metre, (1 / e.inverse_flattening if e.inverse_flattening else 0.0)


def shift_text(shift):
    values = shift if any(shift[3:]) else shift[:3]
    return ','.join(number(round(value, 7)) for value in values)


def datum_words(crs, base, shift):
    words = [(key, value) for key, value in base if key in ('ellps', 'a', 'b', 'rf', 'R', 'pm')]
    datum = dict(base).get('datum')
    nadgrids = dict(base).get('nadgrids')
    if datum == 'WGS84' and not any(shift or ()):
        return ['datum=WGS84'] + [f'{key}={value}' for key, value in words]
    if datum is not None:
        words = [('ellps', {'WGS84': 'WGS84', 'NAD83': 'GRS80', 'NAD27': 'clrk66'}[datum])] + words
    if nadgrids == '@null':
        return [f'{key}={value}' for key, value in words] + ['nadgrids=@null']
    return [f'{key}={value}' for key, value in words] + ([] if shift is None else ['towgs84=' + shift_text(shift)])


def axis_choices(crs):
    directions = [axis.direction.lower() for axis in crs.axis_info[:2]]
    choices = ['']
    if set(directions) <= {'west', 'south', 'north', 'east'} and ('west' in directions or 'south' in directions):
        choices += ['wsu', 'esu', 'wnu']
    return choices


def prj_error(text, crs, wgs, goal):
    """Metres between PROJ's answer for our string and for the code, there and back; None where it fails."""
    try:
        mine = pyproj.Transformer.from_crs(text, 4326, always_xy=True)
        got = mine.transform(*goal)
        d = metres_between(wgs, got)
        return float(np.max(d)) if np.all(np.isfinite(d)) else None
    except Exception:
        return None


def with_operation(crs, x, y):
    """The points for which PROJ knows an operation to WGS 84, and their images; all points, taken over as they are, where it knows none."""
    try:
        lon, lat = pyproj.Transformer.from_crs(crs, 4326, always_xy=True, allow_ballpark=False).transform(x, y)
        known = np.isfinite(lon) & np.isfinite(lat)
        if known.any():
            return x[known], y[known], (lon[known], lat[known])
    except pyproj.exceptions.ProjError:
        pass
    return x, y, pyproj.Transformer.from_crs(crs, 4326, always_xy=True).transform(x, y)


def record_of(info):
    crs = pyproj.CRS.from_epsg(int(info.code))
    text = crs.to_proj4() or ''
    base = words_of(text)
    method = dict(base).get('proj')
    if method not in METHODS or {'hyperbolic', 'guam'} & set(dict(base)):
        return None, crs.coordinate_operation.method_name if crs.coordinate_operation else 'no PROJ string'
    if 'pm' in dict(base) and re.match(r'^-?[0-9.]+$', dict(base)['pm']) is None and dict(base)['pm'] not in PRIME_MERIDIANS:
        return None, 'prime meridian ' + dict(base)['pm']
    area = tuple(round(value, 2) for value in crs.area_of_use.bounds)
    lon, lat = lattice(area)
    to_crs = pyproj.Transformer.from_crs(4326, crs, always_xy=True)
    x, y = to_crs.transform(lon, lat)
    good = np.isfinite(x) & np.isfinite(y)
    if not good.any():
        return None, 'PROJ cannot compute it in its own area of use'
    x, y = x[good], y[good]
    x, y, wgs = with_operation(crs, x, y)
    geodetic = crs.geodetic_crs if method != 'longlat' else crs
    own = wgs_geodetic(crs, geodetic, x, y, method)
    if own is None:
        return None, 'no geographic coordinates'
    shifts = candidates_of(geodetic)
    distances = [metres_between(wgs, shifted(own, ellipsoid_of(crs), shift)) for shift in shifts]
    # PROJ chooses an operation for every point: take the one that it takes most often, then the one that is closest.
    best = min(range(len(shifts)), key=lambda k: (-round(float(np.mean(distances[k] < 1)), 1), float(np.mean(distances[k])), k))
    limit, best = float(np.max(distances[best])), shifts[best]
    if limit > 1:
        # PROJ may go through another datum or turn longitudes: one shift may still do the same.
        fitted = fitted_shift(own, ellipsoid_of(crs), wgs, best or (0.0,) * 7)
        error = float(np.max(metres_between(wgs, shifted(own, ellipsoid_of(crs), fitted))))
        if error < 1:
            limit, best = error, fitted
    plane = [(key, value) for key, value in base if key not in DATUM_KEYS]
    datum = datum_words(crs, base, best)
    for axis in axis_choices(crs):
        words = [(k, v) for k, v in plane if k != 'axis'] + ([('axis', axis)] if axis else [])
        full = ' '.join('+' + (f'{k}={v}' if v else k) for k, v in words) + ' ' + ' '.join('+' + word for word in datum)
        error = prj_error(full + ' +no_defs +type=crs', crs, wgs, (x, y))
        if error is not None and error < 1.2 * limit + 0.001:
            return (crs, area, words, datum, error), None
    directions = ' and '.join(axis.direction for axis in crs.axis_info[:2])
    units = crs.axis_info[0].unit_name
    if crs.is_geographic and units != 'degree':
        return None, f'its unit is {units}'
    if directions not in ('east and north', 'north and east'):
        return None, f'its axes point {directions}'
    return None, 'its PROJ string does not do what the code does'


PRIME_MERIDIANS = set('greenwich lisbon paris bogota madrid rome bern jakarta ferro brussels stockholm athens oslo copenhagen'.split())


def wgs_geodetic(crs, geodetic, x, y, method):
    """The points on their own datum, in degrees east of Greenwich."""
    if method == 'longlat':
        factor = crs.axis_info[0].unit_conversion_factor / math.radians(1)
        lon, lat = x * factor, y * factor
    else:
        plain = pyproj.Transformer.from_crs(crs, geodetic, always_xy=True).transform(x, y)
        factor = geodetic.axis_info[0].unit_conversion_factor / math.radians(1)
        lon, lat = plain[0] * factor, plain[1] * factor
    meridian = geodetic.prime_meridian
    return lon + meridian.longitude * meridian.unit_conversion_factor / math.radians(1), lat


# --- the file ---------------------------------------------------------------------------------------------------------------

def abbreviate(words):
    method = dict(words)['proj']
    order = METHODS[method]
    given = dict(words)
    values = []
    for key in order:
        if key not in given:
            break
        values.append(number(given[key]))
    taken = set(order[:len(values)]) | {'proj'}
    rest = []
    for key, value in words:
        if key in taken or (key == 'units' and value == 'm'):
            continue
        if value == '':
            rest.append('+' + key)
        elif re.match(r'^-?[0-9.eE]+$', value):
            rest.append(f'{key}={number(value)}')
        else:
            rest.append(f'{key}={value}')
    return ' '.join([method] + values + rest)


def geographic_line(crs):
    """Everything that WKT says of a geographic CRS, and Esri's names for it and its datum."""
    text = crs.to_wkt('WKT1_GDAL') or ''
    datum = re.search(r'DATUM\["([^"]*)"', text)
    datum_code = re.search(r'AUTHORITY\["EPSG","(\d+)"\]\],PRIMEM', text)
    round_code = re.search(r'SPHEROID\[[^]]*AUTHORITY\["EPSG","(\d+)"', text)
    meridian_code = re.search(r'PRIMEM\[[^]]*AUTHORITY\["EPSG","(\d+)"', text)
    esri = re.search(r'GEOGCS\["([^"]*)",DATUM\["([^"]*)"', crs.to_wkt('WKT1_ESRI') or '')
    e, m = crs.ellipsoid, crs.prime_meridian
    fields = [crs.name, datum[1] if datum else crs.datum.name.replace(' ', '_'), datum_code[1] if datum_code else '', e.name,
              number(e.semi_major_metre), number(e.inverse_flattening or 0), round_code[1] if round_code else '', m.name,
              number(m.longitude * m.unit_conversion_factor / math.radians(1)), meridian_code[1] if meridian_code else '',
              esri[1] if esri else '', esri[2] if esri else '']
    return f'G{crs.to_epsg()}|' + '|'.join(fields)


class Dictionary:
    def __init__(self, letter):
        self.letter, self.index = letter, {}

    def of(self, text):
        return self.index.setdefault(text, len(self.index))

    def lines(self):
        return [f'{self.letter}{number}|{text}' for text, number in self.index.items()]


def main():
    query = pyproj.database.query_crs_info
    wanted = query('EPSG', [PJType.GEOGRAPHIC_2D_CRS, PJType.PROJECTED_CRS], allow_deprecated=True)
    if len(sys.argv) > 1:
        wanted = [info for info in wanted if info.code in sys.argv[1:]]
    datums, areas = Dictionary('D'), Dictionary('A')
    lines, refused, coarse, geographic = [], [], 0, {}
    for info in sorted(wanted, key=lambda info: int(info.code)):
        record, why = record_of(info)
        if record is None:
            refused.append(f'{info.code}|{info.name}|!{why}')
            continue
        crs, area, words, datum, error = record
        if crs.is_geographic:
            label, name = crs.name, '~'
        else:
            label, name = crs.geodetic_crs.name, crs.name
            if name.startswith(label + ' / '):
                name = '~' + name[len(label) + 3:]
        accuracy = '' if error < 1 else f'|{error:.0f}'
        coarse += error >= 1
        base = (crs if crs.is_geographic else crs.geodetic_crs)
        if base.to_epsg() is None:
            refused.append(f'{info.code}|{info.name}|!its geographic CRS has no code')
            continue
        geographic.setdefault(base.to_epsg(), geographic_line(pyproj.CRS.from_epsg(base.to_epsg())))
        datum_index = datums.of(f'{base.to_epsg()}|' + ' '.join(datum))
        area_index = areas.of(','.join(number(value) for value in area))
        lines.append(f'{info.code}|{name}|{abbreviate(words)}|{datum_index}|{area_index}{accuracy}')
    if len(sys.argv) > 1:
        print('\n'.join([geographic[code] for code in sorted(geographic)] + datums.lines() + areas.lines() + lines + refused))
        return
    parts, flat_codes = [], {info.name: int(info.code) for info in wanted if not info.deprecated}
    for info in query('EPSG', [PJType.COMPOUND_CRS, PJType.GEOGRAPHIC_3D_CRS], allow_deprecated=True):
        crs = pyproj.CRS.from_epsg(int(info.code))
        code = crs.sub_crs_list[0].to_epsg(min_confidence=70) if crs.sub_crs_list else flat_codes.get(crs.name)
        if code is not None and code != int(info.code):
            parts.append(f'{info.code}|={code}')
    records = ([geographic[code] for code in sorted(geographic)] + datums.lines() + areas.lines() + lines + refused + parts)
    assert not any('^' in record for record in records)
    body = '\n'.join('^'.join(records[start:start + 16]) for start in range(0, len(records), 16))
    assert '`' not in body and '\\' not in body and '$' not in body
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'epsg.table.ts')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(HEAD.format(version=pyproj.proj_version_str, database=pyproj.database.get_database_metadata('EPSG.VERSION')))
        out.write(f'export const epsgTable: string = `\n{body}\n`\n')
    print(f'{len(lines)} codes ({coarse} differ from PROJ by 1 m or more), {len(refused)} refused, {len(parts)} with a horizontal part,'
          f' {os.path.getsize(path)} bytes')


HEAD = '''/**
 * EPSG {database} as PROJ {version} computes it, made by epsg.generate.py. Records end with `^` or the line's end, fields with `|`:
 * `Gcode|geographic CRS|datum|its code|ellipsoid|a|1/f|its code|prime meridian|degrees|its code|Esri's name of the CRS|of the datum` (WKT 1 names),
 * `Dn|code of the geographic CRS|ellipsoid and shift to WGS 84`, `An|west,south,east,north in degrees`,
 * `code|name (~ stands for the geographic CRS's)|projection|n of D|n of A|metres off PROJ, where 1 or more`,
 * `code|name|!reason` (not supported), `code|=code of the horizontal part`.
 */
'''

if __name__ == '__main__':
    main()
