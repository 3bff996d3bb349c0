using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>The findings in a plan file: a row each, at the place that the evidence names.</summary>
public sealed class PlanFindingTests : IDisposable
{
    private static readonly PackRule Rule = new()
    {
        Id = "farmland", Title = "No farmland", TitleChinese = "不占农田", Scopes = [RuleScope.Area], Strength = RuleStrength.Must,
        Citation = new Citation("text", "第三条"), Test = new SumTest(new Term(Quantity.LandIn, "permanent_basic_farmland", []), "most", LimitSense.AtMost, ""),
    };

    private static readonly RulePack Pack = new()
    {
        Id = "own-2026", Version = "3", Title = "Own", TitleChinese = "自拟", Hash = "abc",
        Sources = [new PackSource("text", "条例", "2026年第1号", "2026-01-01", "")],
        Parameters = new Dictionary<string, PackParameter> { ["most"] = new("most", "Most", "上限", RuleUnit.SquareMetre, 10, true, "") },
        Rules = [Rule],
        Monitored = [new MonitoredIndicator("rent", "Rents", "租金", new Citation("text", ""))],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly City _city;
    private readonly string _path;

    public PlanFindingTests()
    {
        CityFile.Write(_folder["city.gpkg"], SmallTown.Layers(), new CityFileOptions { Name = "小城", BaselineYear = 2020 });
        _city = CityFile.Open(_folder["city.gpkg"], new OpenOptions { UseCache = false }).City;
        _path = _folder["plan.gpkg"];
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_finding_lies_on_its_buildings_else_on_its_parcels_else_on_the_area()
    {
        Write(
            Of(Verdict.Fail, new Evidence { Parcels = [0, 1], Buildings = [2], Numerator = 40 }),
            Of(Verdict.NeedsApproval, new Evidence { Parcels = [0, 1] }),
            Of(null, Evidence.None));

        var shapes = GeoPackageReader.Read(_path, "findings").Layer.Shapes;

        Assert.Equal([BoxOf(_city.Buildings.Shapes, 2), BoxOf(_city.Parcels.Shapes, 0, 1), BoxOf(_city.Parcels.Shapes, 0, 1)],
            Enumerable.Range(0, 3).Select(finding => BoxOf(shapes, finding)));
        Assert.Equal(ShellsOf(_city.Parcels.Shapes, 0, 1), shapes.FeatureStart[2] - shapes.FeatureStart[1]);
    }

    [Fact]
    public void A_row_tells_verdict_words_numbers_citation_assumptions_and_evidence()
    {
        Write(Of(Verdict.Fail, new Evidence { Parcels = [0], Numerator = 40 }));

        Assert.Equal(
            "A001|farmland|fail|不符合|not kept|40.0|10.0|at_most|m2|《条例》（2026年第1号）第三条|假设|" + _city.Parcels.Ids[0],
            TemporaryFolder.Sql(_path, "SELECT area_id, rule, verdict, wording_chinese, wording, measured, limit_in_force, sense, unit, citation, assumptions_chinese, evidence_parcels FROM findings"));
    }

    [Fact]
    public void The_file_names_the_pack_its_rules_its_numbers_and_what_is_monitored_elsewhere()
    {
        Write(Of(Verdict.Pass, Evidence.None));

        Assert.Equal("own-2026|3|abc", TemporaryFolder.Sql(_path, "SELECT group_concat(value, '|') FROM (SELECT value FROM run_record WHERE name LIKE 'rule_pack%' ORDER BY name = 'rule_pack_hash', name)"));
        Assert.Equal("10|m2|own-2026|yes|上限", TemporaryFolder.Sql(_path, "SELECT value, unit, \"of\", assumed, title_chinese FROM parameters WHERE name = 'most'"));
        Assert.Equal("option", TemporaryFolder.Sql(_path, "SELECT \"of\" FROM parameters WHERE name = 'lambda'"));
        Assert.Equal("farmland|must|条例|第三条|most", TemporaryFolder.Sql(_path, "SELECT rule, strength, source_title, clause, parameters FROM rules"));
        Assert.Equal("rent|租金", TemporaryFolder.Sql(_path, "SELECT indicator, title_chinese FROM monitored"));
    }

    private void Write(params Finding[] findings) => PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), [[]]) { Rules = Pack, Findings = findings });

    private static Finding Of(Verdict? verdict, Evidence evidence) => new()
    {
        Area = "A001",
        Rule = Rule,
        Judgement = new Judgement
        {
            Verdict = verdict, Measured = Measured.Exactly(40), Limit = 10, Unit = RuleUnit.SquareMetre, Evidence = evidence,
        },
        Assumptions = [new PackAssumption("assumed", "假设")],
    };

    private Plan PlanOfTwoParcels()
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var parcel in (int[])[0, 1])
        {
            int start = _city.Parcels.Shapes.VertexStart(parcel), count = _city.Parcels.Shapes.VertexEnd(parcel) - start;
            builder.Ring(_city.Parcels.Shapes.X.Slice(start, count), _city.Parcels.Shapes.Y.Slice(start, count), isHole: false);
        }

        return new Plan
        {
            Areas =
            [
                new RenewalArea
                {
                    Id = "A001", Unit = -1, Parcels = [0, 1], StreetFaces = [], Outline = builder.EndFeature().ToColumns(),
                    GrossArea = 1800, NetArea = 1800, Perimeter = 240, Benefit = 10, Need = 0.25, NeedKnownShare = 0.75, Dispositions = [],
                },
            ],
            Objective = 10, Bound = 12.5, Gap = 0.25, Options = new ProposalOptions(), DataVersion = "v1", CandidateArea = 36_000, Notes = [],
        };
    }

    // To a centimetre, in the system of the file.
    private string BoxOf(PolygonColumns shapes, params int[] features)
    {
        var box = features.Aggregate(GridBox.Empty, (all, feature) => all.With(shapes.BoxOf(feature)));
        double[] x = [0, 0], y = [0, 0];
        PlaneTransform.Between(_city.Epsg, _city.Plane).FromGrid([box.MinX, box.MaxX], [box.MinY, box.MaxY], x, y);
        return $"{x[1] - x[0]:F1} {y[1] - y[0]:F1} at {x[0]:F1} {y[0]:F1}";
    }

    private static string BoxOf(SourceShapes shapes, int feature)
    {
        int start = shapes.RingStart[shapes.FeatureStart[feature]], end = shapes.RingStart[shapes.FeatureStart[feature + 1]];
        var (x, y) = (shapes.X[start..end], shapes.Y[start..end]);
        return $"{x.Max() - x.Min():F1} {y.Max() - y.Min():F1} at {x.Min():F1} {y.Min():F1}";
    }

    private static int ShellsOf(PolygonColumns shapes, params int[] features) =>
        features.Sum(feature => shapes.FeatureStart[feature + 1] - shapes.FeatureStart[feature]);
}
