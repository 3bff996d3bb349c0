using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Pages;

/// <summary>The tree of pages that holds a table: which of them have rows.</summary>
internal static class TableTree
{
    internal const byte Inner = 0x05;
    internal const byte Leaf = 0x0D;

    private const int InnerHeader = 12;
    private const int Deepest = 20;

    // Of the smallest pages in the largest city; a tree that runs in circles ends there.
    private const int MostLeaves = 1 << 24;

    /// <summary>The pages with rows in the order of the key; null where the pages are not those of a plain table.</summary>
    internal static uint[]? LeavesOf(SqliteFile file, int pageSize, uint root)
    {
        var pages = new PageWindow(file, pageSize, pagesAtOnce: 1);
        var leaves = new List<uint>();
        try
        {
            return Add(pages, root, leaves, depth: 0) ? [.. leaves] : null;
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw file.Damage();
        }
    }

    // All leaves lie at one depth, so that only the first child of the lowest inner page has to be looked at.
    private static bool Add(PageWindow pages, uint number, List<uint> leaves, int depth)
    {
        var page = pages.Page(number);
        if (page[0] != Inner)
        {
            leaves.Add(number);
            return page[0] == Leaf;
        }

        var children = ChildrenOf(page);
        if (depth > Deepest || leaves.Count > MostLeaves || !Add(pages, children[0], leaves, depth + 1))
        {
            return false;
        }

        if (leaves[^1] == children[0])
        {
            leaves.AddRange(children.AsSpan(1));
            return true;
        }

        return Array.TrueForAll(children[1..], child => Add(pages, child, leaves, depth + 1));
    }

    private static uint[] ChildrenOf(ReadOnlySpan<byte> page)
    {
        var children = new uint[PageWindow.Half(page, 3) + 1];
        for (var i = 0; i < children.Length - 1; i++)
        {
            children[i] = PageWindow.Word(page, PageWindow.Half(page, InnerHeader + (2 * i)));
        }

        children[^1] = PageWindow.Word(page, 8);
        return children;
    }
}
