using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Defects;

/// <summary>Building by building, attributes that deny each other. What is unknown contradicts nothing.</summary>
internal sealed class BuildingContradictions(City city, ParcelFacts facts)
{
    private const double LeastFit = 0.5;
    private const double MostFit = 2;

    private readonly Buildings _buildings = city.Buildings;
    private readonly List<CityFinding> _found = [];

    /// <summary>Findings on all buildings.</summary>
    public static List<CityFinding> Of(City city, ParcelFacts facts)
    {
        var check = new BuildingContradictions(city, facts);
        var certified = city.Buildings.DangerCertificates.Bytes.Length > 0;
        var decided = city.Buildings.IllegalDecisions.Bytes.Length > 0;
        for (var row = 0; row < city.Buildings.Count; row++)
        {
            check.CheckFloorArea(row);
            check.CheckYears(row);
            check.CheckDanger(row, certified);
            check.CheckPeople(row);
            check.CheckIllegal(row, decided);
            check.CheckUse(row);
        }

        return check._found;
    }

    private void CheckFloorArea(int row)
    {
        double given = _buildings.FloorArea[row], footprint = facts.Buildings.Footprint[row];
        int above = _buildings.StoreysAbove[row], below = _buildings.StoreysBelow[row];
        if (!(given > 0) || !(footprint > 0) || above is Unknown.Integer or <= 0 || _buildings.FloorAreaOrigins[row] == FloorAreaOrigin.StoreysTimesFootprint)
        {
            return;
        }

        var ratio = given / (above * footprint);
        if (ratio is < LeastFit or > MostFit)
        {
            Add(ContradictionDefects.FloorArea, row, FormattableString.Invariant($"{given:0} m² given, {above} × {footprint:0} m²"));
        }
        else if (below > 0 && ratio > 1.15 && Math.Abs((given / ((above + below) * footprint)) - 1) < 0.05)
        {
            Add(ContradictionDefects.UndergroundFloorArea, row, FormattableString.Invariant($"{given:0} m² are {above} + {below} storeys × {footprint:0} m²"));
        }
    }

    private void CheckYears(int row)
    {
        int built = _buildings.YearBuilt[row], renewed = _buildings.RenewedYear[row];
        if (built != Unknown.Integer && renewed != Unknown.Integer && renewed > 0 && renewed < built)
        {
            Add(ContradictionDefects.RenewedBeforeBuilt, row, $"built {built}, renewed {renewed}");
        }
    }

    private void CheckDanger(int row, bool certified)
    {
        var grade = _buildings.DangerGrades[row];
        if (grade == DangerGrade.D && _buildings.RepairValues[row] == RepairValue.Some)
        {
            Add(ContradictionDefects.DangerousYetRepairable, row, "");
        }

        if (certified && grade is DangerGrade.C or DangerGrade.D && _buildings.DangerCertificates.Utf8(row).Length == 0)
        {
            Add(ContradictionDefects.DangerWithoutCertificate, row, $"grade {grade}");
        }
    }

    private void CheckPeople(int row)
    {
        int people = _buildings.People[row], households = _buildings.Households[row];

        // Households without people are vacant homes; people without a household are not.
        if (people > 0 && households == 0)
        {
            Add(ContradictionDefects.PeopleWithoutHouseholds, row, $"{people} people");
        }
    }

    private void CheckIllegal(int row, bool decided)
    {
        var illegal = _buildings.IllegalArea[row];
        if (!(illegal > 0))
        {
            return;
        }

        var (_, _, high) = facts.Buildings.FloorArea[row];
        if (illegal > 1.05 * high)
        {
            Add(ContradictionDefects.IllegalBeyondFloorArea, row, FormattableString.Invariant($"{illegal:0} m² of {high:0} m²"));
        }

        if (facts.Buildings.IsProtected(row))
        {
            Add(ContradictionDefects.HistoricYetIllegal, row, FormattableString.Invariant($"{illegal:0} m²"));
        }

        if (decided && _buildings.IllegalDecisions.Utf8(row).Length == 0)
        {
            Add(ContradictionDefects.IllegalWithoutDecision, row, FormattableString.Invariant($"{illegal:0} m²"));
        }
    }

    private void CheckUse(int row)
    {
        var parcel = facts.BuildingShares.MainParcel[row];
        if (parcel < 0 || _buildings.Use.Codes[row] == 0 || city.Parcels.LandUse.Codes[parcel] == 0)
        {
            return;
        }

        var (use, landUse) = (_buildings.Use[row], city.Parcels.LandUse[parcel]);
        var isIndustry = LandUseGroups.IsIndustry(landUse);
        if ((use == "industry" && LandUseGroups.IsResidential(landUse)) || (use == "residential" && isIndustry))
        {
            Add(ContradictionDefects.UseAgainstLandUse, row, $"{use} on land of {landUse}");
        }
    }

    private void Add(DefectKind kind, int row, string detail) => _found.Add(new CityFinding(kind, LayerNames.Buildings, row, detail));
}
