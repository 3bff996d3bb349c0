namespace CityRenewal.Geo.Contiguity;

/// <summary>A piece of border in view: from where to where along the looking half-edge, and how far across at both ends.</summary>
internal readonly record struct Sight(double From, double FromAcross, double To, double ToAcross)
{
    /// <summary>Row of the parcel behind the border, -1 where there is none.</summary>
    public int Parcel { get; init; } = -1;

    /// <summary>Whether it is the bank of a water surface, which lets one look on.</summary>
    public bool IsWater { get; init; }

    /// <summary>How far across the border is at a position between its ends.</summary>
    public double AcrossAt(double at) => To == From
        ? FromAcross
        : FromAcross + ((ToAcross - FromAcross) * ((at - From) / (To - From)));

    /// <summary>The part in front of a half-edge of that length and within the width; false where nothing of it is.</summary>
    public bool TryClip(double length, double width, out Sight clipped)
    {
        var from = Math.Max(From, 0);
        var to = Math.Min(To, length);
        double atFrom = AcrossAt(from), atTo = AcrossAt(to);
        if (atFrom > width && atTo <= width)
        {
            (from, atFrom) = (from + ((to - from) * ((atFrom - width) / (atFrom - atTo))), width);
        }
        else if (atTo > width && atFrom <= width)
        {
            (to, atTo) = (to - ((to - from) * ((atTo - width) / (atTo - atFrom))), width);
        }

        clipped = new Sight(from, atFrom, to, atTo);
        return from < to && Math.Min(atFrom, atTo) <= width && Math.Max(atFrom, atTo) > 0;
    }

    /// <summary>The stretch of the half-edge along which the line keeps within a distance on either side; false where it is none.</summary>
    public bool TryWithin(double distance, double length, out double from, out double to)
    {
        // Position on the line, in [0, 1], where it enters and leaves the band around the half-edge.
        double enter = 0, leave = 1, across = ToAcross - FromAcross;
        if (across == 0)
        {
            leave = Math.Abs(FromAcross) <= distance ? 1 : -1;
        }
        else
        {
            double low = (-distance - FromAcross) / across, high = (distance - FromAcross) / across;
            enter = Math.Max(enter, Math.Min(low, high));
            leave = Math.Min(leave, Math.Max(low, high));
        }

        double start = From + (enter * (To - From)), end = From + (leave * (To - From));
        from = Math.Max(0, Math.Min(start, end));
        to = Math.Min(length, Math.Max(start, end));
        return enter < leave && from < to;
    }
}
