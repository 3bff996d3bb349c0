namespace CityRenewal.Geo.Metrics;

/// <summary>What people state about an area because no layer can tell it. What is not stated stays unknown.</summary>
public sealed record AreaDeclaration
{
    private static readonly Dictionary<string, double> NoNumbers = [];

    /// <summary>Nothing stated.</summary>
    public static readonly AreaDeclaration None = new();

    /// <summary>What a request states of every area.</summary>
    public static AreaDeclaration Of(Areas.ProposalOptions options) =>
        new() { ReferenceYear = options.ReferenceYear, Numbers = options.Stated.Numbers, Documents = options.Stated.Documents };

    /// <summary>The year that ages count from; null takes the city's baseline year.</summary>
    public int? ReferenceYear { get; init; }

    /// <summary>New floor area that is to be built, m²; null leaves it to the detailed plan's limits.</summary>
    public double? NewFloorAreaM2 { get; init; }

    /// <summary>Other numbers that rules ask for, by name: shares of title that agree, land handed over. What is not in it is unknown.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = NoNumbers;

    /// <summary>Documents on file, by name; null where nobody says, which is not "none".</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Households that have to move.</summary>
    public int? MovedHouseholds { get; init; }

    /// <summary>Households among them that are rehoused in the area or near it (就地、就近安置).</summary>
    public int? HouseholdsRehousedLocally { get; init; }
}
