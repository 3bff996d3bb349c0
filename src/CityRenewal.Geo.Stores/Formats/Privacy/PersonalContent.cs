using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Recognises identity numbers (GB 11643: 18 places with a date and a check digit) and mobile numbers in a field. One of
/// eleven numbers of 18 places has a right check digit by chance, so most of them must.
/// </summary>
internal static class PersonalContent
{
    private const int IdentityLength = 18;
    private const int MobileLength = 11;
    private const string CheckDigits = "10X98765432";

    /// <summary>Weights of the first 17 places after GB 11643.</summary>
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>What stands in the field that identifies people; null where nothing does.</summary>
    public static string? Of(SourceColumn column)
    {
        var counts = new Counts();
        for (var row = 0; row < column.Count; row++)
        {
            if (column is TextSource texts)
            {
                Count(texts.Values.Utf8(row), ref counts);
            }
            else if (column is RealSource reals && reals.Values[row] is >= 1.3e10 and < 2e10)
            {
                Count(Encoding.UTF8.GetBytes(column.TextOf(row)), ref counts);
            }
        }

        return counts.Identities * 2 > counts.Long && counts.Identities > 0 ? $"identity numbers in {counts.Identities:N0} rows"
            : counts.Mobiles * 2 > counts.Short && counts.HasSeveralNetworks ? $"mobile numbers in {counts.Mobiles:N0} rows"
            : null;
    }

    /// <summary>Whether 18 letters are an identity number.</summary>
    public static bool IsIdentity(ReadOnlySpan<byte> text)
    {
        var sum = 0;
        for (var i = 0; i < IdentityLength - 1; i++)
        {
            if (!char.IsAsciiDigit((char)text[i]))
            {
                return false;
            }

            sum += (text[i] - '0') * Weights[i];
        }

        var isDate = DateTime.TryParseExact(
            Encoding.ASCII.GetString(text.Slice(6, 8)), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born);
        return isDate && born.Year is >= 1880 and < 2100 && text[0] != '0' && char.ToUpperInvariant((char)text[^1]) == CheckDigits[sum % 11];
    }

    private static void Count(ReadOnlySpan<byte> text, ref Counts counts)
    {
        if (text.Length < MobileLength)
        {
            return;
        }

        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] == '_'))
            {
                end++;
            }

            CountWord(text[start..end], ref counts);
        }
    }

    private static void CountWord(ReadOnlySpan<byte> word, ref Counts counts)
    {
        if (word.Length == IdentityLength && !word[..^1].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            counts.Long++;
            counts.Identities += IsIdentity(word) ? 1 : 0;
        }
        else if (word.Length == MobileLength && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            counts.Short++;
            if (word[0] == '1' && word[1] >= '3')
            {
                counts.AddMobile((word[1] << 8) | word[2]);
            }
        }
    }

    private struct Counts
    {
        public int Long;
        public int Identities;
        public int Short;
        public int Mobiles;
        private int _network;
        private bool _differs;

        // Codes of a district begin alike; the numbers of its people do not.
        public readonly bool HasSeveralNetworks => _differs || Mobiles is 1 or 2;

        public void AddMobile(int network)
        {
            _differs |= Mobiles > 0 && network != _network;
            _network = network;
            Mobiles++;
        }
    }
}
