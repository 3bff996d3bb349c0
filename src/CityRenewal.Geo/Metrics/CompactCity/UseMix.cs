namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Mix of uses (功能混合度): −Σ pᵢ ln pᵢ / ln n over the shares pᵢ of floor area by use, n the number of uses that the whole
/// city's buildings name; in [0, 1], 0 for one use only, 1 for all alike. Source: Shannon entropy, as used for land-use mix
/// by Cervero and Kockelman 1997. Buildings of unknown use or floor area are left out. Pitfall: says nothing of which uses.
/// </summary>
public static class UseMix
{
    private static readonly WhyNot NoUses = new(
        "uses_unknown", "Fewer than two uses are named in the city, or none in the area: give the use of the buildings.",
        "建筑用途未知或全市仅有一种用途：请补充建筑用途。");

    /// <summary>The entropy.</summary>
    public static Measured Of(AreaStock stock)
    {
        var uses = stock.City.Buildings.Use;
        var floorAreas = new double[uses.Words.Count];
        foreach (var building in stock.Buildings)
        {
            var use = uses.Codes[building.Row];
            floorAreas[use] += use > 0 && building.IsKnown ? building.FloorArea.Value : 0;
        }

        double sum = floorAreas.Sum(), entropy = 0;
        if (uses.Words.Count < 3 || sum <= 0)
        {
            return Measured.Unknown(NoUses);
        }

        foreach (var floorArea in floorAreas)
        {
            var share = floorArea / sum;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        return Measured.Exactly(entropy / Math.Log(uses.Words.Count - 1));
    }
}
