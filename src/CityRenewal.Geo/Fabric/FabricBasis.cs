using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>What a fabric was read with: the same again gives windows on it that agree with the whole.</summary>
/// <param name="Study">The study area.</param>
/// <param name="Extent">How far all borders reach.</param>
/// <param name="Options">How parcels were joined.</param>
internal sealed record FabricBasis(StudyArea Study, LineworkExtent Extent, FabricOptions Options)
{
    /// <summary>The snapping tolerance on a plane, grid units.</summary>
    public int ToleranceOn(WorkingPlane plane) => ToleranceOf(Options, plane);

    /// <inheritdoc cref="ToleranceOn"/>
    public static int ToleranceOf(FabricOptions options, WorkingPlane plane) => (int)Math.Round(options.SnapToleranceM * plane.UnitsPerMetre);
}
