"""Draws one boundary across a core zone, out over the UDB and across the river, and says what a careful person finds there.

usage: hand_outline.py CITY.gpkg OUTLINE.geojson
Prints {"parcels": [...], "open": {rule: [verdict, measured, [parcels]]}} of the rules of chongqing-2025 that ask about land;
read from the delivered layers with shapely alone. STRIP is the widest strip that such a person leaves to drawing noise.
"""
import json
import sys

import pyproj
from second_opinion import City
from shapely.geometry import Polygon, mapping
from shapely.ops import transform, unary_union

STRIP = 1.0  # m, as encroachment_strip_m is set for the review


def drawn(city):
    """From the core zone west over the river and on to land outside the UDB, as a hand would draw it."""
    core = max((row["geom"] for row in city.rows("historic_zones") if row["kind"] == "core"), key=lambda zone: -zone.centroid.x)
    land = unary_union([row["geom"] for row in city.parcels.values()])
    outside = land.difference(city.layer("udb"))
    nearest = min((part for part in outside.geoms if part.area > 3000 and part.centroid.y < core.centroid.y - 300),
                  key=lambda part: part.distance(core))
    a, b = core.centroid, nearest.representative_point()
    return Polygon([(a.x - 90, a.y + 60), (a.x + 110, a.y + 40), (a.x + 120, a.y - 200), (b.x + 60, b.y - 30), (b.x - 40, b.y - 50),
                    (b.x - 60, b.y + 40), (a.x - 110, a.y - 220)])


def is_strip(part):
    """No wider than drawing noise: by its mean width 2 · area ÷ perimeter."""
    return part.area == 0 or 2 * part.area / part.length <= STRIP


def over(city, members, layer):
    """What of each parcel lies in a layer, strips left aside."""
    parts = {key: city.parcels[key]["geom"].intersection(layer) for key in members}
    return {key: part.area for key, part in parts.items() if part.area > 1e-6 and not is_strip(part)}


def found(city, members):
    """The open findings on land."""
    open_findings = {}

    def tell(rule, verdict, measured, parcels):
        if parcels:
            open_findings[rule] = [verdict, measured, sorted(parcels)]

    udb = city.layer("udb")
    beyond = {key: city.parcels[key]["geom"].difference(udb) for key in members}
    beyond = {key: part.area for key, part in beyond.items() if part.area > 1e-6 and not is_strip(part)}
    tell("udb-inside", "fail", sum(beyond.values()), beyond)
    for rule, layer, verdict in (
        ("udb-elastic", city.layer("udb", "elastic"), "needs_approval"),
        ("udb-special", city.layer("udb", "special"), "needs_approval"),
        ("permanent-basic-farmland", city.layer("control_lines", "permanent_basic_farmland"), "fail"),
        ("ecological-red-line", city.layer("control_lines", "ecological_red_line"), "fail"),
        ("flood-risk", city.layer("control_lines", "flood"), "needs_approval"),
        ("geological-hazard", city.layer("control_lines", "geological_hazard"), "needs_approval"),
    ):
        inside = over(city, members, layer)
        tell(rule, verdict, sum(inside.values()), inside)
    districts = [row["geom"] for row in city.rows("administrative_units") if row["kind"] == "district"]
    home = {key: max(range(len(districts)), key=lambda i: city.parcels[key]["geom"].intersection(districts[i]).area) for key in members}
    if len(set(home.values())) > 1:
        open_findings["district-undivided"] = ["fail", len(set(home.values())), None]
    return open_findings


def main():
    city = City(sys.argv[1])
    outline = drawn(city)
    degrees = pyproj.Transformer.from_crs(city.file.plane, 4490, always_xy=True).transform
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"id": "hand"}, "geometry": mapping(transform(degrees, outline))}]}, file)
    members = [key for key, row in city.parcels.items() if row["geom"].intersection(outline).area > row["geom"].area / 2]
    river = city.layer("water")
    assert outline.intersection(river).area > 1000 and outline.difference(city.layer("udb")).area > 1000
    assert outline.intersects(city.layer("historic_zones", "core"))
    print(json.dumps({"parcels": sorted(members), "open": found(city, members)}))


main()
