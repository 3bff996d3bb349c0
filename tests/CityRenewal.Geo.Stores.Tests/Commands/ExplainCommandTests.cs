using System.Text.Json;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal explain` as a planner runs it on a plan that was written before.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-explain").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_written_plan_is_explained_as_it_was_made()
    {
        var plan = Propose("--rules", "chongqing-2025", "--lambda", "2.5", "--lock-out", FirstParcelOf(Propose()));
        var (document, error) = Explain(plan);

        Assert.DoesNotContain("warning", error, StringComparison.Ordinal);
        Assert.DoesNotContain("better_in", document.ToString(), StringComparison.Ordinal);
        Assert.Contains(document.GetProperty("reasons").EnumerateArray(), count => count.GetProperty("reason").GetString() == "locked_out");
        Assert.All(document.GetProperty("areas").EnumerateArray(), area =>
            Assert.Equal(1, area.GetProperty("stops").EnumerateArray().Sum(stop => stop.GetProperty("share").GetDouble()), 9));
    }

    [Fact]
    public void The_reason_stands_in_the_plan_as_it_does_in_the_explanation()
    {
        var plan = Propose();
        var parcel = FirstParcelOf(plan);
        var (document, _) = Explain(plan, "--parcel", parcel, "--with", plan);
        var told = document.GetProperty("parcels")[0];
        var written = Query(plan, $"SELECT reason, objective_change_m2 FROM area_parcels WHERE parcel_id = '{parcel}'").Split('|');

        Assert.Equal(told.GetProperty("reason").GetString(), written[0]);
        Assert.Equal(told.GetProperty("objective_change_m2").GetDouble(), double.Parse(written[1], System.Globalization.CultureInfo.InvariantCulture), 6);
        Assert.Equal((2, 2), (told.GetProperty("in_plans").GetInt32(), told.GetProperty("of_plans").GetInt32()));
    }

    [Fact]
    public void Every_parcel_is_in_the_layer_that_is_written_and_the_map_names_the_areas()
    {
        var (plan, layer, map) = (Propose(), Path.Combine(_folder, "reasons.gpkg"), Path.Combine(_folder, "reasons.svg"));
        var ending = Renewal.Run("explain", plan, "--city", Sample, "-o", layer, "--svg", map);

        Assert.True(ending.Code == 0, ending.Error);
        Assert.Contains("边界止于 outline stops at", ending.Output, StringComparison.Ordinal);
        Assert.Equal("0", Query(layer, $"ATTACH '{Sample}' AS city; SELECT (SELECT count(*) FROM city.parcels) - count(*) FROM parcel_reasons"));
        Assert.Equal("0", Query(layer, "SELECT count(*) FROM parcel_reasons WHERE reason_text NOT LIKE '%.' OR reason_chinese NOT LIKE '%。'"));
        Assert.Contains("A001", File.ReadAllText(map), StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_parcel_and_a_file_that_is_no_plan_are_told()
    {
        var plan = Propose();

        Assert.Contains("no parcel nowhere", Renewal.Run("explain", plan, "--city", Sample, "--parcel", "nowhere").Error, StringComparison.Ordinal);
        Assert.Contains("This is no plan", Renewal.Run("explain", Sample, "--city", Sample).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_is_one_document_with_nothing_before_it_and_ends_by_what_it_says()
    {
        var plan = Propose();
        var area = Query(plan, "SELECT area_id FROM renewal_areas ORDER BY parcels LIMIT 1");
        var ending = Renewal.Run("certify", plan, "--city", Sample, "--area", area, "--rings", "1", "--json");
        var told = JsonDocument.Parse(ending.Output).RootElement.GetProperty("areas")[0];

        Assert.Equal(told.GetProperty("is_closed").GetBoolean() ? 0 : 1, ending.Code);
        Assert.True(told.GetProperty("bound_m2").GetDouble() >= told.GetProperty("objective_m2").GetDouble());
        Assert.Contains("no area A999", Renewal.Run("certify", plan, "--city", Sample, "--area", "A999").Error, StringComparison.Ordinal);
    }

    private string Propose(params string[] options)
    {
        var plan = Path.Combine(_folder, $"plan{Directory.GetFiles(_folder).Length}.gpkg");
        var ending = Renewal.Run(["propose", Sample, "-o", plan, "--area-maps", "0", .. options]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return plan;
    }

    private (JsonElement Document, string Error) Explain(string plan, params string[] options)
    {
        var ending = Renewal.Run(["explain", plan, "--city", Sample, "--json", .. options]);
        Assert.True(ending.Code == 0, ending.Error);
        return (JsonDocument.Parse(ending.Output).RootElement, ending.Error);
    }

    private string FirstParcelOf(string plan) => Query(plan, "SELECT min(parcel_id) FROM area_parcels");

    private string Query(string file, string sql)
    {
        const string Script = """
            import sqlite3, sys
            file = sqlite3.connect(sys.argv[1])
            for statement in sys.argv[2].split(';'):
                rows = file.execute(statement)
            print('|'.join(str(value) for value in rows.fetchone()))
            """;
        var path = Path.Combine(_folder, "query.py");
        File.WriteAllText(path, Script);
        return Renewal.Shell($"/usr/bin/python3 '{path}' '{file}' \"{sql}\"").Output.Trim();
    }
}
