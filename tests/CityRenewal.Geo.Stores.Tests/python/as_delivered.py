"""Reads the district as delivered with GDAL alone and prints what its columns must come to: sums, or counts of words."""
import collections
import json
import os
import sys

from osgeo import gdal

folder = sys.argv[1]
gdal.UseExceptions()


def rows(file, layer=0):
    source = gdal.OpenEx(file, gdal.OF_VECTOR, open_options=["ENCODING=GBK"] if file.endswith("X.shp") else [])
    found = source.GetLayer(layer)
    names = [found.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(found.GetLayerDefn().GetFieldCount())]
    for feature in found:
        yield {name: feature.GetField(name) for name in names}


def path(name):
    return os.path.join(folder, name)


def counts(values):
    return dict(collections.Counter("" if value is None else value for value in values))


parcels = list(rows(path("ZDJBXX.shp")))
buildings = list(rows(path("fangwu.geojson")))
boundary = list(rows(path("sanqusanxian.gpkg"), "CZKFBJ"))
historic = list(rows(path("LSWHBHX.shp")))
items = list(rows(path("lishi_jianzhu.shp")))
unit = {"1": 1.0, "2": 10000 / 15, "3": 10000.0}
grade = {"A": "A", "B": "B", "C": "C", "D级": "D", "四级": "D"}
structure = {"3": "reinforced-concrete", "4": "mixed", "5": "brick-wood", "6": "other"}
zone = {"核心保护范围": "core", "建设控制地带": "control"}
subzone = {"01": "concentrated", "02": "elastic", "03": "special"}
print(json.dumps({
    "parcels.declared_area_m2": sum(row["ZDMJ"] * unit[row["MJDW"]] for row in parcels),
    "parcels.land_use": counts(row["YDYHFLDM"] for row in parcels),
    "parcels.rights_position": {"surface": len(parcels)},
    "buildings.storeys_above": sum(row["ZCS"] or 0 for row in buildings),
    "buildings.floor_area_m2": sum(row["JZMJ"] for row in buildings),
    "buildings.year_built": sum(int(row["JGSJ"][:4]) for row in buildings if row["JGSJ"]),
    "buildings.structure": counts(structure[row["FWJG"]] for row in buildings),
    "buildings.danger_grade": counts(grade[row["鉴定等级"]] for row in buildings),
    "buildings.illegal_area_m2": counts("0" if row["违建"] == "否" else "" for row in buildings),
    "buildings.households": sum(row["户数"] for row in buildings),
    "buildings.people": sum(row["人口"] for row in buildings),
    "udb.kind": counts(subzone[row["GHFQDM"]] for row in boundary),
    "udb.declared_area_m2": sum(row["MJ"] for row in boundary) * 10000,
    "historic_zones.kind": counts(zone[row["BHXLX"]] for row in historic),
    "protected_items.building_id": counts(f"F{row['building_i']}" for row in items),
}, ensure_ascii=False))
