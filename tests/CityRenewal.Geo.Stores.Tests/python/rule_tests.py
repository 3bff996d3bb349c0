"""The tests that a rule pack knows, by the words of data/rule-packs/README.md, judged on one area."""
from dataclasses import dataclass, field

import blocks
from intervals import INFINITE, Element, quotient, total, verdict
from rule_ground import NOISE, Area

WORST_FIRST = ["fail", "needs_approval", "unknown", "marginal", "pass", None]


@dataclass
class Judged:
    """Measured is (low, value, high), or None where there is nothing to show; amounts are by id of the evidence."""
    verdict: str | None
    measured: tuple | None = None
    limit: float | None = None
    reason: str | None = None
    amounts: dict = field(default_factory=dict)
    sums: tuple = (None, None)
    strips: dict = field(default_factory=dict)
    others: list | None = None
    readings: dict = field(default_factory=dict)
    bounds: tuple | None = None  # where only bounds of the value are known here


def missing(reason="missing_layer"):
    return Judged("unknown", reason=reason)


class Judge:
    def __init__(self, ground):
        self.ground, self.pack = ground, ground.pack
        self.districts, self.excused = ground.districts(), {}

    def of(self, rule, area):
        """One rule with the consent that it knows of."""
        test = next(name for name in ("share", "sum", "inside", "measure", "undivided", "whole", "all_of", "category", "apart") if name in rule)
        for layer in self.needs(rule):
            if not self.ground.has(layer):
                return missing()
            if self.ground.lacks_kind(layer):
                return missing("missing_kind")
        judged = getattr(self, test)(rule[test], area)
        if judged.verdict == "fail" and "consent" in rule:
            judged.verdict = "needs_approval"
        return judged

    def needs(self, rule):
        """Layers without which a rule says nothing."""
        if "all_of" in rule or "category" in rule or "apart" in rule:
            return []
        if "measure" in rule:
            return ["buildings"]
        if "share" in rule or "sum" in rule:
            terms = [rule["sum"]["of"]] if "sum" in rule else [rule["share"]["above"], rule["share"]["below"]]
            return [layer for term in terms for layer in layers_of(term)]
        return [(rule.get("inside") or rule.get("whole") or {}).get("layer") or rule["undivided"]["division"]]

    def share(self, test, area):
        limit, sense = self.pack.limit(test)
        if area.gone is None and (asks_what_goes(test["above"]) or asks_what_goes(test["below"])):
            return Judged("unknown", None, limit, "no_dispositions")
        judged = self.ratio(test["above"], test["below"], area, limit, sense)
        judged.readings = {reading["id"]: self.ratio(test["above"], reading["below"], area, limit, sense)
                           for reading in test.get("readings", [])}
        return judged

    def ratio(self, above, below, area, limit, sense):
        assert above["sum"] == below["sum"]
        rows = {e.key: e for e in self.ground.elements(below, area)}
        both = {key: Element(key, e.low, e.value, e.high, (0.0, 0.0, 0.0), e.above) for key, e in rows.items()}
        for e in self.ground.elements(above, area):
            under = both[e.key].below if e.key in both else (0.0, 0.0, 0.0)
            both[e.key] = Element(e.key, e.low, e.value, e.high, e.above, under)
        elements = list(both.values())
        if not any(e.high > 0 and e.below[2] > 0 for e in elements):
            return Judged(None, limit=limit, reason="nothing_below", sums=(0, 0))
        low, value, high = quotient(elements)
        sums = sum(e.value * e.above[1] for e in elements), sum(e.value * e.below[1] for e in elements)
        amounts = {e.key: e.value * e.above[1] for e in elements if e.high * e.above[2] > 0}
        if value is None:
            return Judged("unknown", None, limit, "open_value", amounts, sums)
        found = verdict(low, high, limit, sense, any(e.is_open for e in elements))
        return Judged(found, (low, value, high), limit, None if found != "unknown" else "no_limit" if limit is None else "open_value", amounts, sums)

    def sum(self, test, area):
        limit, sense = self.pack.limit(test)
        term, strips = test["of"], {}
        if area.gone is None and asks_what_goes(term):
            return Judged("unknown", None, limit, "no_dispositions")
        elements = [e for e in self.ground.elements(term, area) if e.value > NOISE or e.high == INFINITE]
        if "strip" in test:
            width = strip_width(self.pack, test)
            strips = {e.key: e.value for e in elements if is_strip(self.ground.part_in(self.ground.city.parcels[e.key]["geom"], term["layer"]), width)
                      and e.value < self.ground.city.parcels[e.key]["geom"].area - NOISE}
            elements = [e for e in elements if e.key not in strips]
        low, value, high = total(elements)
        found = verdict(low, high, limit, sense, any(e.is_open for e in elements))
        return Judged(found, (low, value, high), limit, "open_value" if found == "unknown" else None,
                      {e.key: e.value * e.above[1] for e in elements if e.high * e.above[2] > 0}, (value, None), strips)

    def inside(self, test, area):
        boundary, width = self.ground.column(test["layer"]), strip_width(self.pack, test)
        outside, strips = {}, {}
        for key in area.parcels:
            land = self.ground.city.parcels[key]["geom"]
            part = land.difference(boundary)
            if part.area > NOISE:
                (strips if is_strip(part, width) and part.area < land.area - NOISE else outside)[key] = part.area
        total_m2 = sum(outside.values())
        return Judged("fail" if outside else "pass", (total_m2,) * 3, 0, None, outside, (total_m2, None), strips)

    def undivided(self, test, area):
        units = self.ground.division(test["division"])
        homes = {}
        for key in area.parcels:
            land = self.ground.city.parcels[key]["geom"]
            shares = {name: land.intersection(unit).area for name, unit in units.items() if land.intersects(unit)}
            name = max(sorted(shares), key=shares.get) if shares and max(shares.values()) > NOISE else None
            homes.setdefault(name, []).append(key)
        lost = homes.pop(None, [])
        main = max(sorted(homes), key=lambda name: len(homes[name])) if homes else None
        strangers = {key: 1 for name, keys in homes.items() if name != main for key in keys}
        found = "fail" if len(homes) > 1 else "unknown" if lost else "pass"
        return Judged(found, (len(homes),) * 3, 1, "outside_all_units" if found == "unknown" else None, strangers, others=sorted(homes))

    def whole(self, _, area):
        member = set(area.parcels)
        left_out = {name: {key for key in parcels - member if not self.is_excused(key)}
                    for name, parcels in self.districts.items() if parcels & member}
        cut = {name: parcels for name, parcels in left_out.items() if parcels}
        left = {key: 1 for parcels in cut.values() for key in parcels}
        return Judged("fail" if cut else "pass", (len(cut),) * 3, 0, None, left, others=sorted(cut))

    def apart(self, _, area):
        """Parcels that another of the boundaries holds too, and land that both outlines cover."""
        held = {key: self.ground.city.parcels[key]["geom"].area for key in area.parcels if any(key in parcels for _, parcels, _ in area.others)}
        land = sum(held.values())
        covered = {name: area.outline.intersection(outline).area for name, _, outline in area.others}
        drawn, own = sum(covered.values()), set(area.parcels)
        verdict = "fail" if held else "marginal" if drawn >= 1 else "pass"
        return Judged(verdict, (land, land, max(land, drawn) if drawn >= 1 else land), 0, None, held, (land, None),
                      others=[name for name, parcels, _ in area.others if covered[name] >= 1 or own & parcels])

    def is_excused(self, key):
        """Land that no area may hold: alone it breaks a rule of the land that knows no consent."""
        if key not in self.excused:
            alone = Area(self.ground, [key], self.ground.city.parcels[key]["geom"])
            self.excused[key] = any(self.of(rule, alone).verdict == "fail" for rule in self.pack.rules.values() if is_of_land(rule))
        return self.excused[key]

    def category(self, _, area):
        shares = self.ground.need.shares_of(area.parcels)
        certain = [name for name, (low, _) in shares.items() if low >= 0.25]
        return Judged("pass" if certain else "unknown", (len(certain),) * 3, 1, None if certain else "unclassified", others=certain)

    def all_of(self, members, area):
        judged = {name: self.of(self.pack.rules[name], area) for name in members}
        worst = min((j.verdict for j in judged.values()), key=WORST_FIRST.index)
        fails = sum(j.verdict == "fail" for j in judged.values())
        others = [] if worst == "pass" else [name for name, j in judged.items() if j.verdict == worst]
        reason = next((j.reason for j in judged.values() if j.verdict == worst), None)
        return Judged(worst, (fails,) * 3, 0, reason if worst is not None else "none_applies", others=others)

    def measure(self, test, area):
        limit, sense = self.pack.limit(test)
        density = sum(self.ground.city.buildings[key]["footprint"] for key in area.buildings) / area.outline.area
        if isinstance(limit, dict):
            assert limit == {"measure": "building_density"}
            limit = density
        if area.gone is None:
            return Judged("unknown", None, limit, "rehousing_not_declared" if test["of"] == "local_rehousing_rate" else "no_dispositions")
        return getattr(self, test["of"])(area, limit, sense)

    def sum_gone(self, area, kind):
        return list(self.ground.elements({"sum": "floor_area", "demolition": kind}, area))

    def new_to_demolished_ratio(self, area, limit, sense):
        low, value, high = total(self.sum_gone(area, "elective"))
        if high == INFINITE:
            return Judged("unknown", None, limit, "demolished_unknown")
        if low <= 0:
            return Judged(None, None, limit, "nothing_demolished")
        if area.new_floor is None:
            return Judged("unknown", None, limit, "no_detailed_plan")
        measured = area.new_floor / high, area.new_floor / value, area.new_floor / low
        return Judged(verdict(measured[0], measured[2], limit, sense, False), measured, limit)

    def floor_area_change_m2(self, area, limit, sense):
        if area.new_floor is None:
            return Judged("unknown", None, limit, "no_detailed_plan")
        low, value, high = total(self.sum_gone(area, "any"))
        measured = area.new_floor - high, area.new_floor - value, area.new_floor - low
        found = verdict(measured[0], measured[2], limit, sense, high == INFINITE)
        return Judged(found, measured, limit, "open_value" if found == "unknown" else None)

    def building_density_after(self, area, limit, _):
        if area.new_floor is None or area.new_floor > 0:
            return Judged("unknown", None, limit, "no_detailed_plan" if area.new_floor is None else "new_footprints_unknown")
        stays = sum(self.ground.city.buildings[key]["footprint"] for key in area.buildings if sum(area.gone[key]) < 1)
        # Nothing new is built, so what stands after is a part of what stands today.
        return Judged("pass", (stays / area.outline.area,) * 3, limit)

    def local_rehousing_rate(self, area, limit, _):
        moved = [self.ground.city.buildings[key].get("households") for key, item in area.proposed.items() if item["disposition"] == "demolish"]
        if all(count == 0 for count in moved):
            return Judged(None, None, limit, "nobody_moves")
        return Judged("unknown", None, limit, "rehousing_not_declared")

    def largest_demolition_block_m2(self, area, limit, sense):
        least, most = blocks.largest(self.ground, area, self.sum_gone(area, "any"))
        if limit is None:
            found = "pass" if most[2] <= 0 else "unknown"
            return Judged(found, None, None, "no_limit" if found == "unknown" else None, bounds=(least, most))
        found = verdict(least[0], most[2], limit, sense, most[2] == INFINITE)
        return Judged(found, None, limit, "open_value" if found == "unknown" else None, bounds=(least, most))


def asks_what_goes(term):
    return "demolition" in term or "changes" in term


def is_of_land(rule):
    return "consent" not in rule and ("inside" in rule or rule.get("sum", {}).get("of", {}).get("sum") in ("land", "land_in"))


def layers_of(term):
    """Layers that a term of a sum reads."""
    found = [term[name] for name in ("layer", "in_layer") if name in term]
    found += ["buildings"] if term["sum"] in ("floor_area", "buildings", "footprint_in") else []
    return found + (["protected_items"] if "protected" in term else [])


# The pack leaves the width to what the layers tell; every run that is checked here is made with --set encroachment_strip_m=1.
CHECKED_STRIP_M = 1.0


def strip_width(pack, test):
    width = pack.number(test["strip"])
    return CHECKED_STRIP_M if width is None else width


def is_strip(part, width):
    """Mean width 2 · area / perimeter: that of a long strip; half the side of a square."""
    return part.length > 0 and 2 * part.area / part.length <= width
