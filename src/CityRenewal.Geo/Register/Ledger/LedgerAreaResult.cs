namespace CityRenewal.Geo.Register;

/// <summary>What a ledger that came back says of one area.</summary>
/// <param name="Area">Id of the area.</param>
/// <param name="Before">Its numbers as the layers have its buildings.</param>
/// <param name="After">Its numbers with all corrections.</param>
/// <param name="Households">Households, as far as they are known.</param>
/// <param name="Asked">Households that were asked.</param>
/// <param name="Agreeing">Households that agree.</param>
/// <param name="Comments">Comments by what is done with them, 采纳, 部分采纳, 不采纳, then those that nobody disposed of.</param>
public sealed record LedgerAreaResult(
    string Area, LedgerNumbers Before, LedgerNumbers After, KnownSum Households, double Asked, double Agreeing, IReadOnlyList<int> Comments)
{
    /// <summary>Households that agree among those asked, in [0, 1]; null where nobody was asked.</summary>
    public double? ConsentShare => Asked > 0 ? Agreeing / Asked : null;
}
