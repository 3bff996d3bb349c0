using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The land of an existing plan as a search reads it. The price on change is linear in who is a member: a parcel of the plan is
/// worth the price more, any other the price less, and the land of the plan itself is a constant.
/// </summary>
internal sealed class ExistingLand
{
    private readonly ProposalGround _ground;
    private readonly ExistingPlan _plan;
    private readonly HashSet<int> _parcels = [];
    private readonly List<(ExistingArea Area, int[] Parcels)> _areas = [];

    public ExistingLand(ProposalGround ground)
    {
        (_ground, _plan) = (ground, ground.Options.From ?? new ExistingPlan([]));
        var rows = RowsOf(ground.City, _plan);
        foreach (var area in _plan.Areas)
        {
            // Foreign ids are told with everything else that is wrong with a request.
            int[] parcels = [.. area.Parcels.Where(rows.ContainsKey).Select(id => rows[id]).Order()];
            _areas.Add((area, parcels));
            _parcels.UnionWith(parcels);
        }
    }

    /// <summary>What the land of the plan would cost if all of it left the areas, m².</summary>
    public double Constant => _plan.ChangePrice * _parcels.Sum(parcel => _ground.NetAreas[parcel]);

    /// <summary>Where a search begins.</summary>
    public SearchStart Start(LandNodes nodes) => new(
        [.. _areas.Where(area => !area.Area.IsKept).Select(area => NodesOf(nodes, area.Parcels)).Where(area => area.Length > 0)],
        [.. _areas.Where(area => area.Area.IsKept).Select(area => NodesOf(nodes, area.Parcels))]);

    /// <summary>A problem as facts with the price on change.</summary>
    public CertifiedProblem Told(CertifiedProblem problem) => _plan.ChangePrice == 0
        ? problem
        : problem with { ChangePrice = _plan.ChangePrice, IsInExistingPlan = _parcels.Contains };

    /// <summary>Benefits with the price on change, rounded up.</summary>
    public long[] Priced(LandNodes nodes, long[] benefits)
    {
        if (_plan.ChangePrice == 0)
        {
            return benefits;
        }

        var priced = (long[])benefits.Clone();
        for (var node = 0; node < nodes.Count; node++)
        {
            double kept = 0;
            for (var i = nodes.ParcelStart[node]; i < nodes.ParcelStart[node + 1]; i++)
            {
                kept += (_parcels.Contains(nodes.Parcels[i]) ? 1 : -1) * _ground.NetAreas[nodes.Parcels[i]];
            }

            priced[node] += (long)Math.Ceiling(_plan.ChangePrice * kept / SearchLimits.BenefitUnit);
        }

        return priced;
    }

    /// <summary>Land of the parcels that are in one of both plans alone, m².</summary>
    public double Changed(IEnumerable<int> parcels)
    {
        var now = parcels.ToHashSet();
        return now.Where(parcel => !_parcels.Contains(parcel)).Order().Sum(parcel => _ground.NetAreas[parcel])
            + _parcels.Where(parcel => !now.Contains(parcel)).Order().Sum(parcel => _ground.NetAreas[parcel]);
    }

    /// <summary>What keeps an area from staying as it is: parcels that may not join, or that come only together with others.</summary>
    public IEnumerable<OptionProblem> Problems(LandNodes nodes)
    {
        foreach (var (area, parcels) in _areas.Where(area => area.Area.IsKept))
        {
            var members = parcels.ToHashSet();
            foreach (var parcel in parcels)
            {
                var node = nodes.NodeOfParcel[parcel];
                var others = node < 0 ? [] : nodes.Parcels[nodes.ParcelStart[node]..nodes.ParcelStart[node + 1]].Where(other => !members.Contains(other)).ToList();
                if (node < 0 || others.Count > 0)
                {
                    yield return new OptionProblem(
                        "keep",
                        area.Id,
                        node < 0
                            ? $"Parcel {_ground.City.Parcels.Ids[parcel]} of this area may be in no area under this request."
                            : $"Parcel {_ground.City.Parcels.Ids[parcel]} of this area comes only together with {_ground.City.Parcels.Ids[others[0]]}, which is not in it.",
                        "Change the area first, or do not keep it.") { TextChinese = node < 0 ? $"该片区的地块 {_ground.City.Parcels.Ids[parcel]} 在本次请求下不可纳入任何片区。请先修改片区,或不要求保持。" : $"该片区的地块 {_ground.City.Parcels.Ids[parcel]} 只能与 {_ground.City.Parcels.Ids[others[0]]} 一并纳入,而后者不在片区内。请先修改片区,或不要求保持。" };
                }
            }
        }
    }

    private static int[] NodesOf(LandNodes nodes, int[] parcels) =>
        [.. parcels.Select(parcel => nodes.NodeOfParcel[parcel]).Where(node => node >= 0).Distinct().Order()];

    private static Dictionary<string, int> RowsOf(City city, ExistingPlan plan)
    {
        var wanted = plan.Areas.SelectMany(area => area.Parcels).ToHashSet(StringComparer.Ordinal);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < city.Parcels.Count && rows.Count < wanted.Count; row++)
        {
            if (wanted.Contains(city.Parcels.Ids[row]))
            {
                rows[city.Parcels.Ids[row]] = row;
            }
        }

        return rows;
    }
}
