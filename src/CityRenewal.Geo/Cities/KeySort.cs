namespace CityRenewal.Geo.Cities;

/// <summary>Sorts rows by 64-bit keys digit by digit; takes the key array over and writes to it.</summary>
internal static class KeySort
{
    private const int DigitBits = 11;
    private const int DigitValues = 1 << DigitBits;

    /// <summary>The keys in ascending order, and the row each came from; equal keys keep the order of rows.</summary>
    public static (ulong[] Keys, int[] Rows) Of(ulong[] keys)
    {
        var rows = new int[keys.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        ulong highest = 0;
        foreach (var key in keys)
        {
            highest |= key;
        }

        var (nextKeys, nextRows) = (new ulong[keys.Length], new int[rows.Length]);
        var counts = new int[DigitValues + 1];
        for (var shift = 0; shift < 64 && highest >> shift != 0; shift += DigitBits)
        {
            Array.Clear(counts);
            foreach (var key in keys)
            {
                counts[((key >> shift) & (DigitValues - 1)) + 1]++;
            }

            for (var digit = 0; digit < DigitValues; digit++)
            {
                counts[digit + 1] += counts[digit];
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var at = counts[(keys[i] >> shift) & (DigitValues - 1)]++;
                nextKeys[at] = keys[i];
                nextRows[at] = rows[i];
            }

            (keys, nextKeys) = (nextKeys, keys);
            (rows, nextRows) = (nextRows, rows);
        }

        return (keys, rows);
    }
}
