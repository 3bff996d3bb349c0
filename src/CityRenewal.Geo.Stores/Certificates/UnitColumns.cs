using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Stores.Certificates;

/// <summary>The columns of one unit, in a fixed order.</summary>
internal static class UnitColumns
{
    // Nothing is made larger than a city could need because a broken file says so.
    private const int MostNumbers = 100_000_000;

    public static void Write(BinaryWriter writer, UnitCertificate unit)
    {
        writer.Write7BitEncodedInt(unit.Grain);
        Write(writer, unit.RowPrices);
        long[] single = [unit.LandPrice, unit.OutlinePrice, unit.ChordPrice, unit.Force, unit.Millionths, (unit.IsExact ? 1 : 0) + (unit.WithoutLocks ? 2 : 0)];

        // Prices of floor area are written where there are any: a file without them reads as it always did.
        Write(writer, unit is { RoomPrice: 0, NewFloorPrice: 0 } ? single : [.. single, unit.RoomPrice, unit.NewFloorPrice]);
        Write(writer, unit.Members);
        Write(writer, unit.Weights);
        Write(writer, unit.Remainders);
        Write(writer, unit.FlowStart);
        Write(writer, unit.FlowTo);
        Write(writer, unit.Flows);
        Write(writer, Array.ConvertAll(unit.Chosen, each => each ? 1 : 0));
        writer.Write7BitEncodedInt(unit.Reaches.Count);
        foreach (var reach in unit.Reaches)
        {
            Write(writer, [reach.Payer, reach.Price, reach.Row]);
            Write(writer, reach.Inside);
            Write(writer, reach.Held);
        }
    }

    public static UnitCertificate Read(BinaryReader reader)
    {
        var grain = reader.Read7BitEncodedInt();
        var rows = ReadLongs(reader);
        var single = ReadLongs(reader);
        if (single.Length is not (6 or 8))
        {
            throw new InvalidDataException("a unit lacks its prices");
        }

        return new UnitCertificate
        {
            Grain = grain,
            RowPrices = rows,
            LandPrice = single[0],
            OutlinePrice = single[1],
            ChordPrice = single[2],
            RoomPrice = single.Length > 6 ? single[6] : 0,
            NewFloorPrice = single.Length > 6 ? single[7] : 0,
            Force = single[3],
            Millionths = single[4],
            IsExact = (single[5] & 1) == 1,
            WithoutLocks = (single[5] & 2) == 2,
            Members = ReadInts(reader),
            Weights = ReadLongs(reader),
            Remainders = ReadLongs(reader),
            FlowStart = ReadInts(reader),
            FlowTo = ReadInts(reader),
            Flows = ReadInts(reader),
            Chosen = Array.ConvertAll(ReadInts(reader), each => each == 1),
            Reaches = ReadReaches(reader),
        };
    }

    private static List<ReachCertificate> ReadReaches(BinaryReader reader)
    {
        var reaches = new List<ReachCertificate>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            reaches.Add(ReadLongs(reader) is [var payer, var price, var row]
                ? new ReachCertificate(checked((int)payer), ReadInts(reader), price) { Row = checked((int)row), Held = ReadInts(reader) }
                : throw new InvalidDataException("a limit of reach lacks its price"));
        }

        return reaches;
    }

    private static void Write(BinaryWriter writer, int[] column) => Write(writer, Array.ConvertAll(column, each => (long)each));

    /// <summary>The sign goes into the last bit, so that small numbers are short whatever their sign.</summary>
    private static void Write(BinaryWriter writer, long[] column)
    {
        writer.Write7BitEncodedInt(column.Length);
        foreach (var number in column)
        {
            writer.Write7BitEncodedInt64((number << 1) ^ (number >> 63));
        }
    }

    private static int[] ReadInts(BinaryReader reader) => Array.ConvertAll(ReadLongs(reader), each => checked((int)each));

    private static long[] ReadLongs(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        if (count is < 0 or > MostNumbers)
        {
            throw new InvalidDataException("a column is longer than any city");
        }

        // Grows with what is really there.
        var column = new List<long>(Math.Min(count, 4_096));
        for (var i = 0; i < count; i++)
        {
            var number = reader.Read7BitEncodedInt64();
            column.Add((long)((ulong)number >> 1) ^ -(number & 1));
        }

        return [.. column];
    }
}
