namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The axes of the prices of floor area: of the room for elective demolition, and of what demolition allows to be built; none where
/// floor area is worth nothing. Lagrange multipliers of the two limits of an area: Σ size ≤ Σ room, and new ≤ Σ allows.
/// </summary>
/// <param name="land">The unit.</param>
/// <param name="first">The first of the axes.</param>
internal sealed class FloorAxes(UnitLand land, int first)
{
    /// <summary>Number of axes.</summary>
    public int Count { get; } = land.Floors.IsNone ? 0 : 2;

    private int Room => first;

    private int Built => first + 1;

    private long HighestBuilt => land.Floors.Prices.Built;

    // Above, no candidate goes: each is worth at most this per millionth that it takes.
    private long HighestRoom
    {
        get
        {
            double most = land.Floors.Prices.Goes;
            for (var node = 0; node < land.ParcelCount; node++)
            {
                foreach (ref readonly var candidate in land.Floors.CandidatesOn(land.CityNode(node)))
                {
                    var worth = ((double)land.Floors.Prices.Goes * candidate.Area) + ((double)HighestBuilt * candidate.Allows);
                    most = Math.Max(most, worth / Math.Max(1, candidate.Size));
                }
            }

            return (long)Math.Min(PriceScale.Dearest, Math.Ceiling(most));
        }
    }

    /// <summary>Sets parts per step and the highest values.</summary>
    /// <param name="parts">Parts per step, by axis.</param>
    /// <param name="high">Highest value, by axis.</param>
    /// <param name="whole">What a step is worth on all land, parts.</param>
    public void Scale(double[] parts, double[] high, double whole)
    {
        if (Count == 0)
        {
            return;
        }

        double room = 1, built = 1;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            var allowed = land.Floors.AllowedOn(land.CityNode(node));
            (room, built) = (room + allowed.Room, built + allowed.Capacity);
            foreach (ref readonly var candidate in land.Floors.CandidatesOn(land.CityNode(node)))
            {
                (room, built) = (room + candidate.Size, built + candidate.Allows);
            }
        }

        (parts[Room], parts[Built]) = (Math.Clamp(whole / room, 1, PriceScale.Dearest), Math.Clamp(whole / built, 1, PriceScale.Dearest));
        (high[Room], high[Built]) = (HighestRoom / parts[Room], HighestBuilt / parts[Built]);
    }

    /// <summary>Prices with those of a point.</summary>
    public PriceSet At(double[] point, double[] parts, PriceSet prices) => Count == 0 ? prices : prices with
    {
        Room = Math.Clamp((long)Math.Round(point[Room] * parts[Room]), 0, PriceScale.Dearest),
        Built = Math.Clamp((long)Math.Round(point[Built] * parts[Built]), 0, HighestBuilt),
    };

    /// <summary>Puts prices into a point.</summary>
    public void Place(PriceSet prices, double[] parts, double[] point)
    {
        if (Count > 0)
        {
            (point[Room], point[Built]) = (prices.Room / parts[Room], prices.Built / parts[Built]);
        }
    }

    /// <summary>What the present cut gains per step on the axes.</summary>
    /// <param name="cut">The cut, solved at its prices.</param>
    /// <param name="unit">Millionths of a m² of benefit per step and unit of a slope.</param>
    /// <param name="slopes">By axis.</param>
    public void AddSlopes(UnitCut cut, Func<int, double> unit, double[] slopes)
    {
        for (var node = 0; node < land.ParcelCount && Count > 0; node++)
        {
            if (cut.IsIn(node))
            {
                var (room, built) = land.Floors.Slopes(land.CityNode(node), cut.Prices.Room, cut.Prices.Built);
                slopes[Room] += room * unit(Room);
                slopes[Built] += built * unit(Built);
            }
        }
    }
}
