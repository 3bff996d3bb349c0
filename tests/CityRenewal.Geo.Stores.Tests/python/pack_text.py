"""Reads rule packs with PyYAML only: limits, parameters and categories, with everything a pack extends."""
import os

import yaml


class Pack:
    """A pack and what it extends; a later entry stands in the place of an older one of the same name."""

    def __init__(self, path):
        self.parameters, self.rules, self.categories = {}, {}, {}
        self.read(path)

    def read(self, path):
        with open(path, encoding="utf-8") as file:
            text = yaml.safe_load(file)
        for older in text.get("extends") or []:
            self.read(os.path.join(os.path.dirname(path), f"{older}.yaml"))
        self.parameters.update({name: entry["value"] for name, entry in (text.get("parameters") or {}).items()})
        self.rules.update({rule["id"]: rule for rule in text.get("rules") or []})
        self.categories.update({category["id"]: category for category in text.get("categories") or []})

    def number(self, written):
        """A limit: a parameter by name, or a number written into the rule; None where the text gives none."""
        return self.parameters[written] if isinstance(written, str) else written

    def limit(self, test):
        for sense in ("at_most", "at_least"):
            if sense in test:
                return self.number(test[sense]) if not isinstance(test[sense], dict) else test[sense], sense
        raise KeyError(f"no limit in {test}")

    def profiles(self, parts):
        return {name: tuple(category["weights"][part] for part in parts) for name, category in self.categories.items()}

    def signs(self):
        return {name: [[sign_of(sign) for sign in group] for group in category["any_of"]] for name, category in self.categories.items()}


def sign_of(sign):
    """One sign in the words of category_opinion.py."""
    if "use" in sign:
        return "use", sign["use"], sign["share_at_least"]
    if "land_use" in sign:
        assert sign["system"] == "用地用海分类"
        return "code", sign["land_use"]
    if "layer" in sign:
        return "zone", sign["layer"].removeprefix("historic_"), sign["share_at_least"]
    if "coverage_at_least" in sign:
        return "coverage", sign["coverage_at_least"], sign["coverage_at_most"]
    if "mean_age_at_least" in sign:
        return "age", sign["mean_age_at_least"]
    assert sign == {"protected_items": True}
    return ("item",)
