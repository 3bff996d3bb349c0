using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// A city in which a parcel is split. The legal area is shared by the area of the parts; the declared area and the legal
/// perimeter of a part are unknown, since no deed states them.
/// </summary>
internal static class SplitCity
{
    /// <summary>The city with the parts instead of the parcel; no other row changes.</summary>
    public static City Of(City city, ParcelCut cut) => new()
    {
        Name = city.Name,
        Plane = city.Plane,
        Epsg = city.Epsg,
        DataVersion = city.DataVersion,
        BaselineYear = city.BaselineYear,
        Classification = city.Classification,
        Parcels = Of(city.Parcels, cut),
        Buildings = city.Buildings,
        Barriers = city.Barriers,
        ProtectedItems = city.ProtectedItems,
        Stations = city.Stations,
        ZoneLayers = city.ZoneLayers,
    };

    private static Parcels Of(Parcels parcels, ParcelCut cut)
    {
        var added = cut.Parts.Count - 1;
        double whole = cut.Parts.Sum(part => (double)part.TwiceAreaOf(0));
        double legal = parcels.LegalAreas[cut.Row];
        return new Parcels
        {
            Ids = parcels.Ids.With(cut.Row, cut.PartIds),
            Shapes = parcels.Shapes.With(cut.Row, cut.Parts),
            LegalArea = With(parcels.LegalAreas, cut, part => legal * ((double)cut.Parts[part].TwiceAreaOf(0) / whole)),
            LegalPerimeter = With(parcels.LegalPerimeters, cut, _ => Unknown.Real),
            DeclaredArea = With(parcels.DeclaredAreas, cut, _ => Unknown.Real),
            FarLimit = Repeated(parcels.FarLimits, cut.Row, added),
            LandUse = Repeated(parcels.LandUse, cut.Row, added),
            LandUseSystem = Repeated(parcels.LandUseSystem, cut.Row, added),
            Positions = Repeated(parcels.Position, cut.Row, added),
            Locks = Repeated(parcels.Lock, cut.Row, added),
        };
    }

    private static double[] With(ReadOnlySpan<double> column, ParcelCut cut, Func<int, double> value)
    {
        var with = Repeated(column, cut.Row, cut.Parts.Count - 1);
        for (var part = 0; part < cut.Parts.Count; part++)
        {
            with[part == 0 ? cut.Row : column.Length + part - 1] = value(part);
        }

        return with;
    }

    private static T[] Repeated<T>(ReadOnlySpan<T> column, int row, int times)
    {
        var with = GC.AllocateUninitializedArray<T>(column.Length + times);
        column.CopyTo(with);
        with.AsSpan(column.Length).Fill(column[row]);
        return with;
    }

    private static CodeColumn Repeated(CodeColumn column, int row, int times) => new(Repeated(column.Codes, row, times), [.. column.Words]);
}
