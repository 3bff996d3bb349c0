using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Reopening;

/// <summary>Brings a plan from its file together with its city and rules again.</summary>
public static class StoredSession
{
    /// <summary>Begins a session; <see cref="WarningOf"/> says beforehand whether the city is another one by now.</summary>
    /// <param name="stored">The plan.</param>
    /// <param name="work">The work on its city.</param>
    /// <param name="under">The options and rules in force: those of the plan, or what the command line gives instead.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static EditSession Open(StoredPlan stored, CityWork work, (ProposalOptions Options, RulePack? Rules) under, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var city = work.City;
        var start = new EditStart
        {
            Areas = stored.Areas,
            Dispositions = stored.Dispositions.Count > 0 || !HasBuildings(stored, city, work) ? DispositionsOf(stored, city, work) : null,
            Bound = stored.DataVersion == city.DataVersion && stored.Notes.All(note => note.Code != "bound_not_proven") ? stored.Bound : null,
            ObligatoryBenefit = stored.ObligatoryBenefit,
            Notes = stored.Notes,
            Earlier = stored.Edits,
        };
        return PlanEditing.Open(work, (Fitting(under.Options, city) with { Threads = work.Threads }, under.Rules), start, progress, cancel);
    }

    /// <summary>What a user must know of the city that a plan meets again; null where it is the one that it was made from.</summary>
    public static string? WarningOf(string dataVersion, City city) => dataVersion == city.DataVersion ? null
        : $"warning: the plan was made from another version of the city ({Short(dataVersion)}, now {Short(city.DataVersion)}); its numbers are those of the city as it is now.";

    /// <summary>Whether buildings stand in the areas: a plan says something of each, so where it says nothing it was a drawn boundary.</summary>
    private static bool HasBuildings(StoredPlan stored, City city, CityWork work)
    {
        var members = stored.Areas.SelectMany(area => area.Parcels).ToHashSet(StringComparer.Ordinal);
        var buildings = work.Facts().BuildingShares;
        return Enumerable.Range(0, city.Parcels.Count).Any(row => members.Contains(city.Parcels.Ids[row]) && buildings.BuildingsOf(row).Length > 0);
    }

    private static string Short(string version) => version[..Math.Min(12, version.Length)];

    /// <summary>The options without locks of parcels that the city does not have.</summary>
    // Locks of parts of split parcels are made again with their edits.
    public static ProposalOptions Fitting(ProposalOptions options, City city)
    {
        if (options.LockedIn.Count + options.LockedOut.Count == 0)
        {
            return options;
        }

        var known = Enumerable.Range(0, city.Parcels.Count).Select(row => city.Parcels.Ids[row]).ToHashSet(StringComparer.Ordinal);
        return options with
        {
            LockedIn = [.. options.LockedIn.Where(known.Contains)],
            LockedOut = [.. options.LockedOut.Where(known.Contains)],
        };
    }

    /// <summary>What the plan proposes, by the rows of its city.</summary>
    /// <exception cref="StoreException">The city has not all its buildings.</exception>
    public static List<BuildingDisposition> DispositionsOf(StoredPlan stored, City city, CityWork work)
    {
        var rows = new Dictionary<string, int>(city.Buildings.Count, StringComparer.Ordinal);
        for (var row = 0; row < city.Buildings.Count; row++)
        {
            rows[city.Buildings.Ids[row]] = row;
        }

        var unknown = stored.Dispositions.Where(proposed => !rows.ContainsKey(proposed.Building)).Select(proposed => proposed.Building).ToList();
        if (unknown.Count > 0)
        {
            throw new StoreException(
                "the city", $"It has none of {unknown.Count} buildings of the plan ({string.Join(", ", unknown.Take(3))}).", "Open the city that the plan was made from.");
        }

        var floorAreas = work.Facts().Buildings.FloorArea;
        return stored.Dispositions.Select(proposed => new BuildingDisposition(rows[proposed.Building], proposed.Disposition, proposed.Demolition, proposed.Reason)
        {
            DemolishedFloorArea = Goes(proposed.Disposition, proposed.Demolition, rows[proposed.Building]),
        }).ToList();

        double Goes(Disposition disposition, DemolitionKind kind, int row) =>
            disposition == Disposition.Demolish ? floorAreas[row].Value
            : kind == DemolitionKind.Exempt ? city.Buildings.IllegalArea[row]
            : 0;
    }
}
