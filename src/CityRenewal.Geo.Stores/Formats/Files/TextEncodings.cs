using System.Text;
using System.Text.Unicode;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Text encodings by the many names that files give them.</summary>
internal static class TextEncodings
{
    /// <summary>The Chinese national standard: contains GBK and GB 2312.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The encoding that the user named.</summary>
    /// <exception cref="StoreException">No encoding has that name.</exception>
    public static Encoding Named(string file, string name) => Find(name) ?? throw new StoreException(
        file, $"no text encoding is called '{name}'.", "Use UTF-8, GBK, GB18030, Big5, windows-1252 or another registered name.");

    /// <summary>The encoding of that name or code page; null where there is none.</summary>
    public static Encoding? Find(string name)
    {
        var plain = name.Trim().TrimStart('\uFEFF').ToUpperInvariant();
        foreach (var prefix in (string[])["ANSI ", "OEM ", "CP", "ESRI "])
        {
            plain = plain.StartsWith(prefix, StringComparison.Ordinal) ? plain[prefix.Length..].Trim() : plain;
        }

        return plain switch
        {
            "" => null,
            "UTF8" or "UTF-8" or "65001" => new UTF8Encoding(false),
            "936" or "GBK" or "GB2312" or "CHINESE" or "GB18030" or "54936" => Gb18030,
            "88591" => Encoding.Latin1,
            _ when int.TryParse(plain, out var page) => ByPage(page),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? BuiltIn(plain),
        };
    }

    /// <summary>
    /// The encoding of a plain text, and by what it was settled: the user's word, else a byte order mark, else UTF-8 where every
    /// byte fits it, else GB18030.
    /// </summary>
    /// <exception cref="StoreException">The user's word is no encoding.</exception>
    public static (Encoding Encoding, string Reason) Settle(string file, ReadOnlySpan<byte> bytes, string? given) =>
        given is not null ? (Named(file, given), "given")
        : bytes.StartsWith(Encoding.UTF8.Preamble) ? (new UTF8Encoding(false), "it begins with the mark of UTF-8")
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? (Encoding.Unicode, "it begins with the mark of UTF-16")
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? (Encoding.BigEndianUnicode, "it begins with the mark of UTF-16")
        : IsUtf8(bytes) ? (new UTF8Encoding(false), "every byte fits UTF-8")
        : (Gb18030, "it is not UTF-8");

    /// <summary>Whether the bytes are UTF-8 without any error.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    /// <summary>Whether the bytes are GB18030 without any error.</summary>
    public static bool IsGb18030(ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)Gb18030.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding? ByPage(int page) =>
        page is > 0 and <= 65535 ? CodePagesEncodingProvider.Instance.GetEncoding(page) ?? BuiltIn("windows-" + page) : null;

    private static Encoding? BuiltIn(string name) =>
        Encoding.GetEncodings().FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))?.GetEncoding();
}
