using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// The tolerance of one layer, estimated when somebody asks for it: from all places, or from those that were measured in a
/// city of which only a few boxes are others now.
/// </summary>
internal sealed class LayerEstimate
{
    private const int MostSamples = 20_000;
    private const double SampleEvery = 5;

    private readonly string _layer;
    private readonly Measurement? _known; // in an earlier city
    private readonly IReadOnlyList<GridBox> _changed = []; // since then
    private readonly Lazy<Measurement> _now;

    private LayerEstimate(string layer, Func<Measurement> measure) => (_layer, _now) = (layer, new Lazy<Measurement>(measure));

    private LayerEstimate(string layer, (Measurement? Known, IReadOnlyList<GridBox> Changed) since, Func<Measurement> measure)
        : this(layer, measure) => (_known, _changed) = since;

    /// <summary>The tolerance.</summary>
    public LayerTolerance Tolerance => _now.Value.Tolerance;

    /// <summary>The layer that is compared.</summary>
    public string Layer => _layer;

    /// <summary>The estimate of a layer of a city.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="on">The city, and where its buildings stand.</param>
    /// <param name="distances">How far places are from its parcels.</param>
    /// <param name="threads">Threads to use, 0 takes all.</param>
    public static LayerEstimate Of(string layer, (City City, ParcelFacts Facts) on, Lazy<BorderDistances> distances, int threads) =>
        new(layer, () => Anew(PlacesOf(layer, on), layer, distances, threads));

    /// <summary>The estimate of the same layer in a city of which only what lies in a box is other; the same as estimating all again.</summary>
    /// <param name="on">The city, and where its buildings stand.</param>
    /// <param name="changed">The box, grid units.</param>
    /// <param name="distances">How far any places, and those near a box, are from its parcels.</param>
    /// <param name="threads">Threads to use, 0 takes all.</param>
    public LayerEstimate After(
        (City City, ParcelFacts Facts) on, GridBox changed, (Lazy<BorderDistances> All, Func<GridBox, BorderDistances> Near) distances, int threads)
    {
        // What nobody asked for holds on to what was asked for last, and not to the cities between.
        var (known, boxes) = _now.IsValueCreated ? (_now.Value, (IReadOnlyList<GridBox>)[changed]) : (_known, [.. _changed, changed]);
        var layer = _layer;
        return known is null ? Of(layer, on, distances.All, threads)
            : new LayerEstimate(layer, (known, boxes), () => Again(layer, (known, boxes), on, distances, threads));
    }

    private static List<(int X, int Y)> PlacesOf(string layer, (City City, ParcelFacts Facts) on) => layer == LayerNames.Buildings
        ? BuildingPlaces.OverBorders(on.City, on.Facts, MostSamples)
        : BorderPlaces.Along(on.City.Layer(layer).Shapes, SampleEvery * on.City.Plane.UnitsPerMetre, MostSamples);

    private static Measurement Anew(List<(int X, int Y)> places, string layer, Lazy<BorderDistances> distances, int threads)
    {
        var found = distances.Value.Of(places, threads, CancellationToken.None);
        return new Measurement(FollowedBorder.Estimate((layer, LayerNames.Parcels), found), places, found);
    }

    private static Measurement Again(
        string layer, (Measurement Known, IReadOnlyList<GridBox> Changed) since, (City City, ParcelFacts Facts) on,
        (Lazy<BorderDistances> All, Func<GridBox, BorderDistances> Near) distances, int threads)
    {
        // Which corners of buildings are taken hangs on all of them.
        if (layer == LayerNames.Buildings)
        {
            return Anew(PlacesOf(layer, on), layer, distances.All, threads);
        }

        var (known, places) = (since.Known, since.Known.Places);
        var now = known.Distances;
        foreach (var changed in since.Changed)
        {
            var reached = changed.Around((int)Math.Ceiling((BorderDistances.Reach + 1) * on.City.Plane.UnitsPerMetre));
            int[] near = [.. Enumerable.Range(0, places.Count).Where(place => reached.Meets(new GridBox(places[place].X, places[place].Y, places[place].X, places[place].Y)))];
            if (near.Length == 0)
            {
                continue;
            }

            now = now == known.Distances ? (double[])now.Clone() : now;
            var found = distances.Near(reached).Of([.. near.Select(place => places[place])], threads, CancellationToken.None);
            for (var k = 0; k < near.Length; k++)
            {
                now[near[k]] = found[k];
            }
        }

        var isSame = now == known.Distances || now.AsSpan().SequenceEqual(known.Distances);
        return new Measurement(isSame ? known.Tolerance : FollowedBorder.Estimate((layer, LayerNames.Parcels), now), places, now);
    }

    private sealed record Measurement(LayerTolerance Tolerance, List<(int X, int Y)> Places, double[] Distances);
}
