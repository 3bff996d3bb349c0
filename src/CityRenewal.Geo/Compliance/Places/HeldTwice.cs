namespace CityRenewal.Geo.Compliance;

/// <summary>Land of an area or project that somebody else holds too, or that lies outside of what should hold it.</summary>
/// <param name="With">Id of the other area, project or entry of the register.</param>
/// <param name="Parcels">The parcels, as rows of the city, ascending.</param>
/// <param name="DrawnM2">Land that both outlines cover as they are drawn, m²: streets and parts of parcels too.</param>
public sealed record HeldTwice(string With, IReadOnlyList<int> Parcels, double DrawnM2);
