using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>What the rows of a building layer say of the parts that they are.</summary>
internal sealed class PartColumns(SourceLayer layer)
{
    private readonly SourceColumn? _kind = layer.Column("part_kind");
    private readonly SourceColumn? _level = layer.Column("part_storey");
    private readonly SourceColumn? _storeys = layer.Column("storeys_above");
    private readonly SourceColumn? _floorArea = layer.Column("floor_area_m2");

    /// <summary>The layer.</summary>
    public SourceLayer Layer => layer;

    /// <summary>Whether a part lies below the ground and gives no floor area by itself.</summary>
    public bool IsBasement(int row) => Kind(row) == "basement" || (Level(row) < 0 && !IsHanging(row));

    /// <summary>Whether a part hangs below the street side of a slope (吊层): floor area, but no storey above ground.</summary>
    public bool IsHanging(int row) => Kind(row) == "hanging_storey";

    /// <summary>The single storey that a part is; null where it is not one storey.</summary>
    public int? Level(int row) => Whole(_level, row);

    /// <summary>Storeys of a part above ground; null where unknown.</summary>
    public int? Storeys(int row) => Whole(_storeys, row);

    /// <summary>Floor area of a part, m²; NaN where unknown.</summary>
    public double FloorArea(int row) => Number(_floorArea, row);

    /// <summary>A number of any column; NaN where unknown.</summary>
    public static double Number(SourceColumn? column, int row) => column switch
    {
        RealSource real => real.Values[row],
        IntegerSource whole when whole.Values[row] != Unknown.Integer => whole.Values[row],
        _ => double.NaN,
    };

    /// <summary>The rings of a row.</summary>
    public IReadOnlyList<PlainRing> RingsOf(int row)
    {
        var shapes = layer.Shapes;
        var rings = new List<PlainRing>();
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            var range = shapes.RingStart[ring]..shapes.RingStart[ring + 1];
            rings.Add(new PlainRing(shapes.X[range], shapes.Y[range], shapes.IsHole.Length > 0 && shapes.IsHole[ring]));
        }

        return rings;
    }

    private string Kind(int row) => _kind?.TextOf(row) ?? "";

    private static int? Whole(SourceColumn? column, int row) =>
        Number(column, row) is var number && double.IsNaN(number) ? null : (int)number;
}
