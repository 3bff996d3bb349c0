namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Border-aware Polsby-Popper (边界豁免等周商): 4πA / P², where P is only the border that somebody chose: frontage on water, rivers,
/// railways and the UDB is left out, so that an area that follows a bank is not punished for it. In (0, 1]; 1 is also
/// the answer where the chosen border is shorter than a circle's. After the "bounded" scores of compactnesslib, which leave
/// out borders shared with the superunit. Pitfall: compare it only with itself, never with the raw value of another area.
/// </summary>
public static class BorderAwarePolsbyPopper
{
    private static readonly WhyNot AllGiven = new(
        "border_all_given", "The whole border runs along water, rail or the UDB, so none of it was chosen.",
        "范围线全部沿水域、铁路或城镇开发边界，没有可选择的边界，不适用。");

    /// <summary>The quotient with the interval of the given border; not applicable without an area or a chosen border.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="given">How much of it is given, metres.</param>
    public static Measured Of(Outline outline, Measured given)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        if (given is not { Value: { } length, Low: { } low, High: { } high })
        {
            return given;
        }

        return outline.Perimeter - length > 0
            ? Measured.Between(Quotient(outline, low), Quotient(outline, length), Quotient(outline, high))
            : Measured.NotApplicable(AllGiven);
    }

    private static double Quotient(Outline outline, double given)
    {
        var chosen = Math.Max(0, outline.Perimeter - given);
        return Math.Min(1, 4 * Math.PI * outline.Area / (chosen * chosen));
    }
}
