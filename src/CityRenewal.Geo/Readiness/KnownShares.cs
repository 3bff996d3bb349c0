using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Readiness;

/// <summary>For what share of the footprint area of all buildings each attribute is known, in [0, 1]; NaN without buildings.</summary>
public sealed class KnownShares
{
    /// <summary>Floor area, given or from storeys.</summary>
    public required double FloorArea { get; init; }

    /// <summary>Floor area that was surveyed or registered, not computed from storeys.</summary>
    public required double FloorAreaGiven { get; init; }

    /// <summary>Year of completion.</summary>
    public required double Year { get; init; }

    /// <summary>Danger grade.</summary>
    public required double Grade { get; init; }

    /// <summary>Households.</summary>
    public required double Households { get; init; }

    /// <summary>Floor area of graded dangerous buildings that name their certificate.</summary>
    public required double Certificates { get; init; }

    /// <summary>Counts over all buildings.</summary>
    public static KnownShares Of(City city, ParcelFacts facts)
    {
        var buildings = city.Buildings;
        double all = 0, floor = 0, given = 0, year = 0, grade = 0, households = 0, dangerous = 0, certified = 0;
        for (var row = 0; row < buildings.Count; row++)
        {
            var footprint = facts.Buildings.Footprint[row];
            all += footprint;
            floor += double.IsNaN(facts.Buildings.FloorArea[row].Value) ? 0 : footprint;
            given += double.IsNaN(buildings.FloorArea[row]) || buildings.FloorAreaOrigins[row] == FloorAreaOrigin.StoreysTimesFootprint ? 0 : footprint;
            year += buildings.YearBuilt[row] == Unknown.Integer ? 0 : footprint;
            grade += buildings.DangerGrades[row] == DangerGrade.Unknown ? 0 : footprint;
            households += buildings.Households[row] == Unknown.Integer ? 0 : footprint;
            var isDangerous = buildings.DangerGrades[row] == DangerGrade.D;
            dangerous += isDangerous ? footprint : 0;
            certified += isDangerous && buildings.DangerCertificates.Utf8(row).Length > 0 ? footprint : 0;
        }

        return new KnownShares
        {
            FloorArea = floor / all,
            FloorAreaGiven = given / all,
            Year = year / all,
            Grade = grade / all,
            Households = households / all,
            Certificates = certified / dangerous,
        };
    }
}
