using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Compliance;

/// <summary>Which blocks or units an area takes land of, and how much of each.</summary>
internal static class UnitShares
{
    /// <summary>Layers that must be there for the units to mean anything.</summary>
    public static IEnumerable<string> NeededFor(string of) => of == LandUnits.Blocks ? [LayerNames.Barriers, LayerNames.Water] : [of];

    /// <summary>The units; null where what lies around was not computed.</summary>
    public static LandUnits? UnitsOf(RuleBook book, AreaUnderReview area, string of) =>
        of != LandUnits.Blocks ? book.Ground.UnitsOf(of) : area.Around is { } around ? LandUnits.OfBlocks(around.Blocks) : null;

    /// <summary>Every unit that the area takes land of, by its number.</summary>
    public static List<UnitShare> SharesIn(RuleBook book, AreaUnderReview area, LandUnits units)
    {
        var found = new List<UnitShare>();
        foreach (var unit in area.Stock.Land.Parcels.Where(parcel => IsLand(book, parcel)).Select(units.UnitOf).Where(unit => unit >= 0).Distinct().Order())
        {
            double inside = 0, whole = 0;
            List<int> leftOut = [];
            foreach (var parcel in units.ParcelsOf(unit))
            {
                if (area.Holds(parcel))
                {
                    (inside, whole) = (inside + book.Ground.Facts.AreaM2[parcel], whole + book.Ground.Facts.AreaM2[parcel]);
                }
                else if (IsLand(book, parcel) && book.KeptOutBy(parcel) < 0)
                {
                    whole += book.Ground.Facts.AreaM2[parcel];
                    leftOut.Add(parcel);
                }
            }

            found.Add(new UnitShare(unit, inside, whole, leftOut));
        }

        return found;
    }

    /// <summary>What the parcels of one unit give to its share: above the line those in the area, below it all.</summary>
    public static IReadOnlyList<EvidencePart> PartsOf(RuleBook book, AreaUnderReview area, LandUnits units, int unit) =>
    [
        .. from parcel in units.ParcelsOf(unit)
           let isIn = area.Holds(parcel)
           where isIn || (IsLand(book, parcel) && book.KeptOutBy(parcel) < 0)
           let land = book.Ground.Facts.AreaM2[parcel]
           select new EvidencePart(IsBuilding: false, parcel, isIn ? land : 0, land),
    ];

    private static bool IsLand(RuleBook book, int parcel) => book.Ground.City.Parcels.Position[parcel] == RightsPosition.Surface;
}
