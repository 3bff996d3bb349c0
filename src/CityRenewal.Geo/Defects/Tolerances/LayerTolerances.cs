using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>The tolerances of all pairs of layers of a city, estimated from where they plainly follow each other.</summary>
public sealed class LayerTolerances
{
    private static readonly string[] Compared =
    [
        LayerNames.Udb, LayerNames.PlanningUnits, LayerNames.HistoricZones, LayerNames.DetailedPlots, LayerNames.ControlLines,
        LayerNames.AdministrativeUnits, LayerNames.Buildings,
    ];

    private readonly IReadOnlyList<LayerEstimate> _layers;

    private LayerTolerances(IReadOnlyList<LayerEstimate> layers) => _layers = layers;

    /// <summary>The pairs that are there to compare, in the order of layers.</summary>
    public IReadOnlyList<LayerTolerance> Pairs => [.. _layers.Select(layer => layer.Tolerance)];

    /// <summary>Tolerance between a layer and the parcels, metres; null where the data do not tell.</summary>
    public double? Of(string layer) =>
        _layers.FirstOrDefault(estimate => estimate.Layer == layer)?.Tolerance is { IsKnown: true } pair ? pair.Metres : null;

    /// <summary>Estimates the tolerances of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">Where its buildings stand.</param>
    /// <param name="threads">Threads to use, 0 takes all; no result depends on it.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static LayerTolerances Of(City city, ParcelFacts facts, int threads = 0, CancellationToken cancel = default)
    {
        var distances = new Lazy<BorderDistances>(() => DistancesIn(city, facts));
        var tolerances = new LayerTolerances([.. Compared.Where(city.Has).Select(layer => LayerEstimate.Of(layer, (city, facts), distances, threads))]);
        foreach (var layer in tolerances._layers)
        {
            cancel.ThrowIfCancellationRequested();
            _ = layer.Tolerance;
        }

        return tolerances;
    }

    /// <summary>
    /// The tolerances of a city in which only parcels in a box are others than before; the same as estimating all again. That of a
    /// layer is estimated when somebody asks for it.
    /// </summary>
    internal static LayerTolerances After(LayerTolerances before, City city, ParcelFacts facts, GridBox changed, int threads = 0)
    {
        var all = new Lazy<BorderDistances>(() => DistancesIn(city, facts));
        return new LayerTolerances(
            [.. before._layers.Select(layer => layer.After((city, facts), changed, (all, box => DistancesNear(city, facts, box)), threads))]);
    }

    private static BorderDistances DistancesIn(City city, ParcelFacts facts)
    {
        var rows = new NearbyRows(facts.Lots.Boxes, row => city.Parcels.Position[row] == RightsPosition.Surface);
        return new BorderDistances(city.Parcels.Shapes, rows.Near, city.Plane.UnitsPerMetre);
    }

    // A few places need no index of the whole city.
    private static BorderDistances DistancesNear(City city, ParcelFacts facts, GridBox places)
    {
        var boxes = facts.Lots.Boxes;
        var rows = boxes.RowsMeeting(places.Around((int)Math.Ceiling(BorderDistances.Reach * city.Plane.UnitsPerMetre)))
            .FindAll(row => city.Parcels.Position[row] == RightsPosition.Surface);
        return new BorderDistances(
            city.Parcels.Shapes, (box, into) => into.AddRange(rows.Where(row => boxes.Boxes[row].Meets(box))), city.Plane.UnitsPerMetre);
    }
}
