using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Says which system codes of land use are of: what the mapping says, else what the name of the field says, else the only
/// system that has all the codes, else that it is unknown. Codes stay texts.
/// </summary>
internal static class LandUseSystems
{
    private const string Column = "land_use_system";

    /// <summary>The layer with the system of its land use, where that can be told.</summary>
    public static SourceLayer Named(SourceLayer layer, LayerMapping mapping, DeliveredLayer delivered, List<string> notes)
    {
        if (layer.Name != LayerNames.Parcels || layer.Column("land_use") is not { } uses || layer.Column(Column) is not null)
        {
            return layer;
        }

        var rule = FieldRules.Of(mapping, delivered).First(rule => rule.Column.Name == "land_use");
        var field = rule.Sources.Select(delivered.Field).FirstOrDefault(found => found is not null);
        if (field is IntegerSource or RealSource)
        {
            notes.Add($"land_use: {field.Name} is delivered as numbers, so that leading zeros may be lost; deliver the codes as texts");
        }

        var codes = Enumerable.Range(0, uses.Count).Select(uses.TextOf).Where(code => code.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var (system, reason) = Of(field?.Name ?? "", codes);
        if (codes.Count > 0)
        {
            notes.Add(system.Length > 0 ? $"land_use: {system}, {reason}" : $"land_use: the system of the codes is unknown, {reason}; say it with land_use_system in a mapping");
        }

        return system.Length == 0 ? layer : DeclaredUnits.With(layer, new TextSource(Column, TextColumn.From(Enumerable.Repeat<string?>(system, uses.Count))));
    }

    /// <summary>The system by the name of a field, else by its codes; empty where neither tells.</summary>
    public static (string System, string Reason) Of(string field, IReadOnlyList<string> codes)
    {
        var named = ByName(field);
        if (named.Length > 0)
        {
            return (named, $"for the codes are in {field}");
        }

        var bySurvey = codes.FirstOrDefault(code => !LandUseCodes.IsOfSurvey(code));
        var byPlan = codes.FirstOrDefault(code => !LandUseCodes.IsOfPlan(code));
        return (bySurvey, byPlan) switch
        {
            _ when codes.Count == 0 => ("", "for there are none"),
            (null, null) => ("", "for both systems have all of them"),
            (null, _) => (LandUseCodes.Survey, $"for it has all the codes, and the other has no {byPlan}"),
            (_, null) => (LandUseCodes.Plan, $"for it has all the codes, and the other has no {bySurvey}"),
            _ => ("", $"for one system has no {bySurvey}, the other no {byPlan}"),
        };
    }

    private static string ByName(string field) =>
        field.Contains("DLBM", StringComparison.OrdinalIgnoreCase) || field.Contains("地类", StringComparison.Ordinal) ? LandUseCodes.Survey
        : field.Contains("YDYH", StringComparison.OrdinalIgnoreCase) || field.Contains("用地用海", StringComparison.Ordinal) ? LandUseCodes.Plan
        : "";
}
