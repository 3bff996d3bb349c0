namespace CityRenewal.Geo.Defects;

/// <summary>One thing that is wrong with the delivered data: what, where, and what to do about it.</summary>
/// <param name="Code">Stable word that programs match on, see <see cref="DefectKinds"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Layer">Layer of the city, see <see cref="Land.LayerNames"/>; the name in the file where it maps to none.</param>
/// <param name="Id">Id of the feature as given; empty where it has none or the whole layer is meant.</param>
/// <param name="Fid">Number of the feature in the file it came from; -1 where the whole layer is meant.</param>
/// <param name="X">East or longitude of the place, in the layer's reference system; NaN where there is none.</param>
/// <param name="Y">North or latitude of the place, in the layer's reference system; NaN where there is none.</param>
/// <param name="Message">What is wrong, in one English sentence.</param>
/// <param name="Remedy">What to do, in one English sentence.</param>
public sealed record Defect(
    string Code, Severity Severity, string Layer, string Id, long Fid, double X, double Y, string Message, string Remedy)
{
    /// <summary>The file that <see cref="Fid"/> counts in, where its layer was joined from several; else empty.</summary>
    public string File { get; init; } = "";

    /// <summary>Order of every list of defects: layer, file, number in the file, code, place, words.</summary>
    public static int Compare(Defect a, Defect b)
    {
        var order = string.CompareOrdinal(a.Layer, b.Layer);
        order = order != 0 ? order : string.CompareOrdinal(a.File, b.File);
        order = order != 0 ? order : a.Fid.CompareTo(b.Fid);
        order = order != 0 ? order : string.CompareOrdinal(a.Code, b.Code);
        order = order != 0 ? order : a.X.CompareTo(b.X);
        order = order != 0 ? order : a.Y.CompareTo(b.Y);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }
}
