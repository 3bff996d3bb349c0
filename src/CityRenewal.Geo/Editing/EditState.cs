using System.Collections.Immutable;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Everything that a planner decided, and nothing that is computed from it: two sessions with equal states show equal numbers,
/// whatever way led there. Rows are those of the city with its split parcels; a split changes no other row.
/// </summary>
internal sealed record EditState
{
    /// <summary>Parcels of each area, ascending. An area that an edit touches has a new array.</summary>
    public ImmutableSortedDictionary<string, int[]> Areas { get; init; } = ImmutableSortedDictionary.Create<string, int[]>(StringComparer.Ordinal);

    /// <summary>What is decided for single buildings, instead of what their evidence proposes.</summary>
    public ImmutableDictionary<int, BuildingDisposition> Decided { get; init; } = ImmutableDictionary<int, BuildingDisposition>.Empty;

    /// <summary>Locks that the session sets, instead of those of the city and the plan.</summary>
    public ImmutableSortedDictionary<int, ParcelLock> Locks { get; init; } = ImmutableSortedDictionary<int, ParcelLock>.Empty;

    /// <summary>Parcels that were split, in their order.</summary>
    public ImmutableList<ParcelCut> Cuts { get; init; } = [];

    /// <summary>What demolitions by choice are for.</summary>
    public ImmutableSortedSet<string> Purposes { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether anything is proposed for buildings at all.</summary>
    public bool Proposes { get; init; }

    /// <summary>Number of the next area that is begun without a name.</summary>
    public int NextNumber { get; init; } = 1;

    /// <summary>The areas that the edit touched which led here; what else there is was there before, just as it is.</summary>
    public ImmutableSortedSet<string> Touched { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The state as one that an edit begins with: it touches nothing yet.</summary>
    public EditState Untouched() => this with { Touched = Touched.Clear() };

    /// <summary>The state with an area of these parcels, in any order.</summary>
    public EditState With(string area, IEnumerable<int> parcels) =>
        this with { Areas = Areas.SetItem(area, [.. parcels.Order()]), Touched = Touched.Add(area) };

    /// <summary>The state without an area.</summary>
    public EditState Without(string area) => this with { Areas = Areas.Remove(area), Touched = Touched.Add(area) };

    /// <summary>The state with areas marked as touched.</summary>
    public EditState Touching(IEnumerable<string> areas) =>
        areas.Distinct().Aggregate(this, (state, area) => state.With(area, Areas[area]));
}
