using System.Text;
using System.Text.RegularExpressions;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes the entry of one layer: what the preset takes from it, made explicit, with what it becomes.</summary>
internal sealed partial class LayerDraft(StringBuilder text, DeliveredLayer delivered, LayerMapping preset)
{
    private const int ReadingsShown = 8;

    private readonly FieldDraft _fields = new(text, delivered);
    private readonly HashSet<string> _used = [];

    /// <summary>Writes everything below the layer and file of the entry.</summary>
    public void Append(ImportRequest request)
    {
        AppendEncoding();
        var mapped = AppendSystem(request);
        AppendId();
        var rules = RulesWith(mapped).ToList();
        AppendFieldsOf(rules, mapped);
        AppendValues(rules);
        AppendUnits(rules, mapped);
        AppendZeros(rules);
        if (preset.Layer == LayerNames.Buildings && PartGrouping.IsWanted(preset, delivered, rules.Select(rule => rule.Column.Name)))
        {
            text.Append("  parts: group # the id is the code of a building, or a field says which part a row is\n");
        }

        var left = delivered.Columns.Where(field => !_used.Contains(field.Name)).ToList();
        if (left.Count > 0)
        {
            text.Append("  # left over:\n");
            _fields.AppendFields("  # - ", left);
        }
    }

    private void AppendEncoding()
    {
        var isTable = delivered.File.EndsWith(".shp", StringComparison.OrdinalIgnoreCase) || delivered.File.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        var note = delivered.Notes.FirstOrDefault(note => EncodingNote().IsMatch(note));
        if (isTable && note is not null)
        {
            text.Append("  encoding: ").Append(EncodingNote().Match(note).Groups[1].Value).Append(" # ").Append(note).Append('\n');
        }
    }

    private MappedLayer AppendSystem(ImportRequest request)
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

    private void AppendId()
    {
        var candidates = delivered.Columns.Where(field => !_fields.IsPersonal(field) && _fields.SummaryOf(field).IsUnique).Select(field => field.Name).ToList();
        text.Append("  # unique in every row: ").Append(candidates.Count > 0 ? string.Join(", ", candidates) : "no field").Append('\n');
        if (preset.Id.Select(delivered.Field).FirstOrDefault(field => field is not null && !_fields.IsPersonal(field)) is { } id)
        {
            _used.Add(id.Name);
            text.Append("  id: ").Append(YamlWord.Of(id.Name)).Append(" # ").Append(_fields.SummaryOf(id)).Append('\n');
        }
        else
        {
            text.Append("  # id: the number in the file stands in; choose a field where one identifies the features\n");
        }
    }

    // What a preset settles by itself is written down as a constant, so that the draft gives the same city.
    private IEnumerable<FieldRule> RulesWith(MappedLayer mapped)
    {
        var rules = FieldRules.Of(preset, delivered)
            .Select(rule => rule with { Sources = [.. rule.Sources.Select(delivered.Field).OfType<SourceColumn>().Where(field => !_fields.IsPersonal(field)).Select(field => field.Name).Distinct()] })
            .Where(rule => rule.Constant is not null || rule.Sources.Count > 0)
            .Where(rule => rule.Column.Name != "storeys_below" || rule.Sources.Any(source => !FieldRules.IsOfWholeBuilding(source)) || HasValue(mapped, rule.Column.Name))
            .ToList();
        var written = rules.Select(rule => rule.Column.Name).ToHashSet();
        foreach (var name in new[] { "floor_area_origin", "land_use_system" }.Where(name => !written.Contains(name)))
        {
            if (mapped.Layer.Column(name) is { } column && Enumerable.Range(0, column.Count).Select(column.TextOf).FirstOrDefault(word => word.Length > 0) is { } word)
            {
                rules.Add(new FieldRule(CityColumn.Find(preset.Layer, name)!, 0) { Constant = word });
            }
        }

        return rules;
    }

    private static bool HasValue(MappedLayer mapped, string name) =>
        mapped.Layer.Column(name) is { } column && Enumerable.Range(0, column.Count).Any(row => column.TextOf(row).Length > 0);

    private void AppendFieldsOf(List<FieldRule> rules, MappedLayer mapped)
    {
        text.Append(rules.Count > 0 ? "  fields:\n" : "");
        foreach (var rule in rules)
        {
            var source = rule.Constant is { } constant ? YamlWord.Of("=" + constant) : YamlWord.Of(rule.Sources);
            text.Append("    ").Append(rule.Column.Name).Append(": ").Append(source).Append('\n');
            foreach (var field in rule.Sources.Select(delivered.Field).OfType<SourceColumn>())
            {
                _used.Add(field.Name);
                text.Append("      # ").Append(_fields.SummaryOf(field)).Append('\n');
            }

            var readings = mapped.Readings.Where(reading => reading.Column == rule.Column.Name).ToList();
            foreach (var reading in readings.Take(ReadingsShown))
            {
                text.Append("      # '").Append(OneLine(reading.Written)).Append("' in ").Append(reading.Rows).Append(" rows is read as ").Append(reading.Read)
                    .Append(" (").Append(reading.Rule).Append(")\n");
            }

            text.Append(readings.Count > ReadingsShown ? $"      # and {readings.Count - ReadingsShown} more texts\n" : "");
        }
    }

    private void AppendValues(List<FieldRule> rules)
    {
        var lines = new StringBuilder();
        foreach (var rule in rules.Where(rule => rule.Constant is null))
        {
            var values = rule.Sources.Select(delivered.Field).OfType<SourceColumn>().SelectMany(field => _fields.SummaryOf(field).Values).Distinct().ToList();
            var known = values.Select(value => (value, rule.Words.GetValueOrDefault(value) ?? rule.Words.GetValueOrDefault(WrittenText.Narrow(value)))).Where(pair => pair.Item2 is not null).ToList();
            if (known.Count > 0)
            {
                lines.Append("    ").Append(rule.Column.Name).Append(": { ")
                    .AppendJoin(", ", known.Select(pair => $"{YamlWord.Of(pair.value)}: {YamlWord.Of(pair.Item2!)}")).Append(" }\n");
            }

            var strange = rule.Column.Words.Count == 0 ? [] : values.Except(known.Select(pair => pair.value))
                .Where(value => Vocabulary.WordFor(preset.Layer, rule.Column.Name, WrittenText.Narrow(value)) is null && !WrittenText.SaysUnknown(WrittenText.Narrow(value))).Take(ReadingsShown).ToList();
            if (strange.Count > 0)
            {
                lines.Append("    # ").Append(rule.Column.Name).Append(" knows ").AppendJoin(", ", rule.Column.Words).Append(", and not ").AppendJoin(", ", strange.Select(OneLine)).Append('\n');
            }
        }

        text.Append(lines.Length == 0 ? "" : lines.ToString().Contains(": {", StringComparison.Ordinal) ? "  values:\n" : "").Append(lines);
    }

    private void AppendUnits(List<FieldRule> rules, MappedLayer mapped)
    {
        var lines = new List<string>();
        foreach (var rule in rules.Where(rule => rule.Constant is null))
        {
            if (rule.Unit is { Field: { } name } unit && delivered.Field(name) is { } field)
            {
                _used.Add(field.Name);
                var factors = unit.Factors.Select(factor => $"{YamlWord.Of(factor.Key)}: {WordOf(factor.Value, rule.Column)}");
                lines.Add($"    {rule.Column.Name}: {{ field: {YamlWord.Of(field.Name)}, {string.Join(", ", factors)} }}\n");
            }
            else if (rule.Column.Name == "declared_area_m2" && mapped.DeclaredUnit is { } found)
            {
                lines.Add($"    {rule.Column.Name}: {found} # no field says it; so the declared areas are those of the outlines\n");
            }
            else if (rule.Sources.Select(source => MeasureUnits.InName(source, rule.Column)).FirstOrDefault(told => told is not null) is { } told && rule.Sources.Count == 1)
            {
                lines.Add($"    {rule.Column.Name}: {YamlWord.Of(told.Word)} # the name of the field says so\n");
            }
        }

        text.Append(lines.Count > 0 ? "  units:\n" : "").Append(string.Concat(lines));
    }

    private void AppendZeros(List<FieldRule> rules)
    {
        var lines = new List<string>();
        foreach (var rule in rules.Where(rule => rule.Constant is null && rule.Column.Kind != ColumnKind.Text))
        {
            var zeros = rule.Sources.Select(delivered.Field).OfType<SourceColumn>().Sum(field => _fields.SummaryOf(field).Zeros);
            if (zeros > 0)
            {
                var isUnknown = rule.IsZeroUnknown ?? rule.Column.IsNeverZero;
                var reason = isUnknown ? "what is there has more than none of it" : "there may be none of it";
                lines.Add($"    {rule.Column.Name}: {(isUnknown ? "unknown" : "zero")} # {zeros} rows are 0; {reason}\n");
            }
        }

        text.Append(lines.Count > 0 ? "  zero:\n" : "").Append(string.Concat(lines));
    }

    private static string WordOf(double factor, CityColumn column) =>
        YamlWord.Of(MeasureUnits.Of(column).First(unit => unit.Value == factor).Key);

    private static string OneLine(string written) => string.Concat(written.Select(letter => char.IsControl(letter) ? ' ' : letter));

    [GeneratedRegex(@"^text is ([\w-]+)")]
    private static partial Regex EncodingNote();
}
