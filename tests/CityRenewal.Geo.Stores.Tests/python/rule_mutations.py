"""Breaks an answer in many ways, one at a time, and says what the second opinion notices of each.

usage: rule_mutations.py CITY.gpkg PLAN.gpkg PLAN.json PACK.yaml YEAR
Prints {"untouched": [differences], "noticed": {mutation: differences}}.
"""
import copy
import json
import sys

from rule_opinion import Answer, Opinion


def finding(plan, wanted):
    return next(found for found in plan["findings"] if wanted(found))


def flipped_verdict(plan):
    finding(plan, lambda f: f["rule"] == "new-to-demolished" and f["verdict"] == "pass")["verdict"] = "marginal"


def hidden_consent(plan):
    finding(plan, lambda f: f["verdict"] == "needs_approval")["verdict"] = "pass"


def measured_off(plan):
    finding(plan, lambda f: f["rule"] == "demolition-ratio" and f["measured"])["measured"] *= 1.01


def narrower_interval(plan):
    finding(plan, lambda f: f["rule"] == "demolition-ratio" and f["measured_high"])["measured_high"] *= 0.99


def reading_off(plan):
    finding(plan, lambda f: f["rule"] == "demolition-ratio" and f["measured"])["readings"][1]["measured"] *= 1.01


def evidence_dropped(plan):
    finding(plan, lambda f: f["rule"] == "demolition-ratio" and f["evidence"]["buildings"])["evidence"]["buildings"].pop()


def strip_dropped(plan):
    finding(plan, lambda f: f["rule"] == "udb-inside" and f["evidence"]["strips"])["evidence"]["strips"].pop()


def limit_changed(plan):
    finding(plan, lambda f: f["rule"] == "demolition-ratio")["limit"] = 0.21


def reason_changed(plan):
    finding(plan, lambda f: f["rule"] == "local-rehousing" and f["verdict"] == "unknown")["reason"]["code"] = "missing_layer"


def finding_lost(plan):
    plan["findings"].remove(finding(plan, lambda f: f["rule"] == "built-up-only"))


def parcel_moved(plan):
    plan["areas"][1]["parcels"].append(plan["areas"][0]["parcels"].pop())


def disposition_changed(plan):
    item = next(i for i in plan["areas"][2]["dispositions"] if i["demolition_kind"] == "none" and i["disposition"] == "renovate")
    item.update(disposition="demolish", demolition_kind="elective_candidate")


def more_is_built(plan):
    area = next(a for a in plan["areas"] if a["new_floor_area_m2"])
    area["new_floor_area_m2"] = 1.01 * area["elective_demolition_floor_area_m2"]


def category_invented(plan):
    plan["areas"][0]["categories"].append({"id": "public_space", "share": 0.4})


def rank_changed(plan):
    plan["areas"][0]["need_rank"] += 1


def answer_dropped(plan):
    next(area for area in plan["areas"] if area["problems"])["problems"].pop()


MUTATIONS = [flipped_verdict, hidden_consent, measured_off, narrower_interval, reading_off, evidence_dropped, strip_dropped,
             limit_changed, reason_changed, finding_lost, parcel_moved, disposition_changed, more_is_built, category_invented, rank_changed, answer_dropped]


def main():
    city, areas, answer, pack, year = sys.argv[1:6]
    opinion, told = Opinion(city, pack, year), Answer(answer)
    outlines, whole, noticed = opinion.outlines(areas), told.plan, {}
    untouched = opinion.compare(outlines, told)[0].differences
    for mutate in MUTATIONS:
        told.plan = copy.deepcopy(whole)
        told.areas = told.plan["areas"]
        mutate(told.plan)
        noticed[mutate.__name__] = opinion.compare(outlines, told)[0].differences[:3]
    print(json.dumps({"untouched": untouched, "noticed": noticed}))


if __name__ == "__main__":
    main()
