using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>The register and the boundaries of one review, ready to be summed over any land.</summary>
internal sealed class CumulativeGround
{
    private readonly RenewalRegister _register;
    private readonly (City City, ParcelFacts Facts) _city;
    private readonly IReadOnlyList<SubmittedLand> _boundaries;
    private readonly PresentIds _ids;
    private readonly ILookup<string, (string By, DemolitionClaim Claim)> _claims;
    private readonly ILookup<string, BaselineBuilding> _stood;
    private readonly List<(RegisterEntry Area, HashSet<string> Parcels)> _areas;
    private readonly HashSet<string> _frozen;

    public CumulativeGround(RenewalRegister register, (City City, ParcelFacts Facts) city, IReadOnlyList<SubmittedLand> boundaries, PresentIds ids)
    {
        (_register, _city, _boundaries, _ids) = (register, city, boundaries, ids);
        var revised = boundaries.Where(boundary => boundary.Dispositions is not null).Select(boundary => boundary.Id).ToHashSet(StringComparer.Ordinal);
        _claims = CumulativeDemolition.ByBuilding(
        [
            .. register.Entries.Where(entry => entry.IsLive && !revised.Contains(entry.Id)).Select(entry => (entry.Id, entry.Claims)),
            .. boundaries.Select(boundary => (boundary.Id, BaselineFreezing.Claims(city.City, city.Facts, boundary.Dispositions ?? []))),
        ]);
        _areas = [.. register.Areas.Select(area => (area, area.Parcels.Select(parcel => parcel.Id).ToHashSet(StringComparer.Ordinal)))];
        _stood = register.Areas.SelectMany(area => register.BaselineOf(area.Id)?.Buildings ?? []).ToLookup(building => building.Parcel, StringComparer.Ordinal);
        _frozen = register.Areas.Where(area => register.BaselineOf(area.Id) is not null)
            .SelectMany(area => area.Parcels, (_, parcel) => parcel.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A boundary by itself.</summary>
    public IEnumerable<CumulativeFinding> OfBoundary(RulePack pack, SubmittedLand boundary)
    {
        string[] own = [.. boundary.Parcels.Select(row => _city.City.Parcels.Ids[row])];
        var holding = _areas.Find(one => one.Area.IsLive && one.Area.Id != boundary.Id && own.All(one.Parcels.Contains)).Area;
        var sum = Sum(
        [
            .. own.SelectMany(parcel => _stood[parcel]),
            // Where nothing was frozen, what stands today is what stood before.
            .. BaselineFreezing.Buildings(_city.City, _city.Facts, boundary.Parcels.Where(row => !_frozen.Contains(_city.City.Parcels.Ids[row]))),
        ]);
        var isOpen = boundary.Dispositions is null && _register.Find(boundary.Id) is not { HasDisposition: true };
        return Judge(pack, (holding?.Id ?? boundary.Id, holding is null ? null : boundary.Id), (sum, holding is null ? null : _register.BaselineOf(holding.Id)), isOpen);
    }

    /// <summary>A registered area as a whole.</summary>
    public IEnumerable<CumulativeFinding> OfArea(RulePack pack, RegisterEntry area)
    {
        var own = _areas.Find(one => one.Area == area).Parcels;
        var isOpen = _register.ProjectsOf(area.Id).Any(project => project.IsLive && !project.HasDisposition && _boundaries.All(boundary => boundary.Id != project.Id || boundary.Dispositions is null))
            || _boundaries.Any(boundary => boundary.Dispositions is null && _register.Find(boundary.Id) is not { HasDisposition: true }
                && boundary.Parcels.Any(row => own.Contains(_city.City.Parcels.Ids[row])));
        return _register.BaselineOf(area.Id) is { } baseline ? Judge(pack, (area.Id, null), (Sum(baseline.Buildings), baseline), isOpen) : [];
    }

    private CumulativeDemolition Sum(IEnumerable<BaselineBuilding> buildings) => CumulativeDemolition.Of(buildings, _claims, _ids.HasBuilding);

    private static IEnumerable<CumulativeFinding> Judge(
        RulePack pack, (string Area, string? Project) of, (CumulativeDemolition Demolition, AreaBaseline? Baseline) sum, bool isOpen) =>
        from rule in DemolitionRules.In(pack)
        let limit = pack.Parameters[((ShareTest)rule.Test).Limit].Value
        select new CumulativeFinding(DemolitionRules.Judge(rule, of, sum, (limit, isOpen)), sum.Demolition, sum.Baseline);
}
