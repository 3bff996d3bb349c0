using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CityRenewal.Geo.Stores;

namespace CityRenewal.Geo.Service.Operating.Tls;

/// <summary>The certificate of a running service, as its file is now.</summary>
internal sealed class TlsCertificate(TlsOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private long _looked;
    private DateTime _written;
    private SslStreamCertificateContext? _shown;

    /// <summary>What a connection is shown.</summary>
    public SslServerAuthenticationOptions Show()
    {
        lock (_gate)
        {
            if (_shown is null || TimeProvider.System.GetElapsedTime(_looked) > Pause)
            {
                _looked = TimeProvider.System.GetTimestamp();
                Look();
            }

            return new SslServerAuthenticationOptions { ServerCertificateContext = _shown };
        }
    }

    /// <summary>What is wrong with the certificate; null where it can be shown.</summary>
    /// <param name="options">Its files.</param>
    /// <param name="now">The time.</param>
    public static string? ProblemOf(TlsOptions options, DateTimeOffset now)
    {
        try
        {
            var (certificate, _) = Read(options);
            return !certificate.HasPrivateKey ? $"{options.Certificate}: holds no private key; name its key too"
                : certificate.NotAfter.ToUniversalTime() < now.UtcDateTime ? $"{options.Certificate}: the certificate ended on {certificate.NotAfter:yyyy-MM-dd}; renew it"
                : null;
        }
        catch (StoreException fault)
        {
            return $"{fault.Thing}: {fault.Problem} {fault.Remedy}";
        }
    }

    // A renewal is two files that change one after the other: until both fit, the one before is shown.
    private void Look()
    {
        var written = File.GetLastWriteTimeUtc(options.Certificate);
        if (_shown is not null && written == _written)
        {
            return;
        }

        try
        {
            var (certificate, above) = Read(options);
            (_shown, _written) = (SslStreamCertificateContext.Create(certificate, above, offline: true), written);
        }
        catch (Exception fault) when (_shown is not null && fault is StoreException or CryptographicException)
        {
            _written = default;
        }
    }

    private static (X509Certificate2 Certificate, X509Certificate2Collection Above) Read(TlsOptions options)
    {
        try
        {
            return IsPem(options.Certificate) ? ReadPem(options)
                : (X509CertificateLoader.LoadPkcs12FromFile(options.Certificate, options.Password), []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new StoreException(
                options.Certificate, "The certificate cannot be read.",
                "Give a certificate as PEM with the PEM of its key, or a PFX with its password; this user must be allowed to read them.", fault);
        }
    }

    private static (X509Certificate2 Certificate, X509Certificate2Collection Above) ReadPem(TlsOptions options)
    {
        var key = options.Key ?? options.Certificate;
        var certificate = options.Password is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(options.Certificate, password, key)
            : X509Certificate2.CreateFromPemFile(options.Certificate, key);
        var above = new X509Certificate2Collection();
        above.ImportFromPemFile(options.Certificate);
        above.RemoveAt(0);
        return (certificate, above);
    }

    private static bool IsPem(string path) => File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal);
}
