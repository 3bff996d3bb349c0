namespace CityRenewal.Geo.Shapes;

/// <summary>What was wrong with an outline that had to be mended.</summary>
internal enum ShapeFaultKind
{
    /// <summary>A ring crosses itself: inside is what it encloses an odd number of times.</summary>
    Crossing,

    /// <summary>A ring runs out and back along itself: the way out and back is left out, area is not touched.</summary>
    Spike,

    /// <summary>A hole crosses its shell: what lies inside is taken off.</summary>
    HoleCrossesShell,

    /// <summary>A hole lies outside its shell: left out.</summary>
    HoleOutsideShell,

    /// <summary>A hole is its shell: nothing is left of the part.</summary>
    HoleEqualsShell,

    /// <summary>Parts of one outline, or holes of one shell, overlap: counted once.</summary>
    Overlap,
}

/// <summary>A fault, the ring it is in, and a grid point near it.</summary>
internal readonly record struct ShapeFault(ShapeFaultKind Kind, int Ring, double X, double Y);
