using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Compliance;

/// <summary>The parts that some parcels fall into.</summary>
internal sealed class LandParts
{
    private readonly Dictionary<int, int> _leaders = [];

    private LandParts(IReadOnlyList<int> parcels)
    {
        foreach (var parcel in parcels)
        {
            _leaders[parcel] = parcel;
        }
    }

    /// <summary>Number of parts.</summary>
    public int Count { get; private set; }

    /// <summary>The parcels of all parts but the one with most parcels, ascending; ties go to the part with the first parcel.</summary>
    public IReadOnlyList<int> BesideTheLargest { get; private set; } = [];

    /// <summary>The parts, each ascending, by their first parcel.</summary>
    public IReadOnlyList<IReadOnlyList<int>> All { get; private set; } = [];

    /// <summary>Joins parcels that share border, or lie no further apart than a gap across a street, with no barrier between.</summary>
    /// <param name="around">Who touches whom.</param>
    /// <param name="city">The city.</param>
    /// <param name="parcels">The parcels.</param>
    /// <param name="gap">Widest street that does not part them, metres; 0 joins only what shares border.</param>
    public static LandParts Of(Surroundings around, City city, IReadOnlyList<int> parcels, double gap)
    {
        var parts = new LandParts(parcels);
        var graph = around.Graph;
        foreach (var parcel in parcels)
        {
            for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
            {
                int other = graph.Neighbours[i], pair = graph.NeighbourPairs[i];
                if (other > parcel && graph.IsOpen(pair) && parts._leaders.ContainsKey(other)
                    && (graph.SharedLength[pair] > 0 || (gap > 0 && (gap >= around.StreetWidth || IsWithin(city, (parcel, other), gap)))))
                {
                    parts.Join(parcel, other);
                }
            }
        }

        parts.Close();
        return parts;
    }

    private static bool IsWithin(City city, (int A, int B) pair, double gap)
    {
        var shapes = city.Parcels.Shapes;
        var (a, b) = (EdgeCollection.Of(shapes, pair.A), EdgeCollection.Of(shapes, pair.B));
        var most = gap * city.Plane.UnitsPerMetre;

        // The grid rounds each outline by half a unit.
        most = (most + 1) * (most + 1);
        return a.Segments.Exists(edge => edge.SquaredDistanceTo(b.Extent) <= most && b.Segments.Exists(other => edge.SquaredDistanceTo(other) <= most));
    }

    private void Join(int a, int b)
    {
        (a, b) = (LeaderOf(a), LeaderOf(b));
        _leaders[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int LeaderOf(int parcel)
    {
        while (_leaders[parcel] != parcel)
        {
            parcel = _leaders[parcel] = _leaders[_leaders[parcel]];
        }

        return parcel;
    }

    private void Close()
    {
        var parts = _leaders.Keys.Order().GroupBy(LeaderOf).Select(part => (IReadOnlyList<int>)[.. part]).ToList();
        var largest = parts.MaxBy(part => part.Count);
        (Count, All) = (parts.Count, parts);
        BesideTheLargest = [.. parts.Where(part => part != largest).SelectMany(part => part).Order()];
    }
}
