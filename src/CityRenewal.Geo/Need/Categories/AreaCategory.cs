namespace CityRenewal.Geo.Need;

/// <summary>How much of an area carries one label, and why.</summary>
/// <param name="Definition">The category.</param>
/// <param name="Share">Share of the net area whose parcels carry the label, in [0, 1].</param>
/// <param name="UnknownShare">Share of the net area of whose parcels nobody can tell, in [0, 1].</param>
/// <param name="Evidence">The groups of signs that hold somewhere in the area, in the order of the definition.</param>
public sealed record AreaCategory(
    CategoryDefinition Definition, double Share, double UnknownShare, IReadOnlyList<CategoryEvidence> Evidence);
