using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>The parcels of all cells as one layer.</summary>
internal static class ParcelLayer
{
    private static readonly string[] Systems = ["", "用地用海分类"];
    private static readonly string[] Positions = ["surface", "above", "underground", ""];
    private static readonly string[] Locks = ["free", "in", "out", ""];
    private static readonly string[] Sources = ["宗地", "规划地块", "图斑", ""];

    /// <summary>The layer.</summary>
    public static SourceLayer Of(IReadOnlyList<CellParcels> cells)
    {
        var rows = Joined.Rows(cells, cell => cell.ParcelRows);
        return new SourceLayer
        {
            Name = LayerNames.Parcels,
            Epsg = Bend.Epsg,
            Origin = SampleCity.OriginOfLayers,
            Shapes = ShapeSink.Join([.. cells.Select(cell => cell.Parcels)], ShapeKind.Polygon),
            Columns =
            [
                new TextSource("parcel_id", Joined.Texts(rows, (in row, into) => SampleIds.Parcel((row.Unit, row.Number), into))),
                new TextSource("land_use", Joined.Words(rows, LandUse.Codes, row => row.Use)),
                new TextSource("land_use_system", Joined.Words(rows, Systems, row => row.Use == 0 ? 0 : 1)),
                new RealSource("declared_area_m2", Joined.Numbers(rows, row => row.DeclaredArea)),
                new RealSource("far_limit", Joined.Numbers(rows, row => Math.Round((double)row.FarLimit, 2))),
                new TextSource("rights_position", Joined.Words(rows, Positions, row => row.Position)),
                new TextSource("lock", Joined.Words(rows, Locks, row => row.Lock)),
                new TextSource("source_kind", Joined.Words(rows, Sources, row => row.Source)),
            ],
        };
    }
}
