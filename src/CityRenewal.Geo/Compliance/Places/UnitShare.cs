namespace CityRenewal.Geo.Compliance;

/// <summary>How much of one block or unit lies in an area.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Inside">Land of the unit in the area, m².</param>
/// <param name="Whole">Land of the unit that an area may hold, m².</param>
/// <param name="LeftOut">Parcels of the unit that the area leaves out, ascending.</param>
internal readonly record struct UnitShare(int Unit, double Inside, double Whole, IReadOnlyList<int> LeftOut)
{
    /// <summary>Part of the unit's land that lies in the area, in [0, 1].</summary>
    public double Share => LeftOut.Count == 0 || Whole <= 0 ? 1 : Inside / Whole;
}
