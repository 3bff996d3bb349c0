"""Contiguous blocks of demolition between two readings of "touch or face each other with no barrier between"."""
from intervals import total
from shapely.geometry import LineString
from shapely.ops import nearest_points

CONTACT = 0.5   # m of common border from which parcels touch
SNAP = 0.15     # m within which borders are one
STREET = 20.0   # m across which parcels may face each other


def largest(ground, area, going):
    """Interval of the largest block where only parcels that surely touch are joined, and where all that may face are."""
    at = {}
    for element in going:
        at.setdefault(ground.homes[element.key], []).append(element)
    ends = []
    for joined in (surely, possibly):
        sums = [total([e for key in block for e in at[key]]) for block in blocks(ground, list(at), joined)] or [(0.0, 0.0, 0.0)]
        ends.append(tuple(max(column) for column in zip(*sums)))
    return ends


def blocks(ground, keys, joined):
    left = set(keys)
    while left:
        block, reach = [], [min(left)]
        left.discard(reach[0])
        while reach:
            key = reach.pop()
            block.append(key)
            found = [other for other in sorted(left) if joined(ground, key, other)]
            left.difference_update(found)
            reach += found
        yield block


def surely(ground, a, b):
    one, two = (ground.city.parcels[key]["geom"] for key in (a, b))
    if one.distance(two) > SNAP:
        return False
    common = one.buffer(SNAP).boundary.intersection(two).length / 2 + two.buffer(SNAP).boundary.intersection(one).length / 2
    return common >= 2 * CONTACT and not crossed(ground, one, two)


def possibly(ground, a, b):
    one, two = (ground.city.parcels[key]["geom"] for key in (a, b))
    return one.distance(two) <= STREET + SNAP


def crossed(ground, one, two):
    barriers = ground.city.layer("barriers")
    if barriers is None:
        return False
    near = one.buffer(1.0).intersection(two.buffer(1.0))
    return barriers.distance(near) < 1.0 or barriers.crosses(LineString([p.coords[0] for p in nearest_points(one.centroid, two.centroid)]))
