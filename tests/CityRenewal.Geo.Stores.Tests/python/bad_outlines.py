"""Draws outlines that break rules: squares over farmland, outside the UDB, across a district line and the like.

usage: bad_outlines.py CITY.gpkg OUTLINES.geojson
The squares cut through parcels and buildings as a hand would; coordinates are degrees in EPSG:4490.
"""
import json
import sys

import pyproj
from second_opinion import City
from shapely.geometry import box, mapping
from shapely.ops import transform, unary_union

HALF = 160.0  # m, half a side


def square(point, half=HALF):
    return box(point.x - half, point.y - half, point.x + half, point.y + half)


def places(city):
    """A point where each rule is in question."""
    land = unary_union([row["geom"] for row in city.parcels.values()])
    districts = [row["geom"] for row in city.rows("administrative_units") if row["kind"] == "district"]
    open_land = [row["geom"] for row in city.parcels.values() if (row.get("land_use") or "").startswith(("01", "02", "03"))]
    wanted = {f"over_{kind}": city.layer("control_lines", kind)
              for kind in ("permanent_basic_farmland", "ecological_red_line", "flood", "geological_hazard", "green_line")}
    wanted |= {f"udb_{kind}": city.layer("udb", kind) for kind in ("elastic", "special")}
    wanted |= {
        "outside_udb": land.difference(city.layer("udb")),
        "across_districts": districts[0].boundary.intersection(districts[1].buffer(1)).intersection(land),
        "cuts_historic": city.layer("historic_zones").boundary.intersection(land),
        "core_zone": city.layer("historic_zones", "core"),
        "old_trees": unary_union([row["geom"] for row in city.rows("protected_items") if row["kind"] == "old_tree"]),
        "open_land": unary_union(open_land),
    }
    for name, shape in wanted.items():
        parts = [part for part in getattr(shape, "geoms", [shape]) if not part.is_empty and part.intersects(land)]
        if parts:
            yield name, max(parts, key=lambda part: (part.area, part.length)).intersection(land).representative_point()


def main():
    city = City(sys.argv[1])
    degrees = pyproj.Transformer.from_crs(city.file.plane, 4490, always_xy=True).transform
    shapes = {name: square(point) for name, point in places(city)}
    middle = unary_union([row["geom"] for row in city.parcels.values()]).centroid
    shapes |= {"everything": square(middle, 5_000), "a_few_houses": square(middle, 60)}
    features = [{"type": "Feature", "properties": {"id": name}, "geometry": mapping(transform(degrees, shape))}
                for name, shape in sorted(shapes.items())]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)


main()
