using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Fills the columns of the parcels.</summary>
internal static class ParcelRows
{
    private static readonly Dictionary<string, RightsPosition> PositionWords = new()
    {
        ["surface"] = RightsPosition.Surface,
        ["above"] = RightsPosition.Above,
        ["underground"] = RightsPosition.Underground,
    };

    private static readonly Dictionary<string, ParcelLock> LockWords = new()
    {
        ["free"] = ParcelLock.Free,
        ["in"] = ParcelLock.In,
        ["out"] = ParcelLock.Out,
    };

    public static Parcels Of(OrderedRows rows) => new()
    {
        Ids = rows.Ids(),
        Shapes = rows.Polygons(),
        LegalArea = rows.Reals(LegalMeasures.AreaColumn),
        LegalPerimeter = rows.Reals(LegalMeasures.PerimeterColumn),
        DeclaredArea = rows.Reals("declared_area_m2"),
        FarLimit = rows.Reals("far_limit"),
        LandUse = rows.Codes("land_use"),
        LandUseSystem = rows.Codes("land_use_system"),
        Positions = rows.Words("rights_position", PositionWords),
        Locks = rows.Words("lock", LockWords),
    };
}
