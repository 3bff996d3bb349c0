using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Dossiers;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Service.Dossiers;

/// <summary>What a dossier is about, with everything that is computed of it: the same whoever makes or verifies the dossier.</summary>
public sealed record DossierSubject
{
    /// <summary>Name of a plan in a dossier.</summary>
    public const string PlanName = "plan.gpkg";

    /// <summary>Name of boundaries in a dossier.</summary>
    public const string BoundariesName = "boundaries.geojson";

    /// <summary>The plan as its file is, or the boundaries with every digit that they have.</summary>
    public required DossierPart Input { get; init; }

    /// <summary>What was computed of it on the city.</summary>
    public required IReadOnlyList<DossierPart> Documents { get; init; }

    /// <summary>What was asked for.</summary>
    public required ProposalOptions Options { get; init; }

    /// <summary>The rules; null where it was judged by none.</summary>
    public required RulePack? Pack { get; init; }

    /// <summary>Number of areas or boundaries.</summary>
    public required int Areas { get; init; }

    /// <summary>Number of findings that a reader must look at.</summary>
    public required int OpenFindings { get; init; }

    /// <summary>The plan; null for boundaries.</summary>
    public StoredPlan? Plan { get; init; }

    /// <summary>Reference system of boundaries; 0 for a local one.</summary>
    public int Epsg { get; init; }

    /// <summary>A plan, judged with what it proposes.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="desk">The city that it is computed on.</param>
    /// <exception cref="StoreException">The file is no plan, or the city is none that it can be put on.</exception>
    public static DossierSubject OfPlan(string path, DossierRules rules, DossierDesk desk)
    {
        var stored = PlanFile.Read(path);
        var (options, pack) = (MadeUnder.Of(stored) with { Tell = desk.Tell }).With(rules.Pack, rules.Settings, null);
        if (pack is not null && stored.RulePackHash is { Length: > 0 } hash && hash != pack.Hash)
        {
            desk.Tell($"warning: the plan was made under another text or other numbers of its rules; the findings are those under {pack.Id} now.");
        }

        if (StoredSession.WarningOf(stored.DataVersion, desk.Work.City) is { } warning)
        {
            desk.Tell(warning);
        }

        var session = StoredSession.Open(stored, desk.Work, (options, pack), desk.Progress, desk.Cancel);
        desk.Progress?.Report(new WorkProgress("Measuring the areas", 0));
        var (measured, on) = PlanEditing.Measure(session, desk.Cancel);
        return new DossierSubject
        {
            Input = new DossierPart(PlanName, File.ReadAllBytes(path)),
            Documents =
            [
                new DossierPart("areas.geojson", DossierShapes.Of(on.City, measured.Plan.Areas)),
                new DossierPart("opinions.json", Utf8(OpinionJson.Of(PlanOpinions.Read(path)))),
                new DossierPart("plan.json", Utf8(PlanJson.Of(measured, on.City))),
            ],
            Options = options,
            Pack = pack,
            Areas = measured.Plan.Areas.Count,
            OpenFindings = measured.Findings.Count(finding => finding.IsOpen),
            Plan = stored,
        };
    }

    /// <summary>Boundaries, judged as any that come from outside.</summary>
    /// <param name="outlines">The boundaries.</param>
    /// <param name="under">The rules, what is declared of the boundaries, and the year that ages count from.</param>
    /// <param name="desk">The city that it is computed on.</param>
    /// <exception cref="StoreException">No rules are named.</exception>
    public static DossierSubject OfBoundaries(OutlineLayer outlines, (DossierRules Rules, AreaDeclaration Declared, ProposalOptions Options) under, DossierDesk desk)
    {
        var pack = RulePackShelf.Read(
            under.Rules.Pack ?? throw new StoreException("the boundaries", "They have no rules of their own.", "Name a rule pack with --rules."), under.Rules.Settings).OrThrow();
        var review = BoundaryReview.Of(
            desk.Work, pack, new OutlinesUnderReview(outlines.Ids, outlines.Shapes, outlines.Epsg) { Declared = under.Declared }, under.Options, desk.Progress, desk.Cancel);
        desk.Progress?.Report(new WorkProgress("Measuring the boundaries", 0));
        var measures = CityOutlines.Of(desk.Work, outlines.Shapes, outlines.Epsg, desk.Progress, desk.Cancel);
        return new DossierSubject
        {
            Input = new DossierPart(BoundariesName, DossierShapes.Of(outlines.Ids, outlines.Shapes, outlines.Epsg)),
            Documents =
            [
                new DossierPart("measures.json", Utf8(MeasuresJson.Of(outlines.Ids, measures, desk.Work.City))),
                new DossierPart("review.json", Utf8(ReviewJson.Of(review, desk.Work.City))),
            ],
            Options = under.Options,
            Pack = pack,
            Areas = outlines.Ids.Count,
            OpenFindings = review.Boundaries.Sum(boundary => boundary.Findings.Count(finding => finding.IsOpen)),
            Epsg = outlines.Epsg,
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
