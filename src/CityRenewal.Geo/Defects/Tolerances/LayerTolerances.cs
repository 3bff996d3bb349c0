using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>The tolerances of all pairs of layers of a city, estimated from where they plainly follow each other.</summary>
public sealed class LayerTolerances
{
    private const int MostSamples = 20_000;
    private const double SampleEvery = 5;

    private static readonly string[] Compared =
    [
        LayerNames.Udb, LayerNames.PlanningUnits, LayerNames.HistoricZones, LayerNames.DetailedPlots, LayerNames.ControlLines,
        LayerNames.AdministrativeUnits,
    ];

    private LayerTolerances(IReadOnlyList<LayerTolerance> pairs) => Pairs = pairs;

    /// <summary>The pairs that are there to compare, in the order of layers.</summary>
    public IReadOnlyList<LayerTolerance> Pairs { get; }

    /// <summary>Tolerance between a layer and the parcels, metres; null where the data do not tell.</summary>
    public double? Of(string layer) =>
        Pairs.FirstOrDefault(pair => pair.Layer == layer) is { IsKnown: true } pair ? pair.Metres : null;

    /// <summary>Estimates the tolerances of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">Where its buildings stand.</param>
    /// <param name="threads">Threads to use, 0 takes all; no result depends on it.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static LayerTolerances Of(City city, ParcelFacts facts, int threads = 0, CancellationToken cancel = default)
    {
        var parcels = city.Parcels.Shapes;
        var near = new NearbyRows(facts.Lots.Boxes, row => city.Parcels.Position[row] == RightsPosition.Surface);
        var distances = new BorderDistances(parcels, near, city.Plane.UnitsPerMetre);
        var pairs = new List<LayerTolerance>();
        foreach (var layer in Compared.Where(city.Has))
        {
            cancel.ThrowIfCancellationRequested();
            var places = BorderPlaces.Along(city.Layer(layer).Shapes, SampleEvery * city.Plane.UnitsPerMetre, MostSamples);
            pairs.Add(FollowedBorder.Estimate((layer, LayerNames.Parcels), distances.Of(places, threads, cancel)));
        }

        if (city.Has(LayerNames.Buildings))
        {
            var places = BuildingPlaces.OverBorders(city, facts, MostSamples);
            pairs.Add(FollowedBorder.Estimate((LayerNames.Buildings, LayerNames.Parcels), distances.Of(places, threads, cancel)));
        }

        return new LayerTolerances(pairs);
    }
}
