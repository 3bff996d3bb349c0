namespace CityRenewal.Geo.Service.Access;

/// <summary>How callers prove who they are. Without any scheme the service answers one user, on loopback only.</summary>
public sealed record AccessOptions
{
    /// <summary>File of hashed keys of tools; null takes none.</summary>
    public string? KeysFile { get; init; }

    /// <summary>Address of the OpenID Connect issuer whose keys sign tokens; null takes none.</summary>
    public Uri? Authority { get; init; }

    /// <summary>File of the key that tokens are signed with, in place of an authority: a public key as PEM, or a shared secret as base64; null takes none.</summary>
    public string? SigningKeyFile { get; init; }

    /// <summary>Whom tokens must be issued by; null takes what the authority says of itself.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whom tokens must be issued for.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that names the caller.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <summary>The claim that holds the role, or roles of which the highest counts.</summary>
    public string RoleClaim { get; init; } = "role";

    /// <summary>The claim that holds the districts of the caller, `*` for all; null confines nobody.</summary>
    public string? DistrictClaim { get; init; }

    /// <summary>Whether tokens are taken.</summary>
    public bool TakesTokens => Authority is not null || SigningKeyFile is not null;

    /// <summary>Whether callers must prove who they are.</summary>
    public bool IsOn => TakesTokens || KeysFile is not null;
}
