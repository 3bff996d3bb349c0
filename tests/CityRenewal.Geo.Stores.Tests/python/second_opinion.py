"""Computes a plan's numbers a second time, from the original layers of the city, with nothing of ours.

usage: second_opinion.py CITY.gpkg PLAN.gpkg PLAN.json [YEAR [PACK.yaml]]
Reads the layers with sqlite and shapely, projects them with PROJ to an equal-area plane of its own, and compares. The
need of a plan under a rule pack is that of the categories of PACK.
Prints {"checked": N, "differences": [...]}; a number may differ by what snapping moved, which the plan states.
"""
import json
import math
import sys

import layers
from shapely.geometry import Point
from shapely.ops import unary_union

RELATIVE = 2e-6
CUT = 0.05
SHARE = 1e-6  # a share made of storeys × footprint: a small footprint on the grid of 0.1 mm is not known better
SNAP = 0.01  # m² a neighbour may lose to the outline for each metre of it: a tenth of the parcels with 0.1 m
ORIGIN_TOLERANCE = {"surveyed": 0.0, "registered": 0.02, "storeys_times_footprint": 0.15}


class Comparison:
    """Counts what agrees and keeps what does not."""

    def __init__(self):
        self.checked = 0
        self.differences = []

    def number(self, where, name, ours, second, absolute=0.0):
        self.checked += 1
        if ours is None or second is None:
            if ours is not second:
                self.differences.append(f"{where} {name}: {ours} against {second}")
        elif abs(ours - second) > absolute + RELATIVE * max(abs(ours), abs(second), 1e-9):
            self.differences.append(f"{where} {name}: {ours!r} against {second!r} (allowed {absolute})")

    def holds(self, where, sentence, truth):
        self.checked += 1
        if not truth:
            self.differences.append(f"{where}: not true that {sentence}")


def scale(value, low, high):
    return min(1.0, max(0.0, (value - low) / (high - low)))


class City:
    """Original layers on one plane, and what stands on what."""

    def __init__(self, path):
        self.file, self.read, self.merged = layers.File(path), {}, {}
        self.parcels = {row["parcel_id"]: row for row in self.file.rows("parcels")
                        if row.get("rights_position") in (None, "", "surface") and row["geom"] is not None}
        self.buildings = {row["building_id"]: row for row in self.file.rows("buildings") if row["geom"] is not None}
        self.index = layers.Index(self.parcels)
        self.frame = [shape.boundary for name in ("study_area", "water", "planning_units", "udb") if (shape := self.layer(name)) is not None]
        self.on_parcel = {}
        for key, building in self.buildings.items():
            self.weigh(building)
            for parcel in self.index.meeting(building["geom"]):
                shared = self.parcels[parcel]["geom"].intersection(building["geom"]).area
                if shared > 0:
                    building["parcels"][parcel] = shared
                    self.on_parcel.setdefault(parcel, {})[key] = shared

    @staticmethod
    def weigh(building):
        footprint = building["geom"].area
        given, storeys = building.get("floor_area_m2"), building.get("storeys_above")
        origin = building.get("floor_area_origin") or "storeys_times_footprint"
        if given is None:
            origin = "storeys_times_footprint"
            given = None if storeys is None else storeys * footprint
        error = ORIGIN_TOLERANCE[origin]
        building.update(
            footprint=footprint, parcels={}, floor=given,
            low=None if given is None else given * (1 - error),
            high=None if given is None else given * (1 + error))

    def rows(self, name):
        """The rows of a layer; none where the city has no such layer."""
        if name not in self.read:
            self.read[name] = list(self.file.rows(name)) if self.file.has(name) else []
        return self.read[name]

    def layer(self, name, kind=None):
        if (name, kind) not in self.merged:
            shapes = [row["geom"] for row in self.rows(name) if row["geom"] is not None and (kind is None or row.get("kind") == kind)]
            self.merged[name, kind] = unary_union(shapes) if shapes else None
        return self.merged[name, kind]


class Need:
    """The need of every parcel from the published scales: age 0.4, danger 0.4, density 0.2."""

    DANGER = {"A": 0.0, "B": 0.3, "C": 0.7, "D": 1.0}

    def __init__(self, city, year):
        self.city = city
        parts = {key: self.parts(key, year) for key in city.parcels}
        weights = [w if any(p[i] is not None for p in parts.values()) else 0 for i, w in enumerate((0.4, 0.4, 0.2))]
        if weights[0] == weights[1] == 0:
            ranks = self.ranks({key: self.coverage(key) for key in city.parcels})
            parts = {key: (None, None, ranks[key]) for key in parts}
        self.scores = {key: self.score(part, weights) for key, part in parts.items()}
        self.doubt = dict.fromkeys(parts, 0.0)

    def coverage(self, key):
        return sum(self.city.on_parcel.get(key, {}).values()) / self.city.parcels[key]["geom"].area

    def parts(self, key, year):
        aged = aged_weight = graded = graded_weight = 0.0
        for building_id, shared in self.city.on_parcel.get(key, {}).items():
            building = self.city.buildings[building_id]
            weight = shared if building["floor"] is None else building["floor"] * shared / building["footprint"]
            if building.get("year_built") is not None:
                aged += weight * scale(year - building["year_built"], 20, 50)
                aged_weight += weight
            if building.get("danger_grade") in self.DANGER:
                graded += weight * self.DANGER[building["danger_grade"]]
                graded_weight += weight
        return (aged / aged_weight if aged_weight else None,
                graded / graded_weight if graded_weight else None,
                scale(self.coverage(key), 0.3, 0.7))

    @staticmethod
    def score(parts, weights):
        known = [(w, p) for w, p in zip(weights, parts) if w and p is not None]
        share = sum(w for w, _ in known)
        return sum(w * p for w, p in known) / share if share >= sum(weights) / 2 - 1e-9 and share > 0 else None

    def ranks(self, coverages):
        built = sorted((c, key) for key, c in coverages.items() if c > 0)
        area = {key: self.city.parcels[key]["geom"].area for _, key in built}
        total, below, ranks, first = sum(area.values()), 0.0, dict.fromkeys(coverages, 0.0), 0
        while first < len(built):
            last = first
            while last < len(built) and built[last][0] == built[first][0]:
                last += 1
            tied = sum(area[key] for _, key in built[first:last])
            for _, key in built[first:last]:
                ranks[key] = (below + tied / 2) / total
            below, first = below + tied, last
        return ranks


def check_land(check, city, need, area, outline, threshold):
    """Areas, perimeter, shape, need and benefit of one renewal area."""
    where, moved = area["id"], area["snapped_m2"] + 0.01
    members = unary_union([city.parcels[key]["geom"] for key in area["parcels"]])
    check.number(where, "net_area_m2", area["net_area_m2"], members.area, moved)
    check.number(where, "gross_area_m2", area["gross_area_m2"], outline.area)
    check.number(where, "perimeter_m", area["perimeter_m"], outline.length)
    # Along a border both sides are rounded to the grid of 0.1 mm.
    rounding = 1e-4 * outline.length
    left_out = members.difference(outline).area
    check.holds(where, f"the outline holds its parcels ({left_out:.4f} m²)", left_out <= moved + rounding)
    others = [city.parcels[key]["geom"].intersection(outline).area for key in city.index.meeting(outline)
              if key not in set(area["parcels"])]
    check.holds(where, "the outline holds no other parcel", sum(others) <= moved + rounding + SNAP * outline.length)
    borders = unary_union([city.index.borders_near(outline), *city.frame])
    far = max(borders.distance(Point(p)) for ring in layers.rings(outline) for p in ring.coords)
    check.holds(where, f"every vertex of the outline is one of an original layer ({far:.3f} m)", far <= 0.15)
    hull, circle = outline.convex_hull, layers.smallest_circle(outline)
    check.number(where, "polsby_popper", area["polsby_popper"], 4 * math.pi * outline.area / outline.length ** 2)
    check.number(where, "schwartzberg", area["schwartzberg"], 2 * math.sqrt(math.pi * outline.area) / outline.length)
    check.number(where, "convex_hull_ratio", area["convex_hull_ratio"], outline.area / hull.area)
    check.number(where, "reock", area["reock"], outline.area / (math.pi * circle ** 2))
    check.number(where, "moment_of_inertia", area["moment_of_inertia"],
                 outline.area ** 2 / (2 * math.pi * layers.polar_moment(outline)))
    known = [(city.parcels[key]["geom"].area, need.scores[key]) for key in area["parcels"] if need.scores[key] is not None]
    land = sum(a for a, _ in known)
    doubt = sum(city.parcels[key]["geom"].area * need.doubt[key] for key in area["parcels"])
    check.number(where, "need", area["need"], sum(a * n for a, n in known) / land if land else None, (moved + doubt) / max(land, 1))
    check.number(where, "need_known_share", area["need_known_share"], land / members.area, 2 * moved / members.area)
    check.number(where, "benefit", area["benefit"], sum(a * (n - threshold) for a, n in known), moved + doubt)


def check_surroundings(check, city, area, outline):
    """The given border against everything within reach of it, and the quotient that leaves it out."""
    where, given = area["id"], area["given_border_m"]
    high = area.get("given_border_m_high", given)
    near = [shape.boundary.buffer(reach) for name, reach in (("water", 20.0), ("udb", 3.0)) if (shape := city.layer(name)) is not None]
    for line in city.file.rows("barriers") if city.file.has("barriers") else []:
        if line["kind"] in ("river", "railway") and line["geom"] is not None:
            near.append(line["geom"].buffer(20.0 + (line.get("width_m") or 0) / 2))
    reachable = outline.boundary.intersection(unary_union(near)).length if near else 0.0
    # Pieces of two metres count by their middle, so each stretch may end a metre further.
    check.holds(where, f"the given border lies within reach of one ({given:.2f} of {reachable:.2f} m)",
                given <= reachable * 1.001 + (high - given) + 2)
    chosen = outline.length - given
    check.number(where, "border_aware_polsby_popper", area["border_aware_polsby_popper"],
                 min(1.0, 4 * math.pi * outline.area / chosen ** 2) if chosen > 0 else None)
    check.holds(where, "what is attainable is no worse than the area itself",
                area["attainable_polsby_popper"] >= area["polsby_popper"] - 1e-6)


def check_stock(check, city, area, outline):
    """Buildings, floor areas and every ratio made of them."""
    where, member = area["id"], set(area["parcels"])
    proposed = {item["building"]: item for item in area["dispositions"]}
    home = {key for key, b in city.buildings.items() if b["parcels"] and max(sorted(b["parcels"]), key=b["parcels"].get) in member}
    check.holds(where, f"its buildings are those of its parcels ({sorted(home ^ set(proposed))[:4]})", home == set(proposed))
    stock = [city.buildings[key] | {"item": item} for key, item in proposed.items()]
    known = [b for b in stock if b["floor"] is not None]
    floor = sum(b["floor"] for b in known) if known else None
    check.number(where, "buildings", area["buildings"], len(stock))
    if not stock:
        return
    check.number(where, "existing_floor_area_m2", area["existing_floor_area_m2"], floor)
    if len(known) == len(stock):
        check.number(where, "existing_floor_area_m2_low", area.get("existing_floor_area_m2_low", floor), sum(b["low"] for b in known))
        check.number(where, "existing_floor_area_m2_high", area.get("existing_floor_area_m2_high", floor), sum(b["high"] for b in known))
    check.number(where, "gross_far", area["gross_far"], None if floor is None else floor / outline.area)
    check.number(where, "net_far", area["net_far"],
                 None if floor is None else floor / sum(city.parcels[key]["geom"].area for key in area["parcels"]))
    check.number(where, "building_density", area["building_density"], sum(b["footprint"] for b in stock) / outline.area)
    elective = sum(b["floor"] or 0 for b in stock if b["item"]["demolition_kind"] == "elective_candidate")
    check.number(where, "demolition_ratio", area["demolition_ratio"], elective / floor if floor else None)
    check.number(where, "elective_demolition_floor_area_m2", area["elective_demolition_floor_area_m2"], elective)
    for name, key in (("households", "households"), ("people", "people")):
        counts = [b[key] for b in stock if b.get(key) is not None]
        check.number(where, name, area[name], sum(counts) if counts else None)
    renovated = [b for b in stock if b["item"]["disposition"] == "renovate"]
    check.number(where, "renovated_buildings", area["renovated_buildings"], len(renovated))
    for grade in "abcd":
        share = sum(b["floor"] for b in known if b.get("danger_grade") == grade.upper()) / floor if floor else None
        check.number(where, f"danger_{grade}_floor_area_share", area[f"danger_{grade}_floor_area_share"], share, SHARE)
        check.number(where, f"danger_{grade}_building_share", area[f"danger_{grade}_building_share"],
                     sum(b.get("danger_grade") == grade.upper() for b in stock) / len(stock))


def check_ages(check, city, area, year):
    stock = [city.buildings[item["building"]] for item in area["dispositions"]]
    floor = sum(b["floor"] or 0 for b in stock)
    classes = {"under_20_years": (-9999, 20), "20_to_29_years": (20, 30), "30_to_49_years": (30, 50), "50_years_and_older": (50, 9999)}
    for name, (low, high) in classes.items():
        inside = [b for b in stock if b.get("year_built") is not None and low <= year - b["year_built"] < high]
        check.number(area["id"], f"age_{name}_building_share", area[f"age_{name}_building_share"], len(inside) / len(stock) if stock else None)
        if floor:
            check.number(area["id"], f"age_{name}_floor_area_share", area[f"age_{name}_floor_area_share"],
                         sum(b["floor"] or 0 for b in inside) / floor, SHARE)


def check_promises(check, city, area, outline, tolerance):
    """What a plan may never do."""
    where, member = area["id"], set(area["parcels"])
    check.holds(where, "it is one piece", len(getattr(outline, "geoms", [outline])) == 1)
    udb = city.layer("udb")
    if udb is not None:
        for key in member:
            # A strip as narrow as the layers' tolerance counts as inside: mean width 2 · area / perimeter.
            outside = city.parcels[key]["geom"].difference(udb)
            width = 2 * outside.area / outside.length if outside.area > 0 else 0
            check.holds(where, f"parcel {key} lies inside the UDB ({width:.2f} m)", width <= tolerance + 0.01)
    barriers = city.layer("barriers")
    if barriers is not None:
        inner = outline.buffer(-0.5).difference(barriers.buffer(0.01, cap_style=2))
        pieces = [piece for piece in getattr(inner, "geoms", [inner]) if piece.area > 1]
        whole = [piece for piece in getattr(outline.buffer(-0.5), "geoms", [outline.buffer(-0.5)]) if piece.area > 1]
        check.holds(where, "no barrier crosses it", len(pieces) == len(whole))
    for key, building in city.buildings.items():
        inside = sum(shared for parcel, shared in building["parcels"].items() if parcel in member)
        beside = sum(shared for parcel, shared in building["parcels"].items() if parcel not in member)
        cut = min(inside, beside) > CUT * building["footprint"] * (1 + 1e-6)
        check.holds(where, f"it does not cut building {key}", not cut)
    core, items = city.layer("historic_zones", "core"), city.layer("protected_items")
    gone = [city.buildings[i["building"]] for i in area["dispositions"] if i["disposition"] == "demolish" or i["demolition_kind"] != "none"]
    for building in gone:
        shape = building["geom"]
        check.holds(where, f"{building['building_id']} in a core zone stays", core is None or shape.intersection(core).area <= 1.001)
        check.holds(where, f"{building['building_id']} that is protected stays",
                    items is None or shape.intersection(items).area <= 0.1 * shape.area)
    if area["demolition_ratio"] is not None:
        check.holds(where, "elective demolition stays within 20 %", area["demolition_ratio"] <= 0.2)


def need_under_rules(city, pack_path, year):
    from pack_need import PackNeed
    from pack_text import Pack
    return PackNeed(city, Pack(pack_path), year)


def main():
    city_path, plan_path, json_path = sys.argv[1:4]
    year = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    with open(json_path, encoding="utf-8") as source:
        plan = json.load(source)["plans"][0]
    city = City(city_path)
    outlines = {row["area_id"]: row["geom"] for row in layers.File(plan_path, city.file).rows("renewal_areas")}
    check = Comparison()
    need = need_under_rules(city, sys.argv[5], year) if "rules" in plan else Need(city, year)
    for area in plan["areas"]:
        outline = outlines[area["id"]]
        check_land(check, city, need, area, outline, plan.get("need_threshold", 0.5))
        check_surroundings(check, city, area, outline)
        check_stock(check, city, area, outline)
        if year:
            check_ages(check, city, area, year)
        check_promises(check, city, area, outline, plan.get("udb_tolerance_m", 1.0))
    land = unary_union([row["geom"] for row in city.parcels.values()]).area
    check.number("plan", "chosen_share", plan["chosen_share"], sum(a["net_area_m2"] for a in plan["areas"]) / land, 1e-4)
    objective = sum(a["benefit"] - plan["lambda"] * a["perimeter_m"] for a in plan["areas"])
    check.number("plan", "objective", plan["objective"], objective, 0.01)
    check.holds("plan", "the bound is not below the objective", plan["bound"] >= plan["objective"] - 1e-6)
    seen = [key for area in plan["areas"] for key in area["parcels"]]
    check.holds("plan", "no parcel is in two areas", len(seen) == len(set(seen)))
    print(json.dumps({"checked": check.checked, "areas": len(plan["areas"]), "differences": check.differences}))


if __name__ == "__main__":
    main()
