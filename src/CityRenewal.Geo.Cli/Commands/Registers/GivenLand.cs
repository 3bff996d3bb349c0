using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>The land of a new entry: parcels by name, an area of a plan, or a boundary.</summary>
internal sealed class GivenLand
{
    private readonly Option<string[]> _parcels = RegisterDemolishCommand.Ids("--parcels", "Parcels by id, with commas.");
    private readonly Option<string?> _boundary = new("--boundary") { Description = "GeoJSON, Shapefile or GeoPackage with one boundary; a parcel belongs to it when most of its area lies in it." };
    private readonly Option<string?> _crs = new("--crs") { Description = "Reference system of a boundary file that names none: EPSG code." };
    private readonly Option<string?> _plan = new("--plan") { Description = "Plan file: the parcels of one of its areas, and what it demolishes." };
    private readonly Option<string?> _area = new("--plan-area") { Description = "The area of the plan." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _parcels, _boundary, _crs, _plan, _area })
        {
            command.Add(option);
        }
    }

    /// <summary>The plan, where the land is an area of one.</summary>
    public string? PlanIn(ParseResult parsed) => parsed.GetValue(_plan);

    /// <summary>Rows of the parcels, ascending.</summary>
    public IReadOnlyList<int> ParcelsIn(ParseResult parsed, CityWork work, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var (named, boundary, plan) = (parsed.GetValue(_parcels) ?? [], parsed.GetValue(_boundary), parsed.GetValue(_plan));
        if ((named.Length > 0 ? 1 : 0) + (boundary is null ? 0 : 1) + (plan is null ? 0 : 1) != 1)
        {
            throw new InputException("give the land by one of --parcels, --boundary or --plan with --plan-area");
        }

        return plan is not null ? Rows(work, OfPlan(plan, parsed.GetValue(_area)))
            : boundary is not null ? Inside(work, boundary, Epsg(parsed.GetValue(_crs)), progress, cancel)
            : Rows(work, named);
    }

    private static IReadOnlyList<string> OfPlan(string plan, string? area)
    {
        var stored = PlanFile.Read(plan);
        var found = stored.Areas.Where(one => one.Id == area).ToList();
        return found.Count == 1
            ? found[0].Parcels
            : throw new InputException($"--plan-area {area}: name one of the areas of the plan: {string.Join(", ", stored.Areas.Take(20).Select(one => one.Id))}");
    }

    private static IReadOnlyList<int> Inside(CityWork work, string boundary, int? epsg, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var outlines = OutlineReader.Read(boundary, layer: null, epsg, progress, cancel);
        return outlines.Shapes.Count == 1
            ? SubmittedParcels.In(work, new OutlinesUnderReview(outlines.Ids, outlines.Shapes, outlines.Epsg), cancel)[0]
            : throw new InputException($"--boundary {boundary}: it holds {outlines.Shapes.Count} outlines; give a file with the one of this entry");
    }

    private static IReadOnlyList<int> Rows(CityWork work, IReadOnlyList<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, work.City.Parcels.Count).Where(row => wanted.Contains(work.City.Parcels.Ids[row])).ToList();
        var foreign = wanted.Except(rows.Select(row => work.City.Parcels.Ids[row]), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return foreign.Count == 0
            ? rows
            : throw new InputException($"the city has no parcel {string.Join(", ", foreign.Take(10))}{(foreign.Count > 10 ? $" and {foreign.Count - 10} more" : "")}; check the ids 无此地块");
    }

    private static int? Epsg(string? text) => text is null ? null
        : int.TryParse(text, out var code) ? code : throw new InputException($"--crs {text}: give an EPSG code");
}
