namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>What the register says of one building; -1 stands for an unknown whole number, NaN for an unknown real one.</summary>
internal struct BuildingRow
{
    /// <summary>Planning unit and number of the parcel.</summary>
    public (int Unit, int Number) Parcel;

    /// <summary>Number of the building on its parcel, from 1.</summary>
    public byte Number;

    /// <summary>Whether the register names the parcel.</summary>
    public bool NamesParcel;

    /// <summary>Index into <see cref="Words.Structures"/>.</summary>
    public byte Structure;

    /// <summary>Index into <see cref="Words.Uses"/>.</summary>
    public byte Use;

    /// <summary>Index into <see cref="Words.DangerGrades"/>.</summary>
    public byte Danger;

    /// <summary>Index into <see cref="Words.RepairValues"/>.</summary>
    public byte Repair;

    /// <summary>Index into <see cref="Words.FloorAreaOrigins"/>.</summary>
    public byte Origin;

    /// <summary>Number of the danger certificate; 0 where there is none.</summary>
    public int Certificate;

    /// <summary>Number of the decision on the illegal part; 0 where there is none.</summary>
    public int Decision;

    /// <summary>Storeys above ground.</summary>
    public short Above;

    /// <summary>Storeys below ground.</summary>
    public short Below;

    /// <summary>Year of completion.</summary>
    public short Built;

    /// <summary>Year of the last renewal.</summary>
    public short Renewed;

    /// <summary>Households.</summary>
    public int Households;

    /// <summary>People.</summary>
    public int People;

    /// <summary>Floor area, m².</summary>
    public double FloorArea;

    /// <summary>Illegal part of the floor area, m².</summary>
    public double Illegal;
}
