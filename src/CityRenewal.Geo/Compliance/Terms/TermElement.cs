namespace CityRenewal.Geo.Compliance;

/// <summary>One building or parcel in the sums of a rule: how much there is of it, and how far it counts above and below the line.</summary>
/// <param name="Row">Row among the city's buildings or parcels.</param>
/// <param name="Low">At least so much.</param>
/// <param name="Value">Counted as so much; 0 where unknown.</param>
/// <param name="High">At most so much; infinite where unknown.</param>
/// <param name="Above">How far it counts above the line.</param>
/// <param name="Below">How far it counts below the line.</param>
internal readonly record struct TermElement(int Row, double Low, double Value, double High, Weight Above, Weight Below)
{
    /// <summary>Whether anything about it is unknown that could move the sums.</summary>
    public bool IsOpen => double.IsInfinity(High) || !Above.IsKnown || !Below.IsKnown;
}
