using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes the entry of one layer: what the preset takes from it, made explicit, with what it becomes.</summary>
internal sealed class LayerDraft(StringBuilder text, DeliveredLayer delivered, LayerMapping preset)
{
    private readonly FieldDraft _fields = new(text, delivered);

    /// <summary>Writes everything below the layer and file of the entry.</summary>
    public void Append(ImportRequest request)
    {
        var system = new SystemDraft(text, delivered, preset);
        system.AppendEncoding();
        var mapped = system.AppendSystem(request);
        var id = preset.Id.Select(delivered.Field).FirstOrDefault(field => field is not null && !_fields.IsPersonal(field));
        AppendId(id);
        var rules = DraftRules.Of(delivered, preset, _fields, mapped);
        var written = new RuleDraft(text, delivered, _fields);
        written.AppendFields(rules, mapped);
        written.AppendValues(preset.Layer, rules);
        var numbers = new UnitDraft(text, delivered, _fields);
        numbers.AppendUnits(rules, mapped);
        numbers.AppendZeros(rules);
        if (preset.Layer == LayerNames.Buildings && PartGrouping.IsWanted(preset, delivered, rules.Select(rule => rule.Column.Name)))
        {
            text.Append("  parts: group # the id is the code of a building, or a field says which part a row is\n");
        }

        AppendLeft(id, rules);
    }

    private void AppendId(SourceColumn? id)
    {
        var candidates = delivered.Columns.Where(field => !_fields.IsPersonal(field) && _fields.SummaryOf(field).IsUnique).Select(field => field.Name).ToList();
        text.Append("  # unique in every row: ").Append(candidates.Count > 0 ? string.Join(", ", candidates) : "no field").Append('\n');
        if (id is not null)
        {
            text.Append("  id: ").Append(YamlWord.Of(id.Name)).Append(" # ").Append(_fields.SummaryOf(id)).Append('\n');
        }
        else
        {
            text.Append("  # id: the number in the file stands in; choose a field where one identifies the features\n");
        }
    }

    private void AppendLeft(SourceColumn? id, IReadOnlyList<FieldRule> rules)
    {
        var used = rules.SelectMany(FieldsOf).Append(id).OfType<SourceColumn>().Select(field => field.Name).ToHashSet();
        var left = delivered.Columns.Where(field => !used.Contains(field.Name)).ToList();
        if (left.Count > 0)
        {
            text.Append("  # left over:\n");
            _fields.AppendFields("  # - ", left);
        }
    }

    // The field of units of a constant is written nowhere.
    private IEnumerable<SourceColumn?> FieldsOf(FieldRule rule) => rule.Sources.Select(delivered.Field)
        .Append(rule is { Constant: null, Unit.Field: { } unit } ? delivered.Field(unit) : null);
}
