using System.Text.Json;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

public sealed class PlanFileTests : IDisposable
{
    private static readonly IReadOnlyList<IReadOnlyList<KeyValuePair<string, double?>>> Measures =
    [
        [KeyValuePair.Create("polsby_popper", (double?)0.5), KeyValuePair.Create("demolition_ratio", (double?)null), KeyValuePair.Create("perimeter_m", (double?)240)],
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly City _city;
    private readonly string _path;

    public PlanFileTests()
    {
        CityFile.Write(_folder["city.gpkg"], SmallTown.Layers(), new CityFileOptions { Name = "小城", BaselineYear = 2020 });
        _city = CityFile.Open(_folder["city.gpkg"], new OpenOptions { UseCache = false }).City;
        _path = _folder["plan.gpkg"];
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GDAL_sees_the_layers_with_their_geometry_where_the_city_is()
    {
        PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), Measures));

        var info = TemporaryFolder.Run("ogrinfo", "-ro", "-so", "-al", _path);

        Assert.Contains("Layer name: renewal_areas\nMetadata:\n  IDENTIFIER=更新片区 Renewal areas", info, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",4544]", info, StringComparison.Ordinal);
        var expected = _city.Parcels.Ids[0];
        var parcel = SmallTown.Layers()[0];
        var row = Enumerable.Range(0, 40).Single(i => ((TextSource)parcel.Columns[0]).Values[i] == expected);
        var written = GeoPackageReader.Read(_path, "area_parcels").Layer;
        var at = ((TextSource)written.Columns.Single(column => column.Name == "parcel_id")).Values;
        var feature = Enumerable.Range(0, at.Count).Single(i => at[i] == expected);
        Assert.Equal(CornersOf(parcel.Shapes, row), CornersOf(written.Shapes, feature));
    }

    [Fact]
    public void Measures_are_columns_and_what_is_not_applicable_is_null()
    {
        PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), Measures));

        Assert.Equal("A001|2|1800.5|0.5||0.25|0.75", TemporaryFolder.Sql(_path,
            "SELECT area_id, parcels, gross_area_m2, polsby_popper, demolition_ratio, need, need_known_share FROM renewal_areas"));
        Assert.Equal("240.0", TemporaryFolder.Sql(_path, "SELECT perimeter_m FROM renewal_areas"));
    }

    [Fact]
    public void Dispositions_parameters_notes_and_the_run_are_told()
    {
        PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), Measures));

        Assert.Equal("demolish|exempt|danger", TemporaryFolder.Sql(_path, "SELECT disposition, demolition_kind, reason FROM dispositions"));
        Assert.Equal("7|v1|12.5", TemporaryFolder.Sql(_path,
            "SELECT group_concat(value, '|') FROM (SELECT value FROM run_record WHERE name IN ('seed', 'data_version', 'bound_m2') ORDER BY name DESC)"));
        Assert.Equal("3|m", TemporaryFolder.Sql(_path, "SELECT value, unit FROM parameters WHERE name = 'lambda'"));
        Assert.Equal("2020", TemporaryFolder.Sql(_path, "SELECT value FROM parameters WHERE name = 'reference_year'"));
        Assert.Equal("assumption|a|甲", TemporaryFolder.Sql(_path, "SELECT code, text, text_chinese FROM notes"));
    }

    [Fact]
    public void The_same_plan_gives_the_same_dump_and_another_plan_another_one()
    {
        PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), Measures));
        PlanFile.Write(_folder["again.gpkg"], _city, new PlanContent(PlanOfTwoParcels(), Measures));
        PlanFile.Write(_folder["other.gpkg"], _city, new PlanContent(PlanOfTwoParcels() with { Objective = 9 }, Measures));

        Assert.Equal(CanonicalDump.HashOf(_path), CanonicalDump.HashOf(_folder["again.gpkg"]));
        Assert.NotEqual(CanonicalDump.HashOf(_path), CanonicalDump.HashOf(_folder["other.gpkg"]));
    }

    [Fact]
    public void A_plan_replaces_a_plan_but_never_a_city()
    {
        PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), Measures));
        PlanFile.Write(_path, _city, new PlanContent(PlanOfTwoParcels(), Measures));

        var refusal = Assert.Throws<StoreException>(() => PlanFile.Write(_folder["city.gpkg"], _city, new PlanContent(PlanOfTwoParcels(), Measures)));

        Assert.Equal(_folder["city.gpkg"], refusal.Thing);
        Assert.Contains("is no plan", refusal.Problem, StringComparison.Ordinal);
    }

    private Plan PlanOfTwoParcels() => new()
    {
        Areas =
        [
            new RenewalArea
            {
                Id = "A001", Unit = -1, Parcels = [0, 1], StreetFaces = [], Outline = OutlineOf(0, 1),
                GrossArea = 1800.5, NetArea = 1800, Perimeter = 240, Benefit = 10, Need = 0.25, NeedKnownShare = 0.75,
                Dispositions = [new BuildingDisposition(3, Disposition.Demolish, DemolitionKind.Exempt, "danger")],
            },
        ],
        Objective = 10, Bound = 12.5, Gap = 0.25, Options = new ProposalOptions(), DataVersion = "v1", CandidateArea = 36_000,
        Notes = [new PlanNote("assumption", "a", "甲")],
    };

    private PolygonColumns OutlineOf(params int[] parcels)
    {
        var shapes = _city.Parcels.Shapes;
        var builder = new PolygonColumnsBuilder();
        foreach (var parcel in parcels)
        {
            int start = shapes.VertexStart(parcel), count = shapes.VertexEnd(parcel) - start;
            builder.Ring(shapes.X.Slice(start, count), shapes.Y.Slice(start, count), isHole: false);
        }

        return builder.EndFeature().ToColumns();
    }

    // To half a millimetre, whatever corner comes first.
    private static string CornersOf(SourceShapes shapes, int feature)
    {
        int start = shapes.RingStart[shapes.FeatureStart[feature]], end = shapes.RingStart[shapes.FeatureStart[feature + 1]];
        return JsonSerializer.Serialize(Enumerable.Range(start, end - start)
            .Select(i => $"{Math.Round(shapes.X[i], 3):F3} {Math.Round(shapes.Y[i], 3):F3}").Distinct().Order());
    }
}
