using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes what stands in the fields of a layer; of personal data only that it is there.</summary>
internal sealed class FieldDraft(StringBuilder text, DeliveredLayer delivered)
{
    private readonly IReadOnlyList<PersonalField> _personal = PersonalFields.In(delivered);
    private readonly Dictionary<string, FieldSummary> _summaries = [];

    /// <summary>Whether a field names people.</summary>
    public bool IsPersonal(SourceColumn field) => _personal.Any(personal => personal.Name == field.Name);

    /// <summary>What stands in a field.</summary>
    public FieldSummary SummaryOf(SourceColumn field) =>
        _summaries.TryGetValue(field.Name, out var known) ? known : _summaries[field.Name] = FieldSummary.Of(field);

    /// <summary>One comment line a field.</summary>
    public void AppendFields(string start, IEnumerable<SourceColumn> fields)
    {
        foreach (var field in fields)
        {
            var personal = _personal.FirstOrDefault(personal => personal.Name == field.Name);
            text.Append(start)
                .Append(personal is null ? SummaryOf(field).ToString() : $"{SummaryOf(field).Counts()}; personal data ({personal.Reason}), dropped, values not shown")
                .Append('\n');
        }
    }
}
