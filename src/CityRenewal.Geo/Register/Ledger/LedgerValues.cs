namespace CityRenewal.Geo.Register;

/// <summary>What is recorded of buildings, with changes on top.</summary>
public static class LedgerValues
{
    /// <summary>The values after some changes, by code and field; what a change empties is taken out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> With(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> recorded, IReadOnlyList<LedgerChange> changes)
    {
        var values = recorded.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        foreach (var building in changes.GroupBy(change => change.Building, StringComparer.Ordinal))
        {
            var fields = values.TryGetValue(building.Key, out var known) ? new Dictionary<string, string>(known, StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var change in building)
            {
                fields.Remove(change.Field.Name);
                if (change.New.Length > 0)
                {
                    fields[change.Field.Name] = change.New;
                }
            }

            values[building.Key] = fields;
        }

        return values;
    }
}
