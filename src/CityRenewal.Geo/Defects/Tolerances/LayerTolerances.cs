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

    private readonly IReadOnlyList<(List<(int X, int Y)> Places, double[] Distances)> _measured;

    private LayerTolerances(IReadOnlyList<LayerTolerance> pairs, IReadOnlyList<(List<(int X, int Y)> Places, double[] Distances)> measured) =>
        (Pairs, _measured) = (pairs, measured);

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
        var distances = DistancesIn(city, facts);
        var (pairs, measured) = (new List<LayerTolerance>(), new List<(List<(int X, int Y)>, double[])>());
        foreach (var layer in Compared.Where(city.Has))
        {
            cancel.ThrowIfCancellationRequested();
            Add(layer, BorderPlaces.Along(city.Layer(layer).Shapes, SampleEvery * city.Plane.UnitsPerMetre, MostSamples));
        }

        if (city.Has(LayerNames.Buildings))
        {
            Add(LayerNames.Buildings, BuildingPlaces.OverBorders(city, facts, MostSamples));
        }

        return new LayerTolerances(pairs, measured);

        void Add(string layer, List<(int X, int Y)> places)
        {
            var found = distances.Of(places, threads, cancel);
            pairs.Add(FollowedBorder.Estimate((layer, LayerNames.Parcels), found));
            measured.Add((places, found));
        }
    }

    /// <summary>The tolerances of a city in which only parcels in a box are others than before; the same as estimating all again.</summary>
    internal static LayerTolerances After(LayerTolerances before, City city, ParcelFacts facts, GridBox changed, int threads = 0)
    {
        var reached = changed.Around((int)Math.Ceiling((BorderDistances.Reach + 1) * city.Plane.UnitsPerMetre));
        var distances = new Lazy<BorderDistances>(() => DistancesIn(city, facts));
        var (pairs, measured) = (new List<LayerTolerance>(), new List<(List<(int X, int Y)>, double[])>());
        for (var i = 0; i < before.Pairs.Count; i++)
        {
            var (pair, was) = (before.Pairs[i], before._measured[i]);
            var places = pair.Layer == LayerNames.Buildings ? BuildingPlaces.OverBorders(city, facts, MostSamples) : was.Places;
            var isSame = ReferenceEquals(places, was.Places) || places.SequenceEqual(was.Places);
            var known = isSame ? [] : was.Places.Zip(was.Distances).DistinctBy(pair => pair.First).ToDictionary();
            var now = isSame ? (double[])was.Distances.Clone() : [.. places.Select(place => known.GetValueOrDefault(place, double.NaN))];
            int[] near = [.. Enumerable.Range(0, places.Count).Where(place => double.IsNaN(now[place]) || reached.Meets(new GridBox(places[place].X, places[place].Y, places[place].X, places[place].Y)))];
            var found = near.Length == 0 ? [] : distances.Value.Of([.. near.Select(place => places[place])], threads, CancellationToken.None);
            for (var k = 0; k < near.Length; k++)
            {
                now[near[k]] = found[k];
            }

            measured.Add((places, now));
            pairs.Add(isSame && now.AsSpan().SequenceEqual(was.Distances) ? pair : FollowedBorder.Estimate((pair.Layer, pair.Other), now));
        }

        return new LayerTolerances(pairs, measured);
    }

    private static BorderDistances DistancesIn(City city, ParcelFacts facts) => new(
        city.Parcels.Shapes, new NearbyRows(facts.Lots.Boxes, row => city.Parcels.Position[row] == RightsPosition.Surface), city.Plane.UnitsPerMetre);
}
