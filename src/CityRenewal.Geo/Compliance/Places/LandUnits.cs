using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>The units that land is kept whole by: blocks, or the zones of a layer that divides the town.</summary>
internal sealed class LandUnits
{
    /// <summary>The word for blocks.</summary>
    public const string Blocks = "blocks";

    private readonly LandBlocks? _blocks;
    private readonly int[] _unitOf;
    private readonly List<int>[] _parcels;
    private readonly TextColumn? _names;

    private LandUnits(LandBlocks? blocks, int[] unitOf, List<int>[] parcels, TextColumn? names) =>
        (_blocks, _unitOf, _parcels, _names) = (blocks, unitOf, parcels, names);

    /// <summary>The unit of a parcel; -1 where it lies in none.</summary>
    public int UnitOf(int parcel) => _blocks?.BlockOf[parcel] ?? _unitOf[parcel];

    /// <summary>The surface parcels of a unit, ascending.</summary>
    public IEnumerable<int> ParcelsOf(int unit) => _blocks is null ? _parcels[unit] : _blocks.ParcelsOf(unit).ToArray();

    /// <summary>The id of a unit; the first parcel's id for a block, which has none of its own.</summary>
    public string NameOf(City city, int unit) => _names is { } names ? names[unit] : city.Parcels.Ids[_blocks!.ParcelsOf(unit)[0]];

    /// <summary>The blocks around.</summary>
    public static LandUnits OfBlocks(LandBlocks blocks) => new(blocks, [], [], null);

    /// <summary>The units of a division; each parcel belongs to the one that holds most of it.</summary>
    public static LandUnits OfDivision(RuleGround ground, string division)
    {
        var layer = division is LayerNames.PlanningUnits or LayerNames.DetailedPlots ? division : LayerNames.AdministrativeUnits;
        var zones = ground.City.Layer(layer);
        int[] unitOf = ground.Facts.Divisions[division].Main.ToArray();
        var parcels = new List<int>[zones.Count];
        for (var unit = 0; unit < parcels.Length; unit++)
        {
            parcels[unit] = [];
        }

        for (var parcel = 0; parcel < unitOf.Length; parcel++)
        {
            if (unitOf[parcel] >= 0 && ground.City.Parcels.Position[parcel] == RightsPosition.Surface)
            {
                parcels[unitOf[parcel]].Add(parcel);
            }
        }

        return new LandUnits(null, unitOf, parcels, zones.Ids);
    }
}
