namespace CityRenewal.Geo.Service.Access.Keys;

/// <summary>A key of a tool, without its secret: only a salted hash of it is kept.</summary>
/// <param name="Id">Its id, which is part of the key and no secret.</param>
/// <param name="Name">Whose it is, as records keep it.</param>
/// <param name="Role">The word of its role.</param>
/// <param name="Districts">Ids of the cities that it is confined to; empty is not confined.</param>
/// <param name="Salt">16 bytes of chance, as base64.</param>
/// <param name="Hash">SHA-256 of salt and secret, as base64.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it ends; null where it does not.</param>
public sealed record ApiKey(
    string Id, string Name, string Role, IReadOnlyList<string> Districts, string Salt, string Hash, DateTimeOffset Created, DateTimeOffset? Expires);
