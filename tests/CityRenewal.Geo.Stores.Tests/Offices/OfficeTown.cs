using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>What an office of the tests keeps: the small town, and plans of some of its parcels.</summary>
internal static class OfficeTown
{
    internal static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, 125, TimeSpan.FromHours(8));

    internal static AssemblyOptions Settings => new() { Name = "小城", BaselineYear = 2020 };

    internal static IOfficeCity Found(IOfficeStore office, string id = "town", int parcels = 40) =>
        office.Found(id, SmallTown.Layers(parcels), Settings);

    /// <summary>What a request of somebody was answered.</summary>
    internal static RequestRecord Answer(string id, string caller = "王", params byte[] response) => new(caller, id, "Propose", "h", response, Noon);

    /// <summary>What is known of a plan that is made from the city as it is.</summary>
    internal static OfficePlan Plan(IOfficeCity city, string id) => new(id, "老城片区 'A'", PlanState.Draft)
    {
        Author = "王工", Created = Noon, Changed = Noon, DataVersion = "v1", LayersVersion = city.ReadLayersVersion(), Areas = 1,
    };

    /// <summary>Keeps a plan whose areas have one parcel each.</summary>
    internal static void AddPlan(IOfficeCity city, OfficePlan plan, params int[] parcels)
    {
        var opened = city.Open().City;
        city.AddPlan(plan, new byte[] { 1, 2, 3 }, path => Write(path, opened, parcels));
    }

    /// <summary>Writes the GeoPackage of a plan whose areas A001, A002, … have one parcel each.</summary>
    internal static void Write(string path, City city, params int[] parcels) => PlanFile.Write(path, city, new PlanContent(
        new Plan
        {
            Areas = [.. parcels.Select((parcel, i) => AreaOf(city, parcel, $"A{i + 1:D3}"))],
            Objective = 10, Bound = 12.5, Gap = 0.25, Options = new ProposalOptions(), DataVersion = "v1", CandidateArea = 36_000,
            Notes = [new PlanNote("assumption", "a", "甲")],
        },
        [.. parcels.Select(_ => (IReadOnlyList<KeyValuePair<string, double?>>)[KeyValuePair.Create("polsby_popper", (double?)0.5)])]));

    /// <summary>The row in the opened city of a parcel that was delivered.</summary>
    internal static int RowOf(City city, string parcel) => Enumerable.Range(0, city.Parcels.Ids.Count).Single(row => city.Parcels.Ids[row] == parcel);

    private static RenewalArea AreaOf(City city, int parcel, string id)
    {
        var shapes = city.Parcels.Shapes;
        int start = shapes.VertexStart(parcel), count = shapes.VertexEnd(parcel) - start;
        var outline = new PolygonColumnsBuilder().Ring(shapes.X.Slice(start, count), shapes.Y.Slice(start, count), isHole: false).EndFeature().ToColumns();
        return new RenewalArea
        {
            Id = id, Unit = -1, Parcels = [parcel], StreetFaces = [], Outline = outline, GrossArea = 900, NetArea = 900, Perimeter = 120,
            Benefit = 10, Need = 0.25, NeedKnownShare = 0.75, Dispositions = [],
        };
    }
}
