namespace CityRenewal.Geo.Metrics;

/// <summary>A measure of shape with its name and its formula.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Of">Computes it for one outline.</param>
internal sealed record ShapeFormula(ShapeMeasure Measure, MeasureName Name, Func<Outline, Measured> Of)
{
    /// <summary>All of them, by the number of their measure.</summary>
    public static readonly IReadOnlyList<ShapeFormula> All = new ShapeFormula[]
    {
        new(ShapeMeasure.GrossArea, new("area_m2", "面积", MeasureUnit.SquareMetre), GrossArea.Of),
        new(ShapeMeasure.OutlinePerimeter, new("perimeter_m", "周长", MeasureUnit.Metre), OutlinePerimeter.Of),
        new(ShapeMeasure.PolsbyPopper, new("polsby_popper", "等周商"), PolsbyPopper.Of),
        new(ShapeMeasure.Schwartzberg, new("schwartzberg", "施瓦茨贝格指数"), Schwartzberg.Of),
        new(ShapeMeasure.Reock, new("reock", "外接圆比"), Reock.Of),
        new(ShapeMeasure.ConvexHullRatio, new("convex_hull_ratio", "凸包比"), ConvexHullRatio.Of),
        new(ShapeMeasure.MomentOfInertia, new("moment_of_inertia", "转动惯量紧凑度"), MomentOfInertia.Of),
        new(ShapeMeasure.Exchange, new("exchange", "等积圆交换指数"), Exchange.Of),
        new(ShapeMeasure.Proximity, new("proximity", "向心邻近指数"), Proximity.Of),
        new(ShapeMeasure.Spin, new("spin", "旋转指数"), Spin.Of),
        new(ShapeMeasure.Cohesion, new("cohesion", "凝聚指数"), Cohesion.Of),
        new(ShapeMeasure.Dispersion, new("dispersion", "离散指数"), Dispersion.Of),
        new(ShapeMeasure.Depth, new("depth", "深度指数"), Depth.Of),
        new(ShapeMeasure.Girth, new("girth", "内切圆指数"), Girth.Of),
        new(ShapeMeasure.LongestChord, new("range", "最长弦指数"), LongestChord.Of),
        new(ShapeMeasure.Detour, new("detour", "绕行指数"), Detour.Of),
        new(ShapeMeasure.Traversal, new("traversal", "穿行指数"), Traversal.Of),
        new(ShapeMeasure.PerimeterIndex, new("perimeter_index", "周长指数"), PerimeterIndex.Of),
        new(ShapeMeasure.LengthWidth, new("length_width", "宽长比"), LengthWidth.Of),
        new(ShapeMeasure.Rectangularity, new("rectangularity", "矩形度"), Rectangularity.Of),
        new(ShapeMeasure.SquareCompactness, new("square_compactness", "方形紧凑度"), SquareCompactness.Of),
        new(ShapeMeasure.EquivalentRectangularIndex, new("equivalent_rectangular_index", "等效矩形指数"), EquivalentRectangularIndex.Of),
        new(ShapeMeasure.FractalDimension, new("fractal_dimension", "边界分维数"), FractalDimension.Of),
        new(ShapeMeasure.PartCount, new("part_count", "部件数", MeasureUnit.Count), PartCount.Of),
        new(ShapeMeasure.HoleCount, new("hole_count", "孔洞数", MeasureUnit.Count), HoleCount.Of),
        new(ShapeMeasure.Fragmentation, new("fragmentation", "破碎度"), Fragmentation.Of),
    }.OrderBy(formula => formula.Measure).ToArray();
}
