using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Brings a plan from its file together with its city and rules again.</summary>
internal static class StoredSession
{
    public static EditSession Open(StoredPlan stored, CityWork work, RulePack? given, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var city = work.City;
        if (stored.DataVersion != city.DataVersion)
        {
            Console.Error.WriteLine(
                $"warning: the plan was made from another version of the city ({Short(stored.DataVersion)}, now {Short(city.DataVersion)}); its numbers are those of the city as it is now.");
        }

        var pack = given ?? PackOf(stored);
        var start = new EditStart
        {
            Areas = stored.Areas,
            Dispositions = DispositionsOf(stored, city, work),
            Bound = stored.DataVersion == city.DataVersion && stored.Notes.All(note => note.Code != "bound_not_proven") ? stored.Bound : null,
            ObligatoryBenefit = stored.ObligatoryBenefit,
            Notes = stored.Notes,
            Earlier = stored.Edits,
        };
        return PlanEditing.Open(work, (OptionsOf(stored, city) with { Threads = work.Threads }, pack), start, progress, cancel);
    }

    private static string Short(string version) => version[..Math.Min(12, version.Length)];

    // The numbers that a user set for the plan are set again.
    private static RulePack? PackOf(StoredPlan stored)
    {
        if (stored.RulePack is not { } id)
        {
            return null;
        }

        if (RulePackShelf.Read(id).Pack is not { } pack)
        {
            throw new InputException($"the plan was made under the rule pack {id}, which does not come with the program; name its file with --rules");
        }

        var set = stored.RuleNumbers.Where(number => pack.Parameters.TryGetValue(number.Key, out var own) && own.Value != number.Value).ToDictionary();
        pack = set.Count == 0 ? pack : RulePackShelf.Read(id, set).OrThrow();
        if (pack.Hash != stored.RulePackHash)
        {
            Console.Error.WriteLine($"warning: the plan was made under another text of the rule pack {id}; findings are those of its text now.");
        }

        return pack;
    }

    // Locks of parts of split parcels are made again with their edits.
    private static ProposalOptions OptionsOf(StoredPlan stored, City city)
    {
        if (stored.Options.LockedIn.Count + stored.Options.LockedOut.Count == 0)
        {
            return stored.Options;
        }

        var known = Enumerable.Range(0, city.Parcels.Count).Select(row => city.Parcels.Ids[row]).ToHashSet(StringComparer.Ordinal);
        return stored.Options with
        {
            LockedIn = [.. stored.Options.LockedIn.Where(known.Contains)],
            LockedOut = [.. stored.Options.LockedOut.Where(known.Contains)],
        };
    }

    private static List<BuildingDisposition> DispositionsOf(StoredPlan stored, City city, CityWork work)
    {
        var rows = new Dictionary<string, int>(city.Buildings.Count, StringComparer.Ordinal);
        for (var row = 0; row < city.Buildings.Count; row++)
        {
            rows[city.Buildings.Ids[row]] = row;
        }

        var unknown = stored.Dispositions.Where(proposed => !rows.ContainsKey(proposed.Building)).Select(proposed => proposed.Building).ToList();
        if (unknown.Count > 0)
        {
            throw new InputException($"the city has none of {unknown.Count} buildings of the plan ({string.Join(", ", unknown.Take(3))}); open the city that the plan was made from");
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
