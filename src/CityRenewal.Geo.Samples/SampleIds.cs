using System.Globalization;

namespace CityRenewal.Geo.Samples;

/// <summary>Ids of the sample: short, in the order of the planning units.</summary>
internal static class SampleIds
{
    /// <summary>Id of planning unit n.</summary>
    public static string Unit(int unit) => "U" + unit.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Writes a parcel's id (unit-number) as UTF-8; returns its length.</summary>
    public static int Parcel((int Unit, int Number) parcel, Span<byte> into)
    {
        parcel.Unit.TryFormat(into, out var unit, "D4", CultureInfo.InvariantCulture);
        into[unit] = (byte)'-';
        parcel.Number.TryFormat(into[(unit + 1)..], out var number, "D4", CultureInfo.InvariantCulture);
        return unit + 1 + number;
    }

    /// <summary>Writes a building's id (unit-number-building) as UTF-8; returns its length.</summary>
    public static int Building((int Unit, int Number) parcel, int building, Span<byte> into)
    {
        var length = Parcel(parcel, into);
        into[length] = (byte)'-';
        building.TryFormat(into[(length + 1)..], out var digits, default, CultureInfo.InvariantCulture);
        return length + 1 + digits;
    }

    /// <summary>A building's id as text.</summary>
    public static string Building((int Unit, int Number) parcel, int building)
    {
        Span<byte> bytes = stackalloc byte[32];
        return System.Text.Encoding.UTF8.GetString(bytes[..Building(parcel, building, bytes)]);
    }
}
