using System.Numerics;

namespace CityRenewal.Geo.Certificates;

/// <summary>How the numbers of a certificate are read: 2⁻³² millionths of a m² are its parts.</summary>
internal static class CertificateScale
{
    /// <summary>Binary digits below a millionth.</summary>
    public const int Digits = 32;

    /// <summary>A weight of less is written as this: a larger weight only raises a bound.</summary>
    public const long Floor = -(1L << 50);

    /// <summary>No price is higher.</summary>
    public const long Ceiling = 1L << 52;

    /// <summary>π, rounded up, times 10¹⁷.</summary>
    private static readonly BigInteger Pi = 314_159_265_358_979_324;

    /// <summary>m² of benefit as parts, never more.</summary>
    public static long Down(double squareMetres)
    {
        var parts = squareMetres * 1e6 * (1L << Digits) * (1 - 1e-15);
        return parts >= Ceiling ? Ceiling : (long)Math.Floor(parts);
    }

    /// <summary>The highest price that a limit may have: its own where it is soft.</summary>
    public static long Cap(double softPrice)
    {
        var parts = softPrice * (1L << Digits);
        return parts >= Ceiling ? Ceiling : (long)Math.Floor(parts);
    }

    /// <summary>What an area costs by itself, parts, never more.</summary>
    public static Int128 Opening(double squareMetres) => (Int128)(long)Math.Floor(squareMetres * 1e6 * (1 - 1e-15)) << Digits;

    /// <summary>Parts in grains, rounded up.</summary>
    public static Int128 CeilingOf(Int128 parts, int digits)
    {
        var whole = parts >> digits;
        return whole << digits == parts ? whole : whole + 1;
    }

    /// <summary>
    /// Whether what is given per area makes up for what an outline costs in every area that is compact enough:
    /// P² ≤ 128π·A₂/τ with lengths in eighths and A₂ twice the area, both on the grid.
    /// </summary>
    public static bool IsChord(UnitCertificate certificate, CertifiedLimits limits)
    {
        if (certificate.OutlinePrice == 0)
        {
            return certificate.ChordPrice == 0;
        }

        if (certificate.OutlinePrice < 0 || limits.LeastPolsbyPopper <= 0 || limits.LeastTwiceArea <= 0)
        {
            return false;
        }

        var tau = (BigInteger)Math.Floor(limits.LeastPolsbyPopper * (1L << 60));
        var given = BigInteger.Pow(certificate.ChordPrice, 2) * tau * limits.LeastTwiceArea * BigInteger.Pow(10, 17);
        return certificate.ChordPrice >= 0 && given >= (BigInteger.Pow(certificate.OutlinePrice, 2) * 128 * Pi) << 60;
    }
}
