using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>
/// Parts, labels and needs of every parcel of the sample city by category, and for its planning units shares, problems and
/// ranks, computed a second time by Python from the original layers.
/// </summary>
public sealed class CategorySecondOpinionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-categories").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Python_finds_the_same_labels_needs_problems_and_ranks()
    {
        var path = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");
        var city = CityFile.Open(path, new OpenOptions { UseCache = false }).City;
        var ours = Path.Combine(_folder, "ours.json");
        File.WriteAllText(ours, JsonSerializer.Serialize(Described(city, ParcelFacts.Of(city, new OverlayOptions()))));

        var opinion = Renewal.Python("category_opinion.py", path, ours, "2026");

        Assert.True(opinion.Code == 0, opinion.Error);
        var found = JsonDocument.Parse(opinion.Output).RootElement;
        Assert.Empty(found.GetProperty("differences").EnumerateArray().Select(difference => difference.GetString()));
        Assert.True(found.GetProperty("checked").GetInt32() > 8_000, opinion.Output);
        Assert.True(found.GetProperty("borderline").GetInt32() < 20, opinion.Output);
    }

    private static object Described(City city, ParcelFacts facts)
    {
        var labels = CategoryLabels.Of(city, facts, CategoryDefinitions.Default, 2026);
        var weights = CategoryDefinitions.Default.Categories[0].Weights.KnownIn(labels.Parts);
        // What lies above or under the ground has no land of its own.
        double[] netAreas = [.. Enumerable.Range(0, facts.Count).Select(parcel =>
            city.Parcels.Position[parcel] == RightsPosition.Surface ? facts.AreaM2[parcel] : 0)];
        var health = HealthCheckLand.Of(city, facts, netAreas);
        var units = Enumerable.Range(0, facts.Count)
            .Where(parcel => netAreas[parcel] > 0 && facts.Unit[parcel] >= 0)
            .GroupBy(parcel => facts.Unit[parcel])
            .OrderBy(unit => unit.Key)
            .Select(unit => (Id: city.Layer(LayerNames.PlanningUnits).Ids[unit.Key], Parcels: unit.ToArray()))
            .ToList();
        return new
        {
            weights = NeedPartWords.All.Select(part => weights[part]),
            parcels = Enumerable.Range(0, facts.Count).ToDictionary(parcel => city.Parcels.Ids[parcel], parcel => Parcel(labels, parcel)),
            areas = units.Select(unit => Area(city, labels, health, unit, netAreas)),
            ranks = RankSensitivity.Of([.. units.Select(unit => AreaNeed.Of(unit.Id, labels.Parts, weights, unit.Parcels, netAreas))])
                .Select(ranked => new { id = ranked.Area.Id, rank = ranked.Rank, best = ranked.BestRank, worst = ranked.WorstRank }),
        };
    }

    private static object Parcel(CategoryLabels labels, int parcel)
    {
        var categories = labels.Definitions.Categories;
        IEnumerable<string> Those(CategoryAnswer answer) =>
            Enumerable.Range(0, categories.Count).Where(category => labels[parcel, category] == answer).Select(category => categories[category].Id);
        return new
        {
            yes = Those(CategoryAnswer.Yes),
            unknown = Those(CategoryAnswer.Unknown),
            need = Known(labels.Needs.Highest.Scores[parcel]),
            won = labels.Needs.Winners[parcel] == CategoryNeeds.General ? "general" : categories[labels.Needs.Winners[parcel]].Id,
            parts = NeedPartWords.All.Select(part => Known(labels.Parts[part][parcel])),
        };
    }

    private static object Area(
        City city, CategoryLabels labels, HealthCheckLand health, (string Id, int[] Parcels) unit, double[] netAreas)
    {
        var categories = labels.OfArea(unit.Parcels, netAreas);
        var need = AreaNeed.Of(unit.Id, labels.Parts, labels.Needs.Highest.Weights, unit.Parcels, netAreas);
        return new
        {
            id = unit.Id,
            parcels = unit.Parcels.Select(parcel => city.Parcels.Ids[parcel]),
            parts = need.Parts.Select(Known),
            shares = categories.All.ToDictionary(category => category.Definition.Id, category => category.Share),
            labels = categories.Labels.Select(category => category.Definition.Id),
            problems = health.AnsweredBy(unit.Parcels)
                .Select(problem => new { zone_id = problem.ZoneId, problem = problem.Problem, share = problem.Share }),
        };
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
