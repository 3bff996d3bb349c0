namespace CityRenewal.Geo.Reasons;

/// <summary>A limit of a request that more than one area, or more than the sums of one, decides. Safe to ask from many threads.</summary>
internal interface IFlipLimit
{
    /// <summary>Adds what a flip does to it; nothing where it does nothing.</summary>
    void AddTo(List<FlipEffect> effects, in FlipAsked asked);

    /// <summary>How much of it is used where an area is, in the words of the request.</summary>
    IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area);
}
