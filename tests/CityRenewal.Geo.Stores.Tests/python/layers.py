"""Reads GeoPackage layers with sqlite, shapely and PROJ only."""
import json
import math
import random
import sqlite3

import pyproj
from shapely import wkb
from shapely.geometry import shape as from_mapping
from shapely.ops import transform, unary_union
from shapely.strtree import STRtree

ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


class File:
    """A GeoPackage whose layers come out on one equal-area plane; a second file can share the plane of the first."""

    def __init__(self, path, plane_of=None):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.row_factory = sqlite3.Row
        tables = self.connection.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns").fetchall()
        self.geometry = {row["table_name"]: (row["column_name"], row["srs_id"]) for row in tables}
        self.plane = plane_of.plane if plane_of else self.middle()

    def has(self, table):
        return table in self.geometry and self.connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] > 0

    def middle(self):
        """A Lambert azimuthal equal-area plane around the middle of the parcels."""
        column, srs = self.geometry["parcels"]
        points = [shape(row[0]).centroid for row in self.connection.execute(f'SELECT "{column}" FROM parcels LIMIT 2000') if row[0]]
        points = [p for p in points if not p.is_empty]
        x, y = sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points)
        lon, lat = pyproj.Transformer.from_crs(srs, 4326, always_xy=True).transform(x, y)
        return pyproj.CRS.from_proj4(f"+proj=laea +lat_0={lat} +lon_0={lon} +ellps=GRS80 +units=m")

    def rows(self, table):
        column, srs = self.geometry[table]
        move = pyproj.Transformer.from_crs(srs, self.plane, always_xy=True).transform
        for row in self.connection.execute(f'SELECT * FROM "{table}"'):
            values = {key: row[key] for key in row.keys()}
            geometry = shape(values.pop(column))
            values["geom"] = None if geometry is None or geometry.is_empty else valid(transform(move, geometry))
            yield values


def outlines_of(path, plane):
    """Outlines by id from a GeoJSON in degrees, on a plane."""
    move = pyproj.Transformer.from_crs(4490, plane, always_xy=True).transform
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    return {row["properties"]["id"]: transform(move, from_mapping(row["geometry"])) for row in features}


def shape(blob):
    if blob is None:
        return None
    return wkb.loads(bytes(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7]:]))


def valid(geometry):
    return geometry if geometry.is_valid else geometry.buffer(0)


class Index:
    """Finds the features that meet a shape."""

    def __init__(self, features):
        self.features = features
        self.names = {id(row["geom"]): key for key, row in features.items()}
        self.tree = STRtree([row["geom"] for row in features.values()])

    def meeting(self, geometry):
        return [self.names[id(found)] for found in self.tree.query(geometry)]

    def borders_near(self, geometry):
        return unary_union([self.features[key]["geom"].boundary for key in self.meeting(geometry.buffer(1))])


def rings(geometry):
    for polygon in getattr(geometry, "geoms", [geometry]):
        yield polygon.exterior
        yield from polygon.interiors


def polar_moment(geometry):
    """Second moment of area about the centroid, holes taken off, from the trapezoid formula of each ring."""
    centre, total = geometry.centroid, 0.0
    for polygon in getattr(geometry, "geoms", [geometry]):
        for ring in (polygon.exterior, *polygon.interiors):
            moment = area = 0.0
            points = [(x - centre.x, y - centre.y) for x, y in ring.coords]
            for (ax, ay), (bx, by) in zip(points, points[1:]):
                cross = ax * by - bx * ay
                area += cross
                moment += cross * (ax * ax + ax * bx + bx * bx + ay * ay + ay * by + by * by) / 12
            sign = 1 if ring is polygon.exterior else -1
            total += sign * abs(moment)
    return total


def smallest_circle(geometry):
    """Radius of the smallest enclosing circle, by Welzl's algorithm."""
    points = list(dict.fromkeys(geometry.convex_hull.exterior.coords[:-1]))
    random.Random(1).shuffle(points)
    circle = None
    for i, p in enumerate(points):
        if circle is None or not inside(circle, p):
            circle = (p[0], p[1], 0.0)
            for j, q in enumerate(points[:i]):
                if not inside(circle, q):
                    circle = through_two(p, q)
                    for r in points[:j]:
                        if not inside(circle, r):
                            circle = through_three(p, q, r)
    return circle[2]


def inside(circle, point):
    return math.hypot(point[0] - circle[0], point[1] - circle[1]) <= circle[2] * (1 + 1e-12) + 1e-9


def through_two(p, q):
    x, y = (p[0] + q[0]) / 2, (p[1] + q[1]) / 2
    return x, y, math.hypot(p[0] - x, p[1] - y)


def through_three(p, q, r):
    bx, by, cx, cy = q[0] - p[0], q[1] - p[1], r[0] - p[0], r[1] - p[1]
    d = 2 * (bx * cy - by * cx)
    if d == 0:
        return max((through_two(a, b) for a, b in ((p, q), (p, r), (q, r))), key=lambda c: c[2])
    x = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / d
    y = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / d
    return p[0] + x, p[1] + y, math.hypot(x, y)
