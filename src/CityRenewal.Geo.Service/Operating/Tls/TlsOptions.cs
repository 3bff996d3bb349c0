namespace CityRenewal.Geo.Service.Operating.Tls;

/// <summary>The certificate that the service shows. It is read again when its file changes, so that a renewed one needs no restart.</summary>
public sealed record TlsOptions
{
    /// <summary>File of the certificate: PEM with those above it, or PFX with its key.</summary>
    public required string Certificate { get; init; }

    /// <summary>File of its private key as PEM; null where the certificate's file holds it.</summary>
    public string? Key { get; init; }

    /// <summary>Password of the PFX or key; null where it has none.</summary>
    public string? Password { get; init; }
}
