using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Looks at a finished area for what the request asks besides: sizes at a price, compactness, enclaves, parcels that belong
/// together or apart, barriers that are crossed at a price. Reads the city and the request, never what the search remembers.
/// </summary>
internal sealed class AreaLimitChecks(ProposalGround ground)
{
    private readonly IReadOnlyList<ParcelSet> _sets = WholeRequest.In(ground);

    /// <summary>Everything that the area breaks, with a price where the limit is soft.</summary>
    public IEnumerable<AreaBreach> Check(RenewalArea area)
    {
        var members = area.Parcels.ToHashSet();
        return [.. Sizes(area), .. Compactness(area), .. Enclaves(area), .. Sets(members), .. Divisions(area), .. Pairs(area, members)];
    }

    private IEnumerable<AreaBreach> Sizes(RenewalArea area)
    {
        var options = ground.Options;
        var net = area.Parcels.Sum(parcel => ground.NetAreas[parcel]);
        if (options.Limits.MinimumAreaPrice is { } below && net < options.MinimumArea)
        {
            yield return LimitText.Breach(
                "minimum_area_m2", $"The net area of {net:0.##} m² is below {options.MinimumArea:0.##} m².",
                $"净面积 {net:0.##} m² 小于 {options.MinimumArea:0.##} m²。", below * (options.MinimumArea - net));
        }

        if (options.Limits.MaximumAreaPrice is { } above && net > options.MaximumArea)
        {
            yield return LimitText.Breach(
                "maximum_area_m2", $"The net area of {net:0.##} m² is above {options.MaximumArea:0.##} m².",
                $"净面积 {net:0.##} m² 大于 {options.MaximumArea:0.##} m²。", above * (net - options.MaximumArea));
        }
    }

    private IEnumerable<AreaBreach> Compactness(RenewalArea area)
    {
        if (ground.Options.Limits.LeastPolsbyPopper is not { } floor)
        {
            yield break;
        }

        var found = 4 * Math.PI * area.GrossArea / (area.Perimeter * area.Perimeter);
        if (found < floor.Value - 1e-9)
        {
            yield return LimitText.Breach(
                "least_polsby_popper", $"The compactness of {found:0.###} is below {floor.Value:0.###} (Polsby-Popper).",
                $"紧凑度 {found:0.###} 低于 {floor.Value:0.###}(Polsby-Popper)。", LimitText.PriceOf(floor, 100 * (floor.Value - found)));
        }
    }

    private IEnumerable<AreaBreach> Enclaves(RenewalArea area)
    {
        if (ground.Options.Limits.LargestEnclave is not { } largest)
        {
            yield break;
        }

        for (var ring = 0; ring < area.Outline.RingStart.Length - 1; ring++)
        {
            var enclosed = -ground.City.Plane.SquareMetresOfTwice(area.Outline.TwiceAreaOfRing(ring));
            if (enclosed > largest.Value + 1e-6)
            {
                yield return LimitText.Breach(
                    "largest_enclave_m2", $"It encloses {enclosed:0.##} m² of land that is not in it; {largest.Value:0.##} m² are allowed.",
                    $"片区包围了 {enclosed:0.##} m² 不属于本片区的用地,允许 {largest.Value:0.##} m²。",
                    LimitText.PriceOf(largest, enclosed - largest.Value));
            }
        }
    }

    private IEnumerable<AreaBreach> Sets(HashSet<int> members)
    {
        foreach (var set in _sets)
        {
            var left = set.Parcels.Where(parcel => !members.Contains(parcel)).ToList();
            if (left.Count == 0 || left.Count == set.Parcels.Length)
            {
                continue;
            }

            var land = left.Sum(parcel => ground.NetAreas[parcel]);
            var first = ground.City.Parcels.Ids[left[0]];
            yield return LimitText.Breach(
                set.Limit, $"It takes only a part of parcels that are kept together: {left.Count} are left out ({land:0.##} m²), {first} among them.",
                $"只纳入了须整体纳入的地块的一部分:漏下 {left.Count} 个({land:0.##} m²),如 {first}。",
                double.IsInfinity(set.Price) ? null : set.Price * left.Sum(parcel => set.SizeOf(parcel, ground.NetAreas)));
        }
    }

    private IEnumerable<AreaBreach> Divisions(RenewalArea area)
    {
        foreach (var priced in ground.Options.Limits.DivisionPrices)
        {
            var units = ground.Facts.Divisions.TryGetValue(priced.Division, out var shares) ? shares.UnitsOf(area.Parcels) : 0;
            if (units > 1)
            {
                yield return LimitText.Breach(
                    "division_prices", $"It lies in {units} units of {priced.Division}.", $"片区跨越 {priced.Division} 的 {units} 个单元。",
                    priced.Price * (units - 1));
            }
        }
    }

    private IEnumerable<AreaBreach> Pairs(RenewalArea area, HashSet<int> members)
    {
        var pairs = (
            from parcel in area.Parcels
            from other in ground.Pairs.PartnersOf(parcel)
            where other > parcel && members.Contains(other)
            select (Price: ground.Pairs.PriceOf(parcel, other), A: parcel, B: other)).ToList();
        foreach (var (_, a, b) in pairs.Where(pair => double.IsInfinity(pair.Price)))
        {
            var ids = ground.City.Parcels.Ids;
            yield return LimitText.Breach("cannot_link", $"{ids[a]} and {ids[b]} are never in one area.", $"{ids[a]} 与 {ids[b]} 不得在同一片区。", null);
        }

        var priced = pairs.Where(pair => double.IsFinite(pair.Price) && pair.Price > 0).ToList();
        if (priced.Count > 0)
        {
            yield return LimitText.Breach(
                "pair_prices", $"It holds {priced.Count} pairs of parcels that cost: across a barrier, or wanted apart.",
                $"含 {priced.Count} 对须付代价的地块(跨越阻隔或宜分开)。", priced.Sum(pair => pair.Price));
        }
    }
}
