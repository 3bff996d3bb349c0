"""Sums and quotients of amounts that are each known within an interval, and the verdict that such a value allows."""
import math
from dataclasses import dataclass

INFINITE = math.inf


@dataclass
class Element:
    """How much there is of a feature (`high` infinite where unknown), and how far it counts above and below the line."""
    key: str
    low: float
    value: float
    high: float
    above: tuple = (1.0, 1.0, 1.0)
    below: tuple = (0.0, 0.0, 0.0)

    @property
    def is_open(self):
        return self.high == INFINITE or self.above[0] != self.above[2] or self.below[0] != self.below[2]


def total(elements):
    """Least, counted and largest sum; the largest is infinite where something unknown has no upper end."""
    return (sum(e.low * e.above[0] for e in elements), sum(e.value * e.above[1] for e in elements),
            sum(e.high * e.above[2] for e in elements if e.above[2] > 0))


def quotient(elements):
    """
    Least, counted and largest quotient. Every amount moves on its own between its ends; an extreme is reached where all
    features above some quotient of their own stand at one end and the rest at the other, so every such cut is tried.
    """
    below = sum(e.value * e.below[1] for e in elements)
    value = sum(e.value * e.above[1] for e in elements) / below if below > 0 else None
    return extreme(elements, -1), value, extreme(elements, 1)


def extreme(elements, sense):
    rows = []
    for e in elements:
        up, down = (e.above[2], e.below[0]) if sense > 0 else (e.above[0], e.below[2])
        if up > 0 or down > 0:
            rows.append((up / down if down > 0 else INFINITE, up, down, e.low, e.high))
    # Where there is no upper end, so much of it is possible that nothing else counts.
    found = [own for own, _, _, _, high in rows if high == INFINITE]
    rows.sort(key=lambda row: -sense * row[0])
    above, below = sum(row[1] * row[3] for row in rows), sum(row[2] * row[3] for row in rows)
    for _, up, down, low, high in [(None, 0.0, 0.0, 0.0, 0.0), *rows]:
        if high < INFINITE:
            above, below = above + up * (high - low), below + down * (high - low)
        if below > 0 or above > 0:
            found.append(above / below if below > 0 else INFINITE)
    return None if not found else max(found) if sense > 0 else min(found)


def verdict(low, high, limit, sense, is_open):
    """Kept or not where the whole interval says so; within the error marginal, or unknown where data are missing."""
    if limit is None:
        return "pass" if sense == "at_most" and high <= 0 else "unknown"
    kept, broken = (high <= limit, low > limit) if sense == "at_most" else (low >= limit, high < limit)
    return "pass" if kept else "fail" if broken else "unknown" if is_open else "marginal"
