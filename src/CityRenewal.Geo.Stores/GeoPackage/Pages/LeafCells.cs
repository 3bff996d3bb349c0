using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Pages;

/// <summary>The records on a run of a table's pages, each as one piece of bytes, with the keys of their rows.</summary>
internal sealed class LeafCells(SqliteFile file, TableLayout layout, int leaf, int end)
{
    private const int LeafHeader = 8;
    private const int PagesAtOnce = 64;

    // SQLite itself keeps no longer row.
    private const int MostBytes = 1_000_000_000;

    private readonly PageWindow _pages = new(file, layout.PageSize, PagesAtOnce);
    private PageWindow? _overflow;
    private byte[] _whole = [];
    private int _page;
    private int _cells;
    private int _next;

    /// <summary>Number of the row.</summary>
    internal long Key { get; private set; }

    /// <summary>Bytes that hold the record, among others.</summary>
    internal byte[] Bytes { get; private set; } = [];

    /// <summary>First byte of the record.</summary>
    internal int Start { get; private set; }

    /// <summary>Bytes of the record.</summary>
    internal int Length { get; private set; }

    /// <summary>Goes to the next record; false when there is none.</summary>
    internal bool Step()
    {
        while (_next == _cells)
        {
            if (leaf == end)
            {
                return false;
            }

            OpenPage(layout.Leaves[leaf++]);
        }

        var page = _pages.Bytes.AsSpan(_page, layout.PageSize);
        var at = PageWindow.Half(page, LeafHeader + (2 * _next++));
        var length = Varint.Read(page, ref at);
        Key = Varint.Read(page, ref at);
        if (length is < 0 or > MostBytes)
        {
            throw file.Damage();
        }

        Take(page, at, (int)length);
        return true;
    }

    private void OpenPage(uint number)
    {
        _page = _pages.Find(number);
        var page = _pages.Bytes.AsSpan(_page, layout.PageSize);
        if (page[0] != TableTree.Leaf)
        {
            throw file.Damage();
        }

        (_cells, _next) = (PageWindow.Half(page, 3), 0);
    }

    private void Take(ReadOnlySpan<byte> page, int at, int length)
    {
        var local = LocalLength(length);
        (Bytes, Start, Length) = (_pages.Bytes, _page + at, length);
        if (at + local > page.Length)
        {
            throw file.Damage();
        }

        if (local < length)
        {
            if (_whole.Length < length)
            {
                _whole = new byte[Math.Max(length, 2 * _whole.Length)];
            }

            page.Slice(at, local).CopyTo(_whole);
            Follow(PageWindow.Word(page, at + local), _whole.AsSpan(local, length - local));
            (Bytes, Start) = (_whole, 0);
        }
    }

    // How much of a long record stays on its page, as the file format has it.
    private int LocalLength(int length)
    {
        var most = layout.Usable - 35;
        if (length <= most)
        {
            return length;
        }

        var least = ((layout.Usable - 12) * 32 / 255) - 23;
        var left = least + ((length - least) % (layout.Usable - 4));
        return left <= most ? left : least;
    }

    // Each further page begins with the number of the one after it.
    private void Follow(uint number, Span<byte> target)
    {
        _overflow ??= new PageWindow(file, layout.PageSize, PagesAtOnce);
        while (target.Length > 0)
        {
            var page = _overflow.Page(number);
            number = PageWindow.Word(page, 0);
            var count = Math.Min(target.Length, layout.Usable - 4);
            page.Slice(4, count).CopyTo(target);
            target = target[count..];
        }
    }
}
