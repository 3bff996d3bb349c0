using System.Text;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Settles the text encoding of a .dbf, and says by what.</summary>
internal static class DbfEncoding
{
    private const int HeaderBytes = 32;
    private const int LanguageByte = 29;

    /// <summary>
    /// The user's word, else the .cpg, else the language byte, else UTF-8 where every byte fits it, else GB18030.
    /// </summary>
    /// <exception cref="StoreException">The user's word is no encoding.</exception>
    public static (Encoding Encoding, string Reason) Of(string file, byte[] dbf, byte[]? cpg, string? given)
    {
        if (given is not null)
        {
            return (TextEncodings.Named(file, given), "given");
        }

        var stated = cpg is null ? "" : Encoding.UTF8.GetString(cpg).TrimStart('\uFEFF').Trim().Trim('"');
        if (stated.Length > 0 && TextEncodings.Find(stated) is { } byCpg && Fits(byCpg, dbf))
        {
            return (byCpg, $"the .cpg says {stated}");
        }

        var doubt = stated.Length > 0 ? $"the .cpg says {stated}, which does not fit; " : "";
        if (dbf.Length > LanguageByte && ByLanguage(dbf[LanguageByte]) is { } byLanguage && Fits(byLanguage, dbf))
        {
            return (byLanguage, $"{doubt}the language byte of the .dbf is 0x{dbf[LanguageByte]:X2}");
        }

        return TextEncodings.IsUtf8(Texts(dbf))
            ? (new UTF8Encoding(false), doubt + "every byte fits UTF-8")
            : (TextEncodings.Gb18030, doubt + "nothing says which, and it is not UTF-8");
    }

    // 0x57 only says "the code page of that machine", so it says nothing.
    private static Encoding? ByLanguage(byte language) => language switch
    {
        0x4D or 0x7A => TextEncodings.Gb18030,
        0x4F or 0x78 => TextEncodings.Find("950"),
        0x4E or 0x79 => TextEncodings.Find("949"),
        0x13 or 0x7B => TextEncodings.Find("932"),
        0x50 or 0x7C => TextEncodings.Find("874"),
        0x03 or 0x58 or 0x59 => TextEncodings.Find("1252"),
        0x01 or 0x09 or 0x0B or 0x0D or 0x0F or 0x11 or 0x15 or 0x18 or 0x19 or 0x1B => TextEncodings.Find("437"),
        0x02 or 0x0A or 0x0E or 0x10 or 0x12 or 0x14 or 0x16 or 0x1A or 0x1D or 0x25 or 0x37 => TextEncodings.Find("850"),
        0x1F or 0x22 or 0x23 or 0x40 or 0x64 or 0x87 => TextEncodings.Find("852"),
        0x08 or 0x17 or 0x66 => TextEncodings.Find("865"),
        0x1C or 0x6C => TextEncodings.Find("863"),
        0x24 => TextEncodings.Find("860"),
        0x67 => TextEncodings.Find("861"),
        0x26 or 0x65 => TextEncodings.Find("866"),
        0x6A or 0x86 => TextEncodings.Find("737"),
        0x6B or 0x88 => TextEncodings.Find("857"),
        0x04 => TextEncodings.Find("10000"),
        0xC8 => TextEncodings.Find("1250"),
        0xC9 => TextEncodings.Find("1251"),
        0xCA => TextEncodings.Find("1254"),
        0xCB => TextEncodings.Find("1253"),
        0xCC => TextEncodings.Find("1257"),
        _ => null,
    };

    // A value cut at its field's width may end inside a character, so that only UTF-8, where that is rare, is put to the test;
    // and only a table that is GB18030 from end to end proves the .cpg wrong.
    private static bool Fits(Encoding encoding, byte[] dbf) =>
        encoding is not UTF8Encoding || TextEncodings.IsUtf8(Texts(dbf)) || !TextEncodings.IsGb18030(Texts(dbf));

    // Field names are cut to ten bytes, so that they may end inside a character: only the records are looked at.
    private static ReadOnlySpan<byte> Texts(byte[] dbf)
    {
        var start = dbf.Length < HeaderBytes ? 0 : BitConverter.ToUInt16(dbf, 8);
        return start < dbf.Length ? dbf.AsSpan(start).TrimEnd((byte)0x1A) : [];
    }
}
