using System.Text;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes how the file of a layer is read: its encoding and its reference system, each with the reason.</summary>
internal sealed partial class SystemDraft(StringBuilder text, DeliveredLayer delivered, LayerMapping preset)
{
    /// <summary>Writes the encoding of a table.</summary>
    public void AppendEncoding()
    {
        var isTable = delivered.File.EndsWith(".shp", StringComparison.OrdinalIgnoreCase) || delivered.File.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        var note = delivered.Notes.FirstOrDefault(note => EncodingNote().IsMatch(note));
        if (isTable && note is not null)
        {
            text.Append("  encoding: ").Append(EncodingNote().Match(note).Groups[1].Value).Append(" # ").Append(note).Append('\n');
        }
    }

    /// <summary>Writes the reference system, or that it must be given, and makes the layer in it.</summary>
    public MappedLayer AppendSystem(ImportRequest request)
    {
        var problems = new ImportProblems();
        string why;
        try
        {
            var finding = ReferenceSystemChoice.For(delivered, new SystemAsked(GivenSystem.Of(request, delivered, mapped: null)));
            if (finding.Epsg is { } epsg)
            {
                text.Append("  crs: ").Append(epsg).Append(" # ").Append(finding.Reason).Append('\n');
                return new LayerMapper(delivered, preset, problems).Map(epsg);
            }

            why = finding.Reason;
        }
        catch (StoreException unknown)
        {
            why = unknown.Message;
        }

        text.Append("  # crs: still to be given here or with --crs ").Append(delivered.File).Append("=EPSG; ")
            .Append(why.ReplaceLineEndings(" ")).Append('\n');
        return new LayerMapper(delivered, preset, problems).Map(-1);
    }

    [GeneratedRegex(@"^text is ([\w-]+)")]
    private static partial Regex EncodingNote();
}
