using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>A feature that may still be changed.</summary>
internal sealed class DraftFeature(object?[] values)
{
    /// <summary>Rings as they will be written, closing vertex included; shells first, each before its holes.</summary>
    public List<DraftRing> Rings { get; init; } = [];

    /// <summary>A value per column: text, int, double, or null for none.</summary>
    public object?[] Values { get; } = values;

    /// <summary>How the geometry is written.</summary>
    public OddForm Form { get; set; }

    /// <summary>Whether it carries a defect, or is the other one of twins.</summary>
    public bool IsPlanted { get; set; }

    /// <summary>The first ring without its closing vertex.</summary>
    public List<Spot> Open => Rings[0].Spots[..^1];

    /// <summary>Replaces the first ring by one that is given without its closing vertex.</summary>
    public void SetShell(List<Spot> open) => Rings[0] = DraftRing.Closed(open);

    /// <summary>A copy that can be changed on its own.</summary>
    public DraftFeature Copy() => new((object?[])Values.Clone())
    {
        Rings = [.. Rings.Select(ring => new DraftRing([.. ring.Spots], ring.IsHole))],
    };
}

/// <summary>A ring as it will be written.</summary>
/// <param name="Spots">Its vertices.</param>
/// <param name="IsHole">Whether it is a hole of the shell before it.</param>
internal sealed record DraftRing(List<Spot> Spots, bool IsHole = false)
{
    /// <summary>A ring closed with its first vertex.</summary>
    public static DraftRing Closed(List<Spot> open, bool isHole = false) => new([.. open, open[0]], isHole);
}
