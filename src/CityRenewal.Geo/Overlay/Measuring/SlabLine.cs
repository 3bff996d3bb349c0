namespace CityRenewal.Geo.Overlay;

/// <summary>A line of a slab sweep, left to right, and what changes when it is crossed going up.</summary>
internal readonly record struct SlabLine(double X0, double Y0, double X1, double Slope, int PolygonStep, int ZoneStep)
{
    /// <summary>Whether it is a cut between two pieces of one polygon.</summary>
    public bool IsCut => PolygonStep != 0 && Slope == 0 && PolygonCut.IsCut(Y0);

    /// <summary>Height at x.</summary>
    public double At(double x) => Y0 + ((x - X0) * Slope);
}
