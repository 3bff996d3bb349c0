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

    /// <summary>The most new floor area for each m² that goes by choice.</summary>
    public double NewPerDemolished { get; init; } = Delineation.NewPerDemolished.Unruled;

    /// <summary>The same where new floor area has a worth; without one no more is built than goes.</summary>
    public double NewPerDemolishedInForce =>
        ground.Options.NewFloorAreaWorth > 0 ? NewPerDemolished : Delineation.NewPerDemolished.Unruled;

    /// <summary>What floor area is worth.</summary>
    public FloorPrices Prices => FloorPrices.Of(ground.Options.DemolitionWorth, ground.Options.NewFloorAreaWorth);

    /// <summary>Whether what goes is chosen by what it is worth, and not by its state alone.</summary>
    public bool ChoosesByWorth => ground.Options.HasFloorWorth && NamesCandidates;

    private bool NamesCandidates => ground.Options.ElectivePurpose.Trim().Length > 0 && KnowsWhatIsProtected(ground.City);

    /// <summary>What goes by choice on some parcels where that has a worth.</summary>
    public FloorChosen Chosen(IReadOnlyList<int> parcels)
    {
        var (candidates, allowed) = new FloorWorthAssembly(ground, need, this).Of(parcels);
        return FloorChoice.Of(candidates, allowed, Prices);
    }

    /// <summary>What is known of a building, and what is proposed for it before any elective demolition.</summary>
    public (BuildingEvidence Known, BuildingDisposition Proposed) Known(int building)
    {
        var known = EvidenceOf(building);
        return (known, DispositionRule.Of(known, ground.Options.RenovationAge));
    }

    /// <summary>Dispositions of the buildings on some parcels, by building.</summary>
    public IReadOnlyList<BuildingDisposition> For(IReadOnlyList<int> parcels)
    {
        if (ChoosesByWorth)
        {
            var goes = Chosen(parcels).Buildings.ToHashSet();
            return [.. BuildingsOn(parcels).Select(Known).Select(one => goes.Contains(one.Known.Building) ? ElectiveDemolition.Going(one.Known) : one.Proposed)];
        }

        var evidence = BuildingsOn(parcels).Select(EvidenceOf).ToList();
        var dispositions = evidence.ConvertAll(known => DispositionRule.Of(known, ground.Options.RenovationAge));
        return NamesCandidates
            ? ElectiveDemolition.Choose(
                dispositions, evidence, ground.Options.ElectiveDemolitionLimit, ExistingThatCounts([.. evidence.Zip(dispositions)]))
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
    public double ExistingThatCounts(IReadOnlyList<(BuildingEvidence Known, BuildingDisposition Proposed)> buildings)
    {
        double sum = 0;
        foreach (var (known, proposed) in buildings)
        {
            var parcel = ground.HomeParcels[known.Building];
            if (need.Scores[parcel] >= ground.Options.PaddingNeed && known.FloorArea.Low > 0)
            {
                sum += Math.Max(0, known.FloorArea.Low - ExemptOf(proposed));
            }
        }

        return sum;
    }

    /// <summary>Floor area that goes as exempt, m².</summary>
    public static double ExemptOf(BuildingDisposition proposed) =>
        proposed.Demolition == DemolitionKind.Exempt ? proposed.DemolishedFloorArea : 0;
}
