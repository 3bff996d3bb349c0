namespace CityRenewal.Geo.Cities;

/// <summary>Layers that no city can be made of; names every problem and what to do about it.</summary>
public sealed class UnusableLayersException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All problems, one sentence or two each: which layer, what is wrong, what to do.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
