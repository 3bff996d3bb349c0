namespace CityRenewal.Geo.Need;

/// <summary>At least a share of the land lies in a layer, or in one kind of it.</summary>
/// <param name="Column">Stem of the columns of the parcel facts: historic_core, historic_traditional_style, water, …</param>
/// <param name="LeastShare">The share, in [0, 1].</param>
public sealed record LayerShareSign(string Column, double LeastShare) : CategorySign
{
    /// <inheritdoc/>
    public override string Requirement => $"{Column} on at least {Percent(LeastShare)} % of the land";

    /// <inheritdoc/>
    public override string RequirementChinese => $"{Chinese}占用地 ≥ {Percent(LeastShare)}%";

    private string Chinese => Column switch
    {
        "historic_core" => "核心保护范围",
        "historic_control" => "建设控制地带",
        "historic_coordination" => "环境协调区",
        "historic_traditional_style" => "传统风貌区",
        "historic_relic" => "文物保护范围",
        _ => Column,
    };

    /// <inheritdoc/>
    public override string Finding(double value) =>
        $"{Column} on {Percent(value)} % of the land (at least {Percent(LeastShare)} %)";

    /// <inheritdoc/>
    public override string FindingChinese(double value) => $"{Chinese}占用地 {Percent(value)}%（≥ {Percent(LeastShare)}%）";

    internal override bool Holds(double value) => value >= LeastShare;

    internal override IEnumerable<string> Problems() =>
        [.. Column.Length == 0 ? ["no layer is named"] : Array.Empty<string>(), .. ShareProblems("the share of a layer", LeastShare)];

    internal override Func<int, SignTally> MeterIn(CategoryGround ground)
    {
        var column = ground.Facts.Column(Column);
        return parcel => column is null
            ? SignTally.Unknown
            : new SignTally(column.AreaOf(parcel), column.WholeOf(parcel), 0);
    }
}
