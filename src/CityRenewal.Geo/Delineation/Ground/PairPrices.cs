using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Pairs of parcels that the request keeps apart or that cost where one area holds both: barriers that are crossed at a
/// price, and parcels that the planner wants in different areas.
/// </summary>
internal sealed class PairPrices
{
    private readonly Dictionary<(int A, int B), double> _prices = [];
    private readonly Dictionary<int, SortedSet<int>> _partners = [];

    public PairPrices(Crossings crossings, IReadOnlyList<ApartGroup> apart, ParcelIndex parcels)
    {
        foreach (var (a, b, price) in crossings.Priced)
        {
            Add(a, b, price);
        }

        foreach (var group in apart)
        {
            var rows = parcels.RowsOf(group.Parcels);
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = i + 1; j < rows.Length; j++)
                {
                    Add(rows[i], rows[j], group.Price ?? double.PositiveInfinity);
                }
            }
        }
    }

    /// <summary>Whether nothing is kept apart and nothing costs.</summary>
    public bool IsEmpty => _prices.Count == 0;

    /// <summary>Whether no area may hold both.</summary>
    public bool IsBarred(int a, int b) => double.IsPositiveInfinity(PriceOf(a, b));

    /// <summary>What it costs to have both in one area, m² of benefit; infinite where that is never allowed, 0 where it costs nothing.</summary>
    public double PriceOf(int a, int b) => IsEmpty ? 0 : _prices.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b)));

    /// <summary>The parcels with which a parcel has such a pair, ascending.</summary>
    public IReadOnlyCollection<int> PartnersOf(int parcel) => _partners.TryGetValue(parcel, out var partners) ? partners : [];

    private void Add(int a, int b, double price)
    {
        var key = (Math.Min(a, b), Math.Max(a, b));
        _prices[key] = _prices.GetValueOrDefault(key) + price;
        (_partners.TryGetValue(a, out var ofA) ? ofA : _partners[a] = []).Add(b);
        (_partners.TryGetValue(b, out var ofB) ? ofB : _partners[b] = []).Add(a);
    }
}
