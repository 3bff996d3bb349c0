using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Reads the buildings or parcels of an area as the elements of a sum.</summary>
internal static class TermReader
{
    // Areas are judged by the thousand: lists of elements are lent out and taken back, one heap of them a thread.
    [ThreadStatic]
    private static Stack<List<TermElement>>? _free;

    /// <summary>Takes a list of elements back; nobody may hold on to it.</summary>
    public static void Return(List<TermElement> elements)
    {
        elements.Clear();
        (_free ??= []).Push(elements);
    }

    private static List<TermElement> Rented(int count)
    {
        var found = _free is { Count: > 0 } free ? free.Pop() : [];
        found.EnsureCapacity(count);
        return found;
    }

    /// <summary>
    /// The elements of a quotient. Where both sides add up the same quantity, a building is one element, so that what is
    /// uncertain about it is uncertain in the same way above and below the line.
    /// </summary>
    public static List<TermElement> Of(RuleGround ground, AreaUnderReview area, Term above, Term below)
    {
        var found = Rented(CountOf(area, above) + CountOf(area, below));
        if (above.Quantity == below.Quantity && above.Column == below.Column)
        {
            Collect(found, (ground, area), above, below);
            return found;
        }

        Collect(found, (ground, area), above, null);
        Collect(found, (ground, area), null, below);
        return found;
    }

    /// <summary>The elements of one sum.</summary>
    public static List<TermElement> Of(RuleGround ground, AreaUnderReview area, Term term)
    {
        var found = Rented(CountOf(area, term));
        Collect(found, (ground, area), term, null);
        return found;
    }

    /// <summary>What one parcel gives to a sum of land that does not ask what happens on it.</summary>
    public static TermElement OfParcel(RuleGround ground, int parcel, Term term)
    {
        var (low, value, high) = ParcelQuantity(ground, parcel, term);
        var weight = low > 0 ? Weight.Yes : Weight.No;
        for (var i = 0; i < term.Conditions.Count && weight.High > 0; i++)
        {
            weight *= term.Conditions[i].OfParcel(ground, parcel);
        }

        return new TermElement(parcel, low, value, high, weight, Weight.No);
    }

    private static int CountOf(AreaUnderReview area, Term term) =>
        term.IsOfBuildings ? area.Stock.Buildings.Count : area.Stock.Land.Parcels.Count;

    private static void Collect(
        List<TermElement> found, (RuleGround Ground, AreaUnderReview Area) on, Term? above, Term? below)
    {
        var term = above ?? below!;
        var stock = on.Area.Stock;
        var count = CountOf(on.Area, term);
        for (var i = 0; i < count; i++)
        {
            var row = term.IsOfBuildings ? i : stock.Land.Parcels[i];
            var (up, down) = (WeightOf(on, above, row), WeightOf(on, below, row));
            if (up.High > 0 || down.High > 0)
            {
                var (low, value, high) = term.IsOfBuildings
                    ? BuildingQuantity(on.Ground, stock.Buildings[row], term)
                    : ParcelQuantity(on.Ground, row, term);
                found.Add(new TermElement(term.IsOfBuildings ? stock.Buildings[row].Row : row, low, value, high, up, down));
            }
        }
    }

    private static Weight WeightOf((RuleGround Ground, AreaUnderReview Area) on, Term? term, int row)
    {
        var weight = term is null ? Weight.No : Weight.Yes;
        for (var i = 0; term is not null && i < term.Conditions.Count; i++)
        {
            weight *= term.IsOfBuildings
                ? term.Conditions[i].OfBuilding(on.Ground, on.Area.Stock.Buildings[row])
                : term.Conditions[i].OfParcel(on.Ground, row, on.Area);
        }

        return weight;
    }

    /// <summary>How much there is of a building or parcel.</summary>
    public static (double Low, double Value, double High) QuantityOf(RuleGround ground, Term term, int row, StandingBuilding building) =>
        term.IsOfBuildings ? BuildingQuantity(ground, building, term) : ParcelQuantity(ground, row, term);

    private static (double Low, double Value, double High) BuildingQuantity(RuleGround ground, StandingBuilding building, Term term) =>
        term.Quantity switch
        {
            Quantity.FloorArea when building.IsKnown => (building.FloorArea.Low, building.FloorArea.Value, building.FloorArea.High),
            Quantity.FloorArea => (0, 0, double.PositiveInfinity),
            Quantity.Footprint => Exactly(building.Footprint),
            Quantity.FootprintIn => Exactly(ground.Facts.Buildings.Column(term.Column)!.AreaOf(building.Row)),
            Quantity.Households => Counted(ground.City.Buildings.Households[building.Row]),
            Quantity.People => Counted(ground.City.Buildings.People[building.Row]),
            _ => Exactly(1),
        };

    private static (double Low, double Value, double High) ParcelQuantity(RuleGround ground, int parcel, Term term) =>
        term.Quantity switch
        {
            Quantity.Land => Exactly(ground.Facts.AreaM2[parcel]),
            Quantity.LandIn => Exactly(ground.Facts.Column(term.Column)!.AreaOf(parcel)),
            Quantity.ProtectedItems => Exactly(CountItems(ground, parcel, term)),
            _ => Exactly(1),
        };

    private static int CountItems(RuleGround ground, int parcel, Term term)
    {
        var kinds = term.Conditions.OfType<ProtectedCondition>().ToList();
        var count = 0;
        foreach (var item in ground.Facts.ProtectedItems.ItemsOf(parcel))
        {
            count += kinds.TrueForAll(condition => condition.Counts(ground, item)) ? 1 : 0;
        }

        return count;
    }

    private static (double, double, double) Exactly(double value) => (value, value, value);

    private static (double, double, double) Counted(int count) =>
        count == Unknown.Integer ? (0, 0, double.PositiveInfinity) : Exactly(count);
}
