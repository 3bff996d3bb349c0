using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>Says what kind of town lies where: old quarters by the cell, ridges by the terrain, fields toward the edge.</summary>
internal sealed class Townscape(int seed, double cityRadius, TownKind town)
{
    /// <summary>Remoteness at which the town ends and villages and fields begin.</summary>
    public const double EdgeOfTown = 0.93;

    // A county town is a strip: this much longer than wide, and shorter still on the bank across the river.
    private const double StripLength = 2.1;
    private const double HomeBank = 1.9;
    private const double FarBank = 3.2;
    private const double HalfRiver = 212;

    private const double BayDepth = 0.24;
    private readonly GradientNoise _ridge = new(seed, 11);
    private readonly GradientNoise _edge = new(seed, 12);
    private readonly GradientNoise _trade = new(seed, 13);
    private readonly GradientNoise _age = new(seed, 14);

    /// <summary>How much farther than a city radius the town may reach, as a factor.</summary>
    public double Reach { get; } = (town == TownKind.CountyTown ? StripLength : 1) / (1 - BayDepth);

    /// <summary>How fast remoteness grows with distance at most, in city radii per city radius.</summary>
    public double Steepest { get; } = town == TownKind.CountyTown ? FarBank : 1;

    /// <summary>Distance from the city's middle in city radii, with bays and headlands.</summary>
    public double Remoteness(Spot place)
    {
        var away = (town == TownKind.CountyTown ? AlongRiver(place) : place - Lattice.Middle).Length / cityRadius;
        var bay = _edge.At(place.X / (0.55 * cityRadius), place.Y / (0.55 * cityRadius));
        return away * (1 + (BayDepth * bay));
    }

    /// <summary>The quarter at a place of a cell, as far as it does not change from block to block.</summary>
    public Quarter At(Spot place, OldQuarter old)
    {
        var remoteness = Remoteness(place);
        if (Steepness(place) + Climb(place) > 0.5 - (0.2 * remoteness * remoteness))
        {
            return Quarter.Slope;
        }

        if (remoteness > EdgeOfTown)
        {
            return _trade.At(place.X / 300, place.Y / 300) > 0.12 ? Quarter.Village : Quarter.Farmland;
        }

        if (old.Exists && old.Distance(place) < 1)
        {
            return Quarter.OldTown;
        }

        return Newer(place, remoteness);
    }

    /// <summary>How young the newer town is at a place: about 0, within ± 1, the greater the younger.</summary>
    public double Youth(Spot place) => _age.At(place.X / 700, place.Y / 700);

    // The river runs along the board's own east; what counts is the way along it and up from its bank.
    private static Spot AlongRiver(Spot place)
    {
        var up = Math.Max(0, Math.Abs(place.Y) - HalfRiver);
        return new Spot((place.X - Lattice.Middle.X) / StripLength, up * (place.Y > 0 ? HomeBank : FarBank));
    }

    // Terraces above the bank, then ever steeper slopes.
    private double Climb(Spot place)
    {
        var up = Math.Max(0, Math.Abs(place.Y) - HalfRiver - 250) / 450;
        return town == TownKind.CountyTown ? 0.45 * up * up : 0;
    }

    private Quarter Newer(Spot place, double remoteness)
    {
        var trade = _trade.At(place.X / 620, place.Y / 620);
        if (trade > 0.34 - (0.15 * (1 - remoteness)))
        {
            return Quarter.Commerce;
        }

        if (trade < -0.42)
        {
            return Quarter.Industry;
        }

        return Youth(place) + (0.25 * remoteness) > 0.08 ? Quarter.Towers : Quarter.WalkUps;
    }

    // Ridges run from south-south-west to north-north-east, as the folds of eastern Sichuan do.
    private double Steepness(Spot place)
    {
        const double East = 0.9284;
        const double North = 0.3716;
        var across = (East * place.X) - (North * place.Y);
        var along = (North * place.X) + (East * place.Y);
        return _ridge.At(across / 520, along / 1900);
    }
}
