"""Labels and needs of every parcel by category, ranks of areas and problems they answer, computed a second time.

usage: category_opinion.py CITY.gpkg OURS.json YEAR
Reads the layers with sqlite and shapely, with nothing of ours; definitions are written out here once more.
Prints {"checked": N, "differences": [...]}. A parcel so near to a threshold that 0.02 % decide is left out and counted.
"""
import json
import sys

from second_opinion import City, Comparison, Need, scale

PARTS = ("age", "danger", "density", "structure", "facilities", "earlier_renewal")
STRUCTURES = {"steel": 0, "steel-reinforced-concrete": 0, "reinforced-concrete": 0, "brick-concrete": 0.4, "mixed": 0.4,
              "brick-wood": 0.8, "earth": 1, "earth-wood": 1, "simple": 1}
GENERAL = (0.4, 0.4, 0.2, 0, 0, 0)
PROFILES = {
    "old_residential": (0.30, 0.25, 0.10, 0.10, 0.15, 0.10),
    "old_street_block": (0.25, 0.25, 0.20, 0.15, 0.10, 0.05),
    "old_industrial": (0.35, 0.25, 0.05, 0.20, 0, 0.15),
    "old_commercial": (0.35, 0.20, 0.10, 0.10, 0.15, 0.10),
    "historic": (0.10, 0.35, 0.15, 0.20, 0.10, 0.10),
    "public_space": (0.10, 0.10, 0, 0, 0.60, 0.20),
}
SIGNS = {
    "old_residential": [[("use", ["residential"], 0.6), ("age", 25)], [("code", ["0701"]), ("age", 25)]],
    "old_street_block": [
        [("use", ["commerce", "office", "storage", "culture", "public_service"], 0.1), ("use", ["residential"], 0.3), ("age", 30)],
        [("coverage", 0.5, 9), ("use", ["residential", "commerce"], 0.6), ("age", 30)]],
    "old_industrial": [[("use", ["industry", "storage"], 0.5), ("age", 20)], [("code", ["10", "1101"]), ("age", 20)]],
    "old_commercial": [[("use", ["commerce", "office"], 0.5), ("age", 20)], [("code", ["09"]), ("age", 20)]],
    "historic": [[("zone", "core", 0.5)], [("zone", "control", 0.5)], [("zone", "traditional_style", 0.5)], [("zone", "relic", 0.5)], [("item",)]],
    "public_space": [[("code", ["14"]), ("coverage", 0, 0.2)]],
}
NEAR = 2e-4


class Borderline(Exception):
    """Too near to a threshold for two computations to agree on the side."""


def compare(value, limit):
    if abs(value - limit) <= NEAR * max(1, abs(limit)) and value != limit:
        raise Borderline
    return value >= limit


class Categories:
    def __init__(self, city, year, signs=SIGNS):
        self.city, self.year, self.signs = city, year, signs
        self.need = Need(city, year)
        self.zones = {kind: city.layer("historic_zones", kind) for kind in ("core", "control", "traditional_style", "relic")}
        self.items = [(row["geom"], row.get("building_id")) for row in city.rows("protected_items")]
        self.checks, self.checked_land = city.rows("health_checks"), {}

    def weighted(self, key, value_of):
        """Sum, known weight and unknown weight of a value of the buildings of a parcel, by floor area on it."""
        total = known = unknown = 0.0
        for name, shared in self.city.on_parcel.get(key, {}).items():
            building = self.city.buildings[name]
            weight = shared if building["floor"] is None else building["floor"] * shared / building["footprint"]
            value = value_of(building)
            if value is None:
                unknown += weight
            else:
                total, known = total + weight * value, known + weight
        return total, known, unknown

    def parts(self, key):
        age, danger, density = self.need.parts(key, self.year)
        structure, known, _ = self.weighted(key, lambda b: STRUCTURES.get(b.get("structure")))
        renewed, renewed_known, _ = self.weighted(
            key, lambda b: None if b.get("renewed_year") is None else scale(self.year - b["renewed_year"], 0, 30))
        return (age, danger, density, structure / known if known else None, self.shortage(key),
                renewed / renewed_known if renewed_known else None)

    def land_in(self, zone):
        """Land of each parcel in a zone of the health check."""
        if zone["zone_id"] not in self.checked_land:
            self.checked_land[zone["zone_id"]] = {
                key: zone["geom"].intersection(self.city.parcels[key]["geom"]).area for key in self.city.index.meeting(zone["geom"])}
        return self.checked_land[zone["zone_id"]]

    def shortage(self, key):
        land = self.city.parcels[key]["geom"]
        told = [(row["geom"].intersection(land).area, row.get("facilities_shortage")) for row in self.checks if row["geom"].intersects(land)]
        known = [(area, value) for area, value in told if value is not None]
        covered = sum(area for area, _ in known)
        return sum(a * v for a, v in known) / covered if covered > 0 and covered >= land.area / 2 else None

    def truth(self, key, sign):
        """True, False or None where the evidence is missing."""
        kind, land = sign[0], self.city.parcels[key]
        if kind in ("use", "age"):
            total, known, unknown = self.weighted(
                key, (lambda b: (b["use"] in sign[1]) * 1.0 if b.get("use") else None) if kind == "use"
                else (lambda b: None if b.get("year_built") is None else max(0, self.year - b["year_built"])))
            if known + unknown == 0:
                return False
            if known == 0 or known < unknown:
                return None
            return compare(total / known, sign[-1])
        if kind == "code":
            code = land.get("land_use")
            return None if not code or land.get("land_use_system") != "用地用海分类" else any(code.startswith(p) for p in sign[1])
        if kind == "coverage":
            covered = self.need.coverage(key)
            return compare(covered, sign[1]) and not (covered > sign[2] and compare(covered, sign[2]))
        if kind == "zone":
            zone = self.zones[sign[1]]
            return zone is not None and compare(zone.intersection(land["geom"]).area / land["geom"].area, sign[2])
        return self.is_hit(land["geom"])

    def is_hit(self, land):
        for shape, _ in self.items:
            if shape is None or not shape.intersects(land):
                continue
            if shape.geom_type.endswith("Point"):
                return True
            share = shape.intersection(land).area / min(shape.area, land.area)
            if compare(share, 0.1):
                return True
        return False

    def labels(self, key):
        yes, unknown = [], []
        for category, groups in self.signs.items():
            answers = [[self.truth(key, sign) for sign in group] for group in groups]
            kleene = [False if False in group else None if None in group else True for group in answers]
            if True in kleene:
                yes.append(category)
            elif None in kleene:
                unknown.append(category)
        return yes, unknown


def in_use(profile, all_parts):
    return [w if any(p[i] is not None for p in all_parts) else 0 for i, w in enumerate(profile)]


def mean(rows):
    known = [(area, value) for area, value in rows if value is not None]
    land = sum(area for area, _ in known)
    return sum(area * value for area, value in known) / land if land else None


def check_parcels(check, categories, ours, parts):
    profiles = {name: in_use(profile, parts.values()) for name, profile in {**PROFILES, "general": GENERAL}.items()}
    borderline = 0
    for key, told in ours["parcels"].items():
        if key not in parts:
            continue
        for i, name in enumerate(PARTS):
            check.number(key, name, told["parts"][i], parts[key][i], 2e-4)
        try:
            yes, unknown = categories.labels(key)
        except Borderline:
            borderline += 1
            continue
        check.holds(key, f"it carries {yes}, {unknown} unknown, but {told['yes']}, {told['unknown']}", (yes, unknown) == (told["yes"], told["unknown"]))
        needs = [(Need.score(parts[key], profiles[name]), name) for name in yes or ["general"]]
        known = [need for need, _ in needs if need is not None]
        check.number(key, "need", told["need"], max(known) if known else None, 5e-4)
        if known:
            check.holds(key, f"{told['won']} is highest of {needs}", dict((n, v) for v, n in needs).get(told["won"], -1) >= max(known) - 5e-4)
    return borderline


def check_areas(check, categories, ours, parts):
    land = {key: row["geom"].area for key, row in categories.city.parcels.items()}
    for area in ours["areas"]:
        members = [key for key in area["parcels"] if key in land]
        whole = sum(land[key] for key in members)
        for i, name in enumerate(PARTS):
            check.number(area["id"], name, area["parts"][i], mean([(land[key], parts[key][i]) for key in members]), 2e-4)
        for category in PROFILES:
            share = sum(land[key] for key in members if category in ours["parcels"][key]["yes"]) / whole
            check.number(area["id"], category, area["shares"].get(category, 0.0), share, 2e-4)
            check.holds(area["id"], f"{category} counts from a quarter of the land", (category in area["labels"]) == (share >= 0.25))
        check_problems(check, categories, area, members, land, whole)


def check_problems(check, categories, area, members, land, whole):
    told = {(row["zone_id"], row["problem"]): row["share"] for row in area["problems"]}
    for zone in categories.checks:
        inside = categories.land_in(zone)
        part = sum(inside.get(key, 0) for key in members)
        all_of_it = sum(inside.values())
        if part == 0 or part < 0.05 * min(whole, all_of_it):
            check.holds(area["id"], f"{zone['zone_id']} is only touched", not any(z == zone["zone_id"] for z, _ in told))
            continue
        for problem in filter(None, (zone.get("problems") or "").split(";")):
            check.number(area["id"], f"{zone['zone_id']} {problem}", told.pop((zone["zone_id"], problem), None), part / all_of_it, 2e-4)
    check.holds(area["id"], f"nothing else is answered: {sorted(told)}", not told)


def need_of(parts, weights):
    known = [(w, p) for w, p in zip(weights, parts) if p is not None]
    return sum(w * p for w, p in known) / sum(w for w, _ in known)


def check_ranks(check, ours):
    weights, areas = ours["weights"], {area["id"]: area["parts"] for area in ours["areas"]}
    variants = [weights] + [[w * (factor if i == j else 1) for j, w in enumerate(weights)] for i in range(6) for factor in (0.5, 1.5)]
    ranks = {key: [] for key in areas}
    for variant in variants:
        order = sorted(areas, key=lambda key: (-need_of(areas[key], variant), key))
        for rank, key in enumerate(order, 1):
            ranks[key].append(rank)
    for row in ours["ranks"]:
        mine = ranks[row["id"]]
        check.holds(row["id"], f"ranks {mine[0]} ({min(mine)} to {max(mine)}), not {row}",
                    (row["rank"], row["best"], row["worst"]) == (mine[0], min(mine), max(mine)))


def main():
    city_path, ours_path, year = sys.argv[1:4]
    city = City(city_path)
    with open(ours_path, encoding="utf-8") as file:
        ours = json.load(file)
    check, categories = Comparison(), Categories(city, int(year))
    parts = {key: categories.parts(key) for key in city.parcels}
    borderline = check_parcels(check, categories, ours, parts)
    check_areas(check, categories, ours, parts)
    check_ranks(check, ours)
    json.dump({"checked": check.checked, "borderline": borderline, "differences": check.differences[:40]}, sys.stdout)


if __name__ == "__main__":
    main()
