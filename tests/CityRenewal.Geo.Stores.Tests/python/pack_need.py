"""Labels and needs of parcels in the profiles of a rule pack, from the original layers."""
from itertools import combinations

from category_opinion import GENERAL, PARTS, Borderline, Categories, in_use, mean
from second_opinion import Need

LEAST_SHARE = 0.25  # of an area's land, from which a label is the area's


class PackNeed:
    """
    `scores` by parcel, as second_opinion.py uses them. A parcel so near to a threshold that the last digits decide may have
    one of several needs: the lowest is its score, and `doubt` says how much higher it may be.
    """

    def __init__(self, city, pack, year):
        self.city = city
        self.categories = Categories(city, year, pack.signs())
        self.parts = {key: self.categories.parts(key) for key in city.parcels}
        profiles = pack.profiles(PARTS) | {"general": GENERAL}
        self.profiles = {name: in_use(profile, self.parts.values()) for name, profile in profiles.items()}
        self.labels, self.scores, self.doubt = {}, {}, {}
        for key in city.parcels:
            certain, maybe = self.labels[key] = self.labels_of(key)
            needs = self.needs_of(key, certain, maybe)
            known = [need for need in needs if need is not None]
            self.scores[key] = min(known) if known else None
            self.doubt[key] = max(known) - min(known) if len(known) == len(needs) and known else 0.0 if not known else 1.0

    def labels_of(self, key):
        """Labels that the parcel carries, and those on whose threshold it lies."""
        certain, maybe = [], []
        for category, groups in self.categories.signs.items():
            low = [[self.truth(key, sign, False) for sign in group] for group in groups]
            high = [[self.truth(key, sign, True) for sign in group] for group in groups]
            if any(all(group) for group in low):
                certain.append(category)
            elif any(all(group) for group in high):
                maybe.append(category)
        return certain, maybe

    def truth(self, key, sign, near):
        try:
            return self.categories.truth(key, sign) is True
        except Borderline:
            return near

    def needs_of(self, key, certain, maybe):
        needs = []
        for count in range(len(maybe) + 1):
            for extra in combinations(maybe, count):
                scores = [Need.score(self.parts[key], self.profiles[name]) for name in [*certain, *extra] or ["general"]]
                known = [score for score in scores if score is not None]
                needs.append(max(known) if known else None)
        return needs

    def shares_of(self, parcels):
        """Least and largest share of the land of parcels that carries each label."""
        land = {key: self.city.parcels[key]["geom"].area for key in parcels}
        whole = sum(land.values())
        return {name: (sum(land[key] for key in parcels if name in self.labels[key][0]) / whole,
                       sum(land[key] for key in parcels if name in self.labels[key][0] + self.labels[key][1]) / whole)
                for name in self.categories.signs}

    def parts_of(self, parcels):
        land = [(self.city.parcels[key]["geom"].area, self.parts[key]) for key in parcels]
        return [mean([(area, parts[i]) for area, parts in land]) for i in range(len(PARTS))]
