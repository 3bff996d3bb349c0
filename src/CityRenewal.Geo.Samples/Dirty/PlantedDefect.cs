namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>One line of the ledger of a dirty city.</summary>
/// <param name="Layer">Table of the feature.</param>
/// <param name="Fid">Number of the feature in its table.</param>
/// <param name="Id">Its id as written; empty where it has none.</param>
/// <param name="Kind">What was planted: the code that a check should answer with.</param>
/// <param name="Note">Details for people.</param>
public sealed record PlantedDefect(string Layer, long Fid, string Id, string Kind, string Note)
{
    /// <summary>The head of the ledger.</summary>
    public const string Head = "layer,fid,id,kind,note";

    /// <summary>The line as comma-separated text.</summary>
    public string ToCsv()
    {
        var note = Note.AsSpan().ContainsAny(',', '"') ? $"\"{Note.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : Note;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Layer},{Fid},{Id},{Kind},{note}");
    }
}
