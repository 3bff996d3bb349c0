"""Judges every area by every rule of a pack a second time, from the original layers, with nothing of ours.

usage: rule_opinion.py CITY.gpkg AREAS.gpkg ANSWER.json PACK.yaml YEAR
ANSWER is of `renewal propose --rules --json`, AREAS its plan; or of `renewal review --json`, AREAS the boundaries.
Prints {"checked": N, "areas": N, "verdicts": {...}, "differences": [...]}.
"""
import json
import sys
from collections import Counter

import layers
from area_profiles import check_answers, check_categories, check_need, check_ranks
from intervals import INFINITE, total
from new_floor_area import proposed_new_floor_area
from pack_need import PackNeed
from rule_ground import Area, Ground
from pack_text import Pack
from rule_tests import Judge
from second_opinion import City, Comparison

FOOTPRINT = 1e-5  # relative: a shed of 20 m² on the grid of 0.1 mm is not known better


class Answer:
    """What our program said: areas of a plan, or boundaries under review, with the findings of each."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        self.is_plan = "plans" in document
        self.plan = document["plans"][0] if self.is_plan else document
        self.areas = self.plan["areas" if self.is_plan else "boundaries"]

    def findings_of(self, area):
        return [finding for finding in self.plan["findings"] if finding["area"] == area["id"]]


class Opinion:
    def __init__(self, city_path, pack_path, year):
        self.city, self.pack = City(city_path), Pack(pack_path)
        self.need = PackNeed(self.city, self.pack, int(year))
        self.ground = Ground(self.city, self.pack, self.need)
        self.judge, self.judged = Judge(self.ground), {}

    def outlines(self, path):
        if path.endswith(".geojson"):
            return layers.outlines_of(path, self.city.file.plane)
        file = layers.File(path, self.city.file)
        return {row["area_id"]: row["geom"] for row in file.rows("renewal_areas")}

    def asked(self, answer):
        """Rules that keep land apart are asked where areas are reviewed together; those of projects and of a register are not here."""
        return sorted(name for name, rule in self.pack.rules.items()
                      if "apart" not in rule or (not answer.is_plan and rule["apart"]["from"] == "areas"))

    def judged_once(self, rule, told, area):
        """Judged anew only where parcels or dispositions are others than before."""
        key = rule, told["id"], tuple(told["parcels"]), json.dumps(told.get("dispositions"))
        if key not in self.judged:
            self.judged[key] = self.judge.of(self.pack.rules[rule], area)
        return self.judged[key]

    def compare(self, outlines, answer):
        check, verdicts = Comparison(), Counter()
        if answer.is_plan:
            check_ranks(check, answer.areas)
        for told in answer.areas:
            area = Area(self.ground, told["parcels"], outlines[told["id"]], told.get("dispositions"))
            check_land(check, self.ground, told, area)
            if answer.is_plan:
                check_plan(check, self.ground, answer.plan, told, area)
            area.others = [(other["id"], set(other["parcels"]), outlines[other["id"]]) for other in answer.areas if other["id"] != told["id"]]
            findings = answer.findings_of(told)
            check.holds(told["id"], "every rule is told once", sorted(f["rule"] for f in findings) == self.asked(answer))
            for finding in findings:
                judged = self.judged_once(finding["rule"], told, area)
                check_finding(check, f"{told['id']} {finding['rule']}", finding, judged)
                verdicts[f"{finding['rule']} {judged.verdict}"] += 1
                if answer.is_plan:
                    check.holds(told["id"], f"{finding['rule']} does not fail", finding["verdict"] != "fail")
                    check.holds(told["id"], f"{finding['rule']} keeps its readings", all(r["verdict"] in ("pass", None) for r in finding["readings"]))
        return check, verdicts


def check_land(check, ground, told, area):
    """Its parcels are those most of whose land lies in the outline, and no others."""
    inside = {key: ground.city.parcels[key]["geom"].intersection(area.outline).area / ground.city.parcels[key]["geom"].area
              for key in ground.city.index.meeting(area.outline)}
    wrong = [key for key, share in inside.items() if abs(share - 0.5) > 1e-3 and (share > 0.5) != (key in set(area.parcels))]
    lost = [key for key in area.parcels if key not in inside]
    check.holds(told["id"], f"its parcels are those in its outline, unlike {sorted(wrong + lost)[:4]}", not wrong and not lost)


def check_plan(check, ground, plan, told, area):
    """What a plan under rules promises beside its findings, and what it says of need and categories."""
    where = told["id"]
    land = sum(ground.city.parcels[key]["geom"].area for key in area.parcels)
    slack = told["snapped_m2"] + 0.01
    check.holds(where, "it keeps to the limits of size", plan["minimum_area_m2"] - slack <= land <= plan["maximum_area_m2"] + slack)
    area.new_floor, new = proposed_new_floor_area(ground, area), told["new_floor_area_m2"]
    check.number(where, "new_floor_area_m2", new, area.new_floor, 0.02)
    elective = total(list(ground.elements({"sum": "floor_area", "demolition": "elective"}, area)))
    least = told.get("elective_demolition_floor_area_m2_low", told["elective_demolition_floor_area_m2"])
    check.number(where, "least that goes by choice", least, elective[0], 0.02)
    check.holds(where, f"what is new ({new}) is never above what goes ({least})", new is None or new <= least)
    check.holds(where, "nothing goes by choice without a purpose", plan["elective_purpose"] or elective[2] == 0)
    check_categories(check, ground.need, told, area.parcels)
    check_need(check, ground.need, told, area.parcels)
    check_answers(check, ground.need, told, area.parcels)


def check_finding(check, where, finding, judged):
    check.holds(where, f"it is {judged.verdict} ({judged.reason}), not {finding['verdict']} ({finding['reason']})",
                finding["verdict"] == judged.verdict)
    code = (finding["reason"] or {}).get("code")
    check.holds(where, f"the reason is {judged.reason}, not {code}", code == judged.reason)
    check.number(where, "limit", finding["limit"], judged.limit, FOOTPRINT * abs(judged.limit or 0))
    if judged.bounds is not None:
        check_bounds(check, where, finding, judged.bounds)
    else:
        check_measured(check, where, finding, judged.measured)
    check_evidence(check, where, finding["evidence"], judged)
    told = {reading["id"]: reading for reading in finding["readings"]}
    check.holds(where, f"its readings are {sorted(judged.readings)}", sorted(told) == sorted(judged.readings))
    for name in told.keys() & judged.readings.keys():
        check.holds(f"{where} {name}", f"it is {judged.readings[name].verdict}", told[name]["verdict"] == judged.readings[name].verdict)
        check_measured(check, f"{where} {name}", told[name], judged.readings[name].measured)


def check_measured(check, where, told, measured):
    low, value, high = measured or (None, None, None)
    if value is not None and high == INFINITE:
        high = None
    if low == -INFINITE:
        low = None
    for name, mine in (("measured_low", low), ("measured", value), ("measured_high", high)):
        check.number(where, name, told[name], mine, 0.02 if told.get("unit") == "m2" else FOOTPRINT * abs(mine or 0))


def check_bounds(check, where, finding, bounds):
    """Where the contiguity of parcels decides and only its least and largest reading are known here."""
    least, most = bounds
    for i, name in enumerate(("measured_low", "measured", "measured_high")):
        told = INFINITE if finding[name] is None else finding[name]
        check.holds(where, f"{name} {told} lies between {least[i]} and {most[i]}", least[i] - 0.01 <= told <= most[i] + 0.01)


def check_evidence(check, where, evidence, judged):
    if judged.reason in ("missing_layer", "missing_kind"):
        return
    for name, mine in zip(("numerator", "denominator"), judged.sums):
        check.number(where, name, evidence[name], mine, 0.02)
    named = evidence["buildings"] + evidence["parcels"]
    mine = set(judged.amounts)
    check.holds(where, f"the evidence is {sorted(mine)[:4]}, not {sorted(named)[:4]} ({sorted(mine ^ set(named))[:4]})", mine == set(named))
    if judged.sums[0] is not None:
        check.number(where, "sum of the evidence", evidence["numerator"], sum(judged.amounts.get(key, 0) for key in named), 0.02)
    check.holds(where, f"its strips are {sorted(judged.strips)}, not {evidence['strips']}", sorted(judged.strips) == [strip["parcel"] for strip in evidence["strips"]])
    check.number(where, "strip_area_m2", evidence["strip_area_m2"], sum(judged.strips.values()), 0.05)
    check.holds(where, f"it names {judged.others}, not {evidence['others']}", sorted(judged.others or []) == sorted(evidence["others"]))


def main():
    city, areas, answer, pack, year = sys.argv[1:6]
    opinion, told = Opinion(city, pack, year), Answer(answer)
    check, verdicts = opinion.compare(opinion.outlines(areas), told)
    print(json.dumps({"checked": check.checked, "areas": len(told.areas), "verdicts": verdicts, "differences": check.differences}))


if __name__ == "__main__":
    main()
