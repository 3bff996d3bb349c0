using CityRenewal.Geo.Samples.Buildings;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>Fills in what a register does not know, so that a defect planted on a row is its only one.</summary>
internal static class SoundRows
{
    /// <summary>A parcel whose register is complete and agrees with its outline.</summary>
    public static ParcelRow Of(ParcelRow row, Quarter quarter, double area) => row with
    {
        Use = row.Use != 0 ? row.Use : (byte)Array.IndexOf(LandUse.Codes, quarter == Quarter.Industry ? "1001" : "070102"),
        DeclaredArea = Math.Round(area * 100) / 100,
        Position = (byte)(row.Position == 3 ? 0 : row.Position),
        Lock = (byte)(row.Lock == 3 ? 0 : row.Lock),
        Source = 0,
    };

    /// <summary>A building of a block of that year whose register is complete and does not contradict itself.</summary>
    public static BuildingRow Of(BuildingRow row, int blockYear, double footprint)
    {
        var storeys = row.Above > 0 ? row.Above : (short)3;
        var built = row.Built > 0 ? row.Built : (short)Math.Min(blockYear, 2004);
        var dwells = Words.Uses[row.Use] is "" or "residential";
        var households = row.Households >= 0 ? row.Households : dwells ? Math.Max(1, (int)(footprint * storeys / 85)) : 0;
        return row with
        {
            NamesParcel = true,
            Above = storeys,
            Below = Math.Max(row.Below, (short)0),
            Built = built,
            Use = row.Use != 0 ? row.Use : Words.Index(Words.Uses, "residential"),
            Structure = row.Structure != 0 ? row.Structure : Words.Index(Words.Structures, "brick-concrete"),
            Certificate = row.Danger < 3 ? 0 : Math.Max(row.Certificate, 1),
            Households = households,
            People = households == 0 ? 0 : Math.Max(row.People, households * 2),
            Origin = 1,
            FloorArea = Math.Round(footprint * storeys * 97) / 100,
            Illegal = double.IsNaN(row.Illegal) ? 0 : row.Illegal,
        };
    }
}
