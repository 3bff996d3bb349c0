"""Holds the tables of boundary points of a report against the outlines of the plan file, as GDAL reads them.

usage: boundary_points.py plan.gpkg report.html
"""
import sys
import xml.etree.ElementTree as tree

from osgeo import ogr

H = "{http://www.w3.org/1999/xhtml}"


def rings_of(polygons):
    for polygon in polygons:
        for ring in polygon:
            yield [(round(ring.GetY(i), 3), round(ring.GetX(i), 3)) for i in range(ring.GetPointCount())]


def tables_of(section):
    rings = {}
    for div in section.iter(H + "div"):
        if div.get("class") != "points":
            continue
        for table in div.iter(H + "table"):
            name = table.find(f"{H}thead/{H}tr/{H}th").text
            for row in table.iter(H + "tr"):
                cells = [cell.text for cell in row.findall(H + "td")]
                if cells:
                    rings.setdefault(name.split()[-1], []).append((float(cells[1]), float(cells[2])))
    return list(rings.values())


def same(table, ring):
    return len(table) == len(ring) and all(
        any(abs(x - north) <= 0.0015 and abs(y - east) <= 0.0015 for north, east in ring) for x, y in table)


def area(ring):
    return abs(sum(a[1] * b[0] - b[1] * a[0] for a, b in zip(ring, ring[1:]))) / 2


plan, report = sys.argv[1:]
source = ogr.Open(plan)
layer = source.GetLayerByName("renewal_areas")
outlines = {}
for feature in layer:
    shape = feature.GetGeometryRef()
    polygons = [shape] if shape.GetGeometryName() == "POLYGON" else list(shape)
    outlines[feature.GetField("area_id")] = list(rings_of(polygons))

sections = [each for each in tree.parse(report).iter(H + "section") if each.get("class") == "area"]
faults = [] if len(sections) == len(outlines) and sections else [f"{len(sections)} areas in the report, {len(outlines)} in the plan"]
for section in sections:
    name = section.find(H + "h2").text.strip()
    tables = tables_of(section)
    if len(tables) != len(outlines[name]):
        faults.append(f"{name}: {len(tables)} rings told, {len(outlines[name])} in the plan")
    for table, ring in zip(tables, outlines[name]):
        if not same(table, ring) or abs(area(table) - area(ring)) > 1:
            faults.append(f"{name}: a ring of {len(ring)} points differs, areas {area(table):.1f} and {area(ring):.1f}")
print("\n".join(faults))
sys.exit(1 if faults else 0)
