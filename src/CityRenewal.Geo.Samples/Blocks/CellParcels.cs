using CityRenewal.Geo.Samples.Buildings;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>The parcels and buildings of one cell of the net.</summary>
internal sealed class CellParcels
{
    /// <summary>Outlines of the parcels.</summary>
    public ShapeSink Parcels { get; } = new();

    /// <summary>What the register says of each parcel.</summary>
    public List<ParcelRow> ParcelRows { get; } = [];

    /// <summary>Footprints of the buildings.</summary>
    public ShapeSink Buildings { get; } = new();

    /// <summary>What the register says of each building.</summary>
    public List<BuildingRow> BuildingRows { get; } = [];

    /// <summary>Outlines of the protected items.</summary>
    public ShapeSink Protected { get; } = new();

    /// <summary>What the list of protected items says.</summary>
    public List<ProtectedRow> ProtectedRows { get; } = [];

    /// <summary>Gives back memory that was reserved for more.</summary>
    public void Trim()
    {
        Parcels.Trim();
        Buildings.Trim();
        Protected.Trim();
        ParcelRows.TrimExcess();
        BuildingRows.TrimExcess();
        ProtectedRows.TrimExcess();
    }
}
