namespace CityRenewal.Geo.Areas;

/// <summary>What somebody states of every area because no layer tells it, for rules that ask for it. What is not stated is unknown.</summary>
public sealed record StatedFacts
{
    /// <summary>Nothing stated.</summary>
    public static readonly StatedFacts None = new();

    /// <summary>Numbers by the name that rules give them.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>Documents on file, by name; null where nobody says, which is not "none".</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>Whether anything is stated.</summary>
    public bool IsAny => Numbers.Count > 0 || Documents is not null;

    /// <summary>The same with what somebody states anew: a number takes the place of the older one, documents of all older ones.</summary>
    public StatedFacts With(StatedFacts newer) => !newer.IsAny ? this : new StatedFacts
    {
        Numbers = Numbers.Where(number => !newer.Numbers.ContainsKey(number.Key)).Concat(newer.Numbers).ToDictionary(),
        Documents = newer.Documents ?? Documents,
    };
}
