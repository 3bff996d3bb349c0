using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Overlay;

public class CellTilesTests
{
    private static readonly Gen<(int Row, int From, int To, int Class)> Runs =
        from row in Gen.Int[0, 2]
        from first in Gen.Int[0, 70]
        from width in Gen.Int[0, 70]
        from cells in Gen.Int[1, 3]
        select (row, first, Math.Min(71, first + width), cells);

    private static readonly Gen<(int Row, int Column)> Cells = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 70]);

    // 71 x 41 cells: neither side is a whole number of tiles.
    [Fact]
    public void Tiles_know_of_every_block_what_single_cells_know() =>
        Gen.Select(Runs.Array[0, 6], Cells.Array[0, 30], Gen.Select(Cells, Cells).Array[1, 20]).Sample(
            (runs, entered, blocks) =>
            {
                var tiles = new CellTiles(GridFrame.Over(new GridBox(0, 0, (70 << 4) + 1, (40 << 4) + 1), 16));
                var single = new CellClass[41, 71];
                PaintRuns(tiles, single, runs);
                foreach (var (row, column) in entered)
                {
                    tiles.Add(row, column, CellClass.Boundary);
                    single[row, column] |= CellClass.Boundary;
                }

                foreach (var ((rowA, columnA), (rowB, columnB)) in blocks)
                {
                    var range = new CellRange(
                        Math.Min(columnA, columnB), Math.Min(rowA, rowB), Math.Max(columnA, columnB), Math.Max(rowA, rowB));
                    Assert.Equal(Joined(single, range), tiles.Joined(range));
                    Assert.Equal(
                        (Joined(single, range) & CellClass.Boundary) != 0,
                        (tiles.Joined(range, enough: CellClass.Boundary) & CellClass.Boundary) != 0);
                    Assert.Equal(single[rowA, columnA], tiles.Of(rowA, columnA));
                }
            },
            iter: 300);

    // As edges do: the tiles of a run's ends are cut up, the others are alike over all their rows.
    private static void PaintRuns(CellTiles tiles, CellClass[,] single, (int Row, int From, int To, int Class)[] runs)
    {
        foreach (var (tileRow, from, to, cells) in runs)
        {
            for (var row = tileRow * 16; row < Math.Min(41, (tileRow + 1) * 16); row++)
            {
                tiles.Part(row, from);
                tiles.Part(row, Math.Min(to, 70));
                tiles.Fill(row, from, to, (CellClass)cells);
                for (var column = from; column < to; column++)
                {
                    single[row, column] = (CellClass)cells;
                }
            }
        }
    }

    private static CellClass Joined(CellClass[,] cells, CellRange range)
    {
        CellClass joined = 0;
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var column = range.FirstColumn; column <= range.LastColumn; column++)
            {
                joined |= cells[row, column];
            }
        }

        return joined;
    }
}
