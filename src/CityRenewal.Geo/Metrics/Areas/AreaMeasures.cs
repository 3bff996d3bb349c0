namespace CityRenewal.Geo.Metrics;

/// <summary>All measures of one area: its shape, demolition, density, people, stock, compact city, and what money follows.</summary>
public sealed class AreaMeasures
{
    private static readonly MeasureName BlockName =
        new(LargestDemolitionBlock.Wire, "成片拆除最大规模（建筑面积）", MeasureUnit.SquareMetre);

    private static readonly MeasureName GivenBorderName = new("given_border_m", "既定边界长度", MeasureUnit.Metre);
    private static readonly MeasureName BorderAwareName = new("border_aware_polsby_popper", "边界豁免等周商");
    private static readonly MeasureName AttainableName = new("attainable_polsby_popper", "地块肌理可达等周商");

    private readonly Dictionary<string, Measured> _byName;

    private AreaMeasures(IReadOnlyList<(MeasureName Name, Measured Value)> all)
    {
        All = all;
        _byName = all.ToDictionary(measure => measure.Name.Wire, measure => measure.Value);
    }

    /// <summary>The measures with their names, in the order of every table and output.</summary>
    public IReadOnlyList<(MeasureName Name, Measured Value)> All { get; }

    /// <summary>Names of all measures of an area, in their order; the area of the outline is gross_area_m2 here.</summary>
    public static IReadOnlyList<MeasureName> Names { get; } =
    [
        .. AreaFormula.All.Select(formula => formula.Name),
        BlockName,
        .. ShapeFormulas(ShapeSelection.All).Select(formula => formula.Name),
        GivenBorderName,
        BorderAwareName,
        AttainableName,
    ];

    /// <summary>One measure by its wire name.</summary>
    public Measured this[string wire] => _byName.TryGetValue(wire, out var measured)
        ? measured
        : throw new ArgumentException($"There is no measure '{wire}' of an area; there are: {string.Join(", ", _byName.Keys)}.", nameof(wire));

    /// <summary>One measure of an area, computed alone; the rules of a pack need few.</summary>
    /// <param name="stock">What stands on it.</param>
    /// <param name="around">What lies around it; null leaves contiguous demolition unknown.</param>
    /// <param name="wire">Wire name of a measure that is no shape measure of the outline's surroundings.</param>
    /// <exception cref="ArgumentException">There is no such measure.</exception>
    public static Measured One(AreaStock stock, Surroundings? around, string wire) =>
        AreaFormula.All.FirstOrDefault(formula => formula.Name.Wire == wire) is { } area ? area.Of(stock)
        : wire == BlockName.Wire ? LargestDemolitionBlock.Of(stock, around?.Graph)
        : ShapeFormula.All.FirstOrDefault(formula => formula.Name.Wire == wire) is { } shape ? shape.Of(stock.Outline)
        : throw new ArgumentException($"No rule can be about the measure '{wire}'; rules know: {string.Join(", ", NamesForRules)}.", nameof(wire));

    /// <summary>Names of the measures that a rule can be about.</summary>
    public static IReadOnlyList<string> NamesForRules { get; } =
        [.. AreaFormula.All.Select(formula => formula.Name.Wire), BlockName.Wire, .. ShapeFormula.All.Select(formula => formula.Name.Wire)];

    /// <summary>Measures one area.</summary>
    /// <param name="stock">What stands on it.</param>
    /// <param name="around">What lies around it; null leaves contiguous demolition and what the land allows unknown.</param>
    /// <param name="which">Shape measures; null takes all.</param>
    public static AreaMeasures Of(AreaStock stock, Surroundings? around, ShapeSelection? which = null)
    {
        var given = GivenBorder.Of(stock, around);
        return new AreaMeasures(
        [
            .. AreaFormula.All.Select(formula => (formula.Name, formula.Of(stock))),
            (BlockName, LargestDemolitionBlock.Of(stock, around?.Graph)),
            .. ShapeFormulas(which ?? ShapeSelection.All).Select(formula => (formula.Name, formula.Of(stock.Outline))),
            (GivenBorderName, given),
            (BorderAwareName, BorderAwarePolsbyPopper.Of(stock.Outline, given)),
            (AttainableName, AttainablePolsbyPopper.Of(stock, around)),
        ]);
    }

    /// <summary>
    /// The measures that a planner has in front while a boundary changes: all of <see cref="Of"/> but the shape measures of
    /// <see cref="ShapeSelection.All"/> that look inside the outline, and what its surroundings would allow.
    /// </summary>
    /// <param name="stock">What stands on it.</param>
    /// <param name="around">What lies around it; null leaves contiguous demolition unknown.</param>
    public static AreaMeasures InFront(AreaStock stock, Surroundings? around) => new(
    [
        .. AreaFormula.All.Select(formula => (formula.Name, formula.Of(stock))),
        (BlockName, LargestDemolitionBlock.Of(stock, around?.Graph)),
        .. ShapeFormulas(ShapeSelection.InFront).Select(formula => (formula.Name, formula.Of(stock.Outline))),
    ]);

    // The outline's area has its own name among the areas of an area.
    private static IEnumerable<ShapeFormula> ShapeFormulas(ShapeSelection which) =>
        ShapeFormula.All.Where(formula => which.Contains(formula.Measure) && formula.Measure != ShapeMeasure.GrossArea);
}
