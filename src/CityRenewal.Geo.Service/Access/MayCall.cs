namespace CityRenewal.Geo.Service.Access;

/// <summary>Who may ask for a plain HTTP address: put on its endpoint. One without it is refused to everybody.</summary>
/// <param name="Role">The least role.</param>
/// <param name="Method">The word that records keep for it.</param>
public sealed record MayCall(V1.Role Role, string Method);
