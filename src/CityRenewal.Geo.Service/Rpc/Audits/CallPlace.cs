using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Audits;

/// <summary>A place in the record of calls: how many were told, and which was the last. Calls that come on top move it, and it is found again.</summary>
internal sealed record CallPlace(int Told, string Last)
{
    /// <summary>The place after a call.</summary>
    public static CallPlace After(int told, AuditRecord last) => new(told, HashOf(last));

    /// <summary>The place as a token holds it; the newest call where the text is empty.</summary>
    /// <exception cref="BadRequestException">It is no place.</exception>
    public static CallPlace Read(string text)
    {
        var parts = text.Split(' ');
        return text.Length == 0 ? new CallPlace(0, "")
            : parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is > 0 and < 10_000_000 ? new CallPlace(told, parts[1])
            : throw Lost();
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Told} {Last}");

    /// <summary>Where it lies among the newest calls.</summary>
    /// <exception cref="BadRequestException">It is not among them.</exception>
    public int FindIn(IReadOnlyList<AuditRecord> calls)
    {
        if (Told == 0)
        {
            return 0;
        }

        for (var i = Told - 1; i < calls.Count; i++)
        {
            if (HashOf(calls[i]) == Last)
            {
                return i + 1;
            }
        }

        throw Lost();
    }

    private static string HashOf(AuditRecord call) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{call.Time.UtcTicks}\n{call.Caller}\n{call.Method}\n{call.Resource}\n{call.Status}")))[..16];

    private static BadRequestException Lost() =>
        new([new FieldProblem("page_token", "This place in the record of calls is not found any more; list from the newest again.")]);
}
