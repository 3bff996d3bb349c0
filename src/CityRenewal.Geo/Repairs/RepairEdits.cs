using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Repairs;

/// <summary>A change as the edits that make it.</summary>
internal static class RepairEdits
{
    /// <summary>The edits: land in, buildings kept, land out.</summary>
    public static IReadOnlyList<Edit> Of(
        string area, (int[] In, int[] Out) parcels, IReadOnlyList<int> kept, (City City, TrialJudge Judge) on)
    {
        var edits = new List<Edit>();
        if (parcels.In.Length > 0)
        {
            edits.Add(new AddParcels(area, Ids(parcels.In, on.City.Parcels.Ids)));
        }

        foreach (var alike in kept.GroupBy(building => on.Judge.KeptDisposition(building).Disposition).OrderBy(group => group.Key))
        {
            edits.Add(new SetDisposition(alike.Key, Ids(alike, on.City.Buildings.Ids)));
        }

        if (parcels.Out.Length > 0)
        {
            edits.Add(new RemoveParcels(area, Ids(parcels.Out, on.City.Parcels.Ids)));
        }

        return edits;
    }

    private static IReadOnlyList<string> Ids(IEnumerable<int> rows, TextColumn ids) => [.. rows.Select(row => ids[row]).Order(StringComparer.Ordinal)];
}
