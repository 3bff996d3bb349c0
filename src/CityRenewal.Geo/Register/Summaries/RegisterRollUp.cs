namespace CityRenewal.Geo.Register;

/// <summary>
/// Sums of the register by community, street, district and city (汇总). Of each level and kind the rows sum to the same: nothing is lost on
/// the way up. Exited entries are counted, but hold no land or buildings any more.
/// </summary>
public static class RegisterRollUp
{
    /// <summary>The rows of a level: areas, then projects; by unit.</summary>
    public static IReadOnlyList<RollUpRow> Of(RenewalRegister register, RollUpLevel level) =>
    [
        .. from kind in new[] { RegisterKind.Area, RegisterKind.Project }
           from part in register.Entries.Where(entry => entry.Kind == kind).SelectMany(entry => PartsOf(register, entry, level))
           group part by (kind, part.Unit) into unit
           orderby unit.Key.kind, unit.Key.Unit.Length == 0 ? 1 : 0, unit.Key.Unit
           select new RollUpRow(level, unit.Key.Unit, unit.Key.kind, CountsOf(unit), unit.Aggregate(default(EntryNumbers), (sum, part) => sum.Plus(part.Numbers))),
    ];

    private static int[] CountsOf(IEnumerable<(string Unit, RegisterEntry Entry, bool IsMain, EntryNumbers Numbers)> parts)
    {
        var counts = new int[RegisterStates.All.Count];
        foreach (var part in parts.Where(part => part.IsMain))
        {
            counts[(int)part.Entry.State]++;
        }

        return counts;
    }

    private static IEnumerable<(string Unit, RegisterEntry Entry, bool IsMain, EntryNumbers Numbers)> PartsOf(
        RenewalRegister register, RegisterEntry entry, RollUpLevel level)
    {
        var units = entry.Parcels.GroupBy(parcel => UnitOf(parcel, level), StringComparer.Ordinal)
            .OrderByDescending(unit => unit.Sum(parcel => parcel.LandM2)).ThenBy(unit => unit.Key, StringComparer.Ordinal).ToList();
        var buildings = register.BuildingsOf(entry);
        // A building whose parcel was split off the entry since stays with the unit that has most of it.
        var unitOf = entry.Parcels.ToDictionary(parcel => parcel.Id, parcel => UnitOf(parcel, level), StringComparer.Ordinal);
        var main = units[0].Key;
        foreach (var unit in units)
        {
            List<BaselineBuilding> own = [.. buildings.Where(building => unitOf.GetValueOrDefault(building.Parcel, main) == unit.Key)];
            yield return (unit.Key, entry, unit.Key == main, entry.IsLive ? EntryNumbers.Of(unit, own) : default);
        }
    }

    private static string UnitOf(RegisteredParcel parcel, RollUpLevel level) => level switch
    {
        RollUpLevel.Community => parcel.Community,
        RollUpLevel.Street => parcel.Street,
        RollUpLevel.District => parcel.District,
        _ => "",
    };
}
