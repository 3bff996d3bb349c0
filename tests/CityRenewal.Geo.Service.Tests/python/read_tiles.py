"""Reads tiles of the running service with GDAL and lays each feature beside its original, taken to the map by PROJ and cut by GEOS.

usage: read_tiles.py SERVICE CITY_FILE TILEJSON_SCHEMA; prints one JSON document.
"""
import json
import math
import sys
import urllib.request

import jsonschema
from osgeo import gdal, ogr, osr
from shapely import wkb
from shapely.geometry import box

gdal.UseExceptions()
ogr.UseExceptions()
service, city_file, schema_file = sys.argv[1:4]
EDGE = 20037508.342789244
EXTENT, MARGIN = 4096, 64
LAYERS = {"parcels": "parcel_id", "buildings": "building_id", "udb": "zone_id", "planning_units": "zone_id", "barriers": "barrier_id"}


def get(path):
    with urllib.request.urlopen(service + path) as answer:
        return answer.read()


def originals(layer, key):
    """Every feature of the city file in EPSG:3857."""
    city = gdal.OpenEx(city_file)
    table = city.GetLayerByName(layer)
    web = osr.SpatialReference()
    web.ImportFromEPSG(3857)
    source = table.GetSpatialRef()
    for system in (web, source):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_web = osr.CoordinateTransformation(source, web)
    shapes = {}
    for feature in table:
        shape = feature.GetGeometryRef()
        if shape is not None:
            shape = shape.Clone()
            shape.Transform(to_web)
            shapes[feature.GetField(key)] = wkb.loads(bytes(shape.ExportToWkb()))
    return shapes


def tile_features(data, z, x, y, layer):
    """Shapes of a tile's layer in EPSG:3857 by the MVT driver of GDAL."""
    gdal.FileFromMemBuffer("/vsimem/tile.mvt", data)
    options = [f"X={x}", f"Y={y}", f"Z={z}", "CLIP=NO"]
    tile = gdal.OpenEx("/vsimem/tile.mvt", gdal.OF_VECTOR, allowed_drivers=["MVT"], open_options=options)
    table = tile.GetLayerByName(layer)
    found = []
    if table is not None:
        for feature in table:
            fields = {k: v for k, v in feature.items().items() if v is not None}
            found.append((fields, wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))))
    return found


def compare(layer, key, shapes, z, x, y):
    unit = 2 * EDGE / 2**z / EXTENT
    side = unit * EXTENT
    west, north = -EDGE + x * side, EDGE - y * side
    frame = box(west - MARGIN * unit, north - side - MARGIN * unit, west + side + MARGIN * unit, north + MARGIN * unit)
    inner = frame.buffer(-unit, join_style=2)
    data = get(f"/v1/cities/sample/tiles/{layer}/{z}/{x}/{y}")
    drawn, far, invalid = {}, [], 0
    for fields, shape in tile_features(data, z, x, y, layer) if data else []:
        drawn[fields[key]] = shape
        invalid += not shape.is_valid
        if not agree(shapes[fields[key]], shape, inner, unit):
            far.append(fields[key])
    missing = 0
    for name, shape in shapes.items():
        if name not in drawn and shape.intersects(frame):
            inside = shape.intersection(frame)
            missing += (inside.area > 4 * unit * unit) or (shape.length > 4 * unit and shape.area == 0 and inside.length > 4 * unit)
    return {"layer": layer, "z": z, "drawn": len(drawn), "farther_than_a_unit": far, "invalid": invalid, "missing": int(missing)}


def agree(original, drawn, inner, unit):
    """Every place of either outline is within a unit of the other, but for the line along the frame where it was cut."""
    one, other = line_of(original), line_of(drawn)
    reach = 1.005 * unit  # a buffer is a polygon within the true circle
    return within(one.intersection(inner), other.buffer(reach)) and within(other.intersection(inner), one.buffer(reach))


def line_of(shape):
    return shape.boundary if shape.geom_type.endswith("Polygon") else shape


def within(line, land):
    return line.is_empty or line.difference(land).length == 0


description = json.loads(get("/v1/cities/sample/tiles"))
schema = json.load(open(schema_file))
jsonschema.validate(description, schema)
for layer in description["vector_layers"]:
    if layer["id"] != "tile_notes":
        jsonschema.validate(json.loads(get(f"/v1/cities/sample/tiles/{layer['id']}")), schema)

lon, lat = description["center"][:2]
results = []
for layer, key in LAYERS.items():
    shapes = originals(layer, key)
    for z in (14, 15, 16, 18, 20, 22):
        n = 2**z
        cx = int((lon + 180) / 360 * n)
        cy = int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n)
        for x, y in ((cx, cy), (cx + 1, cy), (cx, cy + 1)):
            results.append(compare(layer, key, shapes, z, x, y))
print(json.dumps({"results": results, "fields": {l["id"]: l["fields"] for l in description["vector_layers"]}}))
