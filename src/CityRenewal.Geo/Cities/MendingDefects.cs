using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>What a mended outline is listed as.</summary>
internal static class MendingDefects
{
    public static DefectKind KindOf(ShapeFaultKind fault) => fault switch
    {
        ShapeFaultKind.Spike => GeometryDefects.Spike,
        ShapeFaultKind.HoleCrossesShell => GeometryDefects.HoleCrossesShell,
        ShapeFaultKind.HoleOutsideShell => GeometryDefects.HoleOutsideShell,
        ShapeFaultKind.HoleEqualsShell => GeometryDefects.HoleEqualsShell,
        _ => GeometryDefects.SelfIntersection,
    };

    public static string Detail(ShapeFaultKind fault) => fault switch
    {
        ShapeFaultKind.Crossing => "inside is what the ring encloses an odd number of times",
        ShapeFaultKind.Spike => "the way out and back is left out",
        ShapeFaultKind.Overlap => "its parts or holes overlap, and are counted once",
        ShapeFaultKind.HoleCrossesShell => "what lies inside the shell is taken off",
        ShapeFaultKind.HoleOutsideShell => "the hole is left out",
        _ => "the feature keeps its row without a shape there",
    };
}
