using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What one rule made of the rows of a layer.</summary>
/// <param name="Columns">The column, and what follows from it.</param>
/// <param name="Notes">What people should know, in the order in which it was found.</param>
/// <param name="Readings">Values that were not taken as they are written.</param>
/// <param name="Defects">Values that are none.</param>
internal sealed record FilledColumns(
    IReadOnlyList<SourceColumn> Columns, IReadOnlyList<string> Notes, IReadOnlyList<ImportedReading> Readings, IReadOnlyList<Defect> Defects);

/// <summary>Fills the columns of a layer rule by rule. Rules do not see each other, so that any number of threads may share them out.</summary>
internal sealed class RuleFilling(DeliveredLayer delivered, LayerMapping mapping, TextSource ids)
{
    private bool _saysOrigin;

    /// <summary>What all rules make, in their order.</summary>
    public IReadOnlyList<FilledColumns> Of(IReadOnlyList<FoundRule> rules)
    {
        // What a field says of the origin of floor areas is more than the name of theirs does.
        _saysOrigin = rules.Any(found => found.Fills && found.Rule.Column.Name == FloorAreaFields.Column);
        var filled = new FilledColumns[rules.Count];
        Parallel.For(0, filled.Length, i => filled[i] = rules[i].Fills ? Of(rules[i]) : new FilledColumns([], rules[i].Notes, [], []));
        return filled;
    }

    private FilledColumns Of(FoundRule found)
    {
        var rule = found.Rule;
        var (tally, defects) = (new ReadingTally(rule.Column.Name), new RowDefects(mapping.Layer, delivered, ids));
        var columns = rule.Column.Kind == ColumnKind.Text
            ? [new TextFilling(mapping.Layer, rule, defects, tally).Fill(found.Sources, delivered.Shapes.Count)]
            : Numbers(found, new NumberFilling(rule, defects, tally));
        return new FilledColumns(columns, [.. found.Notes, .. tally.Notes()], [.. tally.Readings()], defects.Found);
    }

    private List<SourceColumn> Numbers(FoundRule found, NumberFilling numbers)
    {
        var columns = new List<SourceColumn> { numbers.Fill(found.Sources, found.Unit, delivered.Shapes.Count) };
        if (mapping.IsPreset && !_saysOrigin && found.Rule.Column.Name == "floor_area_m2")
        {
            columns.Add(FloorAreaFields.Origins(found.Sources, numbers.SourceOfRow));
        }

        return columns;
    }
}
