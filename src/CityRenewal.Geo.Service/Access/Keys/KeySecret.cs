using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CityRenewal.Geo.Service.Access.Keys;

/// <summary>The text of a key: `crk_ID_SECRET`. The secret is 256 bits of chance, so one round of a hash keeps it.</summary>
internal static class KeySecret
{
    public const string Mark = "crk_";
    private const int SecretBytes = 32, SaltBytes = 16, IdBytes = 6, LongestText = 100;

    /// <summary>A new key: its text, to be shown once, and what is kept of it.</summary>
    public static (string Text, string Id, string Salt, string Hash) Make()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return ($"{Mark}{id}_{secret}", id, Convert.ToBase64String(salt), Convert.ToBase64String(HashOf(salt, secret)));
    }

    /// <summary>Takes a key apart.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out string? secret)
    {
        (id, secret) = (null, null);
        const int secretAt = 4 + (2 * IdBytes) + 1;
        if (text.Length is <= secretAt or > LongestText || !text.StartsWith(Mark, StringComparison.Ordinal) || text[secretAt - 1] != '_')
        {
            return false;
        }

        (id, secret) = (text[Mark.Length..(secretAt - 1)], text[secretAt..]);
        return true;
    }

    /// <summary>Whether a secret is the one of a hash; takes as long for a wrong one.</summary>
    public static bool Fits(string secret, string salt, string hash) =>
        CryptographicOperations.FixedTimeEquals(HashOf(Convert.FromBase64String(salt), secret), Convert.FromBase64String(hash));

    private static byte[] HashOf(byte[] salt, string secret) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(secret)]);
}
