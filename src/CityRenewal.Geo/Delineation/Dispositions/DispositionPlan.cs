using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What is proposed for the buildings of an area. A building belongs to the area that holds most of its footprint. Elective
/// candidates are named only with a purpose, and only where historic zones and protected items are known.
/// </summary>
internal sealed class DispositionPlan(ProposalGround ground, NeedScores need, int? year)
{
    /// <summary>Whether the layers that could forbid a demolition are there, so that elective candidates may be named.</summary>
    public static bool KnowsWhatIsProtected(City city) =>
        city.Has(LayerNames.HistoricZones) && city.Has(LayerNames.ProtectedItems);

    /// <summary>Dispositions of the buildings on some parcels, by building.</summary>
    public IReadOnlyList<BuildingDisposition> For(IReadOnlyList<int> parcels)
    {
        var evidence = BuildingsOn(parcels).Select(EvidenceOf).ToList();
        var dispositions = evidence.ConvertAll(known => DispositionRule.Of(known, ground.Options.RenovationAge));
        return ground.Options.ElectivePurpose.Trim().Length > 0 && KnowsWhatIsProtected(ground.City)
            ? ElectiveDemolition.Choose(
                dispositions, evidence, ground.Options.ElectiveDemolitionLimit, ExistingThatCounts(dispositions, evidence))
            : dispositions;
    }

    /// <summary>As <see cref="For"/>, with no elective candidates.</summary>
    public IReadOnlyList<BuildingDisposition> WithoutElective(IReadOnlyList<int> parcels) =>
        [.. BuildingsOn(parcels).Select(Of)];

    /// <summary>What is proposed for a building before any elective demolition.</summary>
    public BuildingDisposition Of(int building) => DispositionRule.Of(EvidenceOf(building), ground.Options.RenovationAge);

    /// <summary>The buildings that belong to some parcels, ascending.</summary>
    public List<int> BuildingsOn(IReadOnlyList<int> parcels)
    {
        var shares = ground.Facts.BuildingShares;
        var buildings = new List<int>();
        foreach (var parcel in parcels)
        {
            foreach (var (building, _) in shares.BuildingsOf(parcel))
            {
                if (ground.HomeParcels[building] == parcel)
                {
                    buildings.Add(building);
                }
            }
        }

        buildings.Sort();
        return buildings;
    }

    private BuildingEvidence EvidenceOf(int building)
    {
        var buildings = ground.City.Buildings;
        var facts = ground.Facts.Buildings;
        return new BuildingEvidence
        {
            Building = building,
            IsProtected = facts.IsProtected(building),
            IsInCoreZone = facts.IsInCoreZone(building) ?? false,
            Danger = buildings.DangerGrades[building],
            IsCertified = buildings.DangerCertificates.Utf8(building).Length > 0,
            Repair = buildings.RepairValues[building],
            IllegalArea = buildings.IllegalArea[building],
            HasDecision = buildings.IllegalDecisions.Utf8(building).Length > 0,
            Age = YearsSince(buildings.YearBuilt[building]),
            YearsSinceRenewal = YearsSince(buildings.RenewedYear[building]),
            FloorArea = facts.FloorArea[building],
        };
    }

    private int YearsSince(int from) => year is null || from == Unknown.Integer ? Unknown.Integer : year.Value - from;

    /// <summary>
    /// Lower end of the floor area that may stand against elective demolition: on parcels in need, so that a sound tower buys
    /// nothing, and without what goes as exempt.
    /// </summary>
    private double ExistingThatCounts(List<BuildingDisposition> dispositions, List<BuildingEvidence> evidence)
    {
        double sum = 0;
        for (var index = 0; index < evidence.Count; index++)
        {
            var parcel = ground.HomeParcels[evidence[index].Building];
            if (need.Scores[parcel] >= ground.Options.PaddingNeed && evidence[index].FloorArea.Low > 0)
            {
                var exempt = dispositions[index].Demolition == DemolitionKind.Exempt ? dispositions[index].DemolishedFloorArea : 0;
                sum += Math.Max(0, evidence[index].FloorArea.Low - exempt);
            }
        }

        return sum;
    }
}
