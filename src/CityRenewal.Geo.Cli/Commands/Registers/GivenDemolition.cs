using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>What a user says that an entry demolishes: by a plan, or building by building.</summary>
/// <param name="Plan">Path of a plan; null where none is named.</param>
/// <param name="Elective">Ids of buildings that go by choice.</param>
/// <param name="Exempt">Ids of buildings that go and do not count.</param>
internal sealed record GivenDemolition(string? Plan, IReadOnlyList<string> Elective, IReadOnlyList<string> Exempt)
{
    /// <summary>The claims on an entry's land; everything that lies elsewhere, or is named twice, is told at once.</summary>
    public IReadOnlyList<DemolitionClaim> ClaimsOn(CityWork work, RenewalRegister register, RegisterEntry entry, CancellationToken cancel)
    {
        var parcels = entry.Parcels.Select(parcel => parcel.Id).ToHashSet(StringComparer.Ordinal);
        if (Plan is not null)
        {
            return Elective.Count + Exempt.Count == 0
                ? OfPlan(work, parcels, cancel)
                : throw new InputException("--plan and --buildings or --exempt: give a plan or a list of buildings, not both");
        }

        var city = work.City;
        var main = work.Facts(cancel: cancel).BuildingShares.MainParcel.ToArray();
        var known = Enumerable.Range(0, city.Buildings.Count).Where(row => main[row] >= 0 && parcels.Contains(city.Parcels.Ids[main[row]])).Select(row => city.Buildings.Ids[row])
            .Concat(register.BuildingsOf(entry).Select(building => building.Id)).ToHashSet(StringComparer.Ordinal);
        List<string> wrong =
        [
            .. Elective.Concat(Exempt).Where(id => !known.Contains(id)).Distinct().Select(id => $"building {id} stands on no parcel of {entry.Id}, now or at the baseline; leave it out 不在其地块上"),
            .. Elective.Concat(Exempt).GroupBy(id => id).Where(id => id.Count() > 1).Select(id => $"building {id.Key} is named twice; name it once 重复"),
        ];
        return wrong.Count == 0
            ? [.. Elective.Select(id => new DemolitionClaim(id, 1, 0)).Concat(Exempt.Select(id => new DemolitionClaim(id, 0, 1))).OrderBy(claim => claim.Building, StringComparer.Ordinal)]
            : throw new InputException(string.Join("\nerror: ", wrong));
    }

    private IReadOnlyList<DemolitionClaim> OfPlan(CityWork work, HashSet<string> parcels, CancellationToken cancel)
    {
        var facts = work.Facts(cancel: cancel);
        var main = facts.BuildingShares.MainParcel.ToArray();
        var proposed = StoredSession.DispositionsOf(PlanFile.Read(Plan!), work.City, work)
            .Where(one => main[one.Building] >= 0 && parcels.Contains(work.City.Parcels.Ids[main[one.Building]]));
        return BaselineFreezing.Claims(work.City, facts, proposed);
    }
}
