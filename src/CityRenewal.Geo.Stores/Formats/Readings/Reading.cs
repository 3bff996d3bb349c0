namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What a written value was taken for.</summary>
/// <param name="Kind">Whether it is the value itself, was understood, is unknown, or is none.</param>
/// <param name="Value">The number; NaN where it is unknown.</param>
/// <param name="Rule">How it was understood, for the report; empty where it is literal.</param>
internal readonly record struct Reading(ReadingKind Kind, double Value, string Rule)
{
    /// <summary>Whether the text named a unit of its own, so that the field's unit does not apply.</summary>
    public bool HasUnit { get; init; }

    /// <summary>A text that is the number.</summary>
    public static Reading Literal(double value) => new(ReadingKind.Literal, value, "");

    /// <summary>A text that means the number by a rule.</summary>
    public static Reading By(string rule, double value) => new(ReadingKind.Understood, value, rule);

    /// <summary>A text that says that nobody knows.</summary>
    public static Reading SaidUnknown { get; } = new(ReadingKind.SaidUnknown, double.NaN, "says unknown");

    /// <summary>A text that allows several values: which one is no fact.</summary>
    public static Reading Interval { get; } = new(ReadingKind.Interval, double.NaN, "an interval");

    /// <summary>A text that is no value of the column.</summary>
    public static Reading Unreadable { get; } = new(ReadingKind.Unreadable, double.NaN, "");
}

/// <summary>How a written value was taken.</summary>
internal enum ReadingKind
{
    /// <summary>As it is written.</summary>
    Literal = 0,

    /// <summary>By a rule; counted in the report.</summary>
    Understood = 1,

    /// <summary>It says that it is unknown.</summary>
    SaidUnknown = 2,

    /// <summary>It allows several values; unknown, and listed.</summary>
    Interval = 3,

    /// <summary>It is no value of the column; unknown, and listed.</summary>
    Unreadable = 4,
}
