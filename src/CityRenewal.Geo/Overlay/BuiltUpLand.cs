using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which parcels are built up today (现状建成区): those that buildings cover noticeably, and those whose land use is a class
/// of construction land. Fields, woods and water are not, even with a shed on them. The two shares are assumptions of ours.
/// </summary>
public sealed class BuiltUpLand
{
    /// <summary>Covered share from which a parcel is built up whatever its land use says.</summary>
    public const double CertainCoverage = 0.2;

    /// <summary>Covered share from which a parcel of unknown land use is built up.</summary>
    public const double LikelyCoverage = 0.02;

    // First two digits of codes that are no construction land in either system of land use, and in each alone.
    private static readonly string[] OpenInBoth = ["00", "01", "02", "03", "04"];
    private static readonly string[] OpenInPlan = ["05", "06", "17", "18", "19", "20", "21", "22", "23", "24"];
    private static readonly string[] OpenInSurvey = ["11", "12"];
    private static readonly string[] BuiltInSurvey = ["1109", "1201"];

    private const string Plan = "用地用海分类";
    private const string Survey = "三调";

    private readonly City _city;
    private readonly ParcelFacts _facts;

    private BuiltUpLand(City city, ParcelFacts facts) => (_city, _facts) = (city, facts);

    /// <summary>Reads the built-up land of a city.</summary>
    public static BuiltUpLand Of(City city, ParcelFacts facts) => new(city, facts);

    /// <summary>Whether a parcel is built up; null where neither buildings nor land use tell.</summary>
    public bool? Of(int parcel)
    {
        var coverage = _city.Buildings.Count > 0 ? _facts.CoverageOf(parcel) : double.NaN;
        if (coverage >= CertainCoverage)
        {
            return true;
        }

        return OfLandUse(_city.Parcels.LandUse[parcel], _city.Parcels.LandUseSystem[parcel])
            ?? (coverage >= LikelyCoverage ? true : null);
    }

    /// <summary>Whether a code is construction land; null where it is unknown or the two systems differ.</summary>
    internal static bool? OfLandUse(string code, string system)
    {
        if (code.Length < 2)
        {
            return null;
        }

        var group = code[..2];
        var isOpenInPlan = OpenInPlan.Contains(group);
        var isOpenInSurvey = OpenInSurvey.Contains(group) && !BuiltInSurvey.Contains(code);
        return OpenInBoth.Contains(group) ? false
            : system == Plan ? !isOpenInPlan
            : system == Survey ? !isOpenInSurvey
            : isOpenInPlan || isOpenInSurvey ? null : true;
    }
}
