"""Why areas are proposed: parts and weights of their need, their ranks, the problems of the health check that they answer."""
from category_opinion import PARTS, check_problems
from pack_need import LEAST_SHARE
from second_opinion import Need

NEAR = 2e-4


def check_categories(check, need, told, parcels):
    where = told["id"]
    for name, (low, high) in need.shares_of(parcels).items():
        share = next((category["share"] for category in told["categories"] if category["id"] == name), None)
        sure = high < LEAST_SHARE if share is None else low >= LEAST_SHARE
        check.holds(where, f"{name} counts from a quarter of the land ({low:.4f}, {high:.4f}, {share})", sure or low < LEAST_SHARE <= high)
        if share is not None:
            check.holds(where, f"{name} is carried by {low:.5f} to {high:.5f} of the land, not {share}", low - 2e-5 <= share <= high + 2e-5)


def check_need(check, need, told, parcels):
    """The mean of each part, and the mean of the profiles that won on the parcels; parts known nowhere in the city weigh 0."""
    land = {key: need.city.parcels[key]["geom"].area for key in parcels}
    whole = sum(land.values())
    won = {key: winner(need, key) for key in parcels}
    doubt = sum(land[key] for key in parcels if need.doubt[key] > 0 or need.labels[key][1]) / whole
    for i, (name, value) in enumerate(zip(PARTS, need.parts_of(parcels))):
        part = next(part for part in told["need_parts"] if part["name"] == name)
        check.number(told["id"], f"need part {name}", part["value"], value, NEAR)
        mine = sum(land[key] * need.profiles[won[key]][i] for key in parcels) / whole
        check.number(told["id"], f"weight of {name}", part["weight"], mine, NEAR + doubt)


def winner(need, key):
    """The label with the highest need, the first of equals; the first stands where its need is unknown and no other is known."""
    names = need.labels[key][0] or ["general"]
    scores = [(name, Need.score(need.parts[key], need.profiles[name])) for name in names]
    known = [pair for pair in scores if pair[1] is not None]
    return max(known, key=lambda pair: pair[1])[0] if known else names[0]


def check_ranks(check, areas):
    """From the parts and weights that are told: each weight in turn halved and raised by half, in all areas at once."""
    parts = {area["id"]: [(part["weight"], part["value"]) for part in area["need_parts"]] for area in areas}
    known = sorted(key for key, rows in parts.items() if sum(w for w, v in rows if v is not None) >= 0.5 * sum(w for w, _ in rows))
    ranks = {key: [] for key in known}
    for changed, factor in [(None, 1), *((i, f) for i in range(len(PARTS)) for f in (0.5, 1.5))]:
        def need_of(key):
            rows = [(w * (factor if i == changed else 1), v) for i, (w, v) in enumerate(parts[key]) if v is not None]
            return sum(w * v for w, v in rows) / sum(w for w, _ in rows)
        for rank, key in enumerate(sorted(known, key=lambda key: (-need_of(key), key)), 1):
            ranks[key].append(rank)
    for area in areas:
        mine = ranks.get(area["id"])
        told = [area["need_rank"], area["need_rank_best"], area["need_rank_worst"]]
        check.holds(area["id"], f"it ranks {mine}, not {told}", told == ([mine[0], min(mine), max(mine)] if mine else [None] * 3))


def check_answers(check, need, told, parcels):
    land = {key: row["geom"].area for key, row in need.city.parcels.items()}
    problems = [row | {"zone_id": row["zone"]} for row in told["problems"] or []]
    check_problems(check, need.categories, told | {"problems": problems}, parcels, land, sum(land[key] for key in parcels))
