using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The areas that a repair begins with: of a plan, with what it was made under, or boundaries from anyone.</summary>
internal sealed record RepairInput(string Path, string? Layer, int? Crs, int? Year)
{
    /// <summary>A session on the areas.</summary>
    public EditSession Open(CityWork work, RuleChoice rules, ParseResult parsed, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        if (PlanAreas.IsPlan(Path))
        {
            var stored = PlanFile.Read(Path);
            var under = Reopened.Under(stored).With(rules.NameIn(parsed), rules.SettingsIn(parsed), limits: null);
            return under.Rules is null
                ? throw new InputException("--rules: the plan was made under no rules, so nothing says what fails. Name a rule pack.")
                : Reopened.Session(stored, work, under, progress, cancel);
        }

        var pack = rules.Read(parsed) ?? throw new InputException("--rules: nothing says what fails. Name a rule pack.");
        var outlines = OutlineReader.Read(Path, Layer, Crs, progress, cancel);

        // Nobody asked for sizes: those are wishes of a search, and rules have their own.
        var options = new ProposalOptions { ReferenceYear = Year, MinimumArea = 0, MaximumArea = LargestArea, Threads = work.Threads };
        var review = BoundaryReview.Of(work, pack, new OutlinesUnderReview(outlines.Ids, outlines.Shapes, outlines.Epsg), options, progress, cancel);
        var empty = review.Boundaries.Where(boundary => boundary.Parcels.Count == 0).Select(boundary => boundary.Id).ToList();
        return empty.Count == 0
            ? PlanEditing.Open(review, work, options, cancel)
            : throw new InputException($"no parcel of the city lies in {string.Join(", ", empty)}. Check that both are in the right reference system.");
    }

    private const double LargestArea = 1e9;
}
