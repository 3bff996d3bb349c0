namespace CityRenewal.Geo.Defects;

/// <summary>A kind of defect: its stable code and its words in both languages, written down once.</summary>
/// <param name="Code">Stable word that programs match on.</param>
/// <param name="Severity">How much a defect of this kind matters.</param>
/// <param name="English">What is wrong, one sentence without its full stop.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Remedy">What to do, one sentence.</param>
/// <param name="ChineseRemedy">The same in Chinese.</param>
public sealed record DefectKind(
    string Code, Severity Severity, string English, string Chinese, string Remedy, string ChineseRemedy)
{
    /// <summary>A defect of this kind; the detail names the value or the vertex.</summary>
    public Defect At(FeaturePlace place, string detail = "") => new(
        Code,
        Severity,
        place.Layer,
        place.Id,
        place.Fid,
        place.X,
        place.Y,
        detail.Length == 0 ? English + "." : $"{English}: {detail}.",
        Remedy)
    {
        File = place.File ?? "",
    };
}
