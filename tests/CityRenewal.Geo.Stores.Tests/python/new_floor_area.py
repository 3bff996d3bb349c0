"""How much new floor area a plan may propose: what the detailed plan leaves room for, and never more than what goes."""
from intervals import total


def proposed_new_floor_area(ground, area):
    """None where no detailed plan says how much may be built on a parcel where a building goes."""
    elective = total(list(ground.elements({"sum": "floor_area", "demolition": "elective"}, area)))
    if elective[0] <= 0:
        return 0
    room = 0.0
    for key in area.parcels:
        buildings = ground.city.on_parcel.get(key, {})
        allowed = allowed_on(ground, key)
        goes = key in area.changed
        if not buildings:
            room += allowed or 0
        elif goes and (allowed is None or any(stays(area, b) > 0 and ground.city.buildings[b]["floor"] is None for b in buildings)):
            return None
        elif goes:
            room += max(0, allowed - sum(
                stays(area, b) * ground.city.buildings[b]["high"] * shared / ground.city.buildings[b]["footprint"]
                for b, shared in buildings.items() if ground.city.buildings[b]["floor"] is not None))
    return min(room, elective[0])


def stays(area, building):
    return 1 - sum(area.gone.get(building, (0, 0)))


def allowed_on(ground, key):
    """Floor area that may stand on a parcel: by its own limit, else by the plots that it lies in."""
    parcel = ground.city.parcels[key]
    if parcel.get("far_limit") is not None:
        return parcel["far_limit"] * parcel["geom"].area
    known = [(plot["far_limit"], plot["geom"].intersection(parcel["geom"]).area) for plot in ground.city.rows("detailed_plots")
             if plot.get("far_limit") is not None and plot["geom"].intersects(parcel["geom"])]
    known = [(limit, land) for limit, land in known if land > 0]
    return sum(limit * land for limit, land in known) if known else None
