"""What rules are judged on: areas with what goes in them, and how far parcels and buildings meet a condition."""
from intervals import INFINITE, Element
from shapely.geometry import Polygon
from shapely.ops import unary_union

KINDS = {"udb_": "udb", "historic_": "historic_zones"}
WHOLE_LAYERS = ("udb", "water", "detailed_plots", "historic_zones", "study_area")

CONSTRUCTION = {  # groups of codes that are no construction land, and single codes that are
    "用地用海分类": (("00", "01", "02", "03", "04", "05", "06", "17", "18", "19", "20", "21", "22", "23", "24"), ()),
    "三调": (("00", "01", "02", "03", "04", "11", "12"), ("1109", "1201")),
}
NOISE = 0.01  # m² that two computations of an overlap may differ by where only edges touch
ITEM_SHARE = 0.1

CONTROL_LINES = {"ecological_red_line", "permanent_basic_farmland", "blue_line", "green_line", "purple_line", "yellow_line", "flood",
                 "geological_hazard"}


class Area:
    """Parcels, the buildings that stand mostly on them, and the share of each that goes (by choice, exempt)."""

    def __init__(self, ground, parcels, outline, dispositions=None, new_floor=None):
        self.parcels, self.outline, self.new_floor = list(parcels), outline, new_floor
        member = set(parcels)
        self.buildings = [key for key, home in ground.homes.items() if home in member]
        self.proposed = None if dispositions is None else {item["building"]: item for item in dispositions}
        self.gone = None if dispositions is None else {key: gone(ground.city.buildings[key], self.proposed.get(key)) for key in self.buildings}
        self.changed = None if self.gone is None else {
            parcel for key, shares in self.gone.items() if sum(shares) > 0 for parcel in ground.city.buildings[key]["parcels"]}


def gone(building, item):
    """Shares of a building that go by choice and exempt; an illegal part with a decision goes alone."""
    if item is None or item["demolition_kind"] == "none":
        return 0.0, 0.0
    if item["demolition_kind"] == "elective_candidate":
        return 1.0, 0.0
    return 0.0, 1.0 if item["disposition"] == "demolish" else building["illegal_area_m2"] / building["floor"]


class Ground:
    def __init__(self, city, pack, need):
        self.city, self.pack, self.need = city, pack, need
        self.homes = {key: max(sorted(b["parcels"]), key=b["parcels"].get) for key, b in city.buildings.items() if b["parcels"]}
        self.overlaps = {}

    def column(self, name):
        """The land of a layer by the name that packs use; None where the layer is missing, empty where it has none of the kind."""
        layer, kind = next(((layer, name.removeprefix(prefix)) for prefix, layer in KINDS.items() if name.startswith(prefix)),
                           (name, None) if name in WHOLE_LAYERS else ("control_lines", name))
        if not self.city.rows(layer):
            return None
        found = self.city.layer(layer, kind)
        return Polygon() if found is None else found

    def division(self, name):
        """Units by id, of a kind of administrative unit or of the planning units."""
        rows = self.city.rows("planning_units") if name == "planning_units" else [
            row for row in self.city.rows("administrative_units") if row["kind"] == name]
        return {row["zone_id"]: row["geom"] for row in rows if row["geom"] is not None}

    def lacks_kind(self, needed):
        """Whether it is a kind of control line of which no zone came: each kind is delivered by itself."""
        return needed in CONTROL_LINES and not any(row["kind"] == needed for row in self.city.rows("control_lines"))

    def has(self, needed):
        if needed == "buildings":
            return bool(self.city.buildings)
        if needed == "protected_items":
            return bool(self.city.rows(needed))
        if needed in ("district", "street", "community", "planning_units"):
            return bool(self.division(needed))
        return self.column(needed) is not None

    def part_in(self, shape, name):
        """The part of a shape in a layer, kept: the same parcels are asked by every area and rule."""
        if (id(shape), name) not in self.overlaps:
            self.overlaps[id(shape), name] = shape.intersection(self.column(name))
        return self.overlaps[id(shape), name]

    def items_on(self, shape, kinds, building=None):
        """Protected items of some kinds that hit a shape: a tenth of the smaller by overlap, a point in it or on its edge, or by name."""
        found = []
        for row in self.city.rows("protected_items"):
            item = row["geom"]
            if row["kind"] not in kinds:
                continue
            named = building is not None and row.get("building_id") == building
            if named or item is not None and item.intersects(shape) and (
                    item.geom_type.endswith("Point") or item.intersection(shape).area > ITEM_SHARE * min(item.area, shape.area)):
                found.append(row["item_id"])
        return found

    def is_built_up(self, key):
        """Construction land by its use, or a fifth covered; None where neither tells."""
        covered, land = self.need.categories.need.coverage(key), self.city.parcels[key]
        if covered >= 0.2:
            return True
        code = land.get("land_use") or ""
        answers = {not code.startswith(open_land) or code in built
                   for system, (open_land, built) in CONSTRUCTION.items() if land.get("land_use_system") in (system, None, "")}
        if len(code) >= 2 and len(answers) == 1:
            return answers.pop()
        return True if covered >= 0.02 else None

    def elements(self, term, area):
        """The buildings or parcels of an area as the elements of a sum; those that cannot count are left out."""
        what = term["sum"]
        rows = area.buildings if what in ("floor_area", "buildings", "footprint_in") else area.parcels
        for key in rows:
            weight = (1.0, 1.0, 1.0)
            for condition, asked in term.items():
                if condition not in ("sum", "layer", "above_m2"):
                    part = getattr(self, condition)(key, area, term, asked)
                    weight = tuple(w * p for w, p in zip(weight, part))
            if weight[2] > 0:
                yield Element(key, *self.amount(what, key, term), weight)

    def amount(self, what, key, term):
        if what == "floor_area":
            building = self.city.buildings[key]
            return (0.0, 0.0, INFINITE) if building["floor"] is None else (building["low"], building["floor"], building["high"])
        shape = (self.city.buildings if what in ("buildings", "footprint_in") else self.city.parcels)[key]["geom"]
        amount = {"buildings": lambda: 1, "land": lambda: shape.area,
                  "footprint_in": lambda: self.part_in(shape, term["layer"]).area,
                  "land_in": lambda: self.part_in(shape, term["layer"]).area,
                  "protected_items": lambda: len(self.items_on(shape, term["protected"]))}[what]()
        return amount, amount, amount

    # Conditions, by the names that packs use: how far a building or parcel counts, least, counted and most.
    def demolition(self, key, area, _, kind):
        if area.gone is None:
            return 0.0, 0.0, 1.0
        elective, exempt = area.gone[key]
        return ({"elective": elective, "exempt": exempt, "any": elective + exempt, "not_exempt": 1 - exempt}[kind],) * 3

    def protected(self, key, _area, term, kinds):
        of_buildings = term["sum"] in ("buildings", "floor_area", "footprint_in")
        shape = (self.city.buildings if of_buildings else self.city.parcels)[key]["geom"]
        return (float(bool(self.items_on(shape, kinds, key if of_buildings else None))),) * 3

    def in_layer(self, key, _area, term, layer):
        return (float(self.part_in(self.city.buildings[key]["geom"], layer).area > self.pack.number(term["above_m2"])),) * 3

    def need_at_least(self, key, _area, _term, least):
        score = self.need.scores[self.homes[key]]
        least = self.pack.number(least)
        if score is not None and score < least <= score + self.need.doubt[self.homes[key]]:
            return 0.0, 0.0, 1.0
        return (float(score is not None and score >= least),) * 3

    def built_up(self, key, _area, _term, wanted):
        built = self.is_built_up(key)
        return (0.0, 0.0, 1.0) if built is None else (float(built == wanted),) * 3

    def changes(self, key, area, _term, wanted):
        return (0.0, 0.0, 1.0) if area.changed is None else (float((key in area.changed) == wanted),) * 3

    def districts(self):
        """Historic districts by name with the parcels of which at least half lies in their zones."""
        zones = {}
        for row in self.city.rows("historic_zones"):
            if row["kind"] in ("core", "control", "traditional_style") and row["geom"] is not None:
                zones.setdefault(row.get("parent_id") or row["zone_id"], []).append(row["geom"])
        best = {}
        for name, shapes in sorted(zones.items()):
            whole = unary_union(shapes)
            for key in self.city.index.meeting(whole):
                land = self.city.parcels[key]["geom"]
                share = land.intersection(whole).area / land.area
                if share >= 0.5 and share > best.get(key, ("", 0.0))[1]:
                    best[key] = name, share
        districts = {}
        for key, (name, _) in best.items():
            districts.setdefault(name, set()).add(key)
        return districts
