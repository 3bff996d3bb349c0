using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>What an entry demolishes, named building by building.</summary>
public static class NamedDemolition
{
    /// <summary>The claims of an entry, by building; a building may have gone already.</summary>
    /// <param name="city">The city as it is now, with its facts.</param>
    /// <param name="register">The register that the entry stands in.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="named">Ids of buildings that go by choice, and of those that go and do not count.</param>
    /// <exception cref="RegisterRefusedException">Lists every building that stands elsewhere or is named twice.</exception>
    public static IReadOnlyList<DemolitionClaim> Of(
        (City City, ParcelFacts Facts) city, RenewalRegister register, RegisterEntry entry, (IReadOnlyList<string> Elective, IReadOnlyList<string> Exempt) named)
    {
        var known = StandingOn(city, entry).Concat(register.BuildingsOf(entry).Select(building => building.Id)).ToHashSet(StringComparer.Ordinal);
        RegisterRefusedException.ThrowIfAny(
        [
            .. named.Elective.Concat(named.Exempt).Where(id => !known.Contains(id)).Distinct().Select(id => new RegisterProblem(
                "building_elsewhere", $"building {id} stands on no parcel of {entry.Id}, now or at the baseline; leave it out", "不在其地块上")),
            .. named.Elective.Concat(named.Exempt).GroupBy(id => id).Where(id => id.Count() > 1).Select(id => new RegisterProblem(
                "building_twice", $"building {id.Key} is named twice; name it once", "重复")),
        ]);
        return
        [
            .. named.Elective.Select(id => new DemolitionClaim(id, 1, 0)).Concat(named.Exempt.Select(id => new DemolitionClaim(id, 0, 1)))
                .OrderBy(claim => claim.Building, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> StandingOn((City City, ParcelFacts Facts) city, RegisterEntry entry)
    {
        var parcels = entry.Parcels.Select(parcel => parcel.Id).ToHashSet(StringComparer.Ordinal);
        var main = city.Facts.BuildingShares.MainParcel.ToArray();
        return Enumerable.Range(0, city.City.Buildings.Count)
            .Where(row => main[row] >= 0 && parcels.Contains(city.City.Parcels.Ids[main[row]])).Select(row => city.City.Buildings.Ids[row]);
    }
}
