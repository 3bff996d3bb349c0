using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>What a map of possible places of one layer shows.</summary>
/// <param name="Title">The file and the layer in question.</param>
/// <param name="Known">Layers whose place is known.</param>
/// <param name="Candidates">Where the layer would lie under each possible answer, the best fitting one first.</param>
public sealed record CandidateSheet(string Title, IReadOnlyList<PlacedBox> Known, IReadOnlyList<PlacedBox> Candidates);

/// <summary>A box on such a map.</summary>
/// <param name="Label">What it is, and for a candidate what it would mean.</param>
/// <param name="Extent">Degrees.</param>
public sealed record PlacedBox(string Label, LonLatBox Extent);
