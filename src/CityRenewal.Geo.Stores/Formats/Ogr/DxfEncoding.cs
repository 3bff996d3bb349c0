using System.Text;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Settles the encoding of a drawing's texts. CAD programs before 2007 write the code page of their machine and often claim a
/// western one, so that the texts are put to the test before the header is believed.
/// </summary>
internal static class DxfEncoding
{
    /// <summary>Name of the encoding for GDAL, null where the header is believed; and what was settled by what.</summary>
    public static (string? Gdal, string Reason) Of(string file, string path, string? given)
    {
        if (given is not null)
        {
            var named = TextEncodings.Named(file, given);
            return (named == TextEncodings.Gb18030 ? "CP936" : named.WebName, $"{named.WebName.ToUpperInvariant()}: given");
        }

        if (new FileInfo(path).Length > Array.MaxLength)
        {
            return (null, "as the header says: the file is too large to be tested");
        }

        var bytes = File.ReadAllBytes(path);
        return Ascii.IsValid(bytes) ? (null, "plain ASCII")
            : TextEncodings.IsUtf8(bytes) ? ("UTF-8", "UTF-8: every byte fits UTF-8")
            : TextEncodings.IsGb18030(bytes) ? ("CP936", "GB18030: it is not UTF-8, and every byte fits GB18030")
            : (null, "as the header says");
    }
}
