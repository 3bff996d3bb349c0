using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds what is wrong with an existing plan that a proposal is to begin from.</summary>
public static class ExistingPlanChecks
{
    /// <summary>Foreign parcels, parcels of two areas, kept areas with a parcel that is locked out.</summary>
    public static IEnumerable<OptionProblem> Check(City city, ProposalOptions options)
    {
        if (options.From is not { } plan)
        {
            yield break;
        }

        var known = city.Parcels.Ids.Count == 0 ? [] : Enumerable.Range(0, city.Parcels.Count).Select(row => city.Parcels.Ids[row]).ToHashSet(StringComparer.Ordinal);
        var areaOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var lockedOut = options.LockedOut.ToHashSet(StringComparer.Ordinal);
        foreach (var area in plan.Areas)
        {
            foreach (var id in area.Parcels)
            {
                if (!known.Contains(id))
                {
                    yield return new OptionProblem("from", id, $"Area {area.Id} has a parcel that the city does not have.", "Take a plan that was made from this city, or from an earlier version with the same parcels.") { TextChinese = $"片区 {area.Id} 含有城市中没有的地块。请使用由本城市或其地块相同的较早版本生成的方案。" };
                }
                else if (!areaOf.TryAdd(id, area.Id))
                {
                    yield return new OptionProblem("from", id, $"The parcel is in {areaOf[id]} and in {area.Id}.", "A parcel is in one area: take it out of the other.") { TextChinese = $"该地块同时在 {areaOf[id]} 和 {area.Id} 中。一个地块只属于一个片区,请移出其一。" };
                }
                else if (area.IsKept && lockedOut.Contains(id))
                {
                    yield return new OptionProblem("keep", area.Id, $"The area is kept as it is, and its parcel {id} is locked out.", "Keep one of the two.") { TextChinese = $"该片区须保持不变,而其地块 {id} 锁定不纳入。请保留其一。" };
                }
            }
        }
    }
}
