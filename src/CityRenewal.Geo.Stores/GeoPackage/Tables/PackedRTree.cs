using System.Buffers.Binary;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>
/// Fills a SQLite R-tree from the bottom up: boxes sorted along a Hilbert curve, every node full, the node rows written
/// once each. Inserting row by row through the index's triggers takes some four times as long and gives a worse tree.
/// </summary>
internal static class PackedRTree
{
    private const int CellLength = 24;

    /// <summary>Fills the empty R-tree of that name.</summary>
    internal static unsafe void Fill(SqliteFile file, string name, IndexedBoxes boxes)
    {
        var nodeLength = (int)file.Scalar($"SELECT length(data) FROM \"{name}_node\" WHERE nodeno = 1");
        var order = boxes.AlongHilbertCurve();
        if (order.Length == 0)
        {
            return;
        }

        var levels = LevelsOf(order.Length, (nodeLength - 4) / CellLength);
        var contents = ContentsOf(boxes, order, levels);
        var node = GC.AllocateArray<byte>(nodeLength, pinned: true);
        using var nodes = file.Prepare($"INSERT OR REPLACE INTO \"{name}_node\" (nodeno, data) VALUES (?1, ?2)");
        using var parents = file.Prepare($"INSERT OR REPLACE INTO \"{name}_parent\" (nodeno, parentnode) VALUES (?1, ?2)");
        fixed (byte* bytes = node)
        {
            foreach (var level in levels)
            {
                for (var i = 0; i < level.Nodes; i++)
                {
                    WriteNode(node, level, i, contents, boxes, order);
                    nodes.Bind(1, level.FirstNode + i).BindPinnedBlob(2, bytes, nodeLength);
                    nodes.Run();
                    if (level.Above is { } above)
                    {
                        parents.Bind(1, level.FirstNode + i).Bind(2, above.FirstNode + (i / level.Capacity)).Run();
                    }
                }
            }
        }

        WriteRowIds(file, name, boxes, order, levels[^1]);
    }

    // From the root, whose number must be 1, down to the leaves.
    private static List<Level> LevelsOf(int items, int capacity)
    {
        var counts = new List<int> { (items + capacity - 1) / capacity };
        while (counts[^1] > 1)
        {
            counts.Add((counts[^1] + capacity - 1) / capacity);
        }

        var levels = new List<Level>();
        var number = 1;
        for (var i = counts.Count - 1; i >= 0; i--)
        {
            levels.Add(new Level(number, counts[i], i == 0 ? items : counts[i - 1], i, capacity, levels.Count == 0 ? null : levels[^1]));
            number += counts[i];
        }

        return levels;
    }

    // Per level the boxes of its nodes; the leaves' come from the items, every other level's from the level below.
    private static IndexedBoxes[] ContentsOf(IndexedBoxes items, int[] order, List<Level> levels)
    {
        var contents = new IndexedBoxes[levels.Count];
        for (var level = levels.Count - 1; level >= 0; level--)
        {
            var below = level == levels.Count - 1 ? null : contents[level + 1];
            var nodes = contents[level] = new IndexedBoxes(levels[level].Nodes);
            for (var i = 0; i < levels[level].Items; i++)
            {
                var node = i / levels[level].Capacity;
                if (below is null)
                {
                    nodes.Widen(node, items, order[i]);
                }
                else
                {
                    nodes.Widen(node, below, i);
                }
            }
        }

        return contents;
    }

    private static void WriteNode(byte[] node, Level level, int index, IndexedBoxes[] contents, IndexedBoxes items, int[] order)
    {
        int start = index * level.Capacity, end = Math.Min(start + level.Capacity, level.Items);
        Array.Clear(node);
        BinaryPrimitives.WriteInt16BigEndian(node, (short)(level.Above is null ? level.Height : 0));
        BinaryPrimitives.WriteInt16BigEndian(node.AsSpan(2), (short)(end - start));
        for (int i = start, at = 4; i < end; i++, at += CellLength)
        {
            if (level.Height == 0)
            {
                items.WriteCell(node.AsSpan(at, CellLength), items.Id(order[i]), order[i]);
            }
            else
            {
                contents[contents.Length - level.Height].WriteCell(node.AsSpan(at, CellLength), level.FirstNode + level.Nodes + i, i);
            }
        }
    }

    private static void WriteRowIds(SqliteFile file, string name, IndexedBoxes boxes, int[] order, Level leaves)
    {
        var leafOf = new int[boxes.Count];
        for (var i = 0; i < order.Length; i++)
        {
            leafOf[order[i]] = leaves.FirstNode + (i / leaves.Capacity);
        }

        using var rows = file.Prepare($"INSERT OR REPLACE INTO \"{name}_rowid\" (rowid, nodeno) VALUES (?1, ?2)");
        for (var i = 0; i < leafOf.Length; i++)
        {
            if (leafOf[i] != 0)
            {
                rows.Bind(1, boxes.Id(i)).Bind(2, leafOf[i]).Run();
            }
        }
    }

    /// <summary>The nodes of one height: their numbers follow each other.</summary>
    private sealed record Level(int FirstNode, int Nodes, int Items, int Height, int Capacity, Level? Above);
}
