namespace CityRenewal.Geo.Register;

/// <summary>Land that a boundary shares with an entry of the register.</summary>
/// <param name="Boundary">Id of the boundary.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Parcels">Ids of the parcels that both hold.</param>
/// <param name="LandM2">Their land, m².</param>
/// <param name="IsInside">Whether all of the boundary lies in the entry.</param>
public sealed record RegisterOverlap(string Boundary, RegisterEntry Entry, IReadOnlyList<string> Parcels, double LandM2, bool IsInside)
{
    /// <summary>Whether it is at fault: projects do not overlap, areas neither; a project may lie in an area whole.</summary>
    public bool IsConflict => Entry.Kind == RegisterKind.Project || !IsInside;
}
