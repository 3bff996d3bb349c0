using System.Text;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads a .prj or .qpj: any bytes may stand in it.</summary>
internal static class ProjectionText
{
    // The longest definition of the register has some 20,000 letters.
    private const int Longest = 100_000;

    public static ReferenceSystemClue Of(byte[]? bytes, string name)
    {
        if (bytes is null || bytes.Length == 0)
        {
            return ReferenceSystemClue.None;
        }

        if (bytes.Length > Longest)
        {
            return new ReferenceSystemClue(null, "", $"{name} ({bytes.Length:N0} bytes)");
        }

        var isUtf16 = bytes is [0xFF, 0xFE, ..];
        var text = (isUtf16 ? Encoding.Unicode : Encoding.UTF8).GetString(bytes).Trim('\uFEFF', '\0', ' ', '\r', '\n', '\t');
        return text.Length == 0 ? ReferenceSystemClue.None : new ReferenceSystemClue(null, text, name);
    }
}
