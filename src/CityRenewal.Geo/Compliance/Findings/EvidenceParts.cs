namespace CityRenewal.Geo.Compliance;

/// <summary>Reads once more what every feature gave to a sum: it is asked for few findings, so nothing of it is kept.</summary>
internal static class EvidenceParts
{
    /// <summary>The parts of a quotient, above and below the line, by kind and row.</summary>
    public static IReadOnlyList<EvidencePart> Of(RuleGround ground, AreaUnderReview area, Term above, Term below)
    {
        var elements = TermReader.Of(ground, area, above, below);
        var isOne = above.Quantity == below.Quantity && above.Column == below.Column;
        return Parts(
            elements,
            element => isOne || element.Above.High > 0 ? above.IsOfBuildings : below.IsOfBuildings);
    }

    /// <summary>The parts of one sum, above the line.</summary>
    public static IReadOnlyList<EvidencePart> Above(RuleGround ground, AreaUnderReview area, Term term, Predicate<TermElement> counts) =>
        Parts(TermReader.Of(ground, area, term).FindAll(counts), _ => term.IsOfBuildings);

    /// <summary>The parts of one sum, below the line.</summary>
    public static IReadOnlyList<EvidencePart> Below(RuleGround ground, AreaUnderReview area, Term term) =>
    [
        .. TermReader.Of(ground, area, term).Select(element =>
            new EvidencePart(term.IsOfBuildings, element.Row, 0, element.Value * element.Above.Value)),
    ];

    private static IReadOnlyList<EvidencePart> Parts(List<TermElement> elements, Func<TermElement, bool> isBuilding) =>
    [
        .. elements
            .Select(element => new EvidencePart(
                isBuilding(element), element.Row, element.Value * element.Above.Value, element.Value * element.Below.Value))
            .Where(part => part.Above != 0 || part.Below != 0),
    ];
}
