namespace CityRenewal.Geo.Delineation;

/// <summary>A limit as a conflict names it: how a request looks without it, and with another value of it.</summary>
/// <param name="Name">Its word of the request, or the id of a rule.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="Without">The request without it.</param>
internal sealed record NamedLimit(string Name, string Value, Func<Asked, Asked> Without)
{
    /// <summary>The number that it has; NaN where it is none.</summary>
    public double Number { get; init; } = double.NaN;

    /// <summary>The request with another number.</summary>
    public Func<Asked, double, Asked>? At { get; init; }

    /// <summary>Whether a smaller number asks less.</summary>
    public bool IsLeast { get; init; }

    /// <summary>Whether only whole numbers are possible.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The number farthest from its own that could free a plan.</summary>
    public double Farthest { get; init; } = double.NaN;

    /// <summary>The unit behind its number; empty where there is none.</summary>
    public string Unit { get; init; } = "";
}
