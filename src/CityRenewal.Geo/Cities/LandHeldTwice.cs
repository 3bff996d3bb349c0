using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Cities;

/// <summary>What boundaries that are reviewed together hold in common, for the rules that keep land apart.</summary>
internal sealed class LandHeldTwice(OutlinesUnderReview told, BoundaryPlaces places, IReadOnlyList<List<int>> parcels)
{
    private readonly ILookup<int, int> _holders = Enumerable.Range(0, parcels.Count)
        .SelectMany(outline => parcels[outline], (outline, parcel) => (Parcel: parcel, Outline: outline))
        .ToLookup(one => one.Parcel, one => one.Outline);

    /// <summary>What one boundary holds in common with others of its level; of a project what lies outside its area too.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<HeldTwice>?> Of(int outline) => IsProject(outline)
        ? new Dictionary<string, IReadOnlyList<HeldTwice>?> { [ApartTest.Projects] = Shared(outline), [ApartTest.OutsideArea] = Outside(outline) }
        : new Dictionary<string, IReadOnlyList<HeldTwice>?> { [ApartTest.Areas] = Shared(outline) };

    private bool IsProject(int outline) => told.ProjectOf(outline) is not null;

    private List<HeldTwice> Shared(int outline)
    {
        var common = parcels[outline].SelectMany(parcel => _holders[parcel], (parcel, other) => (parcel, other))
            .Where(one => IsOther(outline, one.other)).ToLookup(one => one.other, one => one.parcel);
        return
        [
            .. places.Meeting(outline).Where(other => IsOther(outline, other)).Union(common.Select(one => one.Key)).Order()
                .Select(other => new HeldTwice(told.Ids[other], [.. common[other].Order()], places.SharedM2(outline, other))),
        ];
    }

    private bool IsOther(int outline, int other) => other != outline && IsProject(other) == IsProject(outline);

    // A project of an area that did not come is compared with nothing; one that lies in no area at all lies outside of them.
    private List<HeldTwice>? Outside(int project)
    {
        var area = places.AreaOf(project);
        if (area < 0)
        {
            return told.ProjectOf(project) is { Length: > 0 }
                ? null
                : [new HeldTwice("—", [.. parcels[project].Order()], places.SharedM2(project, project))];
        }

        var inside = parcels[area].ToHashSet();
        int[] outside = [.. parcels[project].Where(parcel => !inside.Contains(parcel)).Order()];
        return [new HeldTwice(told.Ids[area], outside, Math.Max(0, places.SharedM2(project, project) - places.SharedM2(project, area)))];
    }
}
