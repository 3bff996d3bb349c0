"""Shape measures by another road: shapely for geometry, plain sampling for means. Reads rings, writes measures, as JSON."""
import json
import math
import sys

import numpy as np
from shapely.algorithms.polylabel import polylabel
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.prepared import prep


def outline(rings):
    shells = []
    for ring in rings:
        if Polygon(ring).exterior.is_ccw:
            shells.append((ring, []))
        else:
            shells[-1][1].append(ring)
    return MultiPolygon([Polygon(shell, holes) for shell, holes in shells])


def smallest_circle_radius(points):
    """By trying every pair and every triple of hull corners: slow, and free of any cleverness."""
    best = math.inf
    count = len(points)
    for i in range(count):
        for j in range(i + 1, count):
            centre = (points[i] + points[j]) / 2
            radius = np.hypot(*(points - centre).T).max()
            best = min(best, radius)
            for k in range(j + 1, count):
                (bx, by), (cx, cy) = points[j] - points[i], points[k] - points[i]
                twice = 2 * (bx * cy - by * cx)
                if abs(twice) > 1e-9:
                    b2, c2 = bx * bx + by * by, cx * cx + cy * cy
                    centre = points[i] + np.array([(cy * b2 - by * c2) / twice, (bx * c2 - cx * b2) / twice])
                    best = min(best, np.hypot(*(points - centre).T).max())
    return best


def moment_by_edges(shape):
    cx, cy = shape.centroid.coords[0]
    total = 0.0
    for part in shape.geoms:
        for ring in [part.exterior, *part.interiors]:
            xy = np.array(ring.coords) - (cx, cy)
            (ax, ay), (bx, by) = xy[:-1].T, xy[1:].T
            total += ((ax * by - bx * ay) * (ax * ax + ax * bx + bx * bx + ay * ay + ay * by + by * by)).sum() / 12
    return abs(total)


def inside_points(shape, count):
    """A level grid of about so many points inside."""
    step = math.sqrt(shape.area / count)
    west, south, east, north = shape.bounds
    x, y = np.meshgrid(np.arange(west + step / 3, east, step), np.arange(south + step / 3, north, step))
    inside = prep(shape)
    return np.array([at for at in zip(x.ravel(), y.ravel()) if inside.contains(Point(at))])


def traversal(shape, radius):
    """Mean shortest way inside between points of the outer ring: a visibility graph over all vertices, by Dijkstra."""
    part = shape.geoms[0]
    nodes = [part.exterior.interpolate((i + 0.25) / 40, normalized=True) for i in range(40)]
    nodes += [Point(c) for ring in [part.exterior, *part.interiors] for c in ring.coords[:-1]]
    xy = np.array([(p.x, p.y) for p in nodes])
    count = len(nodes)
    length = np.full((count, count), math.inf)
    wide = prep(part.buffer(1e-6))
    for i in range(count):
        for j in range(i + 1, count):
            if wide.covers(LineString([xy[i], xy[j]])):
                length[i, j] = length[j, i] = math.dist(xy[i], xy[j])
    np.fill_diagonal(length, 0)
    for k in range(count):
        length = np.minimum(length, length[:, k:k + 1] + length[k:k + 1, :])
    return 4 / math.pi * radius / length[:40, :40].mean()


def girth(shape):
    return max(polylabel(part, math.sqrt(part.area) * 1e-4).distance(part.boundary) for part in shape.geoms)


def measures(rings):
    shape = outline(rings)
    area, perimeter = shape.area, shape.length
    radius = math.sqrt(area / math.pi)
    hull = shape.convex_hull
    corners = np.array(hull.exterior.coords[:-1])
    apart = np.hypot(corners[:, None, 0] - corners[None, :, 0], corners[:, None, 1] - corners[None, :, 1])
    centre = shape.centroid
    rectangle = np.array(shape.minimum_rotated_rectangle.exterior.coords)
    sides = sorted(np.hypot(*(rectangle[1:3] - rectangle[0:2]).T))
    inside = inside_points(shape, 4000)
    few = inside_points(shape, 900)
    pairs = np.hypot(few[:, None, 0] - few[None, :, 0], few[:, None, 1] - few[None, :, 1])
    outer = np.concatenate([
        [part.exterior.interpolate(d).coords[0] for d in np.arange(0.25, part.exterior.length, 0.5)] for part in shape.geoms])
    result = {
        "area_m2": area,
        "perimeter_m": perimeter,
        "polsby_popper": 4 * math.pi * area / perimeter ** 2,
        "schwartzberg": 2 * math.sqrt(math.pi * area) / perimeter,
        "reock": area / (math.pi * smallest_circle_radius(corners) ** 2),
        "convex_hull_ratio": area / hull.area,
        "moment_of_inertia": area ** 2 / (2 * math.pi * moment_by_edges(shape)),
        "exchange": shape.intersection(centre.buffer(radius, 512)).area / area,
        "proximity": 2 / 3 * radius / np.hypot(*(inside - centre.coords[0]).T).mean(),
        "cohesion": 128 * radius / (45 * math.pi) / pairs.mean(),
        "depth": np.mean([shape.boundary.distance(Point(at)) for at in inside]) / (radius / 3),
        "girth": girth(shape) / radius,
        "dispersion": radius / np.hypot(*(outer - centre.coords[0]).T).mean(),
        "range": 2 * radius / apart.max(),
        "detour": 2 * math.pi * radius / hull.length,
        "length_width": sides[0] / sides[1],
        "rectangularity": area / (sides[0] * sides[1]),
        "part_count": len(shape.geoms),
        "hole_count": sum(len(part.interiors) for part in shape.geoms),
        "fragmentation": 1 - sum((part.area / area) ** 2 for part in shape.geoms),
    }
    if len(shape.geoms) == 1:
        result["traversal"] = traversal(shape, radius)
    return result


json.dump([measures(rings) for rings in json.load(sys.stdin)], sys.stdout)
