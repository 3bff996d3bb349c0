namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>What the register says of one parcel.</summary>
internal struct ParcelRow
{
    /// <summary>Number of the planning unit, from 1.</summary>
    public int Unit;

    /// <summary>Number of the parcel in its planning unit, from 1.</summary>
    public int Number;

    /// <summary>Index into the land use codes of <see cref="LandUse"/>.</summary>
    public byte Use;

    /// <summary>Index into the words of rights positions.</summary>
    public byte Position;

    /// <summary>Index into the words of locks.</summary>
    public byte Lock;

    /// <summary>Index into the words of source kinds.</summary>
    public byte Source;

    /// <summary>Floor-area ratio allowed; NaN where unknown.</summary>
    public float FarLimit;

    /// <summary>Declared area, m²; NaN where unknown.</summary>
    public double DeclaredArea;
}
