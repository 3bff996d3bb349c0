using System.Buffers.Binary;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Pages;

/// <summary>
/// Pages of a database file, a run of neighbours at a time. They are read through the connection's own handle and under
/// its lock: a handle of our own would, when it is closed, take the locks of every connection to the file with it.
/// </summary>
internal sealed class PageWindow(SqliteFile file, int pageSize, int pagesAtOnce)
{
    private long _first = -1;

    /// <summary>The pages that are at hand.</summary>
    internal byte[] Bytes { get; } = new byte[pageSize * pagesAtOnce];

    /// <summary>Where the page of that number, from 1, begins; it stays there until the next is asked for.</summary>
    internal int Find(uint number)
    {
        var at = number - _first;
        if (_first < 0 || at < 0 || at >= pagesAtOnce)
        {
            if (number == 0)
            {
                throw file.Damage();
            }

            file.ReadAt((number - 1L) * pageSize, Bytes);
            (_first, at) = (number, 0);
        }

        return (int)at * pageSize;
    }

    /// <summary>The page of that number; it stays until the next is asked for.</summary>
    internal ReadOnlySpan<byte> Page(uint number) => Bytes.AsSpan(Find(number), pageSize);

    /// <summary>A number of four bytes, high byte first.</summary>
    internal static uint Word(ReadOnlySpan<byte> page, int at) => BinaryPrimitives.ReadUInt32BigEndian(page[at..]);

    /// <summary>A number of two bytes, high byte first.</summary>
    internal static int Half(ReadOnlySpan<byte> page, int at) => BinaryPrimitives.ReadUInt16BigEndian(page[at..]);
}
