namespace CityRenewal.Geo.Metrics;

/// <summary>The measures of an outline's shape, in the order of every table and output. Each has one file of its name.</summary>
public enum ShapeMeasure
{
    /// <inheritdoc cref="Metrics.GrossArea"/>
    GrossArea,

    /// <inheritdoc cref="Metrics.OutlinePerimeter"/>
    OutlinePerimeter,

    /// <inheritdoc cref="Metrics.PolsbyPopper"/>
    PolsbyPopper,

    /// <inheritdoc cref="Metrics.Schwartzberg"/>
    Schwartzberg,

    /// <inheritdoc cref="Metrics.Reock"/>
    Reock,

    /// <inheritdoc cref="Metrics.ConvexHullRatio"/>
    ConvexHullRatio,

    /// <inheritdoc cref="Metrics.MomentOfInertia"/>
    MomentOfInertia,

    /// <inheritdoc cref="Metrics.Exchange"/>
    Exchange,

    /// <inheritdoc cref="Metrics.Proximity"/>
    Proximity,

    /// <inheritdoc cref="Metrics.Spin"/>
    Spin,

    /// <inheritdoc cref="Metrics.Cohesion"/>
    Cohesion,

    /// <inheritdoc cref="Metrics.Dispersion"/>
    Dispersion,

    /// <inheritdoc cref="Metrics.Depth"/>
    Depth,

    /// <inheritdoc cref="Metrics.Girth"/>
    Girth,

    /// <inheritdoc cref="Metrics.LongestChord"/>
    LongestChord,

    /// <inheritdoc cref="Metrics.Detour"/>
    Detour,

    /// <inheritdoc cref="Metrics.Traversal"/>
    Traversal,

    /// <inheritdoc cref="Metrics.PerimeterIndex"/>
    PerimeterIndex,

    /// <inheritdoc cref="Metrics.LengthWidth"/>
    LengthWidth,

    /// <inheritdoc cref="Metrics.Rectangularity"/>
    Rectangularity,

    /// <inheritdoc cref="Metrics.SquareCompactness"/>
    SquareCompactness,

    /// <inheritdoc cref="Metrics.EquivalentRectangularIndex"/>
    EquivalentRectangularIndex,

    /// <inheritdoc cref="Metrics.FractalDimension"/>
    FractalDimension,

    /// <inheritdoc cref="Metrics.PartCount"/>
    PartCount,

    /// <inheritdoc cref="Metrics.HoleCount"/>
    HoleCount,

    /// <inheritdoc cref="Metrics.Fragmentation"/>
    Fragmentation,
}
