using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads limits files: what a plan keeps to, as YAML or JSON, beside a rule pack or without one.</summary>
public static class LimitsFile
{
    private static readonly Dictionary<string, double> NothingSet = [];

    /// <summary>Reads a file with the rule pack that its rules are added to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pack">Id or path of a rule pack; null where there is none.</param>
    /// <param name="settings">Numbers that the user sets instead of those of parameters, by name; null sets none.</param>
    /// <exception cref="StoreException">There is no such file.</exception>
    public static LimitsReading Read(string path, string? pack = null, IReadOnlyDictionary<string, double>? settings = null) =>
        File.Exists(path)
            ? Read(PackText.Open(path), pack, settings)
            : throw new StoreException(path, "There is no such limits file.", "Check the path; data/limits.yaml is an example.");

    /// <summary>Reads limits that are given as text.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="pack">Id or path of a rule pack; null where there is none.</param>
    /// <param name="settings">Numbers that the user sets; null sets none.</param>
    public static LimitsReading Parse(
        string name, string yaml, string? pack = null, IReadOnlyDictionary<string, double>? settings = null) =>
        Read(new PackText(name, yaml, ""), pack, settings);

    private static LimitsReading Read(PackText text, string? pack, IReadOnlyDictionary<string, double>? settings)
    {
        var found = new List<RulePackProblem>();
        var top = PackYaml.Load(text.Yaml, new PackNotes(text.File, found));
        var fields = top?.Fields(LimitsReader.Keys);
        var request = fields is null ? null : LimitsReader.Read(fields);
        var rules = Rules(text, (top, fields), (pack, settings ?? NothingSet), found);
        return new LimitsReading(
            text.File,
            found.Count == 0 && request is not null ? request with { Rules = rules } : null,
            [.. found.OrderBy(problem => problem.File == text.File ? 0 : 1).ThenBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)],
            new LimitPlaces(top?.Yaml));
    }

    private static RulePack? Rules(
        PackText text, (PackNode? Top, PackFields? Fields) file, (string? Pack, IReadOnlyDictionary<string, double> Settings) asked, List<RulePackProblem> found)
    {
        var hasOwn = file.Fields?.Among(["rules", "parameters", "sources"]).Count > 0;
        if (!hasOwn && asked.Pack is null)
        {
            return null;
        }

        var own = hasOwn ? new PackDocument(text, file.Top!, file.Fields!, new PackNotes(text.File, found)) { IsRequest = true } : null;
        return PackReader.Read(asked.Pack, own, asked.Settings, found);
    }
}
