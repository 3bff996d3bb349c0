using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>The ratios of areas before and after the corrections of a ledger, with consent and comments.</summary>
public static class LedgerResults
{
    private const double StoreysTimesFootprint = 0.15;

    /// <summary>The areas, in their order.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="values">What is recorded or newly brought, by code and field.</param>
    public static IReadOnlyList<LedgerAreaResult> Of(
        City city, ParcelFacts facts, IReadOnlyList<LedgerArea> areas, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> values)
    {
        IReadOnlyDictionary<string, string> none = new Dictionary<string, string>();
        return [.. areas.Select(area =>
        {
            var proposed = (area.Dispositions ?? []).ToDictionary(one => one.Building);
            List<int> rows = [.. BaselineFreezing.RowsOn(facts, area.Parcels).Union(proposed.Keys).Order()];
            IReadOnlyDictionary<string, string> Said(int row) => values.GetValueOrDefault(city.Buildings.Ids[row]) ?? none;
            StandingBuilding[] before = [.. rows.Select(row => AreaStock.Standing(city, facts, row, proposed.GetValueOrDefault(row)))];
            StandingBuilding[] after = [.. rows.Select(row => AreaStock.Standing(city, facts, row, proposed.GetValueOrDefault(row), Corrected((city, facts), row, Said(row))))];
            return new LedgerAreaResult(
                area.Id, LedgerNumbers.Of(before, area.Dispositions is not null), LedgerNumbers.Of(after, area.Dispositions is not null),
                KnownSum.Of(rows.Select(row => city.Buildings.Households[row] is var count && count == Unknown.Integer ? (double?)null : count)),
                rows.Sum(row => Number(Said(row), LedgerFields.Asked) ?? 0), rows.Sum(row => Number(Said(row), LedgerFields.Agreeing) ?? 0),
                CommentsOf(rows.Select(Said)));
        })];
    }

    // A floor area found on site is taken as surveyed; storeys alone change only what was storeys times footprint, or unknown.
    private static FloorArea? Corrected((City City, ParcelFacts Facts) ground, int row, IReadOnlyDictionary<string, string> said)
    {
        if (Number(said, LedgerFields.FloorArea) is { } area)
        {
            return new FloorArea(area, area, area);
        }

        var facts = ground.Facts.Buildings;
        var isGiven = !double.IsNaN(ground.City.Buildings.FloorArea[row]) && ground.City.Buildings.FloorAreaOrigins[row] != FloorAreaOrigin.StoreysTimesFootprint;
        if (isGiven || Number(said, LedgerFields.Storeys) is not { } storeys)
        {
            return null;
        }

        var value = storeys * facts.Footprint[row];
        return new FloorArea(value, value * (1 - StoreysTimesFootprint), value * (1 + StoreysTimesFootprint));
    }

    private static int[] CommentsOf(IEnumerable<IReadOnlyDictionary<string, string>> said)
    {
        var counts = new int[LedgerFields.CommentDispositions.Count + 1];
        foreach (var one in said.Where(one => one.GetValueOrDefault(LedgerFields.Comment.Name) is { Length: > 0 }))
        {
            var at = LedgerFields.CommentDispositions.ToList().IndexOf(one.GetValueOrDefault(LedgerFields.CommentDisposition.Name) ?? "");
            counts[at < 0 ? ^1 : at]++;
        }

        return counts;
    }

    private static double? Number(IReadOnlyDictionary<string, string> said, LedgerField field) =>
        double.TryParse(said.GetValueOrDefault(field.Name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
