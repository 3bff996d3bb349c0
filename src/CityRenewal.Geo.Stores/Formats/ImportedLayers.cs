using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Layers ready to become a city, with everything that is wrong with them.</summary>
/// <param name="Layers">The layers, each name once.</param>
/// <param name="Defects">All defects, in the order of <see cref="Defect.Compare"/>.</param>
/// <param name="Report">What came from where.</param>
public sealed record ImportedLayers(IReadOnlyList<SourceLayer> Layers, IReadOnlyList<Defect> Defects, ImportReport Report)
{
    /// <summary>Rows of ledgers and features with names alike: decided by a person, or still to be decided.</summary>
    public IReadOnlyList<NameMatch> MatchList { get; init; } = [];
}
