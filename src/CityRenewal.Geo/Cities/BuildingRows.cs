using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Fills the columns of the buildings.</summary>
internal static class BuildingRows
{
    private static readonly Dictionary<string, FloorAreaOrigin> OriginWords = new()
    {
        ["surveyed"] = FloorAreaOrigin.Surveyed,
        ["registered"] = FloorAreaOrigin.Registered,
        ["storeys_times_footprint"] = FloorAreaOrigin.StoreysTimesFootprint,
    };

    private static readonly Dictionary<string, DangerGrade> GradeWords = new()
    {
        ["A"] = DangerGrade.A,
        ["B"] = DangerGrade.B,
        ["C"] = DangerGrade.C,
        ["D"] = DangerGrade.D,
    };

    private static readonly Dictionary<string, RepairValue> RepairWords = new()
    {
        ["some"] = RepairValue.Some,
        ["none"] = RepairValue.None,
    };

    public static Buildings Of(OrderedRows rows)
    {
        var storeys = rows.Integers("storeys_above");
        var floorAreas = rows.Reals("floor_area_m2");
        return new Buildings
        {
            Ids = rows.Ids(),
            Shapes = rows.Polygons(),
            ParcelIds = rows.Texts("parcel_id"),
            StoreysAboveColumn = storeys,
            StoreysBelowColumn = rows.Integers("storeys_below"),
            FloorAreaColumn = floorAreas,
            FloorAreaOriginColumn = Origins(rows.Words("floor_area_origin", OriginWords), floorAreas, storeys),
            YearBuiltColumn = rows.Integers("year_built"),
            DangerGradeColumn = rows.Words("danger_grade", GradeWords),
            RepairValueColumn = rows.Words("repair_value", RepairWords),
            IllegalAreaColumn = rows.Reals("illegal_area_m2"),
            HouseholdsColumn = rows.Integers("households"),
            PeopleColumn = rows.Integers("people"),
            RenewedYearColumn = rows.Integers("renewed_year"),
            DangerCertificates = rows.Texts("danger_certificate"),
            IllegalDecisions = rows.Texts("illegal_decision"),
            Structure = rows.Codes("structure"),
            Use = rows.Codes("use"),
        };
    }

    /// <summary>
    /// Where no origin is said, a floor area that is given counts as registered, and one that is not can come only from
    /// storeys × footprint; where there are no storeys either, it stays unknown whatever is said.
    /// </summary>
    private static FloorAreaOrigin[] Origins(FloorAreaOrigin[] said, double[] floorAreas, int[] storeys)
    {
        for (var i = 0; i < said.Length; i++)
        {
            var isGiven = !double.IsNaN(floorAreas[i]);
            said[i] = (isGiven, storeys[i] != Unknown.Integer) switch
            {
                (true, _) => said[i] == FloorAreaOrigin.Unknown ? FloorAreaOrigin.Registered : said[i],
                (false, true) => FloorAreaOrigin.StoreysTimesFootprint,
                (false, false) => FloorAreaOrigin.Unknown,
            };
        }

        return said;
    }
}
