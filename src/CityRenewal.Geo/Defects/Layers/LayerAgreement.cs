using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Defects;

/// <summary>Whole layers against each other: what is missing, and what covers too little.</summary>
internal static class LayerAgreement
{
    private const double UnitsShouldCover = 0.99;
    private const double UdbShouldCover = 0.3;

    private static readonly (string Layer, string Needed)[] Wanted =
    [
        (LayerNames.Buildings, "floor areas, ages and danger"),
        (LayerNames.Udb, "whether areas lie inside the urban development boundary"),
        (LayerNames.ControlLines, "whether areas meet control lines"),
        (LayerNames.DetailedPlots, "new floor area and heights after renewal"),
        (LayerNames.HistoricZones, "heritage protection"),
        (LayerNames.ProtectedItems, "heritage protection"),
        (LayerNames.PlanningUnits, "keeping areas inside one planning unit"),
    ];

    /// <summary>Defects of layers.</summary>
    public static List<Defect> Of(City city, ParcelFacts facts)
    {
        var found = Wanted.Where(wanted => !city.Has(wanted.Layer))
            .Select(wanted => LayerDefects.MissingLayer.At(FeaturePlace.WholeLayer(wanted.Layer), "it tells " + wanted.Needed))
            .ToList();
        double land = 0, inUdb = 0, inUnits = 0;
        var hasUnits = facts.Divisions.TryGetValue(LayerNames.PlanningUnits, out var units);
        for (var row = 0; row < facts.Count; row++)
        {
            land += facts.AreaM2[row];
            inUdb += facts.Udb?.AreaOf(row) ?? 0;
            inUnits += hasUnits && units!.Main[row] >= 0 ? Math.Min(facts.AreaM2[row], AreaIn(units, row)) : 0;
        }

        if (land > 0 && facts.Udb is not null && inUdb < UdbShouldCover * land)
        {
            found.Add(LayerDefects.CoversLittle.At(FeaturePlace.WholeLayer(LayerNames.Udb), Share(inUdb / land)));
        }

        if (land > 0 && hasUnits && inUnits < UnitsShouldCover * land)
        {
            found.Add(LayerDefects.CoversLittle.At(FeaturePlace.WholeLayer(LayerNames.PlanningUnits), Share(inUnits / land)));
        }

        return found;
    }

    private static double AreaIn(ZoneShares units, int row)
    {
        double sum = 0;
        foreach (var (_, area) in units.PartsOf(row))
        {
            sum += area;
        }

        return sum;
    }

    private static string Share(double share) => FormattableString.Invariant($"{share * 100:0.#} % of the land of parcels lies in it");
}
