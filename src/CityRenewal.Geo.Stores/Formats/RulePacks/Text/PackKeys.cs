namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The fields that a part of a pack must have, and those that it may have.</summary>
/// <param name="Required">Must be there.</param>
/// <param name="Optional">May be there.</param>
internal sealed record PackKeys(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>Every field.</summary>
    public IReadOnlyList<string> All { get; } = [.. Required, .. Optional];
}
