using System.Text.Json;
using System.Xml.Linq;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>Several plans, plans from plans, ensembles and interruptions on the command line, on the committed sample.</summary>
public sealed class AlternativeCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-alternatives").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Alternatives_are_whole_plans_side_by_side_under_a_front()
    {
        var ending = Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--alternatives", "3", "--json");
        var document = JsonDocument.Parse(ending.Output).RootElement;
        var plans = document.GetProperty("plans").EnumerateArray().ToList();

        Assert.Equal(0, ending.Code);
        Assert.Equal(3, plans.Count);
        Assert.Equal([1, 2, 3], plans.Select(plan => plan.GetProperty("rank").GetInt32()));
        Assert.All(plans.Skip(1), plan => Assert.True(plan.GetProperty("difference").GetDouble() >= 0.1));
        Assert.Equal(5, document.GetProperty("front").GetProperty("lines").GetArrayLength());
        foreach (var file in (string[])["plan.gpkg", "plan-2.gpkg", "plan-3.gpkg", "plan.svg", "plan-2.svg", "plan-3.svg", "plan-front.svg"])
        {
            Assert.True(File.Exists(InFolder(file)), file);
        }

        Assert.Equal("svg", XDocument.Load(InFolder("plan-front.svg")).Root!.Name.LocalName);
    }

    [Fact]
    public void A_plan_that_departs_from_another_at_a_high_price_is_that_plan()
    {
        Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"));
        var ending = Renewal.Run(
            "propose", Sample, "-o", InFolder("same.gpkg"), "--from", InFolder("plan.gpkg"), "--change-price", "20", "--lambda", "6", "--json");
        var plan = JsonDocument.Parse(ending.Output).RootElement.GetProperty("plans")[0];

        Assert.Equal(0, ending.Code);
        Assert.Equal(0, plan.GetProperty("changed_land_m2").GetDouble());
        Assert.Equal(20, plan.GetProperty("change_price").GetDouble());
    }

    [Fact]
    public void What_cannot_be_begun_from_is_told_with_what_to_do()
    {
        File.Copy(Sample, InFolder("city.gpkg"));

        Assert.Contains("--from", Renewal.Run("propose", Sample, "-o", InFolder("a.gpkg"), "--keep", "A001").Error);
        Assert.Contains("This is no plan", Renewal.Run("propose", Sample, "-o", InFolder("a.gpkg"), "--from", InFolder("city.gpkg")).Error);
        Assert.Contains("120+5120", Renewal.Run("propose", Sample, "-o", InFolder("a.gpkg"), "--work", "much").Error);
        Assert.Equal(2, Renewal.Run("propose", Sample, "-o", InFolder("a.gpkg"), "--work", "3", "--deadline", "1").Code);
    }

    [Fact]
    public void A_search_that_is_given_little_work_says_that_it_was_cut_short_and_repeats_to_the_byte()
    {
        var once = Renewal.Run("propose", Sample, "-o", InFolder("one.gpkg"), "--work", "2");
        Renewal.Run("propose", Sample, "-o", InFolder("two.gpkg"), "--work", "2", "--threads", "1");

        Assert.Equal(0, once.Code);
        Assert.Contains("cut short", once.Output);
        Assert.Equal(Renewal.Run("dump", InFolder("one.gpkg"), "--hash").Output, Renewal.Run("dump", InFolder("two.gpkg"), "--hash").Output);
    }

    [Fact]
    public void An_ensemble_places_a_plan_and_says_whether_it_has_mixed()
    {
        Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"));
        var ending = Renewal.Run(
            "ensemble", Sample, "--plans", "400", "--review", InFolder("plan.gpkg"), "-o", InFolder("ensemble.svg"), "--json");
        var document = JsonDocument.Parse(ending.Output).RootElement;
        var numbers = document.GetProperty("numbers").EnumerateArray().ToDictionary(number => number.GetProperty("name").GetString()!);

        Assert.Equal(document.GetProperty("has_mixed").GetBoolean() ? 0 : 1, ending.Code);
        Assert.Equal(400, document.GetProperty("plans").GetInt32());
        Assert.True(numbers["value_m2"].GetProperty("percentile").GetDouble() > 0.95);
        Assert.Equal(400, numbers["land_m2"].GetProperty("values").GetArrayLength());
        Assert.Equal("svg", XDocument.Load(InFolder("ensemble.svg")).Root!.Name.LocalName);
    }

    private string InFolder(string name) => Path.Combine(_folder, name);
}
