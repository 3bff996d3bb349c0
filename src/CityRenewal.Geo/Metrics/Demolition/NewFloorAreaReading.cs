namespace CityRenewal.Geo.Metrics;

/// <summary>What stands above the line of new floor area against demolished (拆建比); no official formula was found.</summary>
public enum NewFloorAreaReading
{
    /// <summary>Newly built floor area only: the one reading in which both bottom lines can hold together. The default.</summary>
    NewBuilt,

    /// <summary>All floor area after renewal, as in projects that clear everything.</summary>
    TotalAfter,
}
