using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The ids of a layer's features.</summary>
/// <param name="Column">One id for each row.</param>
/// <param name="AreNumbers">Whether the numbers in the file stand in, because no field holds ids.</param>
internal sealed record LayerIds(TextSource Column, bool AreNumbers)
{
    /// <summary>What people should know about the ids.</summary>
    public IEnumerable<string> Notes => AreNumbers ? ["no id field: the number in the file stands in for the id"] : [];

    /// <summary>The ids by the mapping; what it names and must not or cannot have is noted.</summary>
    public static LayerIds Of(DeliveredLayer delivered, LayerMapping mapping, PersonalGuard personal, RuleFields fields)
    {
        var name = LayerNames.IdColumn(mapping.Layer);
        var field = mapping.Id.Select(delivered.Field)
            .FirstOrDefault(found => found is not null && (!mapping.IsPreset || !personal.Forbids(found.Name)));
        if (field is null && mapping.Id.Count > 0 && !mapping.IsPreset)
        {
            fields.NoField(string.Join(" or ", mapping.Id), mapping.Line);
        }

        if (field is null)
        {
            return new LayerIds(
                new TextSource(name, TextColumn.From(delivered.Fids.Select(fid => fid.ToString(CultureInfo.InvariantCulture)))), AreNumbers: true);
        }

        if (personal.Forbids(field.Name))
        {
            personal.Refuse(field.Name, name, mapping.Line);
        }

        var values = field is TextSource text
            ? text.Values
            : TextColumn.From(Enumerable.Range(0, delivered.Shapes.Count).Select(field.TextOf));
        return new LayerIds(new TextSource(name, values), AreNumbers: false);
    }
}
