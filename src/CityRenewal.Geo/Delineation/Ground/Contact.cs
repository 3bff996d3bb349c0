namespace CityRenewal.Geo.Delineation;

/// <summary>What the common border of two nodes allows.</summary>
internal enum Contact : byte
{
    /// <summary>They meet, but too shortly to make an area contiguous.</summary>
    Touches = 0,

    /// <summary>They meet along at least the shortest border that makes neighbours.</summary>
    Joins = 1,

    /// <summary>A barrier lies between them: they are never in one area.</summary>
    Barred = 2,
}
